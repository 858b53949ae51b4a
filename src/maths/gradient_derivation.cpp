/// Line by line: in symbols, term by term, and all together.
#include "maths/gradient_derivation.h"

#include "maths/gradient_terms.h"
#include "maths/loss_derivation.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace lstm {
namespace {

using Role = DerivationLine::Role;

/// What an expression in numbers comes to.
double value_of(const Expression& expression) {
    if (const auto* number = std::get_if<PrintedNumber>(&expression.head)) return number->value;
    std::vector<double> parts;
    for (const Expression& part : expression.parts) parts.push_back(value_of(part));
    switch (std::get<MathOperator>(expression.head)) {
        case MathOperator::sum: return std::accumulate(parts.begin(), parts.end(), 0.0);
        case MathOperator::one_minus: return 1 - parts[0];
        case MathOperator::negative: return -parts[0];
        case MathOperator::square: return parts[0] * parts[0];
        case MathOperator::quotient: return parts[0] / parts[1];
        default: return std::accumulate(parts.begin(), parts.end(), 1.0, std::multiplies<>());
    }
}

Expression equation(Expression left, Expression right) {
    return {MathOperator::equals, {std::move(left), std::move(right)}};
}

using Form = GradientTermBuilder::Form;

/// The lines of the derivation of one gradient.
class GradientDerivationBuilder {
public:
    GradientDerivationBuilder(const BackwardRun& run, const Notation& notation)
        : run_(run), notation_(notation), cell_(run.trace.cell()) {}

    Derivation build(const Vector& target, QuantityPlace place) {
        derivation_.subject = place;
        const auto [q, element, t] = place;
        const GradientTermBuilder symbolic(run_, target, t, notation_, Form::symbolic);
        const GradientTermBuilder numeric(run_, target, t, notation_, Form::numeric);
        const std::vector<GradientTerm> terms = symbolic.terms_of(q);
        const Expression name = symbolic.gradient(q, element, t);
        if (!terms.empty()) {
            const Expression symbols = equation(symbolic.gradient(q, all, t), symbolic.sum(q, all));
            const Expression for_element = equation(name, symbolic.sum(q, element));
            add(Role::symbols, symbols);
            // Of several terms, each says for itself what it is for one element.
            if (terms.size() == 1 && !look_alike(symbols, for_element))
                add(Role::element, for_element);
        }
        const bool uses_probabilities = target.size() > 0 && q == cell_.output() &&
                                        !is_squared(run_.loss) && cell_.readout.p == none;
        if (uses_probabilities) add_probabilities(place);
        for (const GradientTerm& term : terms)
            add_term(symbolic.source_of(q, element, term),
                     terms.size() == 1 ? name : symbolic.expression_of(q, element, term),
                     symbolic.is_clamped(element, term) ? Expression{PrintedNumber{0, 0}}
                                                        : numeric.expression_of(q, element, term),
                     symbolic.is_clamped(element, term));
        if (terms.size() != 1) add_total(name, run_.gradients.value(q, element, t));
        return std::move(derivation_);
    }

    Derivation build(ParameterPlace place, const std::vector<int>& steps) {
        const GradientTerm use = terms_of_parameter(cell_, place.parameter).front();
        const Equation& user = cell_.equations[static_cast<std::size_t>(use.equation)];
        const Vector nothing;
        const ParameterPlace whole{place.parameter, all, all};
        const Expression name = letter_of(user, place);
        {
            const GradientTermBuilder symbolic(run_, nothing, 1, notation_, Form::symbolic);
            const Expression symbols =
                equation(letter_of(user, whole),
                         {MathOperator::over_steps, {symbolic.step_term(user, whole)}});
            const Expression for_element =
                equation(name, {MathOperator::over_steps, {symbolic.step_term(user, place)}});
            add(Role::symbols, symbols);
            if (!look_alike(symbols, for_element)) add(Role::element, for_element);
        }
        for (const int t : steps) {
            const GradientTermBuilder symbolic(run_, nothing, t, notation_, Form::symbolic);
            const GradientTermBuilder numeric(run_, nothing, t, notation_, Form::numeric);
            add_term({TermSource::Kind::timestep, {user.result, place.row, t}},
                     symbolic.step_term(user, place), numeric.step_term(user, place), false);
        }
        add_total(name,
                  run_.gradients.parameter(place.parameter)(place.row, std::max(place.column, 0)),
                  static_cast<int>(steps.size()) == run_.trace.steps());
        return std::move(derivation_);
    }

private:
    DerivationLine& add(Role role, Expression expression) {
        derivation_.lines.push_back({role, derivation_.subject, std::move(expression)});
        return derivation_.lines.back();
    }

