/// Rounding as a person with a pocket calculator does it.
#pragma once

namespace lstm {

/// `value` rounded half away from zero to `decimals` (0 to 17) digits behind the point. A value
/// that is too large to have such digits, an infinity or NaN comes back as it is; −0 becomes 0.
[[nodiscard]] double round_half_away(double value, int decimals);

}  // namespace lstm
