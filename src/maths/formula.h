/// Right sides of a cell's equations as expressions, in letters or in numbers.
#pragma once

#include "maths/expression.h"
#include "maths/notation.h"
#include "model/engine/network.h"
#include "model/engine/trace.h"

#include <optional>
#include <vector>

namespace lstm {

/// What an equation is applied to, as expressions: letters or numbers of one timestep.
class FormulaOperands {
public:
    FormulaOperands() = default;
    FormulaOperands(const FormulaOperands&) = delete;
    FormulaOperands& operator=(const FormulaOperands&) = delete;
    virtual ~FormulaOperands() = default;

    /// `element`: `all` for the vector.
    [[nodiscard]] virtual Expression quantity(QuantityId id, int element) const = 0;
    /// One that multiplies `vector` (none: it stands alone). `row` and `column`: `all` for the
    /// whole.
    [[nodiscard]] virtual Expression parameter(ParameterId id, QuantityId vector, int row,
                                               int column) const = 0;
    /// What a function that mixes the elements of a vector is applied to: the vector, or each of
    /// its `size` elements.
    [[nodiscard]] virtual std::vector<Expression> elements(QuantityId id, int size) const = 0;
    /// Joins a weight and its input.
    [[nodiscard]] virtual MathOperator times() const = 0;
};

/// Letters at timestep `t`.
class SymbolicOperands : public FormulaOperands {
public:
    SymbolicOperands(const Cell& cell, Sizes sizes, const Notation& notation, int t)
        : cell_(cell), sizes_(sizes), notation_(notation), t_(t) {}

    [[nodiscard]] Expression quantity(QuantityId id, int element) const override;
    [[nodiscard]] Expression parameter(ParameterId id, QuantityId vector, int row,
                                       int column) const override;
    [[nodiscard]] std::vector<Expression> elements(QuantityId id, int) const override {
        return {quantity(id, all)};
    }
    [[nodiscard]] MathOperator times() const override { return MathOperator::product; }

private:
    const Cell& cell_;
    Sizes sizes_;
    Notation notation_;
    int t_;
};

/// The numbers of timestep `t` of a run.
class NumericOperands : public FormulaOperands {
public:
    /// `rounding`: as the trace was computed. `decimals`: of what is not rounded.
    NumericOperands(const Network& network, const Trace& trace, std::optional<int> rounding,
                    int decimals, int t)
        : network_(network), trace_(trace), rounding_(rounding), decimals_(decimals), t_(t) {}

    [[nodiscard]] Expression quantity(QuantityId id, int element) const override;
    [[nodiscard]] Expression parameter(ParameterId id, QuantityId vector, int row,
                                       int column) const override;
    [[nodiscard]] std::vector<Expression> elements(QuantityId id, int size) const override;
    [[nodiscard]] MathOperator times() const override { return MathOperator::dot; }

    /// A number that the trace does not hold.
    [[nodiscard]] Expression unrounded(double value) const;

private:
    const Network& network_;
    const Trace& trace_;
    std::optional<int> rounding_;
    int decimals_;
    int t_;
};

/// How far a formula goes.
enum class FormulaDepth {
    one_equation,  ///< what the equation needs stands there as it is
    to_the_named,  ///< what is not named is written out, and so on
};

/// Puts equations together. Everything given must outlive it.
class FormulaBuilder {
public:
    FormulaBuilder(const Cell& cell, Sizes sizes, const Notation& notation,
                   const FormulaOperands& operands)
        : cell_(cell), sizes_(sizes), notation_(notation), operands_(operands) {}

    /// The right side of the equation of `id` for one element, or for `all` between vectors.
    [[nodiscard]] Expression right_side(QuantityId id, int element, FormulaDepth depth) const;

private:
    [[nodiscard]] Expression operand(const Operand& operand, int element, FormulaDepth depth) const;
    [[nodiscard]] Expression softmax(const Equation& equation, int element) const;
    [[nodiscard]] Expression product(const Equation& equation, int element,
                                     FormulaDepth depth) const;
    [[nodiscard]] Expression sum(const Equation& equation, int element, FormulaDepth depth) const;

    const Cell& cell_;
    Sizes sizes_;
    const Notation& notation_;
    const FormulaOperands& operands_;
};

/// What the equation of `id` works on, in the order in which formulas have it: concatenated, h₋
/// stands before x.
[[nodiscard]] std::vector<Operand> operands_of(const Cell& cell, QuantityId id,
                                               const Notation& notation);

/// The products that the equation of `id` adds, where formulas join their matrices into one.
[[nodiscard]] std::vector<Equation> joined_products(const Cell& cell, QuantityId id,
                                                    const Notation& notation);

}  // namespace lstm