    /// letters = numbers [= value]
    void add_term(const TermSource& source, Expression symbolic, Expression numeric, bool clamped) {
        const double value = value_of(numeric);
        std::vector<Expression> parts{std::move(symbolic)};
        const bool says_all = numeric.parts.empty();
        parts.push_back(std::move(numeric));
        if (!says_all) parts.push_back(result(value));
        DerivationLine& line = add(Role::term, {MathOperator::equals, std::move(parts)});
        line.term = source;
        line.value = value;
        line.clamped = clamped;
    }

    [[nodiscard]] Expression result(double value) const {
        return {gradient_number(value, notation_.decimals)};
    }

    /// `complete`: the lines of terms are all that it comes from.
    void add_total(Expression name, double value, bool complete = true) {
        constexpr std::size_t most = 30;
        Expression sum{MathOperator::sum};
        for (const DerivationLine& line : derivation_.lines)
            if (line.role == Role::term) sum.parts.push_back(result(line.value));
        Expression expression{MathOperator::equals, {std::move(name)}};
        if (complete && sum.parts.size() > 1 && sum.parts.size() <= most)
            expression.parts.push_back(std::move(sum));
        expression.parts.push_back(result(value));
        DerivationLine& line = add(Role::total, std::move(expression));
        line.value = value;
    }

    /// p = softmax(y) or σ(y), in letters and in numbers.
    void add_probabilities(QuantityPlace place) {
        const Expression p = probabilities_of(run_.loss, run_.trace, place.t, notation_);
        add(Role::aside, {MathOperator::equals, {p.parts[0], p.parts[1]}});
        add(Role::aside, {MathOperator::equals, {p.parts[0], p.parts[2], p.parts[3]}});
    }

    /// dL/dp of a parameter of `user`.
    [[nodiscard]] Expression letter_of(const Equation& user, const ParameterPlace& place) const {
        const bool matrix = user.operation == Operation::matrix_vector;
        MathSymbol symbol = symbol_of(cell_, run_.trace.sizes(), place.parameter,
                                      matrix ? user.operands[1].id : none, place.row,
                                      matrix || place.row == all ? place.column : 0, notation_);
        symbol.derivative = true;
        return {symbol, {}, ParameterGradientPlace{place}};
    }

    const BackwardRun& run_;
    const Notation& notation_;
    const Cell& cell_;
    Derivation derivation_{};
};

}  // namespace

std::vector<QuantityId> backward(const Cell& cell) {
    std::vector<QuantityId> quantities;
    const int count = static_cast<int>(cell.quantities.size());
    for (QuantityId q = 0; q < count; ++q)
        if (has_letter(cell, q)) quantities.push_back(q);
    // The backward pass comes to what is computed later first.
    const auto place = [&](QuantityId q) {
        return std::pair(cell.quantities[q].phase, cell.quantities[q].equation);
    };
    std::stable_sort(quantities.begin(), quantities.end(),
                     [&](QuantityId a, QuantityId b) { return place(a) > place(b); });
    return quantities;
}

Derivation gradient_derivation_of(const BackwardRun& run, const Vector& target, QuantityPlace place,
                                  const Notation& notation) {
    if (place.t == 0)
        for (const State& state : run.trace.cell().states)
            if (state.now == place.quantity) place = {state.previous, place.element, 1};
    return GradientDerivationBuilder(run, notation).build(target, place);
}

Derivation gradient_derivation_of(const BackwardRun& run, ParameterPlace place,
                                  const Notation& notation) {
    std::vector<int> steps(static_cast<std::size_t>(run.trace.steps()));
    std::iota(steps.begin(), steps.end(), 1);
    return gradient_derivation_of(run, place, notation, steps);
}

Derivation gradient_derivation_of(const BackwardRun& run, ParameterPlace place,
                                  const Notation& notation, const std::vector<int>& steps) {
    return GradientDerivationBuilder(run, notation).build(place, steps);
}

}  // namespace lstm
