/// Escaping strings.
#include "formats/json/json_text.h"

#include "platform/text.h"

#include <fmt/format.h>

#include <cstdint>

namespace lstm {

std::string json_string(std::string_view text) {
    std::string out = "\"";
    const std::string words = valid_utf8(text);
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t length = character_length(words, at);
        switch (words[at]) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (is_control(words, at)) {
                    out +=
                        fmt::format("\\u{:04x}", static_cast<std::uint32_t>(code_point(words, at)));
                } else {
                    out.append(words, at, length);
                }
        }
        at += length;
    }
    return out + '"';
}

}  // namespace lstm
