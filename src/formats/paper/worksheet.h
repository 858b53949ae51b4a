/// A worksheet: the derivation with results left for the student to fill in.
#pragma once

#include "document/document.h"
#include "formats/paper/derivation_text.h"

#include <iosfwd>
#include <vector>

namespace lstm {

/// What a worksheet asks for unless told otherwise: every gate's z and value, and every state.
[[nodiscard]] std::vector<QuantityId> default_blanks(const Cell& cell);

/// A LaTeX document with a ruled box in the place of each number of `blanks` and of whatever is
/// computed from them, wherever it stands; what belongs into the boxes is on the last pages, and so
/// is the description, which may tell. Writes one number after the other and stops where `out`
/// fails.
Writing print_worksheet(std::ostream& out, const Document& document, const Trace& trace,
                        TextOptions what, std::vector<QuantityId> blanks);

}  // namespace lstm
