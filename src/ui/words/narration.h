/// What just happened, in plain words made from the numbers.
#pragma once

#include "ui/state/frame.h"

#include <string>

namespace lstm {

/// One sentence about the chosen unit at the selected step and phase: "Slot 1: kept 99.7 %
/// of 2.000, wrote +0.953; it says 2.948 now."
[[nodiscard]] std::string narrate(const Frame& frame);

/// "forget gate", "candidate"
[[nodiscard]] std::string title_of(const Gate& gate);

/// "held at 1 for steps 3–8"
[[nodiscard]] std::string held_words(const Clamp& clamp);

/// What a force does: "Forget gate held at 1 for steps 3–8: nothing is struck out."
[[nodiscard]] std::string narrate(const Frame& frame, const Clamp& clamp);

}  // namespace lstm
