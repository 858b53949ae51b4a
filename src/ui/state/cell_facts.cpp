/// Looking at a cell's lists of gates, states and equations.
#include "ui/state/cell_facts.h"

#include "maths/formula_text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace lstm {

Phase adjacent_phase(const Cell& cell, Phase phase, int direction) {
    const std::vector<Phase> phases = cell.phases();
    const auto here = std::find(phases.begin(), phases.end(), phase) - phases.begin();
    const auto last = static_cast<std::ptrdiff_t>(phases.size()) - 1;
    return phases[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(here + direction, 0, last))];
}

QuantityId main_result(const Cell& cell, Phase phase) {
    constexpr std::array roles{Role::written, Role::keep,         Role::reset,
                               Role::admit,   Role::candidate,    Role::cell_state,
                               Role::expose,  Role::hidden_state, Role::input};
    for (const Role role : roles) {
        const QuantityId quantity = cell.find(role);
        if (quantity == none || cell.quantities[quantity].phase != phase) continue;
        // Where the shares are chosen in the same phase, they are what it is about.
        if (role == Role::written && phase == Phase::update) continue;
        return quantity;
    }
    return cell.hidden().now;
}

std::string formula_of(const Cell& cell, QuantityId quantity) {
    return cell.quantities[quantity].symbol + " = " +
           right_side_text(cell, quantity, FormulaDepth::to_the_named);
}

}  // namespace lstm
