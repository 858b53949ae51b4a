/// The document: everything that a scenario file holds, and that undo brings back.
#pragma once

#include "model/engine/clamp.h"
#include "model/engine/network.h"
#include "model/engine/rounding.h"
#include "model/engine/shared.h"
#include "model/learning/loss.h"
#include "model/learning/optimizer.h"

#include <optional>
#include <string>
#include <vector>

namespace lstm {

/// Limits of the scenario format.
inline constexpr int max_size = 1024;        ///< of input_size and of hidden_size
inline constexpr int max_steps = 1'000'000;  ///< T
inline constexpr int max_decimals = 17;
inline constexpr int max_clamps = 1000;
inline constexpr int max_sequences = 100;

/// Where fresh sequences to train on come from: a task's endless series.
struct TaskChoice {
    std::string name;  ///< of one of `tasks()`
    int seed = 1;
    int length = 0;  ///< of a sequence, more or less

    friend bool operator==(const TaskChoice&, const TaskChoice&) = default;
};

/// One timestep of the input sequence.
struct Step {
    Vector x;           ///< input_size
    std::string label;  ///< may be empty
    /// What a loss compares with: as long as the prediction; of cross-entropy the index of the
    /// right class alone; empty where this step counts for nothing.
    Vector target{};

    /// Eigen compares vectors of the same length only; a target may come or go.
    friend bool operator==(const Step& a, const Step& b) {
        return a.x.size() == b.x.size() && a.target.size() == b.target.size() && a.x == b.x &&
               a.target == b.target && a.label == b.label;
    }
};

/// What a published number is a value of.
enum class ExpectationSubject {
    quantity,            ///< h[0] at step t
    gradient,            ///< dL/dh[0] at step t
    parameter_gradient,  ///< dL/dforget.W[0][1]; t = 0: the sum over all steps
    updated_parameter,   ///< forget.W[0][1] after one step of training
    loss,                ///< at step t; t = 0: the sum over all steps
};

/// One published number: `quantity[element]` at step `t` should be `value`, say.
struct Expectation {
    int t = 1;  ///< 1 to T; 0 for a state means its initial value
    QuantityId quantity = none;
    int element = 0;  ///< of a parameter: its row
    double value = 0;
    /// Exactly one of the two is set: |computed − value| ≤ tolerance, or equal once both are
    /// rounded.
    std::optional<double> tolerance;
    std::optional<int> decimals;
    ExpectationSubject subject = ExpectationSubject::quantity;
    ParameterId parameter = none;
    int column = 0;

    friend bool operator==(const Expectation&, const Expectation&) = default;
};

/// What a document that runs its network on several sequences holds of each.
struct NamedSequence {
    std::string name;  ///< not empty, and no other's
    std::vector<Vector> initial{};
    Shared<std::vector<Shared<Step>>> steps{};
    Shared<std::vector<Clamp>> clamps{};
    Shared<std::vector<Expectation>> expectations{};

    friend bool operator==(const NamedSequence&, const NamedSequence&) = default;
};

/// A scenario. A plain value: copies share their large parts until one of them changes.
struct Document {
    std::string title;
    std::string description;
    std::string source;
    Network network = zero_network(lstm_cell(), {});
    std::vector<std::string> input_labels;   ///< a word for each input; empty: they have none
    std::vector<std::string> output_labels;  ///< the same of the read-out's outputs: the classes
    /// h_0 and c_0: one vector a state, in the order of `cell.states`.
    std::vector<Vector> initial{Vector::Zero(1), Vector::Zero(1)};
    Shared<std::vector<Shared<Step>>> sequence;
    std::optional<Rounding> rounding;   ///< of intermediate results; absent: exact
    Shared<std::vector<Clamp>> clamps;  ///< where several hold the same number, the last one does
    Shared<std::vector<Expectation>> expectations;
    /// All sequences, as a file lists them; of the one that is `shown` the name alone, for the rest
    /// of it are the fields `initial`, `sequence`, `clamps` and `expectations` above. Empty: there
    /// is one, without a name. See sequences.h.
    Shared<std::vector<NamedSequence>> sequences;
    int shown = 0;                            ///< the place of that one; no part of what is saved
    LossKind loss = LossKind::squared_error;  ///< of all steps that have a target
    TrainingSettings training;
    Shared<TrainingState> trained;   ///< how far it has been trained
    std::optional<TaskChoice> task;  ///< what it is trained on; absent: its own sequence

    [[nodiscard]] const Cell& cell() const { return *network.cell; }
    [[nodiscard]] Sizes sizes() const { return network.sizes; }
    /// T.
    [[nodiscard]] int steps() const { return static_cast<int>(sequence->size()); }
    /// How many numbers the cell's output has: those of the read-out, or of h.
    [[nodiscard]] int outputs() const {
        return sizes().of(cell().quantities[static_cast<std::size_t>(cell().output())].extent);
    }
    /// Whether any step has a target: without one there is no loss.
    [[nodiscard]] bool has_targets() const;
    /// Timestep t, 1 ≤ t ≤ steps().
    [[nodiscard]] const Step& step(int t) const {
        return *(*sequence)[static_cast<std::size_t>(t) - 1];
    }

    /// Whether both would be the same file, whichever sequence is shown.
    friend bool operator==(const Document& a, const Document& b);
};

/// "forget.W[0][1]", or "forget.b[0]".
[[nodiscard]] std::string parameter_name(const Cell& cell, ParameterId parameter, int row,
                                         int column);
/// "h[0]", "dL/dh[0]", "dL/dforget.W[0][1]", "updated.forget.W[0][1]" or "loss".
[[nodiscard]] std::string name_of(const Cell& cell, const Expectation& expectation);

/// What the document calls an element of x, y or p; empty where it has no word for it.
[[nodiscard]] std::string label_of(const Document& document, QuantityId quantity, int element);
/// The element of `vector` that is largest, the first of several; nothing where a number is none.
[[nodiscard]] std::optional<int> largest_of(const Vector& vector);

/// "candidate.z[0]"
[[nodiscard]] std::string element_name(const Cell& cell, QuantityId quantity, int element);

/// What a new document holds: an LSTM of one input and one unit, weights zero, three steps of zero.
[[nodiscard]] Document new_document();

/// The first timestep whose computed values may differ between the two, or none where nothing that
/// is computed differs. Different sizes, weights, initial states or rounding: 1. Different clamps:
/// where the first of those begins that differ.
[[nodiscard]] std::optional<int> first_difference(const Document& before, const Document& after);

}  // namespace lstm
