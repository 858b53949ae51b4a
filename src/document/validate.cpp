/// The rules, one after the other: first what they allow, then where it is looked for.
#include "document/validate.h"

#include "document/sequences.h"
#include "model/learning/tasks/task.h"

#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace lstm {
namespace {

constexpr auto last_rule = static_cast<std::size_t>(Rule::anomaly);

constexpr std::array<Rule, last_rule + 1> all_rules = [] {
    std::array<Rule, last_rule + 1> list{};
    for (std::size_t n = 0; n < list.size(); ++n) list[n] = static_cast<Rule>(n);
    return list;
}();

Bounds whole_numbers(double least, double most) {
    return {least, most, true};
}

Bounds above_zero() {
    Bounds bounds{0};
    bounds.above_least = true;
    return bounds;
}

Bounds fraction() {
    Bounds bounds{0, 1};
    bounds.below_most = true;
    return bounds;
}

std::optional<Violation> require(bool kept, Rule rule, int index = 0, double found = 0) {
    if (kept) return {};
    return Violation{rule, index, found, {}};
}

/// The first number of `values` that is not allowed.
template <class Values>
std::optional<Violation> validate_all(Rule rule, const Values& values, int index) {
    const Bounds bounds = bounds_of(rule);
    for (const double value : values.reshaped())
        if (auto broken = validate(rule, value, bounds, index)) return broken;
    return {};
}

std::optional<Violation> validate_network(const Document& document) {
    const Cell& cell = document.cell();
    const Sizes sizes = document.sizes();
    if (auto broken = validate(sizes)) return broken;
    const bool readout = (sizes.output > 0) == cell.has_readout();
    if (auto broken = require(readout, Rule::output_size, 0, sizes.output)) return broken;
    const auto& parameters = document.network.parameters;
    if (auto broken = require(parameters.size() == cell.parameters.size(), Rule::shape))
        return broken;
    for (std::size_t p = 0; p < parameters.size(); ++p) {
        const bool fits = parameters[p]->rows() == sizes.of(cell.parameters[p].rows) &&
                          parameters[p]->cols() == sizes.of(cell.parameters[p].columns);
        const int index = static_cast<int>(p);
        if (auto broken = require(fits, Rule::shape, index)) return broken;
        if (auto broken = validate_all(Rule::weight, *parameters[p], index)) return broken;
    }
    return {};
}

std::optional<Violation> validate_initial(const Document& document) {
    if (auto broken =
            require(document.initial.size() == document.cell().states.size(), Rule::shape))
        return broken;
    for (const Vector& state : document.initial) {
        if (auto broken = require(state.size() == document.sizes().hidden, Rule::shape))
            return broken;
        if (auto broken = validate_all(Rule::initial, state, 0)) return broken;
    }
    return {};
}

std::optional<Violation> validate_sequence(const Document& document) {
    if (auto broken = validate(Rule::step_count, document.steps(), bounds_of(Rule::step_count)))
        return broken;
    for (int t = 1; t <= document.steps(); ++t) {
        const Step& step = document.step(t);
        if (auto broken = require(step.x.size() == document.sizes().input, Rule::shape, t))
            return broken;
        if (auto broken = validate_all(Rule::input, step.x, t)) return broken;
        if (auto broken = validate_target(document, step.target, t)) return broken;
    }
    return {};
}

std::optional<Violation> validate_optimizer_state(const Document& document) {
    const TrainingState& state = *document.trained;
    if (state.steps == 0) return {};
    const auto& parameters = document.network.parameters;
    const auto fits = [&](const std::vector<Matrix>& memory) {
        if (memory.size() != parameters.size()) return false;
        for (std::size_t p = 0; p < memory.size(); ++p)
            if (memory[p].rows() != parameters[p]->rows() ||
                memory[p].cols() != parameters[p]->cols())
                return false;
        return true;
    };
    const bool second = document.training.optimizer == Optimizer::adam;
    return require(fits(state.first) && (!second || fits(state.second)), Rule::optimizer_state);
}

/// Whether the cell has what `e` is about, and an element or place as it says.
bool has_subject(const Document& document, const Expectation& e) {
    const Cell& cell = document.cell();
    if (e.subject == ExpectationSubject::loss) return true;
    if (e.parameter == none) {
        const bool known = e.quantity >= 0 && e.quantity < static_cast<int>(cell.quantities.size());
        return known && e.element >= 0 &&
               e.element < document.sizes().of(
                               cell.quantities[static_cast<std::size_t>(e.quantity)].extent);
    }
    if (e.parameter < 0 || e.parameter >= static_cast<int>(cell.parameters.size())) return false;
    const Matrix& numbers = *document.network.parameters[static_cast<std::size_t>(e.parameter)];
    return e.element >= 0 && e.element < numbers.rows() && e.column >= 0 &&
           e.column < numbers.cols();
}

}  // namespace

