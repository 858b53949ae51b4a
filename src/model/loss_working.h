/// The working of a loss: how one step's output and target come to its number.
#pragma once

#include "model/expression.h"
#include "model/loss.h"
#include "model/network.h"
#include "model/notation.h"
#include "model/trace.h"

#include <vector>

namespace lstm {

/// p = softmax(y), where `y` is the cell's output at timestep `t`: "p = letters = numbers =
/// result".
[[nodiscard]] Expression softmax_working_of(const Trace& trace, int t, const Notation& notation);

/// How the loss of step `t` comes about, whose target is `target`: each line, like the last,
/// "name = letters = numbers = result". For squared error L = ½ (y − target)², summed over the
/// elements; for cross-entropy first p = softmax(y), then L = −ln p of the right class.
[[nodiscard]] std::vector<Expression> loss_working_of(const Trace& trace, LossKind loss,
                                                      const Vector& target, int t,
                                                      const Notation& notation);

}  // namespace lstm
