/// Numbers as people write them, and as they type them.
#pragma once

#include "ui/words/words.h"

#include <optional>
#include <string>
#include <string_view>

namespace lstm {

/// While it lives, the numbers below are written as the language of `words` has it: "0,5" in
/// German. That goes for what this thread shows, and never for a file.
class NumbersOf {
public:
    explicit NumbersOf(const Words& words);
    NumbersOf(const NumbersOf&) = delete;
    NumbersOf& operator=(const NumbersOf&) = delete;
    ~NumbersOf();

private:
    char before_;
};

/// `value` with `decimals` digits behind the point and a proper minus sign. One that is too small
/// to show any of them, or too large for the place, is written as 9.4e−7; "∞", "−∞" and "NaN" as
/// such.
[[nodiscard]] std::string format_value(double value, int decimals);

/// The same for a number at a glance: "≈ 0" where it is too small to show any of its digits; and
/// with a plus sign in front of what is above that.
[[nodiscard]] std::string format_calm(double value, int decimals);
[[nodiscard]] std::string format_calm_change(double value, int decimals);

/// The same with a plus sign in front of what is above zero.
[[nodiscard]] std::string format_signed(double value, int decimals);

/// `value` with `digits` digits from the first that is not 0 on: "0.001164", "5.2e−7", "1.9e5".
[[nodiscard]] std::string format_significant(double value, int digits);

/// The shortest text that tells its size: "−3e5".
[[nodiscard]] std::string format_power(double value);

/// The shortest text that reads back as `value`, for people to copy.
[[nodiscard]] std::string format_exact(double value);

/// The same with the hyphen for a minus sign, as people type and copy it.
[[nodiscard]] std::string format_plain(double value);

/// "12 kB", "1.5 GB": in steps of a thousand, to two digits or three.
[[nodiscard]] std::string format_bytes(double bytes);

/// A finite number as people type it: "0.5", "0,5", "−3", "1e-3", "1/3", with blanks anywhere
/// around. Nothing for everything else.
[[nodiscard]] std::optional<double> parse_value(std::string_view text);

/// `number`, which has a point, with the decimal sign of the language.
[[nodiscard]] std::string with_decimal_sign(std::string number);

/// "₁₂" for 12.
[[nodiscard]] std::string subscript(int number);

}  // namespace lstm
