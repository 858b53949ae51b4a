/// What a document may be: every rule once, for those who read documents and those who change them.
#pragma once

#include "document/document.h"

#include <limits>
#include <optional>
#include <span>

namespace lstm {

/// A rule that documents keep, or edits in what they name.
enum class Rule {
    cell_kind,            ///< is one of `cells()`
    biases,               ///< 0, 1 or 2
    readout_activation,   ///< one that the loss `allows`
    label_count,          ///< as many words as there are inputs, or outputs; or none
    label,                ///< is not empty
    input_size,           ///< 1 to `max_size`
    hidden_size,          ///< the same
    output_size,          ///< the same of a read-out, 0 without one
    sequence_count,       ///< 1 to `max_sequences`
    sequence_name,        ///< is not empty, and no other's
    step_count,           ///< T, at most `max_steps`
    shape,                ///< weights, states and inputs are as large as the sizes say
    weight,               ///< is finite
    initial,              ///< is finite
    input,                ///< is finite
    target_size,          ///< as `lstm::target_size` says
    target,               ///< is finite
    target_class,         ///< of cross-entropy: the index of an output
    target_share,         ///< of binary cross-entropy: 0 to 1
    rounding,             ///< 0 to `max_decimals`
    learning_rate,        ///< above 0
    momentum,             ///< 0 to just under 1
    beta1,                ///< the same
    beta2,                ///< the same
    epsilon,              ///< above 0
    clip,                 ///< above 0
    optimizer_state,      ///< a number for each weight, or nothing before the first step
    task_name,            ///< is one of `tasks()`
    task_fit,             ///< a task has the network's inputs, outputs and loss
    task_seed,            ///< 0 or more
    task_length,          ///< 4 to 10,000 steps
    clamp_count,          ///< at most `max_clamps`
    clamp_quantity,       ///< the value of a gate
    clamp_element,        ///< one that the gate has
    clamp_from,           ///< 1 to T
    clamp_to,             ///< `from` to T
    clamp_value,          ///< is finite
    expectation_subject,  ///< a quantity or parameter of the cell, and an element that it has
    expectation_step,     ///< 1 to T; of a state also 0, of a sum over all steps only 0
    expectation_value,    ///< is finite
    expectation_limit,    ///< either a tolerance or decimals
    tolerance,            ///< 0 or more
    decimals,             ///< 0 to `max_decimals`
    // Of what an edit names:
    step,     ///< is there
    element,  ///< is there
    anomaly,  ///< the document's task has it
};
/// All of them.
[[nodiscard]] std::span<const Rule> rules();

/// The finite numbers that are allowed somewhere.
struct Bounds {
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
    bool whole = false;        ///< whole numbers only
    bool above_least = false;  ///< `least` itself is not allowed
    bool below_most = false;   ///< `most` itself is not allowed

    [[nodiscard]] bool hold(double value) const;
    /// Whether no number is allowed.
    [[nodiscard]] bool empty() const { return most < least; }

    friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// What `rule` allows in every document; of rules that are about no number, or that depend on the
/// document, every finite number.
[[nodiscard]] Bounds bounds_of(Rule rule);
/// What `rule` allows in `document`.
[[nodiscard]] Bounds bounds_of(Rule rule, const Document& document);
/// Where a clamp may end that begins at step `from`.
[[nodiscard]] Bounds clamp_end(const Document& document, int from);
/// The steps of `document` at which `subject` may be expected, of a quantity `quantity`.
[[nodiscard]] Bounds expectation_steps(const Document& document, ExpectationSubject subject,
                                       QuantityId quantity);

/// A rule that is broken.
struct Violation {
    Rule rule;
    int index = 0;     ///< where: a timestep, or a place among parameters, clamps, expectations …
    double found = 0;  ///< what is there, of rules about a number
    Bounds bounds{};   ///< what was allowed there

    friend bool operator==(const Violation&, const Violation&) = default;
};

/// The first rule that `document` breaks; nothing where it breaks none. Looks at every number.
[[nodiscard]] std::optional<Violation> validate(const Document& document);

// Parts of it. Where they are not part of `document`, they are to become so.

[[nodiscard]] std::optional<Violation> validate(Rule rule, double found, const Bounds& bounds,
                                                int index = 0);
[[nodiscard]] std::optional<Violation> validate(Sizes sizes);
[[nodiscard]] std::optional<Violation> validate(const TrainingSettings& training);
[[nodiscard]] std::optional<Violation> validate_rounding(std::optional<int> decimals);
/// The name that sequence `n` of `document` shall have.
[[nodiscard]] std::optional<Violation> validate_sequence_name(const Document& document, int n,
                                                              const std::string& name);
/// `labels` of `size` inputs or outputs.
[[nodiscard]] std::optional<Violation> validate_labels(const std::vector<std::string>& labels,
                                                       int size);
/// `target` of step `t`.
[[nodiscard]] std::optional<Violation> validate_target(const Document& document,
                                                       const Vector& target, int t);
[[nodiscard]] std::optional<Violation> validate(const Document& document, const TaskChoice& task);
[[nodiscard]] std::optional<Violation> validate(const Document& document,
                                                const std::vector<Clamp>& clamps);
[[nodiscard]] std::optional<Violation> validate(const Document& document,
                                                const Expectation& expectation, int index);

}  // namespace lstm
