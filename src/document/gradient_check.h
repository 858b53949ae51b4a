/// Is a gradient true? Move one number a little both ways, run again, and look at the loss.
#pragma once

#include "document/document.h"
#include "maths/expression.h"

namespace lstm {

/// A gradient, and what a central difference makes of it. Both are of exact arithmetic, whatever
/// the document rounds.
struct GradientCheck {
    double gradient = 0;    ///< by going back through the equations
    double difference = 0;  ///< (L(w + ε) − L(w − ε)) / 2ε
    double step = 0;        ///< ε
};

/// dL by one number of a parameter.
[[nodiscard]] GradientCheck check_gradient(const Document& document, const ParameterPlace& place);

/// Whether the second form can move `quantity`: all but a product of a matrix, which is only a part
/// of a sum.
[[nodiscard]] bool can_be_moved(const Cell& cell, QuantityId quantity);

/// dL by an input, a state, a gate's value or z, or the answer, 1 ≤ t ≤ T. What is moved is that
/// number alone, at that step: c₋ as step t reads it, not c as step t − 1 says it aloud.
[[nodiscard]] GradientCheck check_gradient(const Document& document, const QuantityPlace& place);

}  // namespace lstm
