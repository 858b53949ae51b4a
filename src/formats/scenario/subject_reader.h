/// What an expectation is about, as files name it.
#pragma once

#include "document/document.h"
#include "formats/json/json.h"

namespace lstm {

/// Puts what `value` names into `expectation`: "candidate.z[0]", "dL/dh[0]", "dL/dforget.W[0][1]",
/// "updated.forget.W[0][1]" or "loss". Indices may be left out where there is only one. Throws
/// FormatError.
void read_subject(JsonValue value, const Document& document, Expectation& expectation);

}  // namespace lstm
