/// A cell: the short list of equations that a recurrent unit computes at each timestep.
///
/// Everything that follows the arithmetic (forward and backward pass, views, exports) walks this
/// one list. A new kind of cell is one more list (see cells/); nothing that computes names a gate.
#pragma once

#include <span>
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
enum class Extent { one, input, hidden, output };

/// input_size and hidden_size of one concrete cell, and how many numbers its read-out gives.
struct Sizes {
    int input = 1;
    int hidden = 1;
    int output = 0;  ///< 0: there is no read-out

    /// The length that `extent` stands for.
    [[nodiscard]] int of(Extent extent) const {
        switch (extent) {
            case Extent::one: return 1;
            case Extent::input: return input;
            case Extent::hidden: return hidden;
            case Extent::output: return output;
        }
        return 0;
    }
    friend bool operator==(const Sizes&, const Sizes&) = default;
};

/// What an equation does with its operands. The set is closed: this is no general autodiff.
enum class Operation {
    matrix_vector,  ///< parameter (matrix) × quantity
    add,            ///< sum of all operands, left to right
    multiply,       ///< elementwise product ⊙ of two operands, the first perhaps a parameter
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
    std::string gate;    ///< "forget", or "readout"
    std::string letter;  ///< "W", "U", "b"; "p": a peephole; "b_u": inside a GRU's reset
    Extent rows;
    Extent columns;  ///< Extent::one for a vector

    /// "forget.W"
    [[nodiscard]] std::string name() const { return gate + "." + letter; }
};

/// One gate of the cell: the parameters it owns and the quantities it makes.
struct Gate {
    std::string name;                     ///< "forget"
    std::vector<ParameterId> parameters;  ///< as files list them; none where it has no own weights
    std::vector<QuantityId> quantities;   ///< as tables list them; `value` is the last
    QuantityId z = none;                  ///< its pre-activation; none where it has no own weights
    QuantityId value = none;              ///< of a plain RNN's only gate: the state h
    Operation activation = Operation::sigmoid;  ///< one_minus: another gate's opposite
};

/// A state that is carried from one timestep to the next.
struct State {
    QuantityId now;       ///< "c"
    QuantityId previous;  ///< "c_prev"
};

/// The linear layer that turns h into an answer: y = W h + b.
struct Readout {
    ParameterId W = none;  ///< output × hidden
    ParameterId b = none;  ///< output
    QuantityId y = none;
};

/// The whole description of one kind of cell. Immutable once built; see `cells()`.
struct Cell {
    std::string kind;    ///< as files spell it: "lstm"
    std::string title;   ///< as a menu shows it: "LSTM with peepholes"
    std::string source;  ///< where its equations were published
    std::vector<Quantity> quantities;
    std::vector<Parameter> parameters;
    std::vector<Equation> equations;  ///< in an order in which every operand is known
    std::vector<Gate> gates;          ///< in the order in which lessons present them
    std::vector<State> states;        ///< "h" first
    QuantityId input = none;          ///< "x"
    Readout readout;                  ///< all `none` where there is none

    [[nodiscard]] bool has_readout() const { return readout.y != none; }
    /// What a loss looks at: y, or h where there is no read-out.
    [[nodiscard]] QuantityId output() const { return has_readout() ? readout.y : states[0].now; }

    /// The quantity called `name`, or `none`.
    [[nodiscard]] QuantityId find(std::string_view name) const;
    /// The quantity called `name`, which must exist.
    [[nodiscard]] QuantityId at(std::string_view name) const;
    /// The parameter `letter` ("W") of `gate` ("forget"), or `none`.
    [[nodiscard]] ParameterId find_parameter(std::string_view gate, std::string_view letter) const;
    /// The gate called `name`, or nullptr.
    [[nodiscard]] const Gate* find_gate(std::string_view name) const;
    /// Whether `quantity` is carried from one timestep to the next: "c", "h".
    [[nodiscard]] bool is_state(QuantityId quantity) const;
    /// Whether any quantity becomes known in `phase`.
    [[nodiscard]] bool has(Phase phase) const;
    /// The phases in which it does.
    [[nodiscard]] std::vector<Phase> phases() const;
};

/// Every kind of cell there is, without a read-out, in the order in which menus list them; the LSTM
/// first.
[[nodiscard]] std::span<const Cell* const> cells();

/// The cell called `kind`, with or without a read-out; nullptr where there is no such kind.
[[nodiscard]] const Cell* find_cell(std::string_view kind, bool with_readout = false);

/// Long short-term memory with a forget gate; see cells/lstm.cpp.
[[nodiscard]] const Cell& lstm_cell();

}  // namespace lstm
