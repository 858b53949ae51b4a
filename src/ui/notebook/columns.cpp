/// Choosing columns by what a cell's quantities do.
#include "ui/notebook/columns.h"

#include <algorithm>

namespace lstm {
namespace {

/// The columns of a cell whose only gate writes over all that was said: what it adds up.
Columns columns_of_terms(const Cell& cell) {
    Columns columns{{cell.memory().previous, "column.said", Ink::old}};
    for (const QuantityId id : cell.gates.front().quantities) {
        if (cell.is_state(id)) continue;
        const Equation& made = cell.equation_of(id);
        const bool is_term = made.operation == Operation::matrix_vector;
        columns.push_back({id,
                           !is_term                                ? "column.sum"
                           : made.operands.back().id == cell.input ? "column.of_input"
                                                                   : "column.of_previous",
                           Ink::term});
    }
    columns.push_back({cell.memory().now, "column.says_aloud", Ink::page});
    return columns;
}

/// The column of a gate.
Column column_of(const Gate& gate) {
    switch (gate.role) {
        case Role::keep: return {gate.value, "column.keep", Ink::share};
        case Role::admit: return {gate.value, "column.admit", Ink::share};
        case Role::reset: return {gate.value, "column.reset", Ink::share};
        case Role::expose: return {gate.value, "column.expose", Ink::share};
        default: return {gate.value, "column.idea", Ink::idea};
    }
}

}  // namespace

Columns columns_in_order(const Cell& cell) {
    if (cell.family == Family::rnn) return columns_of_terms(cell);
    const bool apart = cell.has_cell_state();
    Columns columns{{cell.memory().previous, "column.said", Ink::old}};
    for (const Gate& gate : cell.gates)
        if (gate.role != Role::expose) columns.push_back(column_of(gate));
    std::stable_sort(columns.begin(), columns.end(), [&](const Column& a, const Column& b) {
        return cell.quantities[a.id].phase < cell.quantities[b.id].phase;
    });
    if (cell.has(Role::written))
        columns.push_back({cell.at(Role::written), "column.new", Ink::fresh});
    columns.push_back({cell.memory().now, apart ? "column.says" : "column.says_aloud", Ink::page});
    if (const Gate* const reader = cell.find_gate(Role::expose))
        columns.push_back(column_of(*reader));
    if (apart) columns.push_back({cell.hidden().now, "column.aloud", Ink::hidden});
    return columns;
}

}  // namespace lstm
