/// Line by line: in symbols, way by way, and all together.
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
    if (const auto* number = std::get_if<Number>(&expression.head)) return number->value;
    std::vector<double> parts;
    for (const Expression& part : expression.parts) parts.push_back(value_of(part));
    switch (std::get<Operator>(expression.head)) {
        case Operator::sum: return std::accumulate(parts.begin(), parts.end(), 0.0);
        case Operator::one_minus: return 1 - parts[0];
        case Operator::negative: return -parts[0];
        case Operator::square: return parts[0] * parts[0];
        default: return std::accumulate(parts.begin(), parts.end(), 1.0, std::multiplies<>());
    }
}

Expression equation(Expression left, Expression right) {
    return {Operator::equals, {std::move(left), std::move(right)}};
}

using In = GradientTerms::In;

/// The lines of one working of a gradient.
class GradientWorker {
public:
    GradientWorker(const BackwardRun& run, const Notation& notation)
        : run_(run), notation_(notation), cell_(run.trace.cell()) {}

    Derivation work(const Vector& target, QuantityPlace place) {
        derivation_.subject = place;
        const auto [q, element, t] = place;
        const GradientTerms letters(run_, target, t, notation_, In::letters);
        const GradientTerms numbers(run_, target, t, notation_, In::numbers);
        const std::vector<GradientTerm> ways = letters.terms_of(q);
        const Expression name = letters.gradient(q, element, t);
        if (!ways.empty()) {
            const Expression symbols = equation(letters.gradient(q, all, t), letters.sum(q, all));
            const Expression for_element = equation(name, letters.sum(q, element));
            add(Role::symbols, symbols);
            // Of several ways, each says for itself what it is for one element.
            if (ways.size() == 1 && !look_alike(symbols, for_element))
                add(Role::element, for_element);
        }
        const bool sees_shares =
            target.size() > 0 && q == cell_.output() && run_.loss == LossKind::cross_entropy;
        if (sees_shares) add_softmax(place);
        for (const GradientTerm& way : ways)
            add_path(letters.path(q, element, way),
                     ways.size() == 1 ? name : letters.term(q, element, way),
                     letters.ends(element, way) ? Expression{Number{0, 0}}
                                                : numbers.term(q, element, way),
                     letters.ends(element, way));
        if (ways.size() != 1) add_total(name, run_.gradients.value(q, element, t));
        return std::move(derivation_);
    }

    Derivation work(ParameterPlace place, const std::vector<int>& steps) {
        const GradientTerm use = terms_of_parameter(cell_, place.parameter).front();
        const Equation& user = cell_.equations[static_cast<std::size_t>(use.equation)];
        const Vector nothing;
        const ParameterPlace whole{place.parameter, all, all};
        const Expression name = letter_of(user, place);
        {
            const GradientTerms letters(run_, nothing, 1, notation_, In::letters);
            const Expression symbols = equation(
                letter_of(user, whole), {Operator::over_steps, {letters.term(user, whole)}});
            const Expression for_element =
                equation(name, {Operator::over_steps, {letters.term(user, place)}});
            add(Role::symbols, symbols);
            if (!look_alike(symbols, for_element)) add(Role::element, for_element);
        }
        for (const int t : steps) {
            const GradientTerms letters(run_, nothing, t, notation_, In::letters);
            const GradientTerms numbers(run_, nothing, t, notation_, In::numbers);
            add_path({Path::Kind::timestep, {user.result, place.row, t}}, letters.term(user, place),
                     numbers.term(user, place), false);
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
    void add_path(const Path& path, Expression letters, Expression numbers, bool held) {
        const double value = value_of(numbers);
        std::vector<Expression> parts{std::move(letters)};
        const bool says_all = numbers.parts.empty();
        parts.push_back(std::move(numbers));
        if (!says_all) parts.push_back(result(value));
        DerivationLine& line = add(Role::path, {Operator::equals, std::move(parts)});
        line.path = path;
        line.value = value;
        line.held = held;
    }

    [[nodiscard]] Expression result(double value) const {
        return {gradient_number(value, notation_.decimals)};
    }

    /// `complete`: the lines of paths are all that it comes from.
    void add_total(Expression name, double value, bool complete = true) {
        constexpr std::size_t most = 30;
        Expression sum{Operator::sum};
        for (const DerivationLine& line : derivation_.lines)
            if (line.role == Role::path) sum.parts.push_back(result(line.value));
        Expression expression{Operator::equals, {std::move(name)}};
        if (complete && sum.parts.size() > 1 && sum.parts.size() <= most)
            expression.parts.push_back(std::move(sum));
        expression.parts.push_back(result(value));
        DerivationLine& line = add(Role::total, std::move(expression));
        line.value = value;
    }

    /// p = softmax(y), in letters and in numbers.
    void add_softmax(QuantityPlace place) {
        const Expression p = softmax_derivation_of(run_.trace, place.t, notation_);
        add(Role::aside, {Operator::equals, {p.parts[0], p.parts[1]}});
        add(Role::aside, {Operator::equals, {p.parts[0], p.parts[2], p.parts[3]}});
    }

    /// dL/dp of a parameter of `user`.
    [[nodiscard]] Expression letter_of(const Equation& user, const ParameterPlace& place) const {
        const bool matrix = user.operation == Operation::matrix_vector;
        Symbol symbol = symbol_of(cell_, run_.trace.sizes(), place.parameter,
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
    // What is computed later is gone back through earlier.
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
    return GradientWorker(run, notation).work(target, place);
}

Derivation gradient_derivation_of(const BackwardRun& run, ParameterPlace place,
                                  const Notation& notation) {
    std::vector<int> steps(static_cast<std::size_t>(run.trace.steps()));
    std::iota(steps.begin(), steps.end(), 1);
    return gradient_derivation_of(run, place, notation, steps);
}

Derivation gradient_derivation_of(const BackwardRun& run, ParameterPlace place,
                                  const Notation& notation, const std::vector<int>& steps) {
    return GradientWorker(run, notation).work(place, steps);
}

}  // namespace lstm
