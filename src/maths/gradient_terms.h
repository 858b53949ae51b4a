/// The terms of the chain rule as a textbook writes them, in letters or in numbers.
#pragma once

#include "maths/formula.h"
#include "maths/gradient_derivation.h"
#include "model/engine/chain_rule.h"

#include <vector>

namespace lstm {

/// A gradient to be printed: with as many digits as `decimals` of a number near 1, as small ones
/// are what gradients are about.
[[nodiscard]] PrintedNumber gradient_number(double value, int decimals);

/// Writes the terms of gradients at one timestep. As an element, `all` is for vectors.
class GradientTermBuilder {
public:
    enum class Form { symbolic, numeric };

    /// Everything given must outlive it. `target`: of timestep `t`, empty where it has none.
    GradientTermBuilder(const BackwardRun& run, const Vector& target, int t,
                        const Notation& notation, Form form);
    GradientTermBuilder(const GradientTermBuilder&) = delete;
    GradientTermBuilder& operator=(const GradientTermBuilder&) = delete;

    /// What adds up to dL/dq: a term for the loss, the next step, and each equation that uses `q`.
    [[nodiscard]] std::vector<GradientTerm> terms_of(QuantityId q) const;
    /// One of them, written out.
    [[nodiscard]] Expression expression_of(QuantityId q, int element,
                                           const GradientTerm& term) const;
    /// The sum of all of them, of which there are some.
    [[nodiscard]] Expression sum(QuantityId q, int element) const;
    /// Where it comes from: the next quantity that has a letter.
    [[nodiscard]] TermSource source_of(QuantityId q, int element, const GradientTerm& term) const;
    /// Whether it is 0 because what is computed with `q` is clamped.
    [[nodiscard]] bool is_clamped(int element, const GradientTerm& term) const;

    /// dL/dq at `t` as a letter, or as a number.
    [[nodiscard]] Expression gradient(QuantityId q, int element, int t) const;
    /// What this step adds to the gradient of a parameter of `user`: dL/dr, and what multiplies it.
    [[nodiscard]] Expression step_term(const Equation& user, const ParameterPlace& place) const;

private:
    /// dL/dr of the result of an equation; written out where it has no letter.
    [[nodiscard]] Expression reached(QuantityId r, int element) const;
    /// What multiplies: a peephole's weight, or a quantity.
    [[nodiscard]] Expression factor(const Operand& operand, int element) const;
    /// A quantity; in letters, written out where it has none.
    [[nodiscard]] Expression value(QuantityId q, int element) const;
    [[nodiscard]] Expression through_activation(const Equation& equation, int element) const;
    [[nodiscard]] Expression through_matrix(const Equation& equation, int element) const;
    [[nodiscard]] Expression of_loss(QuantityId q, int element) const;
    [[nodiscard]] Expression of_squared_error(QuantityId q, int element) const;
    [[nodiscard]] Expression of_cross_entropy(QuantityId q, int element) const;
    [[nodiscard]] Expression of_binary_cross_entropy(QuantityId q, int element) const;
    [[nodiscard]] Expression of_prediction(int element) const;
    [[nodiscard]] Expression through_softmax(const Equation& equation, int element) const;
    [[nodiscard]] Expression target(int element) const;
    [[nodiscard]] Expression probability(int element, int size, double value) const;
    [[nodiscard]] const Equation& equation_of(const GradientTerm& term) const {
        return cell_.equations[static_cast<std::size_t>(term.equation)];
    }
    [[nodiscard]] QuantityId next_of(QuantityId state) const;
    [[nodiscard]] QuantityId named_behind(QuantityId r) const;

    const BackwardRun& run_;
    const Vector& target_;
    const Cell& cell_;
    Sizes sizes_;
    int t_;
    const Notation& notation_;
    Form form_;
    SymbolicOperands symbolic_;
    NumericOperands numeric_;
    const FormulaOperands& operands_;
    FormulaBuilder formulas_;
};

}  // namespace lstm
