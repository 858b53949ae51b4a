/// Maths and words as LaTeX, for which the package amsmath and input in UTF-8 are enough.
#pragma once

#include "maths/expression.h"

#include <string>
#include <string_view>

namespace lstm {

/// Whether a formula says that it may be broken into lines behind its commas: LaTeX needs that, and
/// MathJax 3 does not know the command.
enum class Commas { break_lines, only_stand };

/// `expression` as it stands between dollar signs. A long one can be broken into lines at its signs
/// and, as `commas` says, there. The letter □ becomes \blank, which is the document's to define.
[[nodiscard]] std::string latex_maths(const Expression& expression,
                                      Commas commas = Commas::break_lines);

/// `text` (UTF-8) as words of a paragraph: what LaTeX would obey is escaped, signs and letters that
/// its fonts have come out as they are, line breaks and other control characters as spaces, and
/// what is left as question marks.
[[nodiscard]] std::string latex_text(std::string_view text);

}  // namespace lstm
