/// Edits: every way in which a document can change, each a small value.
#pragma once

#include "document/document.h"
#include "document/validate.h"

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>

namespace lstm {

/// One number of a weight matrix or bias.
struct SetParameter {
    ParameterId parameter;
    int row;
    int column;
    double value;
};

/// x_t[element], 1 ≤ t ≤ T.
struct SetInput {
    int t;
    int element;
    double value;
};

/// The label of step t.
struct SetLabel {
    int t;
    std::string label;
};

/// One element of an initial state; `state` indexes `cell.states`.
struct SetInitial {
    int state;
    int element;
    double value;
};

/// A new step of zeros that becomes step t, 1 ≤ t ≤ T + 1. In the midst of a clamp it is clamped
/// too.
struct InsertStep {
    int t;
};

/// A copy of step t right behind it.
struct DuplicateStep {
    int t;
};

/// Step t goes, and what was expected of it. A clamp that covers it ends one step sooner.
struct DeleteStep {
    int t;
};

/// The step at `from` becomes step `to`; those between move up or down by one. What is clamped at a
/// step stays clamped there, if need be by one clamp more.
struct MoveStep {
    int from;
    int to;
};

/// Other sizes; what still fits is kept.
struct Resize {
    Sizes sizes;
};

/// Another kind of cell, one of `cells()`; what still means something is kept. The read-out stays.
struct SetCell {
    std::string kind;
};

/// Another form of a cell; what still means something is kept. Where of two biases one is left, it
/// is their sum, and the numbers stay. The read-out stays; what it applies to y is part of the
/// form, and one that the loss allows.
struct SetForm {
    CellForm form;
};

/// The target of step t, as long as `target_size` says; empty: none.
struct SetTarget {
    int t;
    Vector target;
};

/// Another loss. Targets that it does not understand go; where the read-out applies to y what the
/// old one needs, or what the new one does not allow, it applies what the new one needs.
struct SetLoss {
    LossKind loss;
};

/// What the inputs and the outputs are called; see `Document::input_labels`.
struct SetNames {
    std::vector<std::string> inputs;
    std::vector<std::string> outputs;
};

/// Another sequence on the same network behind the one that is shown, of which it begins as a copy
/// with nothing held or expected; it is shown then. The first gets a name if it had none.
struct AddSequence {};

/// The same with `steps`, such as those of a table, instead of a copy, and the name `name`.
struct ImportSequence {
    std::string name;
    std::vector<Shared<Step>> steps;
};

/// Other steps in the place of those that there are; what was expected or clamped goes.
struct SetSteps {
    std::vector<Shared<Step>> steps;
};

/// Sequence `index` is called `name`.
struct RenameSequence {
    int index;
    std::string name;
};

/// Sequence `index` goes, one of several, with everything that is its own.
struct DeleteSequence {
    int index;
};

/// The sequence at `from` comes to stand at `to`.
struct MoveSequence {
    int from;
    int to;
};

/// How the network learns.
struct SetTraining {
    TrainingSettings training;
};

/// What training has made of the parameters.
struct Train {
    std::vector<Shared<Matrix>> parameters;
    Shared<TrainingState> trained;
};

/// Sequence `index` of the document's task, of a series that it is not trained on, in the place of
/// its sequence; what was expected or clamped goes.
struct ShowSequence {
    std::int64_t index;
    std::optional<std::size_t> anomaly;  ///< of the task's, if the sequence shall have one
};

/// New random weights; see `randomised`.
struct Randomise {
    std::uint64_t seed;
};

/// Exact arithmetic (nothing), or intermediate results rounded.
struct SetRounding {
    std::optional<Rounding> rounding;
};

/// Other expectations in the place of those that there are.
struct SetExpectations {
    std::vector<Expectation> expectations;
};

/// A whole matrix or vector of weights, as large as it is.
struct NewParameter {
    ParameterId parameter;
    Matrix numbers;
};

/// Some of them at once.
struct SetParameters {
    std::vector<NewParameter> parameters;
};

/// Other clamps in the place of those that there are.
struct SetClamps {
    std::vector<Clamp> clamps;
};

/// The words of a scenario.
struct SetWords {
    std::string title;
    std::string description;
    std::string source;
};

/// Everything at once (back to the file, say).
struct Replace {
    /// Why: to go back to the file, to take what another program wrote there, or what was kept of
    /// work that was never saved.
    enum class Reason { revert, reload, recover };

    Document document;
    Reason reason = Reason::revert;
};

using Edit =
    std::variant<SetParameter, SetInput, SetLabel, SetInitial, InsertStep, DuplicateStep,
                 DeleteStep, MoveStep, Resize, SetCell, SetForm, SetTarget, SetLoss, SetNames,
                 AddSequence, ImportSequence, SetSteps, RenameSequence, DeleteSequence,
                 MoveSequence, SetTraining, Train, ShowSequence, Randomise, SetRounding, SetClamps,
                 SetWords, Replace, SetExpectations, SetParameters>;

/// The document after `edit`, which is about the sequence that is shown, or about all of them where
/// it is about the network or the loss. Expectations and clamps follow their steps and go with what
/// they were about. Throws InvalidEdit where the edit, or what comes of it, breaks a rule.
[[nodiscard]] Document edited(const Document& document, const Edit& edit);

/// An edit that does not fit the document.
class InvalidEdit : public std::invalid_argument {
public:
    explicit InvalidEdit(const Violation& violation)
        : std::invalid_argument("an edit breaks a rule of documents"), violation_(violation) {}

    [[nodiscard]] const Violation& violation() const { return violation_; }

private:
    Violation violation_;
};

/// What an edit does, for menus to say.
struct EditSummary {
    enum class Kind {
        parameter,  ///< see `element`
        input,      ///< see `element` and `step`
        label,      ///< of `step`
        initial,    ///< see `element`
        insert_step,
        duplicate_step,
        delete_step,
        move_step,  ///< from `step` to `to`
        sizes,
        cell,
        form,
        target,  ///< of `step`
        loss,
        names,  ///< of inputs and outputs
        add_sequence,
        import_sequence,  ///< see `element`
        set_steps,
        rename_sequence,  ///< see `element`
        delete_sequence,  ///< see `element`
        move_sequence,    ///< see `element`
        training_settings,
        train,
        sequence,  ///< of the document's task
        randomise,
        rounding,
        add_clamp,
        remove_clamp,
        change_clamp,
        add_expectation,     ///< see `element`
        remove_expectation,  ///< see `element`
        change_expectation,
        parameters,  ///< see `element`: those that become others, "forget.W, forget.U"
        words,
        revert,
        reload,
        recover,
    };
    Kind kind = Kind::words;
    std::string element{};  ///< as files spell it: "forget.W[0][1]", "x[0]"; or a sequence's name
    int step = 0;
    int to = 0;

    friend bool operator==(const EditSummary&, const EditSummary&) = default;
};
/// `edit` fits `document`.
[[nodiscard]] EditSummary summary_of(const Document& document, const Edit& edit);

}  // namespace lstm
