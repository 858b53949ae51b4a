/// One operator of Python for each of a formula's.
#include "formats/programs/python.h"

#include <algorithm>
#include <utility>

namespace lstm {
namespace {

bool is_sum(MathOperator op) {
    return op == MathOperator::sum || op == MathOperator::one_minus;
}

/// Whether what `expression` comes to is rounded.
bool is_rounded(const Expression& expression, const std::optional<Rounding>& rounding) {
    const auto* place = std::get_if<QuantityPlace>(&expression.link);
    return rounding && place != nullptr && rounding->covers(place->quantity);
}

/// A part of `parent`, in brackets where Python would read something else without. What is rounded
/// is a call, and needs none.
std::string part_text(const Expression& part, MathOperator parent,
                      const std::optional<Rounding>& rounding) {
    const auto* op = std::get_if<MathOperator>(&part.head);
    const std::string text = python_formula(part, rounding);
    if (op == nullptr || is_rounded(part, rounding)) return text;
    const bool is_product = *op == MathOperator::product || *op == MathOperator::hadamard;
    // "@" and "*" bind alike, from left to right.
    const bool brackets = is_sum(*op) || (is_product && !is_sum(parent));
    return brackets ? "(" + text + ")" : text;
}

std::string joined(const Expression& expression, const char* sign,
                   const std::optional<Rounding>& rounding) {
    const MathOperator op = std::get<MathOperator>(expression.head);
    std::string text = part_text(expression.parts.front(), op, rounding);
    for (std::size_t k = 1; k < expression.parts.size(); ++k)
        text += sign + part_text(expression.parts[k], op, rounding);
    return text;
}

std::string bracketed(const char* function, const Expression& expression,
                      const std::optional<Rounding>& rounding) {
    return function + ("(" + python_formula(expression.parts.front(), rounding) + ")");
}

}  // namespace

std::string python_number(double value) {
    std::string text = number_text(value);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

std::string python_function(Activation activation) {
    if (activation == Activation::tanh) return "np.tanh";
    return activation == Activation::identity ? "" : std::string(name_of(activation));
}

std::string python_name(const MathSymbol& symbol) {
    const bool plain = symbol.subscript.empty() || symbol.subscript == "−";
    std::string name = plain ? symbol.letter : symbol.letter + "_" + symbol.subscript;
    std::replace(name.begin(), name.end(), ',', '_');
    return name;
}

std::string python_formula(const Expression& expression, const std::optional<Rounding>& rounding) {
    if (const auto* symbol = std::get_if<MathSymbol>(&expression.head)) return python_name(*symbol);
    if (const auto* number = std::get_if<PrintedNumber>(&expression.head))
        return python_number(number->value);
    const auto text = [&]() -> std::string {
        if (const auto* function = std::get_if<Activation>(&expression.head))
            return bracketed(python_function(*function).c_str(), expression, rounding);
        switch (std::get<MathOperator>(expression.head)) {
            case MathOperator::sum: return joined(expression, " + ", rounding);
            case MathOperator::product: return joined(expression, " @ ", rounding);
            case MathOperator::hadamard: return joined(expression, " * ", rounding);
            case MathOperator::one_minus:
                return "1 - " +
                       part_text(expression.parts.front(), MathOperator::one_minus, rounding);
            default: return bracketed("", expression, rounding);
        }
    }();
    return is_rounded(expression, rounding) ? "rounded(" + text + ")" : text;
}

}  // namespace lstm
