/// Writes a cell's list of equations the way a paper does, one line an equation.
#pragma once

#include "model/cell.h"

namespace lstm {

/// Collects quantities, parameters and equations of one cell.
class CellBuilder {
public:
    explicit CellBuilder(std::string kind);

    /// The external input at this timestep.
    QuantityId input(std::string name, std::string symbol, Extent extent);

    /// A carried state NAME and its last value NAME_prev; NAME gets its equation later.
    State state(const std::string& name, const std::string& symbol);

    /// NAME.wx = W x, NAME.uh = U h₋, NAME.z = wx + uh + b, NAME.value = activation(z).
    Gate gate(const std::string& name, const std::string& symbol, Operation activation, Phase phase,
              QuantityId x, QuantityId h_prev);

    /// A new quantity a ⊙ b.
    QuantityId multiply(std::string name, std::string symbol, Phase phase, QuantityId a,
                        QuantityId b);
    /// The state `result` becomes a ⊙ b.
    void multiply(QuantityId result, Phase phase, QuantityId a, QuantityId b);
    /// The state `result` becomes a + b.
    void add(QuantityId result, Phase phase, QuantityId a, QuantityId b);
    /// A new quantity tanh(a).
    QuantityId tanh(std::string name, std::string symbol, Phase phase, QuantityId a);

    /// The finished cell; `gates` in the order in which lessons present them.
    Cell finish(std::vector<Gate> gates);

private:
    QuantityId quantity(std::string name, std::string symbol, Extent extent, Phase phase);
    ParameterId parameter(const std::string& gate, const char* letter, Extent columns);
    void equation(QuantityId result, Phase phase, Operation operation,
                  std::vector<Operand> operands);

    Cell cell_;
};

}  // namespace lstm
