/// Looking clamps up, and telling lists of them apart.
#include "model/engine/clamp.h"

#include <algorithm>

namespace lstm {

const Clamp* clamp_on(const std::vector<Clamp>& clamps, QuantityId quantity, int element, int t) {
    const auto found = std::find_if(clamps.rbegin(), clamps.rend(), [&](const Clamp& clamp) {
        return clamp.covers(quantity, element, t);
    });
    return found == clamps.rend() ? nullptr : &*found;
}

std::optional<int> first_difference(const std::vector<Clamp>& before,
                                    const std::vector<Clamp>& after) {
    // What both begin with, and what both end with, clamps the same in both wherever nothing
    // between them does.
    const auto [a, b] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto [a_end, b_end] = std::mismatch(before.rbegin(), std::make_reverse_iterator(a),
                                              after.rbegin(), std::make_reverse_iterator(b));
    std::optional<int> first;
    const auto include = [&](const Clamp& clamp) {
        first = std::min(first.value_or(clamp.from), clamp.from);
    };
    std::for_each(a, a_end.base(), include);
    std::for_each(b, b_end.base(), include);
    return first;
}

const Gate* gate_of_value(const Cell& cell, QuantityId quantity) {
    const auto gate = std::find_if(cell.gates.begin(), cell.gates.end(),
                                   [&](const Gate& g) { return g.value == quantity; });
    return gate == cell.gates.end() ? nullptr : &*gate;
}

}  // namespace lstm
