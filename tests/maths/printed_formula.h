/// Working a formula out from nothing but what is printed, digit by digit.
#pragma once

#include "maths/expression.h"

#include <vector>

namespace lstm {

/// All values that a printed number may have been rounded from, or what comes of such.
struct Range {
    double low;
    double high;

    [[nodiscard]] bool holds(double value) const { return low <= value && value <= high; }
};

/// What `pieces` (numbers, σ and tanh, signs and brackets; no letters, no relations) come to. A
/// number with `decimals` or more digits behind the point may have been rounded in the last of
/// them; one with fewer is as printed. Throws std::runtime_error where they are no formula.
[[nodiscard]] Range range_of(const std::vector<FormulaToken>& pieces, int decimals);

/// As a person would read it aloud: "f_0 ≈ σ(0.5 · 2 − 1.5)"; bold letters and what has a link
/// look like all others.
[[nodiscard]] std::string text_of(const Expression& expression);

}  // namespace lstm
