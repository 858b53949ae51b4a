/// The fields that a loss needs: `readout`, `loss` and `targets`.
#pragma once

#include "document/document.h"
#include "formats/json/json.h"

namespace lstm {

/// How many numbers the read-out in `value` gives: the rows of its W. Throws FormatError.
[[nodiscard]] int read_outputs(JsonValue value);
/// The numbers of `value` into `network`, which has a read-out of that size. Throws FormatError.
void read_readout(JsonValue value, Network& network);

/// "squared_error" or "cross_entropy". Throws FormatError for anything else.
[[nodiscard]] LossKind read_loss(JsonValue value);

/// A target or null for each step of `document`, of which the network, the sequence and the loss
/// have been read. Throws FormatError.
void read_targets(JsonValue value, Document& document);

}  // namespace lstm
