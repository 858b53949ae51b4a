/// How far a gradient reaches, in words.
#pragma once

#include "document/gradient_flow.h"
#include "ui/words/words.h"

#include <string>

namespace lstm {

/// One sentence from its numbers: "After 50 steps back, 0.61 of the notebook's gradient is left; of
/// the plain RNN's 3e−12."
[[nodiscard]] std::string sentence_about(const Words& words, const GradientFlow& flow);

}  // namespace lstm
