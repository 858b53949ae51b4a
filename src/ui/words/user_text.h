/// Words that others wrote, on the screen: however many, and whatever is in them, they take the
/// room that they are given and no more time than that.
#pragma once

#include "ui/state/frame.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// `text` on one line: control characters are spaces. Of more than `longest` characters the first,
/// and "…".
[[nodiscard]] std::string one_line(std::string_view text, std::size_t longest = 200);

/// `text` in lines of `width` pixels, at most `most` of them; where that is not all of it, the last
/// ends in "…". Control characters other than the ends of lines are spaces.
[[nodiscard]] std::vector<std::string> lines_of(ImFont* font, std::string_view text, float width,
                                                int most);

/// `text` at the cursor, in at most `most` lines of `width` pixels, in the current colour and font.
/// Its region, if it has an `id`, says all of it.
void paragraph(Frame& frame, const std::string& id, std::string_view text, float width, int most);

}  // namespace lstm
