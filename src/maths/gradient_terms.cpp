/// Walking from a quantity to what is computed from it, up to what has a letter.
#include "maths/gradient_terms.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace lstm {
namespace {

/// One factor more.
Expression times(Expression product, Operator sign, Expression factor) {
    const auto* head = std::get_if<Operator>(&product.head);
    if (head != nullptr && *head == Operator::negative) {
        Expression inner = times(std::move(product.parts.front()), sign, std::move(factor));
        return {Operator::negative, {std::move(inner)}};
    }
    if (head == nullptr || *head != sign) return {sign, {std::move(product), std::move(factor)}};
    product.parts.push_back(std::move(factor));
    return product;
}

/// A sum, unless there is only one thing to add.
Expression sum_of(std::vector<Expression> terms) {
    if (terms.size() == 1) return std::move(terms.front());
    return {Operator::sum, std::move(terms)};
}

Symbol with_index(Symbol symbol, int element, int size) {
    if (element != all && size > 1) symbol.subscript = std::to_string(element);
    return symbol;
}

Symbol target_letter(int element, int size) {
    return with_index({"target", Accent::plain, Face::upright}, element, size);
}

}  // namespace

Number gradient_number(double value, int decimals) {
    if (decimals >= exact || value == 0 || !std::isfinite(value)) return number_of(value, decimals);
    // What is too small to show a digit at all is printed with a power of ten.
    const int zeros = -1 - static_cast<int>(std::floor(std::log10(std::abs(value))));
    if (zeros > decimals) return number_of(value, decimals);
    return number_of(value, std::min(decimals + std::max(zeros, 0), exact - 1));
}

GradientTerms::GradientTerms(const BackwardRun& run, const Vector& target, int t,
                             const Notation& notation, In in)
    : run_(run),
      target_(target),
      cell_(run.trace.cell()),
      sizes_(run.trace.sizes()),
      t_(t),
      notation_(notation),
      in_(in),
      letters_(cell_, sizes_, notation, t),
      figures_(run.network, run.trace, {}, notation.decimals, t),
      leaves_(in == In::letters ? static_cast<const Leaves&>(letters_) : figures_),
      formulas_(cell_, sizes_, notation_, letters_) {}

std::vector<GradientTerm> GradientTerms::terms_of(QuantityId q) const {
    std::vector<GradientTerm> ways =
        terms_of_gradient(cell_, q, q == cell_.output() && target_.size() > 0);
    std::erase_if(ways, [&](const GradientTerm& way) {
        return way.kind == GradientTerm::Kind::next_step && t_ == run_.trace.steps();
    });
    return ways;
}

Expression GradientTerms::gradient(QuantityId q, int element, int t) const {
    Expression leaf{Symbol{}, {}, GradientPlace{{q, element, t}}};
    if (in_ == In::numbers) {
        leaf.head = gradient_number(run_.gradients.value(q, element, t), notation_.decimals);
        return leaf;
    }
    Symbol symbol = gradient_symbol(cell_, sizes_, q, element, notation_);
    if (t != t_) symbol.superscript = "(t+1)";
    leaf.head = std::move(symbol);
    return leaf;
}

Expression GradientTerms::term(QuantityId q, int element, const GradientTerm& way) const {
    switch (way.kind) {
        case GradientTerm::Kind::loss: return of_loss(q, element);
        case GradientTerm::Kind::next_step: return gradient(next_of(q), element, t_ + 1);
        case GradientTerm::Kind::equation: break;
    }
    const Equation& equation = equation_of(way);
    const QuantityId r = equation.result;
    const Operator sign = element == all ? Operator::hadamard : Operator::dot;
    switch (equation.operation) {
        case Operation::add: return reached(r, element);
        case Operation::one_minus: return {Operator::negative, {reached(r, element)}};
        case Operation::multiply:
            return times(
                reached(r, element), sign,
                factor(equation.operands[static_cast<std::size_t>(1 - way.operand)], element));
        case Operation::sigmoid: {
            Expression slope{Operator::one_minus, {value(r, element)}};
            return times(times(reached(r, element), sign, value(r, element)), sign,
                         std::move(slope));
        }
        case Operation::tanh: {
            Expression square{Operator::square, {value(r, element)}};
            return times(reached(r, element), sign, {Operator::one_minus, {std::move(square)}});
        }
        case Operation::matrix_vector: break;
    }
    return through_matrix(equation, element);
}

Expression GradientTerms::sum(QuantityId q, int element) const {
    std::vector<Expression> terms;
    for (const GradientTerm& way : terms_of(q)) terms.push_back(term(q, element, way));
    return sum_of(std::move(terms));
}

Expression GradientTerms::term(const Equation& user, const ParameterPlace& place) const {
    Expression product = reached(user.result, place.row);
    const bool whole = place.row == all;
    if (user.operation == Operation::matrix_vector) {
        Expression vector = factor(user.operands[1], place.column);
        if (!whole) return times(std::move(product), Operator::dot, std::move(vector));
        return {Operator::product,
                {std::move(product), {Operator::transposed, {std::move(vector)}}}};
    }
    if (user.operation == Operation::multiply)
        return times(std::move(product), whole ? Operator::hadamard : Operator::dot,
                     factor(user.operands[1], place.row));
    return product;
}

