/// Looking up who uses what.
#include "model/engine/chain_rule.h"

namespace lstm {
namespace {

void add_uses(const Cell& cell, const Operand& used, std::vector<GradientTerm>& terms) {
    for (std::size_t e = 0; e < cell.equations.size(); ++e)
        for (std::size_t k = 0; k < cell.equations[e].operands.size(); ++k)
            if (cell.equations[e].operands[k] == used && cell.equations[e].result != cell.readout.p)
                terms.push_back(
                    {GradientTerm::Kind::equation, static_cast<int>(e), static_cast<int>(k)});
}

}  // namespace

std::vector<GradientTerm> terms_of_gradient(const Cell& cell, QuantityId quantity, bool seen) {
    std::vector<GradientTerm> terms;
    if (seen) terms.push_back({GradientTerm::Kind::loss});
    for (const State& state : cell.states)
        if (state.now == quantity) terms.push_back({GradientTerm::Kind::next_step});
    add_uses(cell, {Operand::Kind::quantity, quantity}, terms);
    return terms;
}

std::vector<GradientTerm> terms_of_parameter(const Cell& cell, ParameterId parameter) {
    std::vector<GradientTerm> terms;
    add_uses(cell, {Operand::Kind::parameter, parameter}, terms);
    return terms;
}

}  // namespace lstm
