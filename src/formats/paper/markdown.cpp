/// Escaping for CommonMark.
#include "formats/paper/markdown.h"

#include "platform/text.h"

#include <cctype>

namespace lstm {
namespace {

/// Markup wherever they stand, of CommonMark, GitHub, Jupyter or Pandoc. CommonMark takes a
/// backslash before any of them.
constexpr std::string_view markup = "`*_[]{}<>#|$~&^";
/// A backslash itself: two of them would open a formula in a notebook of Jupyter.
constexpr std::string_view backslash = "&#92;";

/// `text` on one line: blanks in the place of line breaks, U+FFFD in that of everything else that
/// is not shown but obeyed.
std::string shown(std::string_view text) {
    const std::string words = valid_utf8(text);
    std::string result;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t length = character_length(words, at);
        const bool blank = std::isspace(static_cast<unsigned char>(words[at])) != 0;
        if (blank)
            result += ' ';
        else if (is_control(words, at))
            result += "\ufffd";
        else
            result.append(words, at, length);
        at += length;
    }
    return result;
}

/// Whether `text` begins like an item of a list, the line below a heading, or a block of Pandoc's,
/// and where the sign stands that makes it one.
std::size_t block_sign(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0) ++at;
    if (at == text.size()) return std::string_view::npos;
    const std::string_view signs = at == 0 ? "-+=:%" : ".)";
    return signs.find(text[at]) == std::string_view::npos ? std::string_view::npos : at;
}

}  // namespace

std::string markdown_text(std::string_view text) {
    std::string words = shown(text);
    words.erase(0, words.find_first_not_of(' '));
    const std::size_t sign = block_sign(words);
    std::string result;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == '\\') {
            result += backslash;
            continue;
        }
        if (at == sign || markup.find(words[at]) != std::string_view::npos) result += '\\';
        result += words[at];
    }
    return result;
}

}  // namespace lstm
