/// Questions about the next number, and how well they were answered.
#include "ui/state/prediction.h"

#include "ui/panels.h"
#include "ui/state/cell_facts.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lstm {
namespace {

/// Answers that are remembered.
constexpr std::size_t most_scores = 5;

}  // namespace

std::vector<QuantityId> askable(const Cell& cell) {
    std::vector<QuantityId> candidates;
    for (const Gate& gate : cell.gates)
        if (!cell.is_state(gate.value)) candidates.push_back(gate.value);
    for (const QuantityId quantity : {cell.find(Role::written), cell.memory().now})
        if (quantity != none) candidates.push_back(quantity);
    if (cell.has_cell_state()) candidates.push_back(cell.hidden().now);
    std::stable_sort(candidates.begin(), candidates.end(), [&](QuantityId a, QuantityId b) {
        return cell.quantities[a].phase < cell.quantities[b].phase;
    });
    return candidates;
}

void ask(View& view, const Document& document, QuantityId quantity, int t) {
    if (document.steps() == 0) return;
    view.playback.playing = false;
    go_to(view, document, t);
    const Cell& cell = document.cell();
    view.cursor.phase = adjacent_phase(cell, cell.quantities[quantity].phase, -1);
    Prediction& prediction = view.prediction;
    prediction.asked = QuantityPlace{quantity, view.cursor.unit, view.cursor.t};
    prediction.text = {};
    prediction.score.reset();
    prediction.settled = false;
    view.input.focus.id = "predict/guess";
    view.input.focus.visible = view.input.focus.arriving = true;
}

void ask_next(View& view, const Document& document) {
    const Cell& cell = document.cell();
    if (view.cursor.phase == Phase::speak) {
        ask(view, document, cell.memory().now, std::min(view.cursor.t + 1, document.steps()));
        return;
    }
    ask(view, document, main_result(cell, adjacent_phase(cell, view.cursor.phase, 1)),
        view.cursor.t);
}

void reveal(View& view, const Document& document) {
    if (!view.prediction.asked) return;
    const QuantityPlace asked = *view.prediction.asked;
    go_to(view, document, asked.t);
    view.cursor.phase =
        std::max(view.cursor.phase, document.cell().quantities[asked.quantity].phase);
    view.input.focus.id = "predict/again";
    view.input.focus.visible = true;
}

void stop_asking(View& view) {
    view.prediction.asked.reset();
    if (view.input.focus.id.starts_with("predict/")) view.input.focus = {};
}

bool revealed(const View& view, const Cell& cell) {
    return view.prediction.asked &&
           view.cursor.knows(cell, view.prediction.asked->quantity, view.prediction.asked->t);
}

std::optional<double> guess_of(const Prediction& prediction) {
    return parse_value(prediction.text.data());
}

void settle(View& view, const Session& session) {
    Prediction& prediction = view.prediction;
    if (!prediction.asked) return;
    QuantityPlace& asked = *prediction.asked;
    const Document& document = session.document();
    if (asked.t > document.steps() || asked.element >= document.sizes().hidden) {
        stop_asking(view);
        return;
    }
    if (!revealed(view, document.cell())) {
        asked.element =
            view.cursor.unit;  // another unit was chosen: the question is about that one
        return;
    }
    if (std::exchange(prediction.settled, true)) return;
    const std::optional<double> guess = guess_of(prediction);
    if (!guess) return;
    prediction.score = Score{*guess, session.trace().value(asked.quantity, asked.element, asked.t)};
    prediction.tally.push_back(*prediction.score);
    if (prediction.tally.size() > most_scores) prediction.tally.erase(prediction.tally.begin());
}

std::string question_about(const Words& words, const Cell& cell, QuantityId quantity) {
    switch (cell.quantities[quantity].role) {
        case Role::keep: return words(cell.has_cell_state() ? "predict.keep" : "predict.keep_h");
        case Role::admit: return words("predict.admit");
        case Role::reset: return words("predict.reset");
        case Role::candidate: return words("predict.candidate");
        case Role::written: return words("predict.written");
        case Role::cell_state: return words("predict.cell_state");
        case Role::expose: return words("predict.expose");
        case Role::hidden_state: return words("predict.hidden_state");
        default: return words("predict.other");
    }
}

std::string place_asked(const Words& words, const View& view, const Document& document) {
    const QuantityPlace& asked = *view.prediction.asked;
    return words(document.sizes().hidden == 1 ? "predict.place" : "predict.place_and_unit",
                 {{"symbol", document.cell().quantities[asked.quantity].symbol},
                  {"t", std::to_string(asked.t)},
                  {"unit", std::to_string(asked.element)}});
}

std::string verdict_on(const Words& words, const Score& score, int decimals) {
    const double difference = score.guess - score.truth;
    const std::string guess = format_value(score.guess, decimals);
    const std::string truth = format_value(score.truth, decimals);
    // Whoever is right in every digit that is shown is right.
    return words(guess == truth   ? "predict.exact"
                 : difference > 0 ? "predict.too_high"
                                  : "predict.too_low",
                 {{"guess", guess},
                  {"truth", truth},
                  {"difference", format_value(std::abs(difference), decimals)}});
}

}  // namespace lstm
