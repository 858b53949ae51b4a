/// Doubles as text that reads back bit for bit.
#pragma once

#include <optional>
#include <string>

namespace lstm {

/// Appends the shortest text that reads back as `value`: "0.1", "1e-300", "-0.0" (a JSON reader
/// would take "-0" for an integer and lose the sign), or "NaN", "Infinity", "-Infinity".
void append_number(std::string& out, double value);

/// The same, of `value` rounded half away from zero to `digits` behind the point, if given.
void append_number(std::string& out, double value, std::optional<int> digits);

/// `append_number` as a string of its own.
[[nodiscard]] std::string number_text(double value);

}  // namespace lstm
