/// The derivation of one number: how a person would come from weights and inputs to it, line by
/// line.
#pragma once

#include "maths/expression.h"
#include "maths/notation.h"
#include "model/engine/clamp.h"
#include "model/engine/network.h"
#include "model/engine/trace.h"

#include <optional>
#include <vector>

namespace lstm {

/// Where a number that no equation computes comes from.
enum class ValueOrigin {
    input,          ///< x
    previous_step,  ///< h₋, c₋ for t > 1: the state of step t − 1
    initial_state,  ///< h₋, c₋ for t = 1, or a state at t = 0
};

/// One product of a matrix's row with a vector. Each part is a PrintedNumber with the link of what
/// it is; the product, never rounded, has none.
struct WeightedInput {
    Expression weight;
    Expression input;
    Expression product;
};

/// A curve with a point on it.
struct ActivationPoint {
    Activation function;
    double argument = 0;
    double value = 0;  ///< function(argument), not rounded
};

/// Where a term of a gradient's sum comes from.
struct TermSource {
    enum class Kind {
        loss,       ///< the loss looks at it
        next_step,  ///< step t + 1 goes on from it
        equation,   ///< another quantity of the same step is computed from it
        timestep,   ///< of a parameter, which every step uses
    };
    Kind kind;
    QuantityPlace quantity;  ///< whose gradient the term brings; of loss, nothing's
};

/// One line of a derivation.
struct DerivationLine {
    enum class Role {
        origin,  ///< no equation: "h₋ = 0.98"; see DerivationLine::origin
        symbols,  ///< between vectors: f = σ(W_f x + U_f h₋ + b_f); where matrices are concatenated
                  ///< a second such line says W_f = [W_fh, W_fx]
        element,  ///< the same for the one element; left out where that looks no different
        numbers,  ///< with all numbers put in; left out where one step is all there is
        step,     ///< one equation of the cell: z = 1.63 + 2.7 + 1.62 = 5.95

        // Of a gradient, instead of steps:
        aside,  ///< what a term needs and the trace does not hold: p = softmax(y)
        term,   ///< one term of the sum; see DerivationLine::term
        total,  ///< the sum of all terms, where it is not one alone
    };
    Role role;
    QuantityPlace subject;  ///< what the line is about; of a step, what it computes

    /// Equals; or in Role::symbols, for a quantity that has no letter (f ⊙ c₋), what it is. A step:
    ///
    ///     symbols = numbers put in [= each product, where a matrix has several columns] = result
    ///
    /// The result is a PrintedNumber, or rounded from one PrintedNumber to another where the
    /// document rounds it to something else. Numbers have the values of the trace.
    Expression expression;

    std::optional<ValueOrigin> origin{};  ///< of Role::origin
    std::optional<TermSource> term{};     ///< of Role::term

    // The rest is of Role::step; `value` and `clamped` are of term and total, too.
    Operation operation{};                        ///< what the equation does
    std::vector<WeightedInput> products{};        ///< matrix_vector: one a column
    std::optional<ActivationPoint> activation{};  ///< of activate, but for softmax
    double unrounded = 0;  ///< the equation's result; `value`, where rounding operands it as it is
    double value = 0;      ///< the trace's
    bool clamped = false;  ///< `value` is what a clamp sets, not what comes out
};

/// How one element of a quantity at a timestep comes about: symbols, element, numbers, then a step
/// for each equation on the way, each behind those that it needs.
///
/// Written out are the equations of all that is not named: from a gate's value over z to W x and
/// U h₋, from c to f ⊙ c₋ and i ⊙ c̃, from h to tanh c. Where that ends (inputs, states, gates'
/// values), a link leads on.
struct Derivation {
    QuantityPlace subject;
    std::vector<DerivationLine> lines;
};

/// The derivation of `quantity[element]` at `t`: 1 ≤ t ≤ trace.steps(), or 0 for a state. `trace`
/// is that of `network`, computed with `rounding` and `clamps`; where rounding is on, numbers have
/// as many digits as it operands, and those not yet rounded two more.
[[nodiscard]] Derivation derivation_of(const Network& network, const Trace& trace,
                                       std::optional<int> rounding, QuantityId quantity,
                                       int element, int t, const Notation& notation,
                                       const std::vector<Clamp>& clamps = {});

/// The equation that computes `quantity` as in Role::symbols, one or two lines of it; its links
/// have t = 0.
[[nodiscard]] std::vector<Expression> vector_equations(const Cell& cell, QuantityId quantity,
                                                       const Notation& notation);

/// The state of the step before that `place` ("c_prev" at t) repeats ("c" at t − 1); any other
/// place is its own source.
[[nodiscard]] QuantityPlace source_of(const Cell& cell, QuantityPlace place);

}  // namespace lstm
