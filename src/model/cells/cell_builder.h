/// Writes a cell's list of equations the way a paper does, one line an equation.
#pragma once

#include "model/cells/cell.h"

#include <string>
#include <vector>

namespace lstm {

class GateBuilder;

/// What a kind of cell is called, and where it comes from; see `Cell`.
struct CellName {
    const char* kind;
    Family family;
    const char* title;
    const char* short_title;
    const char* source;
};

/// Collects quantities, parameters and equations of one cell. It starts with x and the states:
///
///     CellBuilder cell({"rnn", Family::rnn, "Plain RNN", "plain RNN", "Elman 1990"}, form);
///     const auto x = cell.input();
///     const State h = cell.state("h", Role::hidden_state);
///     const Gate hidden = cell.gate("hidden", "h", Role::candidate, Phase::speak)
///                             .product("W", x).product("U", h.previous).tanh(h.now);
///     return cell.finish({hidden});
class CellBuilder {
public:
    /// `form`: which activations and how many biases the gates get.
    explicit CellBuilder(const CellName& name, CellForm form = {});

    /// x, the external input at this timestep.
    QuantityId input();
    /// A carried state NAME and its last value NAME_prev; NAME gets its equation later.
    State state(const std::string& name, Role role);

    /// Begins a gate with weights of its own.
    GateBuilder gate(const std::string& name, const std::string& symbol, Role role, Phase phase);
    /// A gate without: NAME.value = 1 − the value of `other`.
    Gate opposite(const std::string& name, const std::string& symbol, Role role, Phase phase,
                  const Gate& other);

    /// A new quantity a ⊙ b.
    QuantityId multiply(std::string name, std::string symbol, Role role, Phase phase, QuantityId a,
                        QuantityId b);
    /// The state `result` becomes a ⊙ b.
    void multiply(QuantityId result, Phase phase, QuantityId a, QuantityId b);
    /// The state `result` becomes a + b.
    void add(QuantityId result, Phase phase, QuantityId a, QuantityId b);
    /// A new quantity tanh(c), or what the form has instead.
    QuantityId squash(std::string name, Role role, Phase phase, QuantityId c);
    /// A new quantity 1 − a.
    QuantityId one_minus(std::string name, std::string symbol, Role role, Phase phase,
                         QuantityId a);
    /// The state `result` becomes tanh(c), or what the form has instead.
    void squash(QuantityId result, Phase phase, QuantityId c);

    /// y = W h + b. The last thing before `finish`.
    void readout(QuantityId h);

    /// The finished cell; `gates` in the order in which lessons present them.
    Cell finish(std::vector<Gate> gates);

private:
    friend class GateBuilder;

    QuantityId quantity(std::string name, std::string symbol, Role role, Extent extent,
                        Phase phase);
    ParameterId parameter(const std::string& gate, const char* letter, Extent rows, Extent columns);
    void equation(QuantityId result, Phase phase, Operation operation,
                  std::vector<Operand> operands, Activation function = Activation::identity);

    Cell cell_;
};

/// One gate in the making: what is added up to its z, then the function that makes its value.
class GateBuilder {
public:
    GateBuilder(CellBuilder& cell, std::string name, std::string symbol, Role role, Phase phase);

    /// Adds NAME.wx = W x, or NAME.uh = U h₋: the matrix `letter` times `vector`.
    GateBuilder& product(const char* letter, QuantityId vector);
    /// Adds NAME.pc = p ⊙ c: a peephole, one weight a unit.
    GateBuilder& peephole(QuantityId c);
    /// Adds NAME.ra = r ⊙ NAME.a, NAME.a = NAME.uh + b_u, NAME.uh = U `vector`; without biases r ⊙
    /// NAME.uh.
    GateBuilder& reset_product(QuantityId r, QuantityId vector);

    /// NAME.z = all that was added + b; NAME.value = σ(NAME.z), or what the form has instead. Of two
    /// biases one goes into NAME.wx_b = NAME.wx + b, the other into NAME.uh_b = NAME.uh + b_u.
    Gate sigmoid();
    /// The same with tanh. `result`: the state that the value is, rather than a NAME.value.
    Gate tanh(QuantityId result = none);

private:
    QuantityId quantity(const char* suffix, std::string symbol, Role role);
    ParameterId parameter(const char* letter, Extent columns);
    void add_biases();
    void add_bias(const char* letter, const char* suffix, Operand& product);
    Gate finish(Activation own, QuantityId result);

    CellBuilder& cell_;
    Gate gate_;
    std::string symbol_;
    Phase phase_;
    std::vector<Operand> addends_;
};

}  // namespace lstm
