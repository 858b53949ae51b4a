/// Writing doubles through std::to_chars.
#include "formats/numbers.h"

#include "model/engine/rounding.h"

#include <array>
#include <charconv>
#include <cmath>

namespace lstm {

void append_number(std::string& out, double value) {
    if (!std::isfinite(value)) {
        out += std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        return;
    }
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    out.append(text.data(), end);
    if (value == 0 && std::signbit(value)) out += ".0";
}

void append_number(std::string& out, double value, std::optional<int> digits) {
    append_number(out, digits ? round_half_away(value, *digits) : value);
}

std::string number_text(double value) {
    std::string text;
    append_number(text, value);
    return text;
}

}  // namespace lstm
