/// A sentence for each phase, chosen by what the cell's quantities do.
#include "ui/words/phases.h"

#include "ui/state/cell_facts.h"

namespace lstm {
namespace {

/// The symbol of what does `role`, which exists.
const std::string& symbol(const Cell& cell, Role role) {
    return cell.quantities[cell.at(role)].symbol;
}

/// Whether the share `role` is not chosen, but 1 − another.
bool is_opposite(const Cell& cell, Role role) {
    return cell.equation_of(cell.at(role)).operation == Operation::one_minus;
}

/// The symbol of the gate that chooses how much is heard, where there is one.
const std::string* reset_symbol(const Cell& cell) {
    const QuantityId heard = cell.find(Role::heard);
    if (heard == none) return nullptr;
    return &cell.quantities[cell.equation_of(heard).operands.front().id].symbol;
}

std::string about_forgetting(const Words& words, const Cell& cell) {
    if (const std::string* const reset = reset_symbol(cell))
        return words("phase.forget.reset", {{"gate", *reset}});
    const std::string& kept = symbol(cell, Role::kept);
    if (is_opposite(cell, Role::keep))
        return words("phase.forget.opposite",
                     {{"formula", formula_of(cell, cell.at(Role::keep))}, {"stays", kept}});
    return words("phase.forget.keep", {{"gate", symbol(cell, Role::keep)}, {"stays", kept}});
}

std::string about_writing(const Words& words, const Cell& cell) {
    if (const std::string* const reset = reset_symbol(cell))
        return words("phase.write.reset", {{"gate", *reset}});
    if (!cell.has(Role::admit))
        return words("phase.write.whole", {{"idea", symbol(cell, Role::candidate)}});
    const std::string& written = symbol(cell, Role::written);
    if (!is_opposite(cell, Role::admit))
        return words("phase.write.admit",
                     {{"gate", symbol(cell, Role::admit)}, {"comes", written}});
    const QuantityId admit = cell.at(Role::admit);
    if (cell.gate_of(admit) == nullptr) return words("phase.write.opposite", {{"comes", written}});
    return words("phase.write.opposite_gate",
                 {{"formula", formula_of(cell, admit)}, {"comes", written}});
}

}  // namespace

std::string phase_name(const Words& words, Phase phase) {
    return words("phase." + std::string(name_of(phase)));
}

std::string sentence_about(const Words& words, const Cell& cell, Phase phase) {
    switch (phase) {
        case Phase::read:
            return words(cell.gates.size() == 1 ? "phase.read.one_gate" : "phase.read.gates");
        case Phase::forget: return about_forgetting(words, cell);
        case Phase::write: return about_writing(words, cell);
        case Phase::update:
            if (cell.has_cell_state()) return words("phase.update.sum");
            return words("phase.update.shares", {{"keep", symbol(cell, Role::keep)},
                                                 {"admit", symbol(cell, Role::admit)}});
        case Phase::output:
            return words("phase.output.expose", {{"gate", symbol(cell, Role::expose)}});
        case Phase::speak:
            return words("phase.speak.state", {{"formula", formula_of(cell, cell.hidden().now)}});
    }
    return "";
}

std::string backward_sentence(const Words& words, const Cell& cell, Phase phase) {
    if (phase == Phase::speak) return words("phase.backward.speak");
    if (phase == Phase::read) return words("phase.backward.read");
    if (phase == Phase::update && cell.has_cell_state()) return words("phase.backward.update");
    std::string deltas;
    for (const Gate& gate : cell.gates)
        if (gate.z != none && cell.quantities[gate.value].phase == phase)
            deltas += (deltas.empty() ? "δ " : ", δ ") + cell.quantities[gate.value].symbol;
    if (deltas.empty()) return words("phase.backward.no_weights");
    return words("phase.backward.weights", {{"deltas", deltas}});
}

}  // namespace lstm
