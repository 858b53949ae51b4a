/// Predict, then reveal: one number is asked for before it is shown.
#pragma once

#include "ui/state/frame.h"

#include <optional>
#include <string>
#include <vector>

namespace lstm {

/// What can be asked for: f, i, c̃, i ⊙ c̃, c, o, h, as far as there are such, in the order in which
/// a step computes them.
[[nodiscard]] std::vector<QuantityId> askable(const Cell& cell);

/// Asks for `quantity` of the selected unit at step `t`: goes to the phase before the one that
/// computes it, so that it and all that comes later is hidden.
void ask(View& view, const Document& document, QuantityId quantity, int t);
/// Asks for the main result of the phase that comes next; once a step is whole, for the next step's
/// notebook.
void ask_next(View& view, const Document& document);
/// Goes to the phase that computes what is asked for, or on from where it has been shown.
void reveal(View& view, const Document& document);
/// Takes the question away; what was hidden stays so until its phase is reached.
void stop_asking(View& view);

/// Whether what was asked for can be seen, however that came about.
[[nodiscard]] bool revealed(const View& view, const Cell& cell);
/// What has been typed or dragged to, if it is a number.
[[nodiscard]] std::optional<double> guess_of(const Prediction& prediction);
/// Keeps the question inside the document, and the score once the truth is out.
void settle(View& view, const Session& session);

/// "What will the notebook say?"
[[nodiscard]] std::string question_about(const Words& words, const Cell& cell, QuantityId quantity);
/// "c at step 2, unit 0"
[[nodiscard]] std::string place_asked(const Words& words, const View& view,
                                      const Document& document);
/// "You said 0.900; it is 0.786. Your guess is 0.114 too high."
[[nodiscard]] std::string verdict_on(const Words& words, const Score& score, int decimals);

}  // namespace lstm
