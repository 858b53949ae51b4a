/// Rounding in decimal.
#include "model/engine/rounding.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lstm {

std::string_view name_of(RoundingMode mode) {
    switch (mode) {
        case RoundingMode::half_away: return "half_away";
        case RoundingMode::half_even: return "half_even";
        case RoundingMode::truncate: return "truncate";
    }
    return "";
}

std::optional<RoundingMode> rounding_mode_named(std::string_view name) {
    for (const RoundingMode mode : rounding_modes)
        if (name_of(mode) == name) return mode;
    return {};
}

bool Rounding::covers(QuantityId quantity) const {
    return quantities.empty() || std::ranges::find(quantities, quantity) != quantities.end();
}

double round_half_away(double value, int decimals) {
    return rounded(value, decimals, RoundingMode::half_away);
}

double rounded(double value, int decimals, RoundingMode mode) {
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
    const double near = std::min(slack * std::max(size, 1.0), 1e-4);
    const auto whole = [&] {
        switch (mode) {
            case RoundingMode::half_away: break;
            case RoundingMode::half_even: {
                const double below = std::floor(size);
                if (std::abs(size - below - 0.5) > near) return std::floor(size + 0.5);
                return std::fmod(below, 2) == 0 ? below : below + 1;
            }
            case RoundingMode::truncate: return std::floor(size + near);
        }
        return std::floor(size + near + 0.5);
    };
    return std::copysign(whole() / power, value) + 0.0;
}

}  // namespace lstm
