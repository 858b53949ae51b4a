/// A cell: the short list of equations that a recurrent unit computes at each timestep.
///
/// Everything that follows the arithmetic (forward and backward pass, views, exports) walks this
/// one list. A new kind of cell is one more list (see cells/); nothing that computes names a gate.
#pragma once

#include "model/cells/activation.h"
#include "model/cells/cell_form.h"

#include <memory>
#include <optional>
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
    activate,       ///< an activation of the operand: see Equation::function
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
    Activation function = Activation::identity;  ///< of activate
};

/// The moments inside one timestep at which a class stops and looks; in this order.
enum class Phase { read, forget, write, update, output, speak };
inline constexpr int phase_count = 6;

/// "read", "forget", … as the command line spells it.
[[nodiscard]] std::string_view name_of(Phase phase);
/// The phase that is spelled so, if any is.
[[nodiscard]] std::optional<Phase> phase_named(std::string_view name);

/// What a cell is made like. It decides how a step is told, not how it is computed.
enum class Family {
    lstm,  ///< a cell state c, apart from the hidden state h that is made from it
    gru,   ///< h is both: a part of it is kept, the rest written anew
    rnn,   ///< h is computed anew at each step
};

/// What a quantity, or a gate, is for, whatever its cell calls it. Below, "memory" is the state
/// that is kept and added to: c, or h where there is no c.
enum class Role {
    input,           ///< x
    hidden_state,    ///< h and h₋
    cell_state,      ///< c and c₋
    term,            ///< an addend of a pre-activation, or a part of one: W x, U h₋, p ⊙ c
    pre_activation,  ///< z
    keep,            ///< the share of the memory that stays: an LSTM's f, a GRU's u
    admit,           ///< the share of the candidate that is written: an LSTM's i, a GRU's 1 − u
    expose,          ///< the share of the memory that is read out: an LSTM's o
    reset,           ///< the share of the past that the candidate hears: a GRU's r
    candidate,       ///< what may be written: c̃, h̃
    heard,           ///< reset ⊙ what the candidate could hear
    kept,            ///< keep ⊙ the memory of the step before
    written,         ///< admit ⊙ candidate
    squashed,        ///< tanh of the memory, or another activation of it
    output,          ///< y
    prediction,      ///< p
};

/// A vector that exists at every timestep: an input, a state of the step before, or a result.
struct Quantity {
    std::string name;               ///< as files and messages spell it: "forget.z", "c_prev"
    std::string symbol;             ///< as a formula spells it, UTF-8: "f", "c₋"
    Role role;                      ///< what it is for
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
    Role role;                            ///< keep, admit, expose, reset or candidate
    std::vector<ParameterId> parameters;  ///< as files list them; none where it has no own weights
    std::vector<QuantityId> quantities;   ///< as tables list them; `value` is the last
    QuantityId z = none;                  ///< its pre-activation; none where it has no own weights
    QuantityId value = none;              ///< of a plain RNN's only gate: the state h
    Activation activation = Activation::sigmoid;  ///< of one with weights of its own
    bool opposite = false;  ///< 1 − another gate's value, without weights of its own
};

/// A state that is carried from one timestep to the next.
struct State {
    QuantityId now;       ///< "c"
    QuantityId previous;  ///< "c_prev"
};

/// The linear layer that turns h into an answer, y = W h + b, and what is made of that,
/// p = activation(y).
struct Readout {
    ParameterId W = none;  ///< output × hidden
    ParameterId b = none;  ///< output
    QuantityId y = none;
    QuantityId p = none;  ///< none where the activation is the identity
};

struct Schematic;

/// The whole description of one kind of cell. Immutable once built; see `cells()`.
struct Cell {
    std::string kind;  ///< as files spell it: "lstm"
    CellForm form;     ///< what it was built from
    Family family;
    std::string title;        ///< as a menu shows it: "LSTM with peepholes"
    std::string short_title;  ///< where there is little room, or in a sentence: "peephole LSTM"
    std::string source;       ///< where its equations were published
    std::vector<Quantity> quantities;
    std::vector<Parameter> parameters;
    std::vector<Equation> equations;  ///< in an order in which every operand is known
    std::vector<Gate> gates;          ///< in the order in which lessons present them
    std::vector<State> states;        ///< "h" first
    QuantityId input = none;          ///< "x"
    QuantityId squashed = none;  ///< what an activation makes of c: "tanh_c", or h; none of others
    Readout readout;             ///< all `none` where there is none
    std::shared_ptr<const Schematic> schematic;  ///< its picture, see schematic.h

    [[nodiscard]] bool has_readout() const { return readout.y != none; }
    /// y, or h where there is no read-out.
    [[nodiscard]] QuantityId output() const { return has_readout() ? readout.y : states[0].now; }
    /// What is meant to be as the target: p, or where there is none `output()`.
    [[nodiscard]] QuantityId prediction() const { return readout.p != none ? readout.p : output(); }

    /// The state that is kept and added to: c, or h where there is no c.
    [[nodiscard]] State memory() const { return states.back(); }
    /// h.
    [[nodiscard]] State hidden() const { return states.front(); }
    /// Whether c and h are two.
    [[nodiscard]] bool has_cell_state() const { return states.size() > 1; }

    /// The quantity that does `role` at this timestep (c, not c₋), or `none`; of several the first.
    [[nodiscard]] QuantityId find(Role role) const;
    /// The quantity that does `role`, which must exist.
    [[nodiscard]] QuantityId at(Role role) const;
    [[nodiscard]] bool has(Role role) const { return find(role) != none; }
    /// The gate that does `role`, or nullptr.
    [[nodiscard]] const Gate* find_gate(Role role) const;
    /// The gate among whose quantities `quantity` is, or nullptr.
    [[nodiscard]] const Gate* gate_of(QuantityId quantity) const;
    /// The equation that computes `quantity`, which has one.
    [[nodiscard]] const Equation& equation_of(QuantityId quantity) const;
    /// What `parameter` multiplies; none for a bias.
    [[nodiscard]] QuantityId multiplied_by(ParameterId parameter) const;

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
    /// Whether `quantity` is a state as the timestep before left it: "c_prev".
    [[nodiscard]] bool is_previous(QuantityId quantity) const {
        return quantities[quantity].previous_of != none;
    }
    /// Whether `quantity` lies between 0 and 1, as what a sigmoid makes does, and 1 − that.
    [[nodiscard]] bool is_share(QuantityId quantity) const;
    /// Whether any quantity becomes known in `phase`.
    [[nodiscard]] bool has(Phase phase) const;
    /// The phases in which it does.
    [[nodiscard]] std::vector<Phase> phases() const;
};

/// Every kind of cell there is, without a read-out, in the order in which menus list them; the LSTM
/// first.
[[nodiscard]] std::span<const Cell* const> cells();

/// The cell of that form, the same object each time; nullptr where there is no such kind. What a
/// kind does not have (see `CellForm`) is passed over.
[[nodiscard]] const Cell* find_cell(const CellForm& form);
/// The cell called `kind` as its authors have it, with or without a read-out; nullptr where there
/// is no such kind.
[[nodiscard]] const Cell* find_cell(std::string_view kind, bool with_readout = false);

/// Long short-term memory with a forget gate; see cells/lstm.cpp.
[[nodiscard]] const Cell& lstm_cell();

}  // namespace lstm
