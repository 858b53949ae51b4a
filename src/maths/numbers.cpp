/// Writing doubles, by {fmt}: the same digits wherever the program is built.
#include "maths/numbers.h"

#include "model/engine/rounding.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <system_error>

namespace lstm {
namespace {

/// The fewest digits that tell a number from all others: 0.d₁d₂d₃… × 10^point.
struct Digits {
    bool negative = false;
    std::string digits;
    int point = 0;
};

Digits digits_of(double value) {
    const std::string text = fmt::format("{}", value);
    Digits result{std::signbit(value), {}, 0};
    std::size_t whole = std::string::npos;  // digits before the point
    std::size_t at = result.negative ? 1 : 0;
    for (; at < text.size() && text[at] != 'e'; ++at) {
        if (text[at] == '.') {
            whole = result.digits.size();
        } else {
            result.digits += text[at];
        }
    }
    if (whole == std::string::npos) whole = result.digits.size();
    if (at < text.size()) {
        const std::size_t from = at + (text[at + 1] == '+' ? 2 : 1);
        std::from_chars(text.data() + from, text.data() + text.size(), result.point);
    }
    result.point += static_cast<int>(whole);
    const std::size_t first = std::min(result.digits.find_first_not_of('0'), result.digits.size());
    result.digits.erase(0, first);
    result.point -= static_cast<int>(first);
    while (result.digits.ends_with('0')) result.digits.pop_back();
    if (result.digits.empty()) return {result.negative, "0", 1};
    return result;
}

/// Without a power of ten. From 2⁵³ on the zeros in the place of the digits that do not matter
/// would be wrong ones: there it is every digit of the number.
std::string fixed_of(double value, const Digits& number) {
    constexpr double all_whole = 9007199254740992;
    if (std::abs(value) > all_whole) return fmt::format("{:.0f}", value);
    const auto& [negative, digits, point] = number;
    std::string text = negative ? "-" : "";
    const int count = static_cast<int>(digits.size());
    if (point <= 0) return text + "0." + std::string(-point, '0') + digits;
    if (point >= count) return text + digits + std::string(point - count, '0');
    return text + digits.substr(0, point) + "." + digits.substr(point);
}

/// With a power of ten of two digits at least.
std::string scientific_of(const Digits& number) {
    std::string text = number.negative ? "-" : "";
    text += number.digits.front();
    if (number.digits.size() > 1) text += "." + number.digits.substr(1);
    const int power = number.digits == "0" ? 0 : number.point - 1;
    return text + fmt::format("e{}{:02}", power < 0 ? '-' : '+', std::abs(power));
}

/// The shorter of both, without a power where they are equally long: std::to_chars' choice.
std::string shortest_of(double value) {
    const Digits digits = digits_of(value);
    std::string scientific = scientific_of(digits);
    // The longest that could be as short is not written out in vain.
    if (std::abs(digits.point) > 30) return scientific;
    std::string fixed = fixed_of(value, digits);
    return fixed.size() <= scientific.size() ? fixed : scientific;
}

}  // namespace

void append_number(std::string& out, double value) {
    if (!std::isfinite(value)) {
        out += std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        return;
    }
    out += shortest_of(value);
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
    return digits ? fixed_of(value + 0.0, digits_of(value + 0.0)) : number_text(value);
}

std::string fixed_text(double value, int decimals) {
    const double rounded = round_half_away(value, decimals) + 0.0;  // no −0
    return fmt::format("{:.{}f}", rounded, decimals);
}

std::string scientific_text(double value, int decimals) {
    return fmt::format("{:.{}e}", value, decimals);
}

std::string scientific_text(double value) {
    return scientific_of(digits_of(value));
}

std::string significant_text(double value, int digits) {
    return fmt::format("{:.{}g}", value + 0.0, digits);
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
