/// Questions about the next number, and how well they were answered.
#include "panels/prediction.h"

#include "panels/numbers.h"
#include "panels/panels.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lstm {
namespace {

/// Answers that are remembered.
constexpr std::size_t most_scores = 5;

/// The main result of each phase; reading computes nothing that one could guess.
constexpr std::array<const char*, phase_count> main_results{"c", "forget.value", "written",
                                                            "c", "output.value", "h"};

Phase phase_before(const Cell& cell, QuantityId quantity) {
    return static_cast<Phase>(static_cast<int>(cell.quantities[quantity].phase) - 1);
}

}  // namespace

void ask(View& view, const Document& document, QuantityId quantity, int t) {
    if (document.steps() == 0) return;
    view.playing = false;
    go_to(view, document, t);
    view.phase = phase_before(document.cell(), quantity);
    Prediction& prediction = view.prediction;
    prediction.asked = QuantityPlace{quantity, view.unit, view.t};
    prediction.text = {};
    prediction.score.reset();
    prediction.settled = false;
    view.focus.id = "predict/guess";
    view.focus.visible = view.focus.arriving = true;
}

void ask_next(View& view, const Document& document) {
    const Cell& cell = document.cell();
    if (view.phase == Phase::speak) {
        ask(view, document, cell.at("c"), std::min(view.t + 1, document.steps()));
        return;
    }
    // What is read is given; the first that is computed is what the forget gate says.
    const int next = std::max(static_cast<int>(view.phase) + 1, static_cast<int>(Phase::forget));
    ask(view, document, cell.at(main_results[static_cast<std::size_t>(next)]), view.t);
}

void reveal(View& view, const Document& document) {
    if (!view.prediction.asked) return;
    const QuantityPlace asked = *view.prediction.asked;
    go_to(view, document, asked.t);
    view.phase = std::max(view.phase, document.cell().quantities[asked.quantity].phase);
    view.focus.id = "predict/again";
    view.focus.visible = true;
}

void stop_asking(View& view) {
    view.prediction.asked.reset();
    if (view.focus.id.starts_with("predict/")) view.focus = {};
}

bool revealed(const View& view, const Cell& cell) {
    return view.prediction.asked &&
           view.knows(cell, view.prediction.asked->quantity, view.prediction.asked->t);
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
        asked.element = view.unit;  // another unit was chosen: the question is about that one
        return;
    }
    if (std::exchange(prediction.settled, true)) return;
    const std::optional<double> guess = guess_of(prediction);
    if (!guess) return;
    prediction.score = Score{*guess, session.trace().value(asked.quantity, asked.element, asked.t)};
    prediction.tally.push_back(*prediction.score);
    if (prediction.tally.size() > most_scores) prediction.tally.erase(prediction.tally.begin());
}

std::string question_about(const Cell& cell, QuantityId quantity) {
    const std::string& name = cell.quantities[quantity].name;
    if (name == "forget.value") return "How much will the notebook keep?";
    if (name == "input.value") return "How much of the idea is let in?";
    if (name == "candidate.value") return "What is the new idea?";
    if (name == "written") return "What will be written?";
    if (name == "c") return "What will the notebook say?";
    if (name == "output.value") return "How much will be read out?";
    if (name == "h") return "What will be spoken?";
    return "What will it be?";
}

std::string place_asked(const View& view, const Document& document) {
    const QuantityPlace& asked = *view.prediction.asked;
    return document.cell().quantities[asked.quantity].symbol + " at step " +
           std::to_string(asked.t) +
           (document.sizes().hidden == 1 ? "" : ", unit " + std::to_string(asked.element));
}

std::string verdict_on(const Score& score, int decimals) {
    const double difference = score.guess - score.truth;
    const std::string said = "You said " + format_value(score.guess, decimals) + "; it is " +
                             format_value(score.truth, decimals) + ". ";
    // Whoever is right in every digit that is shown is right.
    if (format_value(score.guess, decimals) == format_value(score.truth, decimals))
        return said + "Exactly!";
    return said + "Your guess is " + format_value(std::abs(difference), decimals) +
           (difference > 0 ? " too high." : " too low.");
}

}  // namespace lstm
