/// Formatting and reading numbers.
#include "ui/words/numbers.h"

#include "maths/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

namespace lstm {
namespace {

constexpr std::string_view minus = "−";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// What this thread puts between a number's whole and its parts.
thread_local char decimal_sign = '.';

/// `number`, as files have it, for people.
std::string shown(std::string_view number) {
    return typeset(number, {decimal_sign, minus});
}

std::optional<double> parse_plain(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-')) return {};
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return value;
}

/// Whether no digit of `value` is among the first `decimals` behind the point, though it is not 0.
bool vanishes(double value, int decimals) {
    return value != 0 && std::abs(value) < 0.5 * std::pow(10.0, -decimals);
}

}  // namespace

NumbersOf::NumbersOf(const Words& words) : before_(decimal_sign) {
    decimal_sign = words("number.decimal_sign").front();
}

NumbersOf::~NumbersOf() {
    decimal_sign = before_;
}

std::string format_value(double value, int decimals) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value > 0 ? "∞" : "−∞";
    if (vanishes(value, decimals) || std::abs(value) >= 1e7)
        return shown(scientific_text(value, 1));
    return shown(fixed_text(value, decimals));
}

std::string format_calm(double value, int decimals) {
    return vanishes(value, decimals) ? "≈ 0" : format_value(value, decimals);
}

std::string format_calm_change(double value, int decimals) {
    return vanishes(value, decimals) ? "≈ 0" : format_signed(value, decimals);
}

std::string format_signed(double value, int decimals) {
    return (value > 0 ? "+" : "") + format_value(value, decimals);
}

std::string format_power(double value) {
    if (!std::isfinite(value)) return format_value(value, 1);
    return shown(scientific_text(value, 0));
}

std::string format_significant(double value, int digits) {
    if (!std::isfinite(value)) return format_value(value, 1);
    return shown(significant_text(value, digits));
}

std::string format_exact(double value) {
    if (!std::isfinite(value)) return format_value(value, 1);
    return shown(plain_text(value));
}

std::string format_plain(double value) {
    std::string text = format_exact(value);
    replace_all(text, minus, "-");
    return text;
}

std::string format_bytes(double bytes) {
    static constexpr std::string_view units[] = {"bytes", "kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    while (bytes >= 999.5 && unit + 1 < std::size(units)) {
        bytes /= 1000;
        ++unit;
    }
    const int decimals = unit > 0 && bytes < 9.95 ? 1 : 0;
    return fmt::format("{} {}", shown(fmt::format("{:.{}f}", bytes, decimals)), units[unit]);
}

std::optional<double> parse_value(std::string_view text) {
    std::string plain(text);
    replace_all(plain, minus, "-");
    std::replace(plain.begin(), plain.end(), ',', '.');
    const std::size_t slash = plain.find('/');
    if (slash == std::string::npos) return parse_plain(plain);
    const auto above = parse_plain(std::string_view(plain).substr(0, slash));
    const auto below = parse_plain(std::string_view(plain).substr(slash + 1));
    if (!above || !below || *below == 0) return {};
    const double value = *above / *below;
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string with_decimal_sign(std::string number) {
    std::ranges::replace(number, '.', decimal_sign);
    return number;
}

std::string subscript(int number) {
    static constexpr std::string_view digits[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
    std::string text;
    for (const char digit : std::to_string(number)) text += digits[digit - '0'];
    return text;
}

}  // namespace lstm
