/// The terms of the chain rule as a textbook writes them, in letters or in numbers.
#pragma once

#include "maths/formula.h"
#include "maths/gradient_derivation.h"
#include "model/engine/chain_rule.h"

#include <vector>

namespace lstm {

/// A gradient to be printed: with as many digits as `decimals` of a number near 1, as small ones
/// are what gradients are about.
[[nodiscard]] Number gradient_number(double value, int decimals);

/// Writes what adds up to gradients at one timestep. As an element, `all` is for vectors.
class GradientTerms {
public:
    enum class In { letters, numbers };

    /// Everything given must outlive it. `target`: of timestep `t`, empty where it has none.
    GradientTerms(const BackwardRun& run, const Vector& target, int t, const Notation& notation,
                  In in);
    GradientTerms(const GradientTerms&) = delete;
    GradientTerms& operator=(const GradientTerms&) = delete;

    /// The ways by which a change of `q` reaches the loss.
    [[nodiscard]] std::vector<GradientTerm> terms_of(QuantityId q) const;
    /// What one of them brings.
    [[nodiscard]] Expression term(QuantityId q, int element, const GradientTerm& way) const;
    /// What all of them bring, of which there are some.
    [[nodiscard]] Expression sum(QuantityId q, int element) const;
    /// Whence it comes: the first quantity on the way that has a letter.
    [[nodiscard]] Path path(QuantityId q, int element, const GradientTerm& way) const;
    /// Whether nothing comes this way because what is computed is held.
    [[nodiscard]] bool ends(int element, const GradientTerm& way) const;

    /// dL/dq at `t` as a letter, or as a number.
    [[nodiscard]] Expression gradient(QuantityId q, int element, int t) const;
    /// What this step adds to the gradient of a parameter of `user`: dL/dr, and what multiplies it.
    [[nodiscard]] Expression term(const Equation& user, const ParameterPlace& place) const;

private:
    /// dL/dr of the result of an equation; written out where it has no letter.
    [[nodiscard]] Expression reached(QuantityId r, int element) const;
    /// What multiplies: a peephole's weight, or a quantity.
    [[nodiscard]] Expression factor(const Operand& operand, int element) const;
    /// A quantity; in letters, written out where it has none.
    [[nodiscard]] Expression value(QuantityId q, int element) const;
    [[nodiscard]] Expression through_matrix(const Equation& equation, int element) const;
    [[nodiscard]] Expression of_loss(QuantityId q, int element) const;
    [[nodiscard]] Expression of_squared_error(QuantityId q, int element) const;
    [[nodiscard]] Expression of_cross_entropy(QuantityId q, int element) const;
    [[nodiscard]] const Equation& equation_of(const GradientTerm& way) const {
        return cell_.equations[static_cast<std::size_t>(way.equation)];
    }
    [[nodiscard]] QuantityId next_of(QuantityId state) const;
    [[nodiscard]] QuantityId named_behind(QuantityId r) const;

    const BackwardRun& run_;
    const Vector& target_;
    const Cell& cell_;
    Sizes sizes_;
    int t_;
    const Notation& notation_;
    In in_;
    Letters letters_;
    Figures figures_;
    const Leaves& leaves_;
    Formulas formulas_;
};

}  // namespace lstm
