/// The derivation of a gradient: the chain rule, term by term, with the numbers in it.
#pragma once

#include "maths/derivation.h"
#include "model/engine/gradients.h"
#include "model/learning/loss.h"

#include <vector>

namespace lstm {

/// A run whose gradients are known; all must outlive what is given it.
struct BackwardRun {
    const Network& network;
    const Trace& trace;
    const Gradients& gradients;
    const std::vector<Clamp>& clamps;
    LossKind loss;
    int targets = 1;  ///< how many steps have one, where the loss is a mean over them
};

/// How dL/d`place` comes about: in symbols, then each term of the chain rule (of this step's
/// target, of the next step, of whatever is computed from it), then their sum. `place` has
/// 1 ≤ t ≤ T, or t = 0 for a state; `target`: of that step, empty where it has none.
///
/// A term through what is clamped is 0: `DerivationLine::clamped`.
[[nodiscard]] Derivation gradient_derivation_of(const BackwardRun& run, const Vector& target,
                                                QuantityPlace place, const Notation& notation);

/// How dL/d`place` of a weight comes about: in symbols, what each step adds (`TermSource::quantity`
/// says which step), and the sum; of more than 30 steps, only what it comes to. It has no subject.
[[nodiscard]] Derivation gradient_derivation_of(const BackwardRun& run, ParameterPlace place,
                                                const Notation& notation);
/// The same with what each of `steps` adds, and no other.
[[nodiscard]] Derivation gradient_derivation_of(const BackwardRun& run, ParameterPlace place,
                                                const Notation& notation,
                                                const std::vector<int>& steps);

/// The quantities that have a letter, each behind all that its gradient is made of at its step.
[[nodiscard]] std::vector<QuantityId> backward(const Cell& cell);

/// The letter of dL/d`quantity`: δ of a gate's z; see `symbol_of`.
[[nodiscard]] MathSymbol gradient_symbol(const Cell& cell, Sizes sizes, QuantityId quantity,
                                         int element, const Notation& notation);

}  // namespace lstm
