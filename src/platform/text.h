/// Text as people may see it: on one line, valid UTF-8, of bearable length.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lstm {

/// Bytes of the UTF-8 character at `text[at]`; 0 where none that is valid begins there.
[[nodiscard]] std::size_t character_length(std::string_view text, std::size_t at);

/// Whether the character at `text[at]`, where a valid one begins, is not shown but obeyed: a
/// control character, a line separator, or a sign that turns the direction of writing.
[[nodiscard]] bool is_control(std::string_view text, std::size_t at);

/// `text` for one line of a message: what `is_control` and bytes that are not UTF-8 become escapes
/// such as \n, \u202e and \xff; what is longer than `longest` characters ends in "…".
[[nodiscard]] std::string on_one_line(std::string_view text, std::size_t longest = 60);

/// The code point of the valid character at `text[at]`.
[[nodiscard]] char32_t code_point(std::string_view text, std::size_t at);

/// Columns that `text` (valid UTF-8) takes in a terminal: its characters, without combining marks.
[[nodiscard]] std::size_t columns(std::string_view text);

/// `text` with U+FFFD in the place of every byte that is not UTF-8.
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// "line 3, column 7", counted from 1, of the character at byte `offset`.
[[nodiscard]] std::string line_and_column(std::string_view text, std::size_t offset);

}  // namespace lstm
