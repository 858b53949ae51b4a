/// Writing doubles through std::to_chars.
#include "maths/numbers.h"

#include "model/engine/rounding.h"

#include <array>
#include <charconv>
#include <cmath>

namespace lstm {
namespace {

/// The longest double without a power of ten, with as many decimals as anyone asks for.
constexpr std::size_t longest_number = 400;

template <class... Format>
std::string text_of(double value, Format... format) {
    std::array<char, longest_number> text;
    return {text.data(),
            std::to_chars(text.data(), text.data() + text.size(), value, format...).ptr};
}

}  // namespace

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

std::string plain_text(double value) {
    const double size = std::abs(value);
    const bool digits = value == 0 || (size >= 1e-4 && size < 1e16);
    return digits ? text_of(value + 0.0, std::chars_format::fixed) : number_text(value);
}

std::string fixed_text(double value, int decimals) {
    const double rounded = round_half_away(value, decimals) + 0.0;  // no −0
    return text_of(rounded, std::chars_format::fixed, decimals);
}

std::string scientific_text(double value, int decimals) {
    return text_of(value, std::chars_format::scientific, decimals);
}

std::string scientific_text(double value) {
    return text_of(value, std::chars_format::scientific);
}

std::string significant_text(double value, int digits) {
    return text_of(value + 0.0, std::chars_format::general, digits);
}

std::string typeset(std::string_view number, const NumberSigns& signs) {
    std::string text;
    for (std::size_t at = 0; at < number.size(); ++at) {
        const char c = number[at];
        if (c == '-') {
            text += signs.minus;
        } else if (c == '.') {
            text += signs.decimal;
        } else {
            text += c;
        }
        if (c != 'e') continue;
        if (at + 1 < number.size() && number[at + 1] == '+') ++at;
        if (at + 1 < number.size() && number[at + 1] == '-') {
            text += signs.minus;
            ++at;
        }
        if (at + 2 < number.size() && number[at + 1] == '0') ++at;
    }
    return text;
}

}  // namespace lstm
