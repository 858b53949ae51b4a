/// A cell: the short list of equations that a recurrent unit computes at each timestep.
///
/// Everything that follows the arithmetic (forward pass, views, exports) walks this one list. A new
/// kind of cell is one more list (see lstm.cpp); no other code names a gate.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// Index of a quantity in `Cell::quantities`.
using QuantityId = int;
/// Index of a parameter in `Cell::parameters`.
using ParameterId = int;

inline constexpr int none = -1;

/// A length that is known only once the cell gets its sizes.
enum class Extent { one, input, hidden };

/// input_size and hidden_size of one concrete cell.
struct Sizes {
    int input = 1;
    int hidden = 1;

    /// The length that `extent` stands for.
    [[nodiscard]] int of(Extent extent) const {
        return extent == Extent::one ? 1 : extent == Extent::input ? input : hidden;
    }
    friend bool operator==(const Sizes&, const Sizes&) = default;
};

/// What an equation does with its operands. The set is closed: this is no general autodiff.
enum class Operation {
    matrix_vector,  ///< parameter (matrix) × quantity
    add,            ///< sum of all operands, left to right
    multiply,       ///< elementwise product ⊙ of two operands
    one_minus,      ///< 1 − operand
    sigmoid,        ///< σ(z) = 1 / (1 + e^−z)
    tanh,           ///< tanh(z)
};

/// One thing on the right side of an equation: a quantity of this timestep, or a parameter.
struct Operand {
    enum class Kind { quantity, parameter };
    Kind kind;
    int id;  ///< QuantityId or ParameterId

    friend bool operator==(const Operand&, const Operand&) = default;
};

/// result = operation(operands), elementwise but for matrix_vector.
struct Equation {
    QuantityId result;
    Operation operation;
    std::vector<Operand> operands;
};

/// The moments inside one timestep at which a class stops and looks; in this order.
enum class Phase { read, forget, write, update, output, speak };
inline constexpr int phase_count = 6;

/// "read", "forget", … as the command line spells it.
[[nodiscard]] std::string_view name_of(Phase phase);

/// A vector that exists at every timestep: an input, a state of the step before, or a result.
struct Quantity {
    std::string name;               ///< as files and messages spell it: "forget.z", "c_prev"
    std::string symbol;             ///< as a formula spells it, UTF-8: "f", "c₋"
    Extent extent;                  ///< its length
    Phase phase;                    ///< the phase that makes it known
    QuantityId previous_of = none;  ///< for "c_prev": the quantity whose last value it is
    int equation = none;  ///< index of the equation that computes it; none for x and *_prev
};

/// A trained matrix, or a vector stored as one column.
struct Parameter {
    std::string gate;    ///< "forget"
    std::string letter;  ///< "W", "U" or "b"
    Extent rows;
    Extent columns;  ///< Extent::one for a vector

    /// "forget.W"
    [[nodiscard]] std::string name() const { return gate + "." + letter; }
};

/// One clerk of the cell: the parameters it owns and the quantities it makes.
struct Gate {
    std::string name;  ///< "forget"
    ParameterId W, U, b;
    QuantityId wx, uh, z, value;
    Operation activation;  ///< sigmoid or tanh
};

/// A state that is carried from one timestep to the next.
struct State {
    QuantityId now;       ///< "c"
    QuantityId previous;  ///< "c_prev"
};

/// The whole description of one kind of cell. Immutable once built; see `lstm_cell()`.
struct Cell {
    std::string kind;  ///< as files spell it: "lstm"
    std::vector<Quantity> quantities;
    std::vector<Parameter> parameters;
    std::vector<Equation> equations;  ///< in an order in which every operand is known
    std::vector<Gate> gates;          ///< in the order in which lessons present them
    std::vector<State> states;        ///< "h" first
    QuantityId input = none;          ///< "x"

    /// The quantity called `name`, or `none`.
    [[nodiscard]] QuantityId find(std::string_view name) const;
    /// The quantity called `name`, which must exist.
    [[nodiscard]] QuantityId at(std::string_view name) const;
    /// The parameter `letter` ("W") of `gate` ("forget"), or `none`.
    [[nodiscard]] ParameterId find_parameter(std::string_view gate, std::string_view letter) const;
};

/// Long short-term memory with a forget gate: Hochreiter & Schmidhuber 1997 (eq. 3-9) with the
/// forget gate of Gers, Schmidhuber & Cummins 2000 (eq. 2.1-2.3); no peepholes.
///
///     f = σ(W_f x + U_f h₋ + b_f)      c = f ⊙ c₋ + i ⊙ c̃
///     i = σ(W_i x + U_i h₋ + b_i)      h = o ⊙ tanh(c)
///     o = σ(W_o x + U_o h₋ + b_o)      c̃ = tanh(W_c x + U_c h₋ + b_c)
[[nodiscard]] const Cell& lstm_cell();

}  // namespace lstm
