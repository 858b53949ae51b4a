/// The chain rule along a cell's list of equations: what adds up to the gradient of each quantity.
#pragma once

#include "model/cells/cell.h"

#include <vector>

namespace lstm {

/// One term of dL/dq at timestep t, the total derivative of the loss L.
struct GradientTerm {
    enum class Kind {
        loss,       ///< ∂L/∂q: the loss looks at q itself
        next_step,  ///< q = c: dL/dc₋ at t + 1; nothing at the last step
        equation,   ///< dL/dr ∂r/∂q for an equation r = … q … of the same step
    };
    Kind kind;
    int equation = none;  ///< index into Cell::equations
    int operand = 0;      ///< q's place among its operands

    friend bool operator==(const GradientTerm&, const GradientTerm&) = default;
};

/// All terms of the gradient of `quantity`: of the loss first, where `quantity` is `seen` by it.
/// What goes from y through p to the loss is the loss's own term of y (see learning/step_loss.h).
[[nodiscard]] std::vector<GradientTerm> terms_of_gradient(const Cell& cell, QuantityId quantity,
                                                          bool seen);

/// The equations that use `parameter`; its gradient is the sum of their terms over all steps.
[[nodiscard]] std::vector<GradientTerm> terms_of_parameter(const Cell& cell, ParameterId parameter);

}  // namespace lstm
