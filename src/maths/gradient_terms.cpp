/// Walking from a quantity to what is computed from it, up to what has a letter.
#include "maths/gradient_terms.h"

#include "model/engine/equation_result.h"
#include "model/engine/softmax.h"
#include "model/learning/step_loss.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace lstm {
namespace {

/// One factor more.
Expression times(Expression product, MathOperator sign, Expression factor) {
    const auto* head = std::get_if<MathOperator>(&product.head);
    if (head != nullptr && *head == MathOperator::negative) {
        Expression inner = times(std::move(product.parts.front()), sign, std::move(factor));
        return {MathOperator::negative, {std::move(inner)}};
    }
    if (head == nullptr || *head != sign) return {sign, {std::move(product), std::move(factor)}};
    product.parts.push_back(std::move(factor));
    return product;
}

/// A sum, unless there is only one thing to add.
Expression sum_of(std::vector<Expression> terms) {
    if (terms.size() == 1) return std::move(terms.front());
    return {MathOperator::sum, std::move(terms)};
}

MathSymbol with_index(MathSymbol symbol, int element, int size) {
    if (element != all && size > 1) symbol.subscript = std::to_string(element);
    return symbol;
}

MathSymbol target_letter(int element, int size) {
    return with_index({"target", SymbolAccent::plain, Typeface::upright}, element, size);
}

}  // namespace

PrintedNumber gradient_number(double value, int decimals) {
    if (decimals >= exact || value == 0 || !std::isfinite(value)) return number_of(value, decimals);
    // What is too small to show a digit at all is printed with a power of ten.
    const int zeros = -1 - static_cast<int>(std::floor(std::log10(std::abs(value))));
    if (zeros > decimals) return number_of(value, decimals);
    return number_of(value, std::min(decimals + std::max(zeros, 0), exact - 1));
}

GradientTermBuilder::GradientTermBuilder(const BackwardRun& run, const Vector& target, int t,
                                         const Notation& notation, Form form)
    : run_(run),
      target_(target),
      cell_(run.trace.cell()),
      sizes_(run.trace.sizes()),
      t_(t),
      notation_(notation),
      form_(form),
      symbolic_(cell_, sizes_, notation, t),
      numeric_(run.network, run.trace, {}, notation.decimals, t),
      operands_(form == Form::symbolic ? static_cast<const FormulaOperands&>(symbolic_) : numeric_),
      formulas_(cell_, sizes_, notation_, symbolic_) {}

std::vector<GradientTerm> GradientTermBuilder::terms_of(QuantityId q) const {
    const std::vector<QuantityId> seen = seeded(cell_);
    std::vector<GradientTerm> terms = terms_of_gradient(
        cell_, q, target_.size() > 0 && std::find(seen.begin(), seen.end(), q) != seen.end());
    // Squares look at p alone; with a cross-entropy p and the loss are one function of y.
    const QuantityId p = cell_.readout.p;
    if (p != none && q == cell_.readout.y && is_squared(run_.loss))
        for (GradientTerm& term : terms)
            if (term.kind == GradientTerm::Kind::loss)
                term = {GradientTerm::Kind::equation,
                        cell_.quantities[static_cast<std::size_t>(p)].equation, 0};
    std::erase_if(terms, [&](const GradientTerm& term) {
        return term.kind == GradientTerm::Kind::next_step && t_ == run_.trace.steps();
    });
    return terms;
}

Expression GradientTermBuilder::gradient(QuantityId q, int element, int t) const {
    Expression leaf{MathSymbol{}, {}, GradientPlace{{q, element, t}}};
    if (form_ == Form::numeric) {
        leaf.head = gradient_number(run_.gradients.value(q, element, t), notation_.decimals);
        return leaf;
    }
    MathSymbol symbol = gradient_symbol(cell_, sizes_, q, element, notation_);
    if (t != t_) symbol.superscript = "(t+1)";
    leaf.head = std::move(symbol);
    return leaf;
}

