/// Escaping for CommonMark.
#include "formats/markdown.h"

#include "formats/text.h"

#include <algorithm>
#include <cctype>

namespace lstm {
namespace {

/// Markup wherever they stand. CommonMark takes a backslash before any of them.
constexpr std::string_view markup = "\\`*_[]<>#|$~&";

/// Whether `text` begins like an item of a list, or the line below a heading, and where the sign
/// stands that makes it one.
std::size_t block_sign(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0) ++at;
    if (at == text.size()) return std::string_view::npos;
    const std::string_view signs = at == 0 ? "-+=" : ".)";
    return signs.find(text[at]) == std::string_view::npos ? std::string_view::npos : at;
}

}  // namespace

std::string markdown_text(std::string_view text) {
    std::string words = valid_utf8(text);
    std::replace_if(
        words.begin(), words.end(),
        [](char c) { return std::iscntrl(static_cast<unsigned char>(c)) != 0; }, ' ');
    words.erase(0, words.find_first_not_of(' '));
    const std::size_t sign = block_sign(words);
    std::string result;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (at == sign || markup.find(words[at]) != std::string_view::npos) result += '\\';
        result += words[at];
    }
    return result;
}

}  // namespace lstm
