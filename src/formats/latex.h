/// Maths and words as LaTeX, for which the package amsmath and input in UTF-8 are enough.
#pragma once

#include "model/expression.h"

#include <string>
#include <string_view>

namespace lstm {

/// `expression` as it stands between dollar signs. A long one can be broken into lines at its signs
/// and commas. The letter □ becomes \blank, which is the document's to define.
[[nodiscard]] std::string latex_maths(const Expression& expression);

/// `text` (UTF-8) as words of a paragraph: what LaTeX would obey is escaped, signs and letters that
/// its fonts have come out as they are, line breaks and other control characters as spaces, and
/// what is left as question marks.
[[nodiscard]] std::string latex_text(std::string_view text);

}  // namespace lstm
