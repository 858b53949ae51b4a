/// Rounding as a person with a pocket calculator does it.
#pragma once

#include "model/cells/cell.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace lstm {

/// How what lies between two numbers of so many digits is decided.
enum class RoundingMode {
    half_away,  ///< to the nearer; a tie away from zero
    half_even,  ///< to the nearer; a tie to the even one (IEEE 754, NumPy, Python's round)
    truncate,   ///< towards zero: what is too long is cut off
};

/// All of them.
inline constexpr std::array rounding_modes{RoundingMode::half_away, RoundingMode::half_even,
                                           RoundingMode::truncate};

/// "half_away", as files spell it.
[[nodiscard]] std::string_view name_of(RoundingMode mode);
[[nodiscard]] std::optional<RoundingMode> rounding_mode_named(std::string_view name);

/// Results rounded before they are used.
struct Rounding {
    /// To `count` digits behind the point, half away from zero, all of them.
    Rounding(int count = 0) : decimals(count) {}

    int decimals;  ///< digits behind the point, 0 to 17
    RoundingMode mode = RoundingMode::half_away;
    std::vector<QuantityId> quantities{};  ///< only these; empty: all

    /// Whether `quantity` is one of those that are rounded.
    [[nodiscard]] bool covers(QuantityId quantity) const;
    friend bool operator==(const Rounding&, const Rounding&) = default;
};

/// How many digits, where there is a rounding.
[[nodiscard]] inline std::optional<int> decimals_of(const std::optional<Rounding>& rounding) {
    return rounding ? std::optional(rounding->decimals) : std::nullopt;
}

/// `value` rounded half away from zero to `decimals` (0 to 17) digits behind the point. A value
/// that is too large to have such digits, an infinity or NaN comes back as it is; −0 becomes 0.
[[nodiscard]] double round_half_away(double value, int decimals);
/// The same in any mode. What lies within a few units in the last place of a tie counts as one, and
/// of a number that need not be cut as that.
[[nodiscard]] double rounded(double value, int decimals, RoundingMode mode);

}  // namespace lstm