Expression GradientTermBuilder::expression_of(QuantityId q, int element,
                                              const GradientTerm& term) const {
    switch (term.kind) {
        case GradientTerm::Kind::loss: return of_loss(q, element);
        case GradientTerm::Kind::next_step: return gradient(next_of(q), element, t_ + 1);
        case GradientTerm::Kind::equation: break;
    }
    const Equation& equation = equation_of(term);
    const QuantityId r = equation.result;
    const MathOperator sign = element == all ? MathOperator::hadamard : MathOperator::dot;
    switch (equation.operation) {
        case Operation::add: return reached(r, element);
        case Operation::one_minus: return {MathOperator::negative, {reached(r, element)}};
        case Operation::multiply:
            return times(
                reached(r, element), sign,
                factor(equation.operands[static_cast<std::size_t>(1 - term.operand)], element));
        case Operation::activate: return through_activation(equation, element);
        case Operation::matrix_vector: break;
    }
    return through_matrix(equation, element);
}

Expression GradientTermBuilder::sum(QuantityId q, int element) const {
    std::vector<Expression> terms;
    for (const GradientTerm& each : terms_of(q)) terms.push_back(expression_of(q, element, each));
    return sum_of(std::move(terms));
}

Expression GradientTermBuilder::step_term(const Equation& user, const ParameterPlace& place) const {
    Expression product = reached(user.result, place.row);
    const bool whole = place.row == all;
    if (user.operation == Operation::matrix_vector) {
        Expression vector = factor(user.operands[1], place.column);
        if (!whole) return times(std::move(product), MathOperator::dot, std::move(vector));
        return {MathOperator::product,
                {std::move(product), {MathOperator::transposed, {std::move(vector)}}}};
    }
    if (user.operation == Operation::multiply)
        return times(std::move(product), whole ? MathOperator::hadamard : MathOperator::dot,
                     factor(user.operands[1], place.row));
    return product;
}

TermSource GradientTermBuilder::source_of(QuantityId q, int element,
                                          const GradientTerm& term) const {
    if (term.kind == GradientTerm::Kind::loss) return {TermSource::Kind::loss, {}};
    if (term.kind == GradientTerm::Kind::next_step)
        return {TermSource::Kind::next_step, {next_of(q), element, t_ + 1}};
    const Equation& equation = equation_of(term);
    const bool mixes = equation.operation == Operation::matrix_vector;
    return {TermSource::Kind::equation, {named_behind(equation.result), mixes ? all : element, t_}};
}

bool GradientTermBuilder::is_clamped(int element, const GradientTerm& term) const {
    if (term.kind != GradientTerm::Kind::equation) return false;
    const Equation& equation = equation_of(term);
    return equation.operation != Operation::matrix_vector &&
           clamp_on(run_.clamps, equation.result, element, t_) != nullptr;
}

Expression GradientTermBuilder::reached(QuantityId r, int element) const {
    return has_letter(cell_, r) ? gradient(r, element, t_) : sum(r, element);
}

Expression GradientTermBuilder::factor(const Operand& operand, int element) const {
    if (operand.kind == Operand::Kind::parameter)
        return operands_.parameter(operand.id, none, element, element == all ? all : 0);
    return value(operand.id, element);
}

Expression GradientTermBuilder::value(QuantityId q, int element) const {
    if (form_ == Form::numeric || is_named(cell_, q)) return operands_.quantity(q, element);
    Expression written_out = formulas_.right_side(q, element, FormulaDepth::to_the_named);
    written_out.link = operands_.quantity(q, element).link;
    return written_out;
}

