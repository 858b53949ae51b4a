/// The derivation of a loss: how one step's output and target come to its number.
#pragma once

#include "maths/expression.h"
#include "maths/notation.h"
#include "model/engine/network.h"
#include "model/engine/trace.h"
#include "model/learning/loss.h"

#include <vector>

namespace lstm {

/// What a cross-entropy makes of the cell's output y at timestep `t`, p = softmax(y), or of a
/// binary one p = σ(y): "p = letters = numbers = result".
[[nodiscard]] Expression probabilities_of(LossKind loss, const Trace& trace, int t,
                                          const Notation& notation);

/// How the loss of step `t` comes about, whose target is `target`: each line, like the last,
/// "name = letters = numbers = result". For squared error L = ½ (p − target)², summed over the
/// elements, or without the ½, or with its share in a mean over `targets` steps; for cross-entropy
/// L = −ln p of the right class, and where p is none of the cell's quantities first p = softmax(y);
/// for binary cross-entropy L = −(target · ln p + (1 − target) · ln(1 − p)), likewise.
[[nodiscard]] std::vector<Expression> loss_derivation_of(const Trace& trace, LossKind loss,
                                                         const Vector& target, int t,
                                                         const Notation& notation, int targets = 1);

}  // namespace lstm
