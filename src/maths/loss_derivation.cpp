/// Lines of four parts.
#include "maths/loss_derivation.h"

#include "maths/gradient_terms.h"
#include "model/engine/equation_result.h"
#include "model/engine/softmax.h"
#include "model/learning/step_loss.h"

#include <cmath>
#include <string>
#include <utility>

namespace lstm {
namespace {

MathSymbol upright(std::string letter, std::string subscript = {}) {
    return {std::move(letter), SymbolAccent::plain, Typeface::upright, std::move(subscript)};
}

/// The output at a step, in letters and in numbers.
class Output {
public:
    /// `quantity`: y, or p.
    Output(const Trace& trace, QuantityId quantity, int t, const Notation& notation)
        : trace_(trace), notation_(notation), quantity_(quantity), t_(t) {}

    [[nodiscard]] QuantityId quantity() const { return quantity_; }
    /// The element, where there is only one: all.
    [[nodiscard]] Expression letters() const { return letter(size() == 1 ? 0 : all); }
    [[nodiscard]] int size() const { return trace_.plan().size(quantity()); }
    [[nodiscard]] Expression letter(int element) const {
        return {symbol_of(trace_.cell(), trace_.sizes(), quantity(), element, notation_),
                {},
                QuantityPlace{quantity(), element, t_}};
    }
    [[nodiscard]] Expression number(int element) const {
        return {number_of(trace_.value(quantity(), element, t_), notation_.decimals),
                {},
                QuantityPlace{quantity(), element, t_}};
    }
    [[nodiscard]] Expression result(double value) const {
        return {gradient_number(value, notation_.decimals)};
    }

private:
    const Trace& trace_;
    const Notation& notation_;
    QuantityId quantity_;
    int t_;
};

Expression loss_letter(int t) {
    return {MathSymbol{"L", SymbolAccent::plain, Typeface::italic, std::to_string(t)}};
}

/// ½ · (a − b)², or ½ · (… + …): `differences` squared. `factor`: in the place of the ½.
Expression half_of_squares(std::vector<Expression> differences, double factor) {
    Expression sum{MathOperator::sum};
    for (Expression& difference : differences)
        sum.parts.push_back({MathOperator::square, {std::move(difference)}});
    Expression squares = sum.parts.size() == 1 ? Expression(sum.parts.front()) : std::move(sum);
    if (factor == 1) return squares;
    Expression first{upright("½")};
    if (factor != 0.5)
        first.head = upright("1/" + std::to_string(static_cast<int>(std::round(1 / factor))));
    return {MathOperator::dot, {std::move(first), std::move(squares)}};
}

Expression squared_error(const Output& output, const Vector& target, double loss, int t,
                         double factor) {
    std::vector<Expression> letters;
    std::vector<Expression> numbers;
    for (int k = 0; k < output.size(); ++k) {
        const std::string index = output.size() == 1 ? "" : std::to_string(k);
        letters.push_back(
            {MathOperator::sum,
             {output.letter(k), {MathOperator::negative, {{upright("target", index)}}}}});
        numbers.push_back(
            {MathOperator::sum,
             {output.number(k), {MathOperator::negative, {{number_of(target[k], exact)}}}}});
    }
    return {MathOperator::equals,
            {loss_letter(t), half_of_squares(std::move(letters), factor),
             half_of_squares(std::move(numbers), factor), output.result(loss)}};
}

Expression negative(Expression expression) {
    return {MathOperator::negative, {std::move(expression)}};
}

Expression logarithm(Expression expression) {
    return {MathOperator::logarithm, {std::move(expression)}};
}

/// p of the cell, or the letter where it has none.
Expression letter_of_probability(const Trace& trace, int t, int element, const Notation& notation) {
    const Cell& cell = trace.cell();
    if (cell.readout.p != none) return Output(trace, cell.readout.p, t, notation).letter(element);
    const bool one = trace.plan().size(cell.output()) == 1;
    return {
        MathSymbol{"p", SymbolAccent::plain, Typeface::italic, one ? "" : std::to_string(element)}};
}

Vector probabilities(LossKind loss, const Trace& trace, int t) {
    const auto y = trace.vector(trace.cell().output(), t);
    if (loss == LossKind::cross_entropy) return softmax(y);
    Vector p = y;
    for (double& each : p) each = activated(Activation::sigmoid, each);
    return p;
}

/// target · ln p + (1 − target) · ln(1 − p)
void add_agreement(Expression& sum, const Expression& target, const Expression& p) {
    const auto rest = [](const Expression& of) {
        return Expression{MathOperator::one_minus, {of}};
    };
    sum.parts.push_back({MathOperator::dot, {target, logarithm(p)}});
    sum.parts.push_back({MathOperator::dot, {rest(target), logarithm(rest(p))}});
}

Expression binary_cross_entropy(const Output& output, const Trace& trace, const Vector& target,
                                double loss, int t, const Notation& notation) {
    Expression letters{MathOperator::sum}, numbers{MathOperator::sum};
    const Vector p = probabilities(LossKind::binary_cross_entropy, trace, t);
    for (int k = 0; k < output.size(); ++k) {
        const std::string index = output.size() == 1 ? "" : std::to_string(k);
        add_agreement(letters, {upright("target", index)},
                      letter_of_probability(trace, t, k, notation));
        add_agreement(numbers, {number_of(target[k], exact)}, output.result(p[k]));
    }
    return {MathOperator::equals,
            {loss_letter(t), negative(std::move(letters)), negative(std::move(numbers)),
             output.result(loss)}};
}

}  // namespace

Expression probabilities_of(LossKind loss, const Trace& trace, int t, const Notation& notation) {
    const Output output(trace, trace.cell().output(), t, notation);
    Expression outputs{own_activation(loss)};
    Expression results{MathOperator::concatenation};
    const Vector p = probabilities(loss, trace, t);
    for (int k = 0; k < output.size(); ++k) {
        outputs.parts.push_back(output.number(k));
        results.parts.push_back(output.result(p[k]));
    }
    const bool one = output.size() == 1;
    return {MathOperator::equals,
            {{MathSymbol{"p", SymbolAccent::plain, one ? Typeface::italic : Typeface::bold}},
             {own_activation(loss), {output.letters()}},
             std::move(outputs),
             one ? Expression(results.parts.front()) : std::move(results)}};
}

std::vector<Expression> loss_derivation_of(const Trace& trace, LossKind loss, const Vector& target,
                                           int t, const Notation& notation, int targets) {
    const Cell& cell = trace.cell();
    const Output output(trace, seen_by(loss, cell), t, notation);
    const double value = loss_at(loss, trace, t, target, targets);
    if (is_squared(loss))
        return {squared_error(output, target, value, t,
                              factor_of_square(loss, output.size(), targets))};
    std::vector<Expression> lines;
    if (cell.readout.p == none) lines.push_back(probabilities_of(loss, trace, t, notation));
    if (loss == LossKind::binary_cross_entropy) {
        lines.push_back(binary_cross_entropy(output, trace, target, value, t, notation));
        return lines;
    }
    const int right = static_cast<int>(target[0]);
    lines.push_back(
        {MathOperator::equals,
         {loss_letter(t), negative(logarithm(letter_of_probability(trace, t, right, notation))),
          negative(logarithm(output.result(probabilities(loss, trace, t)[right]))),
          output.result(value)}});
    return lines;
}

}  // namespace lstm
