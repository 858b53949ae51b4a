/// Lines of four parts.
#include "maths/loss_derivation.h"

#include "maths/gradient_terms.h"

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
    Output(const Trace& trace, int t, const Notation& notation)
        : trace_(trace), notation_(notation), t_(t) {}

    [[nodiscard]] QuantityId quantity() const { return trace_.cell().output(); }
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

}  // namespace

Expression softmax_derivation_of(const Trace& trace, int t, const Notation& notation) {
    const Output output(trace, t, notation);
    Expression outputs{Activation::softmax};
    Expression probabilities{MathOperator::concatenation};
    const Vector p = softmax(trace.vector(output.quantity(), t));
    for (int k = 0; k < output.size(); ++k) {
        outputs.parts.push_back(output.number(k));
        probabilities.parts.push_back(output.result(p[k]));
    }
    return {MathOperator::equals,
            {{MathSymbol{"p", SymbolAccent::plain, Typeface::bold}},
             {Activation::softmax, {output.letter(all)}},
             std::move(outputs),
             std::move(probabilities)}};
}

std::vector<Expression> loss_derivation_of(const Trace& trace, LossKind loss, const Vector& target,
                                           int t, const Notation& notation, int targets) {
    const Output output(trace, t, notation);
    const auto y = trace.vector(output.quantity(), t);
    const double value = loss_of(loss, y, target, targets);
    if (is_squared(loss))
        return {squared_error(output, target, value, t, factor_of_square(loss, y.size(), targets))};
    const int right = static_cast<int>(target[0]);
    const auto minus_ln = [](Expression probability) -> Expression {
        return {MathOperator::negative, {{MathOperator::logarithm, {std::move(probability)}}}};
    };
    return {
        softmax_derivation_of(trace, t, notation),
        {MathOperator::equals,
         {loss_letter(t),
          minus_ln({MathSymbol{"p", SymbolAccent::plain, Typeface::italic, std::to_string(right)}}),
          minus_ln(output.result(softmax(y)[right])), output.result(value)}}};
}

}  // namespace lstm
