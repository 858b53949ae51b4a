/// What happens in a phase of a step, in the words of the lesson.
#pragma once

#include "model/cells/cell.h"
#include "ui/words/words.h"

#include <string>

namespace lstm {

/// "forget"
[[nodiscard]] std::string phase_name(const Words& words, Phase phase);

/// On the way forward: "f strikes out lines of the notebook: f ⊙ c₋." `cell` has the phase.
[[nodiscard]] std::string sentence_about(const Words& words, const Cell& cell, Phase phase);

/// On the way back: "What is handed on to the step before, and to x."
[[nodiscard]] std::string backward_sentence(const Words& words, const Cell& cell, Phase phase);

}  // namespace lstm
