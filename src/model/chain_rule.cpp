/// Looking up who uses what.
#include "model/chain_rule.h"

namespace lstm {
namespace {

void add_uses(const Cell& cell, const Operand& used, std::vector<Contribution>& contributions) {
    for (std::size_t e = 0; e < cell.equations.size(); ++e)
        for (std::size_t k = 0; k < cell.equations[e].operands.size(); ++k)
            if (cell.equations[e].operands[k] == used)
                contributions.push_back(
                    {Contribution::Kind::equation, static_cast<int>(e), static_cast<int>(k)});
}

}  // namespace

std::vector<Contribution> contributions_to(const Cell& cell, QuantityId quantity, bool seen) {
    std::vector<Contribution> contributions;
    if (seen) contributions.push_back({Contribution::Kind::loss});
    for (const State& state : cell.states)
        if (state.now == quantity) contributions.push_back({Contribution::Kind::next_step});
    add_uses(cell, {Operand::Kind::quantity, quantity}, contributions);
    return contributions;
}

std::vector<Contribution> contributions_to_parameter(const Cell& cell, ParameterId parameter) {
    std::vector<Contribution> contributions;
    add_uses(cell, {Operand::Kind::parameter, parameter}, contributions);
    return contributions;
}

}  // namespace lstm
