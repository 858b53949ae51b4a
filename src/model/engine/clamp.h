/// A gate's value that is given, in the place of the one that is computed.
#pragma once

#include "model/cells/cell.h"

#include <optional>
#include <vector>

namespace lstm {

/// `quantity`, the value of a gate, is clamped to `value` from timestep `from` to timestep `to`.
struct Clamp {
    QuantityId quantity = none;
    std::optional<int> element;  ///< absent: all of them
    int from = 1;                ///< 1 ≤ from ≤ to
    int to = 1;
    double value = 0;  ///< finite; taken as it is, however the other numbers are rounded

    [[nodiscard]] bool covers(int t) const { return from <= t && t <= to; }
    [[nodiscard]] bool covers(QuantityId q, int k, int t) const {
        return q == quantity && (!element || *element == k) && covers(t);
    }

    friend bool operator==(const Clamp&, const Clamp&) = default;
};

/// The clamp on `quantity[element]` at timestep `t`: where several cover it, the last; or
/// nullptr.
[[nodiscard]] const Clamp* clamp_on(const std::vector<Clamp>& clamps, QuantityId quantity,
                                    int element, int t);

/// The first timestep at which the two lists may differ in what they clamp, or none.
[[nodiscard]] std::optional<int> first_difference(const std::vector<Clamp>& before,
                                                  const std::vector<Clamp>& after);

/// The gate whose value `quantity` is, and which can be clamped; nullptr for every other quantity.
[[nodiscard]] const Gate* gate_of_value(const Cell& cell, QuantityId quantity);

}  // namespace lstm
