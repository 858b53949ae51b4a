/// What just happened, in plain words made from the numbers.
#pragma once

#include "maths/gradient_derivation.h"
#include "model/engine/trace.h"
#include "ui/state/frame.h"

#include <string>

namespace lstm {

/// A moment of a run, of which sentences tell.
struct Moment {
    const Words& words;
    const Cell& cell;
    const Trace& trace;
    int t = 0;  ///< timestep; 0: there is none
    int unit = 0;
    Phase phase = Phase::speak;
    int decimals = 3;
};

/// One sentence about a unit at a step and phase: "Slot 1: kept 99.7 % of 2.000, wrote +0.953; it
/// says 2.948 now."
[[nodiscard]] std::string narrate(const Moment& moment);
/// The same about what is on show.
[[nodiscard]] std::string narrate(const Frame& frame);

/// The same on the way back: "Slot 1, going back: dL/dc = 0.0040: 0.0001 through h and 0.0039 from
/// step 6."
[[nodiscard]] std::string narrate_backward(const Frame& frame);

/// "from this step's target", "through the forget gate": where a term of a gradient comes from.
[[nodiscard]] std::string source_of(const Words& words, const Cell& cell, const TermSource& source);

/// "LSTM", or "LSTM, changed" of one in another form than its authors' (see CellForm).
[[nodiscard]] std::string title_of(const Words& words, const Cell& cell);
/// "forget gate", "candidate"
[[nodiscard]] std::string title_of(const Words& words, const Gate& gate);

/// What stands for an element of x, y, p or another vector where there is little room: the
/// document's word for it, or "y₁".
[[nodiscard]] std::string short_name(const Document& document, QuantityId quantity, int element);

/// "held at 1 for steps 3–8"
[[nodiscard]] std::string clamp_words(const Words& words, const Clamp& clamp);

/// What a clamp does: "Forget gate held at 1 for steps 3–8: nothing is struck out."
[[nodiscard]] std::string narrate(const Frame& frame, const Clamp& clamp);

}  // namespace lstm
