/// Rounding half away from zero in decimal.
#include "model/engine/rounding.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lstm {

double round_half_away(double value, int decimals) {
    static constexpr std::array<double, 18> powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,
                                                   1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17};
    const double power = powers[static_cast<std::size_t>(decimals)];
    const double scaled = value * power;
    // From here on a double has no digit to round: all are integers, or a product that should be an
    // integer may miss it by a half.
    const double too_large = decimals == 0 ? 0x1p52 : 0x1p51;
    if (!(std::abs(scaled) < too_large)) return value;
    // 0.35 × 0.3 is a tie on paper (0.105) but a little less in binary: what lies within a few
    // units in the last place of a tie counts as one.
    constexpr double slack = 8 * std::numeric_limits<double>::epsilon();
    const double size = std::abs(scaled);
    const double nudged = size + std::min(slack * std::max(size, 1.0), 1e-4);
    return std::copysign(std::floor(nudged + 0.5) / power, value) + 0.0;
}

}  // namespace lstm
