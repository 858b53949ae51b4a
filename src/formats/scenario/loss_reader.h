/// The fields that a loss needs: `readout`, `loss` and `targets`.
#pragma once

#include "document/document.h"
#include "formats/json/json.h"

namespace lstm {

/// How many numbers the read-out in `value` gives: the rows of its W. Throws FormatError.
[[nodiscard]] int read_outputs(JsonValue value);
/// What the read-out in `value` applies to y, of a scenario whose loss is `loss`. Throws
/// FormatError.
[[nodiscard]] Activation read_readout_activation(JsonValue value, LossKind loss);
/// Numbers and labels of `value` into `document`, whose network has a read-out of that size. Throws
/// FormatError.
void read_readout(JsonValue value, Document& document);

/// "squared_error", "cross_entropy" or … Throws FormatError for anything else.
[[nodiscard]] LossKind read_loss(JsonValue value);

/// A target or null for each step of `document`, of which the network, the sequence and the loss
/// have been read. Throws FormatError.
void read_targets(JsonValue value, Document& document);

}  // namespace lstm
