/// The derivation of a loss: how one step's output and target come to its number.
#pragma once

#include "maths/expression.h"
#include "maths/notation.h"
#include "model/engine/network.h"
#include "model/engine/trace.h"
#include "model/learning/loss.h"

#include <vector>

namespace lstm {

/// p = softmax(y), where `y` is the cell's output at timestep `t`: "p = letters = numbers =
/// result".
[[nodiscard]] Expression softmax_derivation_of(const Trace& trace, int t, const Notation& notation);

/// How the loss of step `t` comes about, whose target is `target`: each line, like the last,
/// "name = letters = numbers = result". For squared error L = ½ (y − target)², summed over the
/// elements, or without the ½, or with its share in a mean over `targets` steps; for cross-entropy
/// first p = softmax(y), then L = −ln p of the right class.
[[nodiscard]] std::vector<Expression> loss_derivation_of(const Trace& trace, LossKind loss,
                                                         const Vector& target, int t,
                                                         const Notation& notation, int targets = 1);

}  // namespace lstm
