/// What LaTeX calls the characters beyond ASCII.
#pragma once

#include <string>
#include <string_view>

namespace lstm {

/// The command for `character` (UTF-8) in maths, "\sigma" for "σ"; empty where it needs none or
/// has none.
[[nodiscard]] std::string_view latex_sign(std::string_view character);

/// The command that sets a combining accent on a letter, "\~" for U+0303; empty for any other
/// character.
[[nodiscard]] std::string_view latex_accent(std::string_view character);

/// `character` among words; see latex_text.
[[nodiscard]] std::string latex_character(std::string_view character);

}  // namespace lstm
