/// What sizes cost in memory, and what an edit may take of it.
#pragma once

#include "model/engine/plan.h"

#include <string>

namespace lstm {

/// Bytes of what is computed from `steps` timesteps: the trace, and the gradients, which are laid
/// out like it.
[[nodiscard]] double bytes_of_results(const ForwardPlan& plan, int steps);

/// The same of a network of those sizes, before there is one, and of its weights, their gradients
/// and what a trainer keeps of them.
[[nodiscard]] double bytes_of(const Cell& cell, Sizes sizes, int steps);

/// "12 kB", "1.5 GB": in steps of a thousand, to two digits or three.
[[nodiscard]] std::string memory_text(double bytes);

/// Throws std::length_error, with a sentence, where `bytes` are more than there is.
void require_memory(double bytes);

}  // namespace lstm
