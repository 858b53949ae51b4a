/// One number of one equation, by itself: for those who explain how it came about.
#pragma once

#include "model/engine/network.h"
#include "model/engine/trace.h"

namespace lstm {

/// activation(z) as the kernels compute it; of one that mixes no elements.
[[nodiscard]] double activated(Activation activation, double z);

/// What `equation` of the network's cell gives for `element` of its result, from what `trace` has
/// at timestep t (1 ≤ t) and the weights: to the bit what a forward pass computes, before that is
/// rounded or clamped.
[[nodiscard]] double result_of(const Equation& equation, const Network& network, const Trace& trace,
                               int element, int t);

}  // namespace lstm
