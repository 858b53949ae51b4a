/// Strings and lists of numbers as JSON text.
#pragma once

#include "maths/numbers.h"

#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace lstm {

/// `text` in quotes, with escapes where JSON needs them; what is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);

/// Appends "[1, 2]" with `separator` for the ", ". What is not finite becomes a string, "NaN".
template <class Numbers>
void append_list(std::string& out, const Numbers& numbers, std::string_view separator,
                 std::optional<int> digits = {}) {
    out += '[';
    for (int k = 0; k < static_cast<int>(numbers.size()); ++k) {
        if (k > 0) out += separator;
        const bool quoted = !std::isfinite(numbers[k]);
        if (quoted) out += '"';
        append_number(out, numbers[k], digits);
        if (quoted) out += '"';
    }
    out += ']';
}

}  // namespace lstm
