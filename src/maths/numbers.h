/// Numbers as text: the one place where a double becomes digits, for files and for people.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lstm {

// As files have them: a point, a hyphen for a minus sign, "1e-07".

/// Appends the shortest text that reads back as `value`: "0.1", "1e-300", "-0.0" (a JSON reader
/// would take "-0" for an integer and lose the sign), or "NaN", "Infinity", "-Infinity".
void append_number(std::string& out, double value);

/// The same, of `value` rounded half away from zero to `digits` behind the point, if given.
void append_number(std::string& out, double value, std::optional<int> digits);

/// `append_number` as a string of its own.
[[nodiscard]] std::string number_text(double value);

/// A finite number as `number_text` has it, but that digits stand for a power of ten from 1e-4 to
/// just under 1e16: "100000", where that would have "1e+05".
[[nodiscard]] std::string plain_text(double value);

/// A finite number with exactly `decimals` digits behind the point, rounded half away from zero,
/// and never "-0": "0.13" for 0.125 and 2.
[[nodiscard]] std::string fixed_text(double value, int decimals);

/// A finite number with a power of ten and `decimals` digits behind the point: "9.38e-07".
[[nodiscard]] std::string scientific_text(double value, int decimals);
/// The same with as few digits as read back as `value`.
[[nodiscard]] std::string scientific_text(double value);

/// A finite number with `digits` digits from the first that is not 0 on, fewer where these say all
/// of it: "0.001164", "5.2e-07".
[[nodiscard]] std::string significant_text(double value, int digits);

// As people read them.

/// The signs that a reader is used to.
struct NumberSigns {
    char decimal = '.';
    std::string_view minus = "-";
};

/// `number`, as files have it, with the signs of a reader and no zero in front of a power:
/// "−1,5e−7" for "-1.5e-07".
[[nodiscard]] std::string typeset(std::string_view number, const NumberSigns& signs);

}  // namespace lstm
