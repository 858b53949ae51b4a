/// Separators, line breaks and escapes.
#include "formats/json/json_writer.h"

#include "platform/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace lstm {

JsonWriter& JsonWriter::begin(Layout layout, char opening, char closing) {
    separate();
    out_ += opening;
    open_.push_back({layout, closing});
    return *this;
}

JsonWriter& JsonWriter::end() {
    const Open ended = open_.back();
    open_.pop_back();
    if (!ended.empty && ended.layout == Layout::lines) new_line();
    if (!ended.empty && ended.layout == Layout::one_line && ended.closing == '}') out_ += ' ';
    out_ += ended.closing;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name, std::size_t padding) {
    separate();
    out_ += json_string(name) + ':' + std::string(padding, ' ');
    if (open_.back().layout != Layout::compact) out_ += ' ';
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::beside() {
    break_ = Break::same_line;
    return *this;
}

JsonWriter& JsonWriter::fresh_line() {
    break_ = Break::fresh_line;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    return literal(json_string(text));
}

JsonWriter& JsonWriter::value(double number, std::optional<int> digits) {
    separate();
    const bool quoted = !std::isfinite(number);
    if (quoted) out_ += '"';
    append_number(out_, number, digits);
    if (quoted) out_ += '"';
    return *this;
}

JsonWriter& JsonWriter::literal(std::string_view text) {
    separate();
    out_ += text;
    return *this;
}

void JsonWriter::separate() {
    if (std::exchange(after_key_, false) || open_.empty()) return;
    Open& around = open_.back();
    const Break wanted = std::exchange(break_, Break::usual);
    const bool first = std::exchange(around.empty, false);
    if (!first) out_ += ',';
    if (wanted == Break::fresh_line) {
        out_ += '\n';
    } else if (around.layout == Layout::lines && wanted == Break::usual) {
        new_line();
    } else if (around.layout != Layout::compact && (!first || around.closing == '}')) {
        out_ += ' ';
    }
}

void JsonWriter::new_line() {
    const auto depth = std::count_if(open_.begin(), open_.end(),
                                     [](const Open& each) { return each.layout == Layout::lines; });
    out_ += '\n' + std::string(2 * static_cast<std::size_t>(depth), ' ');
}

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
