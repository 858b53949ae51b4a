/// Escaping strings.
#include "formats/json_text.h"

#include "formats/text.h"

#include <fmt/format.h>

namespace lstm {

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : valid_utf8(text)) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out += fmt::format("\\u{:04x}", static_cast<int>(c));
                } else {
                    out += c;
                }
        }
    }
    return out + '"';
}

}  // namespace lstm
