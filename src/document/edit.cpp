/// One function for each kind of edit: from a document to the next.
#include "document/edit.h"

#include "document/overloaded.h"
#include "document/sequences.h"
#include "document/training_sequences.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace lstm {
namespace {

/// Throws where a rule is broken.
void require(const std::optional<Violation>& broken) {
    if (broken) throw InvalidEdit(*broken);
}

void require(bool kept, Rule rule) {
    if (!kept) throw InvalidEdit(Violation{rule});
}

void require_number(Rule rule, double value) {
    require(validate(rule, value, bounds_of(rule)));
}

void require_step(const Document& document, int t) {
    require(validate(Rule::step, t, bounds_of(Rule::step, document)));
}

void require_element(int element, Eigen::Index size) {
    require(validate(Rule::element, element, {0, static_cast<double>(size - 1), true}));
}

/// For one step more.
void require_room(const Document& document) {
    require_number(Rule::step_count, document.steps() + 1);
}

using NewStep = std::function<std::optional<int>(int)>;

/// Gives every expectation its new timestep; those that `new_step` sends to nothing go.
void move_expectations(Document& document, const NewStep& new_step) {
    std::vector<Expectation> kept;
    for (Expectation e : *document.expectations) {
        const std::optional<int> t = e.t == 0 ? 0 : new_step(e.t);
        if (!t) continue;
        e.t = *t;
        kept.push_back(e);
    }
    document.expectations = std::move(kept);
}

/// Whether the two differ in nothing but their steps.
bool hold_the_same(const Clamp& a, const Clamp& b) {
    return a.quantity == b.quantity && a.element == b.element && a.value == b.value;
}

/// Lets clamps cover the steps that they covered, wherever `new_step` sends these, and the step
/// `inserted` (0: none) where they cover those before and behind it.
void move_clamps(Document& document, const NewStep& new_step, int inserted) {
    std::vector<Clamp> moved;
    const std::vector<Clamp>& clamps = *document.clamps;
    for (auto clamp = clamps.begin(); clamp != clamps.end();) {
        // Clamps in a row that hold the same are one, so that a step that comes back closes the
        // gap.
        const Clamp& one = *clamp;
        std::vector<int> covered;
        for (; clamp != clamps.end() && hold_the_same(*clamp, one); ++clamp) {
            for (int t = clamp->from; t <= clamp->to; ++t)
                if (const std::optional<int> step = new_step(t)) covered.push_back(*step);
            if (clamp->from < inserted && inserted <= clamp->to) covered.push_back(inserted);
        }
        std::sort(covered.begin(), covered.end());
        const std::size_t first = moved.size();
        for (const int t : covered) {
            if (moved.size() == first || t > moved.back().to + 1)
                moved.push_back({one.quantity, one.element, t, t, one.value});
            moved.back().to = t;
        }
    }
    if (moved != clamps) document.clamps = std::move(moved);
}

/// Everything about a step goes where the step goes.
void move_steps(Document& document, const NewStep& new_step, int inserted = 0) {
    move_expectations(document, new_step);
    move_clamps(document, new_step, inserted);
}

void insert(Document& document, int t, Shared<Step> step) {
    auto& steps = document.sequence.edit();
    steps.insert(steps.begin() + (t - 1), std::move(step));
    move_steps(
        document, [t](int at) { return at < t ? at : at + 1; }, t);
}

void perform(Document& document, const SetParameter& edit) {
    require_number(Rule::weight, edit.value);
    auto& parameters = document.network.parameters;
    require_element(edit.parameter, static_cast<Eigen::Index>(parameters.size()));
    Shared<Matrix>& matrix = parameters[edit.parameter];
    require_element(edit.row, matrix->rows());
    require_element(edit.column, matrix->cols());
    matrix.edit()(edit.row, edit.column) = edit.value;
}

void perform(Document& document, const SetInput& edit) {
    require_number(Rule::input, edit.value);
    require_step(document, edit.t);
    require_element(edit.element, document.sizes().input);
    document.sequence.edit()[edit.t - 1].edit().x[edit.element] = edit.value;
}

void perform(Document& document, const SetLabel& edit) {
    require_step(document, edit.t);
    document.sequence.edit()[edit.t - 1].edit().label = edit.label;
}

void perform(Document& document, const SetInitial& edit) {
    require_number(Rule::initial, edit.value);
    require_element(edit.state, static_cast<Eigen::Index>(document.initial.size()));
    require_element(edit.element, document.sizes().hidden);
    document.initial[edit.state][edit.element] = edit.value;
}

void perform(Document& document, const InsertStep& edit) {
    require_room(document);
    if (edit.t != document.steps() + 1) require_step(document, edit.t);
    insert(document, edit.t, Step{Vector::Zero(document.sizes().input), ""});
}

void perform(Document& document, const DuplicateStep& edit) {
    require_room(document);
    require_step(document, edit.t);
    insert(document, edit.t + 1, (*document.sequence)[edit.t - 1]);
}

void perform(Document& document, const DeleteStep& edit) {
    require_step(document, edit.t);
    auto& steps = document.sequence.edit();
    steps.erase(steps.begin() + (edit.t - 1));
    move_steps(document, [&](int at) -> std::optional<int> {
        if (at == edit.t) return {};
        return at < edit.t ? at : at - 1;
    });
}

void perform(Document& document, const MoveStep& edit) {
    require_step(document, edit.from);
    require_step(document, edit.to);
    auto& steps = document.sequence.edit();
    const auto from = steps.begin() + (edit.from - 1);
    const auto to = steps.begin() + (edit.to - 1);
    if (from < to) {
        std::rotate(from, from + 1, to + 1);
    } else {
        std::rotate(to, from, from + 1);
    }
    move_steps(document, [&](int at) {
        if (at == edit.from) return edit.to;
        if (edit.from < at && at <= edit.to) return at - 1;
        if (edit.to <= at && at < edit.from) return at + 1;
        return at;
    });
}

/// The quantity of `to` that is called what `id` is called in `from`, or none.
QuantityId same_quantity(const Cell& from, const Cell& to, QuantityId id) {
    return id == none ? none : to.find(from.quantities[static_cast<std::size_t>(id)].name);
}

/// Makes the network one of cell `after`; what has no place there any more goes.
void change_cell(Document& document, const Cell& after) {
    const Cell& before = document.cell();
    std::vector<Vector> initial;
    for (const State& state : after.states) {
        Vector kept = Vector::Zero(document.sizes().hidden);
        for (std::size_t s = 0; s < before.states.size(); ++s)
            if (same_quantity(before, after, before.states[s].now) == state.now)
                kept = document.initial[s];
        initial.push_back(kept);
    }
    document.initial = std::move(initial);
    document.network = converted(document.network, after);
    document.trained = TrainingState{};
    std::erase_if(document.training.frozen, [&](const std::string& pattern) {
        return std::ranges::none_of(after.parameters, [&](const Parameter& parameter) {
            return names(pattern, parameter);
        });
    });
    if (document.rounding && !document.rounding->quantities.empty()) {
        std::vector<QuantityId>& rounds = document.rounding->quantities;
        for (QuantityId& quantity : rounds) quantity = same_quantity(before, after, quantity);
        std::erase(rounds, none);
        if (rounds.empty()) document.rounding.reset();  // what was to be rounded is gone
    }
    std::erase_if(document.clamps.edit(), [&](Clamp& clamp) {
        clamp.quantity = same_quantity(before, after, clamp.quantity);
        return clamp.quantity == none || gate_of_value(after, clamp.quantity) == nullptr;
    });
    std::erase_if(document.expectations.edit(), [&](Expectation& e) {
        if (e.subject == ExpectationSubject::loss) return false;
        if (e.parameter == none) {
            e.quantity = same_quantity(before, after, e.quantity);
            return e.quantity == none;
        }
        const Parameter& parameter = before.parameters[static_cast<std::size_t>(e.parameter)];
        e.parameter = after.find_parameter(parameter.gate, parameter.letter);
        return e.parameter == none;
    });
}

/// Drops the targets, and the task, that do not fit the loss and the sizes.
void drop_unfit_targets(Document& document) {
    if (document.task && validate(document, *document.task)) document.task.reset();
    if (!document.has_targets()) return;
    for (Shared<Step>& step : document.sequence.edit())
        if (validate_target(document, step->target, 0)) step.edit().target = Vector();
}

/// As many labels as there are inputs or outputs now; a new one is called by its number.
void fit_labels(std::vector<std::string>& labels, int size) {
    if (labels.empty()) return;
    const std::size_t kept = labels.size();
    labels.resize(static_cast<std::size_t>(size));
    for (std::size_t n = kept; n < labels.size(); ++n) labels[n] = std::to_string(n);
}

void perform(Document& document, const Resize& edit) {
    const int input = edit.sizes.input;
    const int hidden = edit.sizes.hidden;
    require(validate(edit.sizes));
    const auto fit = [](Vector& vector, int size) {
        const Eigen::Index kept = std::min<Eigen::Index>(vector.size(), size);
        vector.conservativeResize(size);
        vector.tail(size - kept).setZero();
    };
    CellForm form = document.cell().form;
    if (!form.readout) form.readout_activation = own_activation(document.loss);
    form.readout = edit.sizes.output > 0;
    const Cell* const cell = find_cell(form);
    if (cell != document.network.cell) change_cell(document, *cell);
    document.network = resized(document.network, edit.sizes);
    document.trained = TrainingState{};
    fit_labels(document.input_labels, input);
    fit_labels(document.output_labels, edit.sizes.output);
    for (Vector& state : document.initial) fit(state, hidden);
    for (Shared<Step>& step : document.sequence.edit())
        if (step->x.size() != input) fit(step.edit().x, input);
    std::erase_if(document.expectations.edit(), [&](const Expectation& e) {
        if (e.subject == ExpectationSubject::loss) return false;
        if (e.parameter == none)
            return e.element >= edit.sizes.of(document.cell().quantities[e.quantity].extent);
        const Matrix& numbers = *document.network.parameters[e.parameter];
        return e.element >= numbers.rows() || e.column >= numbers.cols();
    });
    std::erase_if(document.clamps.edit(),
                  [&](const Clamp& clamp) { return clamp.element.value_or(0) >= hidden; });
    drop_unfit_targets(document);
}

void perform(Document& document, const SetCell& edit) {
    const Cell* const cell = find_cell(form_as(document.cell().form, edit.kind));
    require(cell != nullptr, Rule::cell_kind);
    change_cell(document, *cell);
}

void perform(Document& document, const SetForm& edit) {
    require(validate(Rule::biases, edit.form.biases, bounds_of(Rule::biases)));
    CellForm form = edit.form;
    form.readout = document.cell().has_readout();
    require(!form.readout || allows(document.loss, form.readout_activation),
            Rule::readout_activation);
    const Cell* const cell = find_cell(form);
    require(cell != nullptr, Rule::cell_kind);
    change_cell(document, *cell);
}

void perform(Document& document, const SetTarget& edit) {
    require_step(document, edit.t);
    require(validate_target(document, edit.target, edit.t));
    document.sequence.edit()[static_cast<std::size_t>(edit.t) - 1].edit().target = edit.target;
}

void perform(Document& document, const SetLoss& edit) {
    CellForm form = document.cell().form;
    if (form.readout_activation == own_activation(document.loss) ||
        !allows(edit.loss, form.readout_activation))
        form.readout_activation = own_activation(edit.loss);
    document.loss = edit.loss;
    if (const Cell* const cell = find_cell(form); cell != &document.cell()) {
        const Shared<TrainingState> trained = document.trained;  // of the same parameters
        change_cell(document, *cell);
        document.trained = trained;
    }
    drop_unfit_targets(document);
}

void perform(Document& document, const SetNames& edit) {
    require(validate_labels(edit.inputs, document.sizes().input));
    require(validate_labels(edit.outputs, document.sizes().output));
    document.input_labels = edit.inputs;
    document.output_labels = edit.outputs;
}

void require_sequence(const Document& document, int n) {
    require(validate(Rule::element, n, {0, sequence_count(document) - 1.0, true}));
}

void perform(Document& document, const AddSequence&) {
    require_number(Rule::sequence_count, sequence_count(document) + 1);
    add_sequence(document);
}

/// Throws where `steps` are too many, or one is none of this network's.
void require_steps(const Document& document, const std::vector<Shared<Step>>& steps) {
    require_number(Rule::step_count, static_cast<double>(steps.size()));
    int t = 0;
    for (const Shared<Step>& step : steps) {
        ++t;
        require(step->x.size() == document.sizes().input, Rule::shape);
        for (const double number : step->x) require_number(Rule::input, number);
        require(validate_target(document, step->target, t));
    }
}

void perform(Document& document, const ImportSequence& edit) {
    require_number(Rule::sequence_count, sequence_count(document) + 1);
    require_steps(document, edit.steps);
    require(validate_sequence_name(document, none, edit.name));
    add_sequence(document, edit.name, edit.steps);
}

/// `steps`, of which nothing is expected or clamped.
void begin_anew(Document& document, std::vector<Shared<Step>> steps) {
    document.sequence = std::move(steps);
    document.expectations = std::vector<Expectation>();
    document.clamps = std::vector<Clamp>();
}

void perform(Document& document, const SetSteps& edit) {
    require_steps(document, edit.steps);
    begin_anew(document, edit.steps);
}

void perform(Document& document, const RenameSequence& edit) {
    require_sequence(document, edit.index);
    require(validate_sequence_name(document, edit.index, edit.name));
    rename_sequence(document, edit.index, edit.name);
}

void perform(Document& document, const DeleteSequence& edit) {
    require_sequence(document, edit.index);
    require_number(Rule::sequence_count, sequence_count(document) - 1);
    erase_sequence(document, edit.index);
}

void perform(Document& document, const MoveSequence& edit) {
    require_sequence(document, edit.from);
    require_sequence(document, edit.to);
    move_sequence(document, edit.from, edit.to);
}

void perform(Document& document, const SetTraining& edit) {
    require(validate(edit.training));
    if (edit.training.optimizer != document.training.optimizer) document.trained = TrainingState{};
    document.training = edit.training;
}

void perform(Document& document, const Train& edit) {
    document.network.parameters = edit.parameters;
    document.trained = edit.trained;
}

void perform(Document& document, const ShowSequence& edit) {
    require(document.task.has_value(), Rule::task_name);
    const Task& task = *find_task(document.task->name);
    const std::uint64_t seed = static_cast<std::uint64_t>(document.task->seed) + 1;
    const int length = document.task->length;
    if (edit.anomaly) require(*edit.anomaly < task.anomalies.size(), Rule::anomaly);
    begin_anew(document, steps_of(edit.anomaly ? draw_sequence(task.anomalies[*edit.anomaly], seed,
                                                               edit.index, length)
                                               : draw_sequence(task, seed, edit.index, length)));
}

void perform(Document& document, const Randomise& edit) {
    document.network = randomised(document.network, edit.seed);
    document.trained = TrainingState{};
}

void perform(Document& document, const SetRounding& edit) {
    require(validate_rounding(decimals_of(edit.rounding)));
    if (edit.rounding)
        for (const QuantityId quantity : edit.rounding->quantities)
            require_element(quantity, static_cast<Eigen::Index>(document.cell().quantities.size()));
    document.rounding = edit.rounding;
}

void perform(Document& document, const SetExpectations& edit) {
    for (std::size_t n = 0; n < edit.expectations.size(); ++n)
        require(validate(document, edit.expectations[n], static_cast<int>(n)));
    document.expectations = edit.expectations;
}

void perform(Document& document, const SetParameters& edit) {
    auto& parameters = document.network.parameters;
    for (const auto& [parameter, numbers] : edit.parameters) {
        require_element(parameter, static_cast<Eigen::Index>(parameters.size()));
        Shared<Matrix>& matrix = parameters[static_cast<std::size_t>(parameter)];
        require(numbers.rows() == matrix->rows() && numbers.cols() == matrix->cols(), Rule::shape);
        for (const double number : numbers.reshaped()) require_number(Rule::weight, number);
        matrix = numbers;
    }
}

void perform(Document& document, const SetClamps& edit) {
    require(validate(document, edit.clamps));
    document.clamps = edit.clamps;
}

void perform(Document& document, const SetWords& edit) {
    document.title = edit.title;
    document.description = edit.description;
    document.source = edit.source;
}

void perform(Document& document, const Replace& edit) {
    require(validate(edit.document));
    document = edit.document;
}

}  // namespace

namespace {

/// Whether it changes the shape of every sequence, or what their targets mean.
bool is_of_all_sequences(const Edit& edit) {
    return std::holds_alternative<Resize>(edit) || std::holds_alternative<SetCell>(edit) ||
           std::holds_alternative<SetForm>(edit) || std::holds_alternative<SetLoss>(edit);
}

Document performed(Document document, const Edit& edit) {
    std::visit([&](const auto& one) { perform(document, one); }, edit);
    return document;
}

}  // namespace

Document edited(const Document& document, const Edit& edit) {
    Document result = performed(document, edit);
    if (!is_of_all_sequences(edit)) return result;
    for (int n = 0; n < sequence_count(document); ++n)
        if (n != document.shown)
            result.sequences.edit()[static_cast<std::size_t>(n)] =
                sequence_at(performed(showing(document, n), edit), n);
    return result;
}

}  // namespace lstm