/// dL/dr times the slope of r = activation(q): in r where that says it in one formula, else the
/// number that it is at this point, or in letters the derivative of the function itself.
Expression GradientTermBuilder::through_activation(const Equation& equation, int element) const {
    const QuantityId r = equation.result;
    const MathOperator sign = element == all ? MathOperator::hadamard : MathOperator::dot;
    switch (facts_of(equation.function).slope) {
        case ActivationFacts::Slope::mixed: return through_softmax(equation, element);
        case ActivationFacts::Slope::logistic:
            return times(times(reached(r, element), sign, value(r, element)), sign,
                         {MathOperator::one_minus, {value(r, element)}});
        case ActivationFacts::Slope::one_less_square:
            return times(reached(r, element), sign,
                         {MathOperator::one_minus, {{MathOperator::square, {value(r, element)}}}});
        case ActivationFacts::Slope::one: return reached(r, element);
        default: break;
    }
    if (form_ == Form::numeric)
        return times(reached(r, element), sign,
                     {number_of(slope_at(equation.function, run_.trace.value(r, element, t_)),
                                notation_.decimals)});
    const std::string slope = std::string(facts_of(equation.function).symbol) + "′";
    const Expression argument = factor(equation.operands.front(), element);
    const MathSymbol name{slope, SymbolAccent::plain, Typeface::upright};
    return times(reached(r, element), sign, {MathOperator::of, {{name}, argument}});
}

/// p ⊙ (dL/dp − (dL/dp)ᵀ p): each of p by how far its gradient is above their mean.
Expression GradientTermBuilder::through_softmax(const Equation& equation, int element) const {
    const QuantityId p = equation.result;
    const MathOperator sign = element == all ? MathOperator::hadamard : MathOperator::dot;
    Expression mean{MathOperator::product,
                    {{MathOperator::transposed, {gradient(p, all, t_)}}, value(p, all)}};
    if (form_ == Form::numeric) {
        std::vector<Expression> terms;
        for (int k = 0; k < run_.trace.plan().size(p); ++k)
            terms.push_back({MathOperator::dot, {gradient(p, k, t_), value(p, k)}});
        mean = sum_of(std::move(terms));
    }
    return {sign,
            {value(p, element),
             {MathOperator::sum,
              {gradient(p, element, t_), {MathOperator::negative, {std::move(mean)}}}}}};
}

/// Mᵀ dL/dr, or Σ_k M[k][element] dL/dr[k].
Expression GradientTermBuilder::through_matrix(const Equation& equation, int element) const {
    const ParameterId matrix = equation.operands[0].id;
    const QuantityId vector = equation.operands[1].id;
    if (form_ == Form::symbolic) {
        const Expression transposed{MathOperator::transposed,
                                    {operands_.parameter(matrix, vector, all, all)}};
        Expression product{MathOperator::product, {transposed, reached(equation.result, all)}};
        if (element == all || sizes_.of(cell_.parameters[matrix].columns) == 1) return product;
        return {MathOperator::element, {std::move(product), {MathSymbol{std::to_string(element)}}}};
    }
    std::vector<Expression> terms;
    for (int k = 0; k < sizes_.of(cell_.parameters[matrix].rows); ++k)
        terms.push_back(
            times({MathOperator::dot, {operands_.parameter(matrix, vector, k, element)}},
                  MathOperator::dot, reached(equation.result, k)));
    return sum_of(std::move(terms));
}

Expression GradientTermBuilder::of_loss(QuantityId q, int element) const {
    if (!is_squared(run_.loss) && q == cell_.readout.p) return of_prediction(element);
    if (run_.loss == LossKind::binary_cross_entropy) return of_binary_cross_entropy(q, element);
    if (run_.loss == LossKind::cross_entropy) return of_cross_entropy(q, element);
    Expression difference = of_squared_error(q, element);
    if (run_.loss == LossKind::squared_error) return difference;
    const double factor = 2 * factor_of_square(run_.loss, run_.trace.plan().size(q), run_.targets);
    return {MathOperator::dot, {{number_of(factor, notation_.decimals)}, std::move(difference)}};
}

Expression GradientTermBuilder::target(int element) const {
    if (form_ == Form::numeric) return {number_of(target_[element], notation_.decimals)};
    return {target_letter(element, run_.trace.plan().size(cell_.output()))};
}

