/// Reading what a scenario holds fast.
#pragma once

#include "document/document.h"
#include "formats/json/json.h"

#include <vector>

namespace lstm {

/// The clamps in `value`, a list of objects, on gates of `document`, of which the cell, the sizes
/// and the sequence are there. Throws FormatError.
[[nodiscard]] std::vector<Clamp> read_clamps(JsonValue value, const Document& document);

}  // namespace lstm
