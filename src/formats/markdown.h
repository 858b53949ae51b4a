/// Words as Markdown.
#pragma once

#include <string>
#include <string_view>

namespace lstm {

/// `text` (UTF-8) as words of one paragraph: what CommonMark or its maths would take for markup is
/// escaped; line breaks and other control characters become spaces.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace lstm