/// p − target
Expression GradientTermBuilder::of_squared_error(QuantityId q, int element) const {
    return {MathOperator::sum,
            {operands_.quantity(q, element), {MathOperator::negative, {target(element)}}}};
}

/// What a cross-entropy makes of y, `value` of it: p, or of the cell's own p that.
Expression GradientTermBuilder::probability(int element, int size, double value) const {
    if (cell_.readout.p != none) return operands_.quantity(cell_.readout.p, element);
    if (form_ == Form::numeric) return {number_of(value, notation_.decimals)};
    return {
        with_index({"p", SymbolAccent::plain, element == all ? Typeface::bold : Typeface::italic},
                   element, size)};
}

/// p − target, p = σ(y)
Expression GradientTermBuilder::of_binary_cross_entropy(QuantityId q, int element) const {
    const double p = form_ == Form::numeric
                         ? activated(Activation::sigmoid, run_.trace.value(q, element, t_))
                         : 0;
    return {MathOperator::sum,
            {probability(element, run_.trace.plan().size(q), p),
             {MathOperator::negative, {target(element)}}}};
}

/// dL/dp: −1/p of the right class, or (p − target) / (p (1 − p)).
Expression GradientTermBuilder::of_prediction(int element) const {
    const QuantityId p = cell_.readout.p;
    const MathOperator sign = element == all ? MathOperator::hadamard : MathOperator::dot;
    const Expression prediction = operands_.quantity(p, element);
    if (run_.loss == LossKind::cross_entropy) {
        if (element != all && element != static_cast<int>(target_[0])) return {PrintedNumber{0, 0}};
        const Expression right = element == all ? target(all) : Expression{PrintedNumber{1, 0}};
        return {MathOperator::negative, {{MathOperator::quotient, {right, prediction}}}};
    }
    return {MathOperator::quotient,
            {{MathOperator::sum, {prediction, {MathOperator::negative, {target(element)}}}},
             {sign, {prediction, {MathOperator::one_minus, {prediction}}}}}};
}

/// p − 1 for the right class, p for another.
Expression GradientTermBuilder::of_cross_entropy(QuantityId q, int element) const {
    const double value = form_ == Form::numeric ? softmax(run_.trace.vector(q, t_))[element] : 0;
    Expression p = probability(element, run_.trace.plan().size(q), value);
    if (element != all && element != static_cast<int>(target_[0])) return p;
    const Expression right = element == all ? target(all) : Expression{PrintedNumber{1, 0}};
    return {MathOperator::sum, {std::move(p), {MathOperator::negative, {right}}}};
}

QuantityId GradientTermBuilder::next_of(QuantityId state) const {
    return std::find_if(cell_.states.begin(), cell_.states.end(),
                        [&](const State& s) { return s.now == state; })
        ->previous;
}

QuantityId GradientTermBuilder::named_behind(QuantityId r) const {
    while (!has_letter(cell_, r)) {
        const GradientTerm term = terms_of_gradient(cell_, r, false).front();
        r = cell_.equations[static_cast<std::size_t>(term.equation)].result;
    }
    return r;
}

MathSymbol gradient_symbol(const Cell& cell, Sizes sizes, QuantityId quantity, int element,
                           const Notation& notation) {
    MathSymbol symbol = symbol_of(cell, sizes, quantity, element, notation);
    if (is_named(cell, quantity)) {
        symbol.derivative = true;
    } else if (has_letter(cell, quantity)) {
        symbol = {"δ", SymbolAccent::plain, element == all ? Typeface::bold : Typeface::italic,
                  symbol.subscript};
    } else {
        symbol = with_index({"(" + cell.quantities[quantity].symbol + ")"}, element,
                            sizes.of(cell.quantities[quantity].extent));
        symbol.derivative = true;
    }
    return symbol;
}

}  // namespace lstm
