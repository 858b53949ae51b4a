/// UTF-8 by hand: the standard library has nothing for it.
#include "platform/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace lstm {
namespace {

std::uint8_t byte(std::string_view text, std::size_t at) {
    return static_cast<std::uint8_t>(text[at]);
}

char32_t decoded(std::string_view text, std::size_t at, std::size_t length) {
    if (length == 1) return byte(text, at);
    char32_t code = byte(text, at) & (0x7fU >> length);
    for (std::size_t k = 1; k < length; ++k) code = code << 6 | (byte(text, at + k) & 0x3fU);
    return code;
}

struct CodeRange {
    char32_t first, last;
};

/// What is obeyed and not shown: C0 and C1, the marks and embeddings of bidirectional text (Unicode
/// Standard Annex #9), line and paragraph separators.
constexpr std::array obeyed{
    CodeRange{0, 0x1f},        CodeRange{0x7f, 0x9f},     CodeRange{0x61c, 0x61c},
    CodeRange{0x200e, 0x200f}, CodeRange{0x2028, 0x202e}, CodeRange{0x2066, 0x2069},
};

/// `bytes` are one control character, or one byte that is no UTF-8.
void append_escape(std::string& out, std::string_view bytes, bool valid) {
    if (bytes == "\n") {
        out += "\\n";
    } else if (bytes == "\t") {
        out += "\\t";
    } else if (valid && bytes.size() > 1) {
        out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(code_point(bytes, 0)));
    } else {
        out += fmt::format("\\x{:02x}", byte(bytes, 0));
    }
}

}  // namespace

std::size_t character_length(std::string_view text, std::size_t at) {
    const std::uint8_t first = byte(text, at);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + length > text.size()) return 0;
    for (std::size_t k = 1; k < length; ++k)
        if ((byte(text, at + k) & 0xc0) != 0x80) return 0;
    // What a shorter sequence can say, surrogates, and what lies beyond Unicode are not UTF-8.
    const char32_t code = decoded(text, at, length);
    const bool too_long = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    return too_long || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff ? 0 : length;
}

char32_t code_point(std::string_view text, std::size_t at) {
    return decoded(text, at, character_length(text, at));
}

bool is_control(std::string_view text, std::size_t at) {
    const char32_t code = code_point(text, at);
    return std::any_of(obeyed.begin(), obeyed.end(), [&](const CodeRange& range) {
        return code >= range.first && code <= range.last;
    });
}

std::string on_one_line(std::string_view text, std::size_t longest) {
    std::string result;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count == longest) return result + "…";
        const std::size_t length = character_length(text, at);
        const std::string_view bytes = text.substr(at, std::max<std::size_t>(length, 1));
        if (length == 0 || is_control(text, at)) {
            append_escape(result, bytes, length > 0);
        } else {
            result += bytes;
        }
        at += bytes.size();
    }
    return result;
}

std::size_t columns(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::max<std::size_t>(character_length(text, at), 1);
        const char32_t code = decoded(text, at, length);
        const bool combines = code >= 0x300 && code < 0x370;
        if (!combines) ++count;
        at += length;
    }
    return count;
}

std::string valid_utf8(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = character_length(text, at);
        result += length == 0 ? std::string_view("\ufffd") : text.substr(at, length);
        at += std::max<std::size_t>(length, 1);
    }
    return result;
}

std::string line_and_column(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t last_break = before.rfind('\n');
    const std::size_t start = last_break == std::string_view::npos ? 0 : last_break + 1;
    const std::size_t column = columns(before.substr(start)) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

}  // namespace lstm
