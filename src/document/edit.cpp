/// One function for each kind of edit: from a document to the next.
#include "document/edit.h"

#include "document/overloaded.h"
#include "document/training_sequences.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>

namespace lstm {
namespace {

void require(bool condition, const std::string& sentence) {
    if (!condition) throw std::invalid_argument(sentence);
}

void require_finite(double value) {
    require(std::isfinite(value), "A value must be a finite number.");
}

void require_step(const Document& document, int t) {
    require(t >= 1 && t <= document.steps(), "There is no step " + std::to_string(t) + ".");
}

void require_element(int element, Eigen::Index size) {
    require(element >= 0 && element < size, "There is no element " + std::to_string(element) + ".");
}

void require_room(const Document& document) {
    require(document.steps() < max_steps, "A sequence holds at most 1,000,000 steps.");
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
    require_finite(edit.value);
    auto& parameters = document.network.parameters;
    require_element(edit.parameter, static_cast<Eigen::Index>(parameters.size()));
    Shared<Matrix>& matrix = parameters[edit.parameter];
    require_element(edit.row, matrix->rows());
    require_element(edit.column, matrix->cols());
    matrix.edit()(edit.row, edit.column) = edit.value;
}

void perform(Document& document, const SetInput& edit) {
    require_finite(edit.value);
    require_step(document, edit.t);
    require_element(edit.element, document.sizes().input);
    document.sequence.edit()[edit.t - 1].edit().x[edit.element] = edit.value;
}

void perform(Document& document, const SetLabel& edit) {
    require_step(document, edit.t);
    document.sequence.edit()[edit.t - 1].edit().label = edit.label;
}

void perform(Document& document, const SetInitial& edit) {
    require_finite(edit.value);
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
    const int size = target_size(document.loss, document.outputs());
    const auto fits = [&](const Vector& target) {
        if (target.size() != size) return false;
        if (document.loss != LossKind::cross_entropy) return true;
        return target[0] >= 0 && target[0] < document.outputs() &&
               target[0] == std::floor(target[0]);
    };
    if (document.task) {
        const Task& task = *find_task(document.task->name);
        if (task.inputs != document.sizes().input || task.outputs != document.outputs() ||
            task.loss != document.loss)
            document.task.reset();
    }
    if (!document.has_targets()) return;
    for (Shared<Step>& step : document.sequence.edit())
        if (step->target.size() > 0 && !fits(step->target)) step.edit().target = Vector();
}

void perform(Document& document, const Resize& edit) {
    const int input = edit.sizes.input;
    const int hidden = edit.sizes.hidden;
    const int output = edit.sizes.output;
    require(input >= 1 && input <= max_size && hidden >= 1 && hidden <= max_size,
            "Sizes go from 1 to 1024.");
    const auto fit = [](Vector& vector, int size) {
        const Eigen::Index kept = std::min<Eigen::Index>(vector.size(), size);
        vector.conservativeResize(size);
        vector.tail(size - kept).setZero();
    };
    require(output >= 0 && output <= max_size, "A read-out gives 1 to 1024 numbers.");
    const Cell* const cell = find_cell(document.cell().kind, output > 0);
    if (cell != document.network.cell) change_cell(document, *cell);
    document.network = resized(document.network, edit.sizes);
    document.trained = TrainingState{};
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
    const Cell* const cell = find_cell(edit.kind, document.cell().has_readout());
    require(cell != nullptr, "There is no cell called " + edit.kind + ".");
    change_cell(document, *cell);
}

void perform(Document& document, const SetTarget& edit) {
    require_step(document, edit.t);
    const int outputs = document.outputs();
    if (edit.target.size() > 0) {
        require(edit.target.size() == target_size(document.loss, outputs),
                "A target has as many numbers as the output.");
        for (const double value : edit.target) require_finite(value);
        if (document.loss == LossKind::cross_entropy)
            require(edit.target[0] >= 0 && edit.target[0] < outputs &&
                        edit.target[0] == std::floor(edit.target[0]),
                    "A class goes from 0 to " + std::to_string(outputs - 1) + ".");
    }
    document.sequence.edit()[static_cast<std::size_t>(edit.t) - 1].edit().target = edit.target;
}

void perform(Document& document, const SetLoss& edit) {
    document.loss = edit.loss;
    drop_unfit_targets(document);
}

void perform(Document& document, const SetTraining& edit) {
    const TrainingSettings& t = edit.training;
    const auto share = [](double value) { return value >= 0 && value < 1; };
    require(t.learning_rate > 0 && std::isfinite(t.learning_rate),
            "A learning rate is more than 0.");
    require(share(t.momentum) && share(t.beta1) && share(t.beta2),
            "Momentum and β go from 0 to just under 1.");
    require(t.epsilon > 0 && (!t.clip || *t.clip > 0), "ε and the clip are more than 0.");
    if (t.optimizer != document.training.optimizer) document.trained = TrainingState{};
    document.training = t;
}

void perform(Document& document, const Train& edit) {
    document.network.parameters = edit.parameters;
    document.trained = edit.trained;
}

void perform(Document& document, const ShowSequence& edit) {
    require(document.task.has_value(), "There is no task to draw a lesson from.");
    const Task& task = *find_task(document.task->name);
    const std::uint64_t seed = static_cast<std::uint64_t>(document.task->seed) + 1;
    const int length = document.task->length;
    if (edit.anomaly)
        require(*edit.anomaly < task.anomalies.size(), "The task has no such anomaly.");
    document.sequence = steps_of(
        edit.anomaly ? draw_sequence(task.anomalies[*edit.anomaly], seed, edit.index, length)
                     : draw_sequence(task, seed, edit.index, length));
    document.expectations = std::vector<Expectation>();
    document.clamps = std::vector<Clamp>();
}

void perform(Document& document, const Randomise& edit) {
    document.network = randomised(document.network, edit.seed);
    document.trained = TrainingState{};
}

void perform(Document& document, const SetRounding& edit) {
    require(!edit.decimals || (*edit.decimals >= 0 && *edit.decimals <= max_decimals),
            "Rounding keeps 0 to 17 decimals.");
    document.rounding = edit.decimals;
}

void perform(Document& document, const SetClamps& edit) {
    require(edit.clamps.size() <= max_clamps, "At most 1,000 things can be covered.");
    for (const Clamp& clamp : edit.clamps) {
        require(gate_of_value(document.cell(), clamp.quantity) != nullptr,
                "Only the value of a gate can be covered.");
        require_element(clamp.element.value_or(0), document.sizes().hidden);
        require_step(document, clamp.from);
        require_step(document, clamp.to);
        require(clamp.from <= clamp.to, "What is held from a step on cannot end before it.");
        require_finite(clamp.value);
    }
    document.clamps = edit.clamps;
}

void perform(Document& document, const SetWords& edit) {
    document.title = edit.title;
    document.description = edit.description;
    document.source = edit.source;
}

void perform(Document& document, const Replace& edit) {
    document = edit.document;
}

std::string at_step(const std::string& what, int t) {
    return what + " of step " + std::to_string(t);
}

std::string element_of(const std::string& name, int element) {
    return name + "[" + std::to_string(element) + "]";
}

}  // namespace

Document edited(const Document& document, const Edit& edit) {
    Document result = document;
    std::visit([&](const auto& one) { perform(result, one); }, edit);
    return result;
}

std::string describe(const Document& document, const Edit& edit) {
    const Cell& cell = document.cell();
    return std::visit(
        Overloaded{
            [&](const SetParameter& e) {
                const Parameter& parameter = cell.parameters[e.parameter];
                std::string name = "change " + element_of(parameter.name(), e.row);
                return parameter.columns == Extent::one ? name : element_of(name, e.column);
            },
            [](const SetInput& e) { return at_step("change " + element_of("x", e.element), e.t); },
            [](const SetLabel& e) { return at_step("change the label", e.t); },
            [&](const SetInitial& e) {
                const QuantityId state = cell.states[e.state].now;
                return "change the initial " + element_name(cell, state, e.element);
            },
            [](const InsertStep& e) { return "insert step " + std::to_string(e.t); },
            [](const DuplicateStep& e) { return "duplicate step " + std::to_string(e.t); },
            [](const DeleteStep& e) { return "delete step " + std::to_string(e.t); },
            [](const MoveStep& e) {
                return "move step " + std::to_string(e.from) + " to " + std::to_string(e.to);
            },
            [](const Resize&) -> std::string { return "change the sizes"; },
            [](const SetCell&) -> std::string { return "change the kind of cell"; },
            [](const SetTarget& e) { return at_step("change the target", e.t); },
            [](const SetLoss&) -> std::string { return "change the loss"; },
            [](const SetTraining&) -> std::string { return "change how it learns"; },
            [](const Train&) -> std::string { return "train"; },
            [](const ShowSequence&) -> std::string { return "show another lesson"; },
            [](const Randomise&) -> std::string { return "randomise the weights"; },
            [](const SetRounding&) -> std::string { return "change the rounding"; },
            [&](const SetClamps& e) -> std::string {
                const std::size_t before = document.clamps->size();
                if (e.clamps.size() == before) return "change what is held";
                return e.clamps.size() > before ? "hold a gate" : "let go of a gate";
            },
            [](const SetWords&) -> std::string { return "change the description"; },
            [](const Replace& e) { return e.what; },
        },
        edit);
}

}  // namespace lstm
