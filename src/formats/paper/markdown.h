/// Words as Markdown.
#pragma once

#include <string>
#include <string_view>

namespace lstm {

/// `text` (UTF-8) as words of one paragraph: what CommonMark or its maths would take for markup is
/// escaped; line breaks become spaces, and other signs that are not shown but obeyed U+FFFD.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace lstm
