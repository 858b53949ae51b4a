/// Looking at a cell's lists of gates, states and equations.
#include "ui/state/cell_facts.h"

#include "maths/formula_text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace lstm {

Phase phase_beside(const Cell& cell, Phase phase, int direction) {
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

namespace {

/// The symbol of what does `role`, which exists.
const std::string& symbol(const Cell& cell, Role role) {
    return cell.quantities[cell.at(role)].symbol;
}

/// Whether the share `role` is not chosen, but 1 − another.
bool is_opposite(const Cell& cell, Role role) {
    return cell.equation_of(cell.at(role)).operation == Operation::one_minus;
}

std::string about_forgetting(const Cell& cell) {
    if (const QuantityId heard = cell.find(Role::heard); heard != none)
        return cell.quantities[cell.equation_of(heard).operands.front().id].symbol +
               " chooses how much of the past the new idea hears.";
    const std::string& kept = symbol(cell, Role::kept);
    if (is_opposite(cell, Role::keep))
        return "What is let in strikes out as much: " + formula_of(cell, cell.at(Role::keep)) +
               ", " + kept + ".";
    return symbol(cell, Role::keep) + " strikes out lines of the notebook: " + kept + ".";
}

std::string about_writing(const Cell& cell) {
    if (const QuantityId heard = cell.find(Role::heard); heard != none)
        return "The new idea comes from x and from what " +
               cell.quantities[cell.equation_of(heard).operands.front().id].symbol +
               " lets through.";
    if (!cell.has(Role::admit))
        return "The new idea " + symbol(cell, Role::candidate) + " is let in whole.";
    const std::string& written = symbol(cell, Role::written);
    if (!is_opposite(cell, Role::admit))
        return symbol(cell, Role::admit) + " lets in some of the new idea: " + written + ".";
    const QuantityId admit = cell.at(Role::admit);
    const std::string named = cell.gate_of(admit) == nullptr ? "" : formula_of(cell, admit) + ", ";
    return "What was struck out is written anew: " + named + written + ".";
}

}  // namespace

std::string sentence_about(const Cell& cell, Phase phase) {
    switch (phase) {
        case Phase::read:
            return cell.gates.size() == 1 ? "x and h₋ arrive, and the only clerk hears them."
                                          : "x and h₋ arrive, and all clerks hear them.";
        case Phase::forget: return about_forgetting(cell);
        case Phase::write: return about_writing(cell);
        case Phase::update:
            return cell.has_cell_state()
                       ? "The notebook is what is kept and what is written."
                       : symbol(cell, Role::keep) + " keeps, and " + symbol(cell, Role::admit) +
                             " writes: the two always add up to 1.";
        case Phase::output:
            return symbol(cell, Role::expose) + " chooses how much will be read out.";
        case Phase::speak:
            return "The hidden state is spoken: " + formula_of(cell, cell.hidden().now) + ".";
    }
    return "";
}

std::string formula_of(const Cell& cell, QuantityId quantity) {
    return cell.quantities[quantity].symbol + " = " +
           right_side_text(cell, quantity, FormulaDepth::to_the_named);
}

}  // namespace lstm
