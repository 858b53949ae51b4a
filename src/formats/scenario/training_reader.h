/// The fields that say how a network learns: `training` and `task`.
#pragma once

#include "document/document.h"
#include "formats/json/json.h"

namespace lstm {

/// Settings and state into `document`, of which the network has been read. Throws FormatError.
void read_training(JsonValue value, Document& document);

/// A task that fits the sizes and the loss of `document`, which have been read. Throws FormatError.
[[nodiscard]] TaskChoice read_task(JsonValue value, const Document& document);

}  // namespace lstm
