// Doubles to and from text, as std::to_chars and std::from_chars have them: libc++ 13 knows
// integers only.
//
// A header of its own, so that tests/maths can hold it against a library that has them.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>

namespace doubles {

/// The fewest digits that tell a number from all others: 0.d₁d₂d₃… × 10^point.
struct Digits {
    bool negative = false;
    std::string digits;
    int point = 0;
};

inline Digits digits_of(double value) {
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
    while (!result.digits.empty() && result.digits.back() == '0') result.digits.pop_back();
    if (result.digits.empty()) return {result.negative, "0", 1};
    return result;
}

/// Without a power of ten. From 2⁵³ on the zeros in the place of the digits that do not matter
/// would be wrong ones: there it is every digit of the number.
inline std::string fixed_of(double value, const Digits& number) {
    constexpr double all_whole = 9007199254740992;
    if (std::abs(value) > all_whole) return fmt::format("{:.0f}", value);
    const std::string& digits = number.digits;
    const int count = static_cast<int>(digits.size()), point = number.point;
    std::string text = number.negative ? "-" : "";
    if (point <= 0)
        return text + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    if (point >= count)
        return text + digits + std::string(static_cast<std::size_t>(point - count), '0');
    const auto whole = static_cast<std::size_t>(point);
    return text + digits.substr(0, whole) + "." + digits.substr(whole);
}

/// With a power of ten of two digits at least.
inline std::string scientific_of(const Digits& number) {
    std::string text = number.negative ? "-" : "";
    text += number.digits.front();
    if (number.digits.size() > 1) text += "." + number.digits.substr(1);
    const int power = number.digits == "0" ? 0 : number.point - 1;
    return text + fmt::format("e{}{:02}", power < 0 ? '-' : '+', std::abs(power));
}

/// The shorter of both, without a power where they are equally long.
inline std::string shortest_of(double value) {
    const Digits digits = digits_of(value);
    std::string scientific = scientific_of(digits);
    if (std::abs(digits.point) > 30) return scientific;  // fixed is longer
    std::string fixed = fixed_of(value, digits);
    return fixed.size() <= scientific.size() ? fixed : scientific;
}

inline std::to_chars_result put(char* first, char* last, const std::string& text) {
    if (last - first < static_cast<std::ptrdiff_t>(text.size()))
        return {last, std::errc::value_too_large};
    return {std::copy(text.begin(), text.end(), first), std::errc()};
}

inline std::to_chars_result to_chars(char* first, char* last, double value) {
    if (!std::isfinite(value)) return put(first, last, fmt::format("{}", value));
    return put(first, last, shortest_of(value));
}

/// Of the formats that we ask for: fixed and scientific.
inline std::to_chars_result to_chars(char* first, char* last, double value,
                                     std::chars_format format) {
    const Digits digits = digits_of(value);
    return put(
        first, last,
        format == std::chars_format::fixed ? fixed_of(value, digits) : scientific_of(digits));
}

inline std::to_chars_result to_chars(char* first, char* last, double value,
                                     std::chars_format format, int precision) {
    const char* const pattern = format == std::chars_format::fixed        ? "{:.{}f}"
                                : format == std::chars_format::scientific ? "{:.{}e}"
                                                                          : "{:.{}g}";
    return put(first, last, fmt::format(fmt::runtime(pattern), value, precision));
}

/// Digits with a point and a power of ten; no blanks, no plus sign, no inf and nan.
inline std::from_chars_result from_chars(const char* first, const char* last, double& value) {
    const char* end = first;
    const auto digits = [&] {
        const char* const from = end;
        while (end != last && *end >= '0' && *end <= '9') ++end;
        return end - from;
    };
    if (end != last && *end == '-') ++end;
    auto count = digits();
    if (end != last && *end == '.') {
        ++end;
        count += digits();
    }
    if (count == 0) return {first, std::errc::invalid_argument};
    const char* const mantissa = end;
    if (end != last && (*end == 'e' || *end == 'E')) {
        ++end;
        if (end != last && (*end == '-' || *end == '+')) ++end;
        if (digits() == 0) end = mantissa;
    }
    const double read = std::strtod(std::string(first, end).c_str(), nullptr);
    const bool vanished =
        read == 0 && std::string_view(first, static_cast<std::size_t>(mantissa - first))
                             .find_first_of("123456789") != std::string_view::npos;
    if (!std::isfinite(read) || vanished) return {end, std::errc::result_out_of_range};
    value = read;
    return {end, std::errc()};
}

}  // namespace doubles
