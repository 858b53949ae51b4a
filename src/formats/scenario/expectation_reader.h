/// Reading what a scenario expects.
#pragma once

#include "document/document.h"
#include "formats/json/json.h"

#include <vector>

namespace lstm {

/// The expectations in `value`, a list of objects, about what `document` (all but its expectations)
/// computes. Throws FormatError.
[[nodiscard]] std::vector<Expectation> read_expectations(JsonValue value, const Document& document);

}  // namespace lstm
