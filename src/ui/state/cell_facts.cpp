/// Looking at a cell's lists of gates, states and equations.
#include "ui/state/cell_facts.h"

#include "maths/notation.h"

#include <algorithm>
#include <vector>

namespace lstm {
namespace {

/// "W x + U h₋ + b": the right side of what computes `quantity`, up to what has a letter.
std::string right_side(const Cell& cell, QuantityId quantity);

/// An operand, in brackets where it is a sum inside a product.
std::string factor(const Cell& cell, const Operand& operand, bool brackets) {
    if (operand.kind == Operand::Kind::parameter) return cell.parameters[operand.id].letter;
    if (is_named(cell, operand.id)) return cell.quantities[operand.id].symbol;
    const std::string text = right_side(cell, operand.id);
    const Operation made_by = cell.equations[cell.quantities[operand.id].equation].operation;
    const bool is_function = made_by == Operation::sigmoid || made_by == Operation::tanh;
    return brackets && !is_function ? "(" + text + ")" : text;
}

std::string right_side(const Cell& cell, QuantityId quantity) {
    const Equation& equation = cell.equations[cell.quantities[quantity].equation];
    const auto joined = [&](const std::string& sign, bool brackets) {
        std::string text;
        for (const Operand& operand : equation.operands)
            text += (text.empty() ? "" : sign) + factor(cell, operand, brackets);
        return text;
    };
    const auto applied = [&](const std::string& function) {
        const std::string argument = factor(cell, equation.operands[0], false);
        const bool is_letter = argument.find(' ') == std::string::npos;
        return is_letter ? function + " " + argument : function + "(" + argument + ")";
    };
    switch (equation.operation) {
        case Operation::matrix_vector: return joined(" ", true);
        case Operation::add: return joined(" + ", false);
        case Operation::multiply: return joined(" ⊙ ", true);
        case Operation::one_minus: return "1 − " + factor(cell, equation.operands[0], true);
        case Operation::sigmoid: return applied("σ");
        case Operation::tanh: return applied("tanh");
    }
    return "";
}

}  // namespace

State notebook_of(const Cell& cell) {
    return cell.states.back();
}

Phase phase_beside(const Cell& cell, Phase phase, int direction) {
    const std::vector<Phase> phases = cell.phases();
    const auto here = std::find(phases.begin(), phases.end(), phase) - phases.begin();
    const auto last = static_cast<std::ptrdiff_t>(phases.size()) - 1;
    return phases[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(here + direction, 0, last))];
}

QuantityId main_result(const Cell& cell, Phase phase) {
    for (const char* name : {"written", "forget.value", "reset.value", "candidate.value", "c",
                             "update.value", "output.value", "h", "x"}) {
        const QuantityId quantity = cell.find(name);
        if (quantity != none && cell.quantities[quantity].phase == phase &&
            !(phase == Phase::update && quantity == cell.find("written")))
            return quantity;
    }
    return cell.states.front().now;
}

std::string sentence_about(const Cell& cell, Phase phase) {
    const bool has_notebook = cell.states.size() > 1;
    const Gate* const input = cell.find_gate("input");
    const Gate* const forget = cell.find_gate("forget");
    switch (phase) {
        case Phase::read:
            return cell.gates.size() == 1 ? "x and h₋ arrive, and the only clerk hears them."
                                          : "x and h₋ arrive, and all clerks hear them.";
        case Phase::forget:
            if (!has_notebook) return "r chooses how much of the past the new idea hears.";
            if (forget->parameters.empty())
                return "What is let in strikes out as much: f = 1 − i, f ⊙ c₋.";
            return "f strikes out lines of the notebook: f ⊙ c₋.";
        case Phase::write:
            if (!has_notebook) return "The new idea comes from x and from what r lets through.";
            if (input == nullptr) return "The new idea c̃ is let in whole.";
            if (input->parameters.empty())
                return "What was struck out is written anew: i = 1 − f, i ⊙ c̃.";
            return "i lets in some of the new idea: i ⊙ c̃.";
        case Phase::update:
            return has_notebook ? "The notebook is what is kept and what is written."
                                : "u keeps, and 1 − u writes: the two always add up to 1.";
        case Phase::output: return "o chooses how much will be read out.";
        case Phase::speak:
            return "The hidden state is spoken: " + formula_of(cell, cell.states.front().now) + ".";
    }
    return "";
}

std::string formula_of(const Cell& cell, QuantityId quantity) {
    return cell.quantities[quantity].symbol + " = " + right_side(cell, quantity);
}

}  // namespace lstm
