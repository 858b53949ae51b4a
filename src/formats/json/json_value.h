/// Numbers as JSON values.
#pragma once

#include "maths/numbers.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace lstm {

/// `number`, or where it is not finite a string: "NaN", "Infinity", "-Infinity". JSON has no such
/// numbers.
[[nodiscard]] inline nlohmann::ordered_json json_number(double number) {
    if (std::isfinite(number)) return number;
    return number_text(number);
}

}  // namespace lstm