Path GradientTerms::path(QuantityId q, int element, const GradientTerm& way) const {
    if (way.kind == GradientTerm::Kind::loss) return {Path::Kind::loss, {}};
    if (way.kind == GradientTerm::Kind::next_step)
        return {Path::Kind::next_step, {next_of(q), element, t_ + 1}};
    const Equation& equation = equation_of(way);
    const bool mixes = equation.operation == Operation::matrix_vector;
    return {Path::Kind::equation, {named_behind(equation.result), mixes ? all : element, t_}};
}

bool GradientTerms::ends(int element, const GradientTerm& way) const {
    if (way.kind != GradientTerm::Kind::equation) return false;
    const Equation& equation = equation_of(way);
    return equation.operation != Operation::matrix_vector &&
           clamp_on(run_.clamps, equation.result, element, t_) != nullptr;
}

Expression GradientTerms::reached(QuantityId r, int element) const {
    return has_letter(cell_, r) ? gradient(r, element, t_) : sum(r, element);
}

Expression GradientTerms::factor(const Operand& operand, int element) const {
    if (operand.kind == Operand::Kind::parameter)
        return leaves_.parameter(operand.id, none, element, element == all ? all : 0);
    return value(operand.id, element);
}

Expression GradientTerms::value(QuantityId q, int element) const {
    if (in_ == In::numbers || is_named(cell_, q)) return leaves_.quantity(q, element);
    Expression written_out = formulas_.right_side(q, element, Depth::to_the_named);
    written_out.link = leaves_.quantity(q, element).link;
    return written_out;
}

/// Mᵀ dL/dr, or Σ_k M[k][element] dL/dr[k].
Expression GradientTerms::through_matrix(const Equation& equation, int element) const {
    const ParameterId matrix = equation.operands[0].id;
    const QuantityId vector = equation.operands[1].id;
    if (in_ == In::letters) {
        const Expression transposed{Operator::transposed,
                                    {leaves_.parameter(matrix, vector, all, all)}};
        Expression product{Operator::product, {transposed, reached(equation.result, all)}};
        if (element == all || sizes_.of(cell_.parameters[matrix].columns) == 1) return product;
        return {Operator::element, {std::move(product), {Symbol{std::to_string(element)}}}};
    }
    std::vector<Expression> terms;
    for (int k = 0; k < sizes_.of(cell_.parameters[matrix].rows); ++k)
        terms.push_back(times({Operator::dot, {leaves_.parameter(matrix, vector, k, element)}},
                              Operator::dot, reached(equation.result, k)));
    return sum_of(std::move(terms));
}

Expression GradientTerms::of_loss(QuantityId q, int element) const {
    return run_.loss == LossKind::squared_error ? of_squared_error(q, element)
                                                : of_cross_entropy(q, element);
}

/// y − target
Expression GradientTerms::of_squared_error(QuantityId q, int element) const {
    Expression target{target_letter(element, run_.trace.plan().size(q))};
    if (in_ == In::numbers) target.head = number_of(target_[element], notation_.decimals);
    return {Operator::sum, {leaves_.quantity(q, element), {Operator::negative, {target}}}};
}

/// p − 1 for the right class, p for another.
Expression GradientTerms::of_cross_entropy(QuantityId q, int element) const {
    const int size = run_.trace.plan().size(q);
    Expression share{with_index({"p", Accent::plain, element == all ? Face::bold : Face::italic},
                                element, size)};
    if (in_ == In::numbers)
        share.head = number_of(softmax(run_.trace.vector(q, t_))[element], notation_.decimals);
    if (element != all && element != static_cast<int>(target_[0])) return share;
    const Expression right =
        element == all ? Expression{target_letter(all, size)} : Expression{Number{1, 0}};
    return {Operator::sum, {share, {Operator::negative, {right}}}};
}

QuantityId GradientTerms::next_of(QuantityId state) const {
    return std::find_if(cell_.states.begin(), cell_.states.end(),
                        [&](const State& s) { return s.now == state; })
        ->previous;
}

QuantityId GradientTerms::named_behind(QuantityId r) const {
    while (!has_letter(cell_, r)) {
        const GradientTerm way = terms_of_gradient(cell_, r, false).front();
        r = cell_.equations[static_cast<std::size_t>(way.equation)].result;
    }
    return r;
}

Symbol gradient_symbol(const Cell& cell, Sizes sizes, QuantityId quantity, int element,
                       const Notation& notation) {
    Symbol symbol = symbol_of(cell, sizes, quantity, element, notation);
    if (is_named(cell, quantity)) {
        symbol.derivative = true;
    } else if (has_letter(cell, quantity)) {
        symbol = {"δ", Accent::plain, element == all ? Face::bold : Face::italic, symbol.subscript};
    } else {
        symbol = with_index({"(" + cell.quantities[quantity].symbol + ")"}, element,
                            sizes.of(cell.quantities[quantity].extent));
        symbol.derivative = true;
    }
    return symbol;
}

}  // namespace lstm
