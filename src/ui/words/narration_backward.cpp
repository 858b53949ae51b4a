/// Sentences about a step on the way back.
#include "ui/state/backward.h"
#include "ui/words/narration.h"
#include "ui/words/numbers.h"

#include <vector>

namespace lstm {
namespace {

/// "δ of the forget gate = 0.1", "dL/dc = 0.2" of the chosen unit at the selected step.
std::string gradient_is(const Frame& frame, QuantityId quantity) {
    const View& view = frame.view;
    const double value = frame.session.gradients().value(quantity, view.cursor.unit, view.cursor.t);
    const Gate* const gate = gate_of_z(frame.cell(), quantity);
    const std::string name =
        gate == nullptr ? gradient_label(frame.cell(), quantity)
                        : frame.words("gradient.delta", {{"gate", title_of(frame.words, *gate)}});
    return name + " = " + format_value(value, view.look.decimals);
}

/// What the step before gets: dL by `memory` and by the other states.
std::string handed_on(const Frame& frame, QuantityId memory) {
    std::vector<std::string> gradients{gradient_is(frame, memory)};
    for (const State& state : frame.cell().states)
        if (state.previous != memory) gradients.push_back(gradient_is(frame, state.previous));
    const int t = frame.view.cursor.t;
    std::string key = t == 1 ? "slot.backward.to_start" : "slot.backward.to_step";
    if (gradients.size() > 1) key += "s";
    return frame.words(key, {{"unit", std::to_string(frame.view.cursor.unit)},
                             {"gradients", listed(frame.words, gradients)},
                             {"t", std::to_string(t - 1)}});
}

}  // namespace

std::string source_of(const Words& words, const Cell& cell, const TermSource& source) {
    const std::string t = std::to_string(source.quantity.t);
    switch (source.kind) {
        case TermSource::Kind::loss: return words("source.target");
        case TermSource::Kind::next_step: return words("source.next_step", {{"t", t}});
        case TermSource::Kind::timestep: return words("source.timestep", {{"t", t}});
        case TermSource::Kind::equation: break;
    }
    if (const Gate* gate = gate_of_z(cell, source.quantity.quantity))
        return words("source.gate", {{"gate", title_of(words, *gate)}});
    return words("source.quantity",
                 {{"quantity", cell.quantities[source.quantity.quantity].symbol}});
}

std::string narrate_backward(const Frame& frame) {
    const View& view = frame.view;
    const QuantityId quantity = main_gradient(frame.cell(), view.cursor.phase_now());
    if (view.cursor.phase_now() == Phase::read) return handed_on(frame, quantity);
    const std::vector<ShownTerm> terms = shown_terms_of(frame, quantity);
    std::vector<std::string> sources;
    for (const auto& [value, source] : terms) {
        const std::string where = source_of(frame.words, frame.cell(), source);
        sources.push_back(terms.size() > 1 ? value + " " + where : where);
    }
    return frame.words(sources.empty()       ? "slot.backward"
                       : sources.size() == 1 ? "slot.backward.one_term"
                                             : "slot.backward.terms",
                       {{"unit", std::to_string(view.cursor.unit)},
                        {"gradient", gradient_is(frame, quantity)},
                        {"terms", listed(frame.words, sources)}});
}

}  // namespace lstm