std::span<const Rule> rules() {
    return all_rules;
}

bool Bounds::hold(double value) const {
    if (!std::isfinite(value) || (whole && value != std::floor(value))) return false;
    return (above_least ? value > least : value >= least) &&
           (below_most ? value < most : value <= most);
}

Bounds bounds_of(Rule rule) {
    switch (rule) {
        case Rule::biases: return whole_numbers(0, 2);
        case Rule::target_share: return {0, 1};
        case Rule::input_size:
        case Rule::hidden_size: return whole_numbers(1, max_size);
        case Rule::output_size: return whole_numbers(0, max_size);
        case Rule::sequence_count: return whole_numbers(1, max_sequences);
        case Rule::step_count: return whole_numbers(0, max_steps);
        case Rule::rounding:
        case Rule::decimals: return whole_numbers(0, max_decimals);
        case Rule::learning_rate:
        case Rule::epsilon:
        case Rule::clip: return above_zero();
        case Rule::momentum:
        case Rule::beta1:
        case Rule::beta2: return fraction();
        case Rule::task_seed: return whole_numbers(0, std::numeric_limits<int>::max());
        case Rule::task_length: return whole_numbers(4, 10'000);
        case Rule::clamp_count: return whole_numbers(0, max_clamps);
        case Rule::tolerance: return {0};
        default: return {};
    }
}

Bounds bounds_of(Rule rule, const Document& document) {
    switch (rule) {
        case Rule::target_class: return whole_numbers(0, document.outputs() - 1);
        case Rule::clamp_element: return whole_numbers(0, document.sizes().hidden - 1);
        case Rule::clamp_from:
        case Rule::clamp_to:
        case Rule::step: return whole_numbers(1, document.steps());
        default: return bounds_of(rule);
    }
}

Bounds clamp_end(const Document& document, int from) {
    return whole_numbers(from, document.steps());
}

Bounds expectation_steps(const Document& document, ExpectationSubject subject,
                         QuantityId quantity) {
    const bool of_quantity =
        subject == ExpectationSubject::quantity || subject == ExpectationSubject::gradient;
    const bool from_start = !of_quantity || document.cell().is_state(quantity);
    return whole_numbers(from_start ? 0 : 1, document.steps());
}

std::optional<Violation> validate(Rule rule, double found, const Bounds& bounds, int index) {
    if (bounds.hold(found)) return {};
    return Violation{rule, index, found, bounds};
}

std::optional<Violation> validate(Sizes sizes) {
    for (const auto& [rule, size] :
         {std::pair(Rule::input_size, sizes.input), std::pair(Rule::hidden_size, sizes.hidden),
          std::pair(Rule::output_size, sizes.output)})
        if (auto broken = validate(rule, size, bounds_of(rule))) return broken;
    return {};
}

std::optional<Violation> validate(const TrainingSettings& training) {
    for (const auto& [rule, value] :
         {std::pair(Rule::learning_rate, training.learning_rate),
          std::pair(Rule::momentum, training.momentum), std::pair(Rule::beta1, training.beta1),
          std::pair(Rule::beta2, training.beta2), std::pair(Rule::epsilon, training.epsilon),
          std::pair(Rule::clip, training.clip.value_or(1))})
        if (auto broken = validate(rule, value, bounds_of(rule))) return broken;
    return {};
}

std::optional<Violation> validate_rounding(std::optional<int> decimals) {
    return validate(Rule::rounding, decimals.value_or(0), bounds_of(Rule::rounding));
}

std::optional<Violation> validate_labels(const std::vector<std::string>& labels, int size) {
    if (labels.empty()) return {};
    const auto count = static_cast<int>(labels.size());
    if (auto broken = require(count == size, Rule::label_count, 0, count)) return broken;
    for (int n = 0; n < count; ++n)
        if (auto broken = require(!labels[static_cast<std::size_t>(n)].empty(), Rule::label, n))
            return broken;
    return {};
}

std::optional<Violation> validate_target(const Document& document, const Vector& target, int t) {
    if (target.size() == 0) return {};
    const bool fits = target.size() == target_size(document.loss, document.outputs());
    if (!fits) return Violation{Rule::target_size, t, static_cast<double>(target.size()), {}};
    if (document.loss == LossKind::cross_entropy)
        return validate(Rule::target_class, target[0], bounds_of(Rule::target_class, document), t);
    const bool shares = document.loss == LossKind::binary_cross_entropy;
    return validate_all(shares ? Rule::target_share : Rule::target, target, t);
}

std::optional<Violation> validate(const Document& document, const TaskChoice& choice) {
    const Task* const task = find_task(choice.name);
    if (auto broken = require(task != nullptr, Rule::task_name)) return broken;
    const bool fits = task->inputs == document.sizes().input &&
                      task->outputs == document.outputs() && task->loss == document.loss;
    if (auto broken = require(fits, Rule::task_fit)) return broken;
    if (auto broken = validate(Rule::task_seed, choice.seed, bounds_of(Rule::task_seed)))
        return broken;
    return validate(Rule::task_length, choice.length, bounds_of(Rule::task_length));
}

std::optional<Violation> validate(const Document& document, const std::vector<Clamp>& clamps) {
    if (auto broken = validate(Rule::clamp_count, static_cast<double>(clamps.size()),
                               bounds_of(Rule::clamp_count)))
        return broken;
    for (std::size_t n = 0; n < clamps.size(); ++n) {
        const Clamp& clamp = clamps[n];
        const int index = static_cast<int>(n);
        const bool of_gate = gate_of_value(document.cell(), clamp.quantity) != nullptr;
        if (auto broken = require(of_gate, Rule::clamp_quantity, index)) return broken;
        for (const auto& [rule, value, bounds] :
             {std::tuple(Rule::clamp_element, clamp.element.value_or(0) + 0.0,
                         bounds_of(Rule::clamp_element, document)),
              std::tuple(Rule::clamp_from, clamp.from + 0.0, bounds_of(Rule::clamp_from, document)),
              std::tuple(Rule::clamp_to, clamp.to + 0.0, clamp_end(document, clamp.from)),
              std::tuple(Rule::clamp_value, clamp.value, bounds_of(Rule::clamp_value))})
            if (auto broken = validate(rule, value, bounds, index)) return broken;
    }
    return {};
}

std::optional<Violation> validate(const Document& document, const Expectation& e, int index) {
    if (auto broken = require(has_subject(document, e), Rule::expectation_subject, index))
        return broken;
    if (auto broken = validate(Rule::expectation_step, e.t,
                               expectation_steps(document, e.subject, e.quantity), index))
        return broken;
    if (auto broken = validate(Rule::expectation_value, e.value, {}, index)) return broken;
    const bool one = e.tolerance.has_value() != e.decimals.has_value();
    if (auto broken = require(one, Rule::expectation_limit, index)) return broken;
    if (e.decimals) return validate(Rule::decimals, *e.decimals, bounds_of(Rule::decimals), index);
    return validate(Rule::tolerance, *e.tolerance, bounds_of(Rule::tolerance), index);
}

std::optional<Violation> validate_sequence_name(const Document& document, int n,
                                                const std::string& name) {
    const std::optional<int> bearer = find_sequence(document, name);
    return require(!name.empty() && bearer.value_or(n) == n, Rule::sequence_name, n);
}

namespace {

/// What is the own of the sequence that is shown.
std::optional<Violation> validate_shown(const Document& document) {
    if (auto broken = validate_initial(document)) return broken;
    if (auto broken = validate_sequence(document)) return broken;
    if (auto broken = validate(document, *document.clamps)) return broken;
    for (std::size_t n = 0; n < document.expectations->size(); ++n)
        if (auto broken = validate(document, (*document.expectations)[n], static_cast<int>(n)))
            return broken;
    return {};
}

std::optional<Violation> validate_sequences(const Document& document) {
    if (document.sequences->empty()) return validate_shown(document);
    const int count = sequence_count(document);
    if (auto broken = validate(Rule::sequence_count, count, bounds_of(Rule::sequence_count)))
        return broken;
    for (int n = 0; n < count; ++n) {
        if (auto broken = validate_sequence_name(document, n, sequence_name(document, n)))
            return broken;
        if (auto broken = validate_shown(showing(document, n))) return broken;
    }
    return {};
}

}  // namespace

std::optional<Violation> validate(const Document& document) {
    if (auto broken = validate_network(document)) return broken;
    const Activation activation = document.cell().form.readout_activation;
    if (auto broken = require(allows(document.loss, activation), Rule::readout_activation))
        return broken;
    if (auto broken = validate_labels(document.input_labels, document.sizes().input)) return broken;
    if (auto broken = validate_labels(document.output_labels, document.sizes().output))
        return broken;
    if (auto broken = validate_rounding(decimals_of(document.rounding))) return broken;
    if (auto broken = validate(document.training)) return broken;
    if (auto broken = validate_optimizer_state(document)) return broken;
    if (document.task)
        if (auto broken = validate(document, *document.task)) return broken;
    return validate_sequences(document);
}

}  // namespace lstm
