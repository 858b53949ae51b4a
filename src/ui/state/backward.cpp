/// Numbers of the way back, from the list of equations and the working of gradients.
#include "ui/state/backward.h"

#include "ui/state/prediction.h"
#include "ui/timeline/outlines.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace lstm {
namespace {

BackwardRun run_of(const Frame& frame) {
    const Document& document = frame.document();
    return {document.network, frame.trace(), frame.session.gradients(),
            *document.clamps, document.loss, StepLosses::targets_of(document)};
}

}  // namespace

bool can_go_backward(const Session& session) {
    return session.document().steps() > 0 && session.has_targets();
}

void turn_round(const Words& words, View& view, const Document& document) {
    if (!view.cursor.backward_phase && (document.steps() == 0 || !document.has_targets())) {
        view.notify(words("notice.no_target"));
        if (!view.look.presenter) view.look.page = Page::gradients;  // where it is said what to do
        return;
    }
    stop_asking(view);
    if (view.cursor.backward_phase) {
        view.cursor.backward_phase.reset();
    } else {
        view.cursor.backward_phase = document.cell().phases().back();
        view.cursor.t = document.steps();
    }
    view.cursor.phase = Phase::speak;
    view.selection.subject.reset();
    view.selection.trail.clear();
    view.clamp_to(document);
}

std::vector<Phase> phases_as_walked(const View& view, const Cell& cell) {
    std::vector<Phase> phases = cell.phases();
    if (view.cursor.backward_phase) std::reverse(phases.begin(), phases.end());
    return phases;
}

std::optional<double> gradient_value(const Frame& frame, Element element) {
    if (frame.view.cursor.t == 0 ||
        !frame.view.cursor.knows_gradient(frame.cell(), element.quantity, frame.view.cursor.t))
        return {};
    return frame.session.gradients().value(element.quantity, element.element, frame.view.cursor.t);
}

QuantityId result_with(const Cell& cell, const ParameterPlace& weight) {
    const GradientTerm use = terms_of_parameter(cell, weight.parameter).front();
    return cell.equations[static_cast<std::size_t>(use.equation)].result;
}

bool knows_term(const Frame& frame, const ParameterPlace& weight, int t) {
    return frame.view.cursor.knows_gradient(frame.cell(), result_with(frame.cell(), weight), t);
}

const Gate* gate_of_z(const Cell& cell, QuantityId quantity) {
    const bool is_z = cell.quantities[quantity].role == Role::pre_activation;
    return is_z ? cell.gate_of(quantity) : nullptr;
}

std::string gradient_name(const Cell& cell, Element element) {
    if (const Gate* gate = gate_of_z(cell, element.quantity))
        return "δ " + gate->name + "[" + std::to_string(element.element) + "]";
    return "dL/d" + element_name(cell, element.quantity, element.element);
}

std::string gradient_label(const Cell& cell, QuantityId quantity) {
    return gate_of_z(cell, quantity) != nullptr ? "δ" : "dL/d" + cell.quantities[quantity].symbol;
}

QuantityId delta_of(const Gate& gate) {
    return gate.z != none ? gate.z : gate.value;
}

QuantityId main_gradient(const Cell& cell, Phase phase) {
    if (phase == Phase::read) return cell.memory().previous;
    for (const State& state : {cell.memory(), cell.hidden()})
        if (cell.quantities[state.now].phase == phase) return state.now;
    for (const Gate& gate : cell.gates)
        if (cell.quantities[gate.value].phase == phase) return delta_of(gate);
    return cell.hidden().now;
}

std::vector<ShownTerm> shown_terms_of(const Frame& frame, QuantityId quantity) {
    const View& view = frame.view;
    std::vector<ShownTerm> terms;
    for (const DerivationLine& line :
         gradient_derivation(frame, GradientPlace{{quantity, view.cursor.unit, view.cursor.t}})
             .lines)
        if (line.term) terms.push_back({format_value(line.value, view.look.decimals), *line.term});
    return terms;
}

bool is_checked(const View& view, const DerivationSubject& what) {
    return view.selection.checked && view.selection.checked->what == what;
}

void toggle_check(View& view, const DerivationSubject& what) {
    if (is_checked(view, what))
        view.selection.checked.reset();
    else
        view.selection.checked = GradientComparison{what, 0, {}};
}

const GradientCheck& checked_gradient(Frame& frame) {
    GradientComparison& checked = *frame.view.selection.checked;
    if (checked.revision == frame.session.revision()) return checked.result;
    checked.revision = frame.session.revision();
    if (const auto* weight = std::get_if<ParameterGradientPlace>(&checked.what))
        checked.result = check_gradient(frame.document(), weight->of);
    else
        checked.result = check_gradient(frame.document(), std::get<GradientPlace>(checked.what).of);
    return checked.result;
}

Derivation gradient_derivation(const Frame& frame, const GradientPlace& place) {
    const int t = std::max(place.of.t, 1);
    return gradient_derivation_of(run_of(frame), frame.document().step(t).target, place.of,
                                  frame.view.look.notation);
}

namespace {

/// The steps that add most to the gradient of a weight, in the order of time.
struct LargestSteps {
    std::vector<int> steps;
    double rest = 0;
};

LargestSteps largest_steps(const Series& series, int most) {
    std::vector<int> steps(static_cast<std::size_t>(series.span.last));
    std::iota(steps.begin(), steps.end(), 1);
    const auto size = [&](int t) { return std::abs(series.at(t)); };
    std::partial_sort(steps.begin(), steps.begin() + most, steps.end(),
                      [&](int a, int b) { return size(a) != size(b) ? size(a) > size(b) : a < b; });
    LargestSteps result;
    for (auto t = steps.begin() + most; t != steps.end(); ++t) result.rest += series.at(*t);
    steps.resize(static_cast<std::size_t>(most));
    std::sort(steps.begin(), steps.end());
    result.steps = std::move(steps);
    return result;
}

}  // namespace

WeightDerivation gradient_derivation(const Frame& frame, const ParameterGradientPlace& place) {
    constexpr int most_steps = 27;  // more are a crowd, of which
    constexpr int shown = 12;       // these have a line
    const int count = frame.document().steps();
    if (count <= most_steps)
        return {gradient_derivation_of(run_of(frame), place.of, frame.view.look.notation)};
    Track track;
    track.weight = place.of;
    const auto& [parameter, row, column] = place.of;
    const LargestSteps& largest = frame.memo.at(
        "largest steps of " + parameter_name(frame.cell(), parameter, row, column),
        {frame.session.revision()},
        [&] { return largest_steps(outline_of_gradient(frame, track, {}).series, shown); });
    return {
        gradient_derivation_of(run_of(frame), place.of, frame.view.look.notation, largest.steps),
        count - shown, largest.rest};
}

}  // namespace lstm
