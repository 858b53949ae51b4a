/// One case for each operation of an equation.
#include "maths/formula.h"

#include <algorithm>
#include <utility>

namespace lstm {
namespace {

bool is_product(const Cell& cell, const Operand& operand) {
    if (operand.kind != Operand::Kind::quantity) return false;
    const int equation = cell.quantities[operand.id].equation;
    return equation != none && cell.equations[equation].operation == Operation::matrix_vector;
}

const Equation& equation_of(const Cell& cell, QuantityId id) {
    return cell.equations[cell.quantities[id].equation];
}

/// The vector of a product is its second operand, that of an activation its only one.
QuantityId vector_of(const Equation& equation) {
    return equation.operands.back().id;
}

}  // namespace

Expression SymbolicOperands::quantity(QuantityId id, int element) const {
    return {symbol_of(cell_, sizes_, id, element, notation_), {}, QuantityPlace{id, element, t_}};
}

Expression SymbolicOperands::parameter(ParameterId id, QuantityId vector, int row,
                                       int column) const {
    return {symbol_of(cell_, sizes_, id, vector, row, column, notation_),
            {},
            ParameterPlace{id, row, column}};
}

Expression NumericOperands::quantity(QuantityId id, int element) const {
    const Quantity& quantity = trace_.cell().quantities[id];
    const bool computed =
        quantity.equation != none ? t_ > 0 : quantity.previous_of != none && t_ > 1;
    PrintedNumber number{trace_.value(id, element, t_), rounding_.value_or(exact)};
    // What the document gives may have more digits: inputs, initial states, values that are held.
    if (!computed || !rounding_ || !is_whole(number)) number = number_of(number.value, decimals_);
    return {number, {}, QuantityPlace{id, element, t_}};
}

std::vector<Expression> NumericOperands::elements(QuantityId id, int size) const {
    std::vector<Expression> numbers;
    for (int k = 0; k < size; ++k) numbers.push_back(quantity(id, k));
    return numbers;
}

Expression NumericOperands::parameter(ParameterId id, QuantityId, int row, int column) const {
    const double value = (*network_.parameters[id])(row, std::max(column, 0));
    return {number_of(value, decimals_), {}, ParameterPlace{id, row, column}};
}

Expression FormulaBuilder::right_side(QuantityId id, int element, FormulaDepth depth) const {
    const Equation& equation = equation_of(cell_, id);
    switch (equation.operation) {
        case Operation::matrix_vector: return product(equation, element, depth);
        case Operation::add: return sum(equation, element, depth);
        default: break;
    }
    if (equation.function == Activation::softmax) return softmax(equation, element);
    std::vector<Expression> parts;
    for (const Operand& each : operands_of(cell_, id, notation_))
        parts.push_back(operand(each, element, depth));
    if (equation.operation == Operation::activate) return {equation.function, std::move(parts)};
    const MathOperator product = element == all ? MathOperator::hadamard : MathOperator::dot;
    return {equation.operation == Operation::one_minus ? MathOperator::one_minus : product,
            std::move(parts)};
}

Expression FormulaBuilder::operand(const Operand& operand, int element, FormulaDepth depth) const {
    if (operand.kind == Operand::Kind::parameter)
        return operands_.parameter(operand.id, none, element, element == all ? all : 0);
    if (depth == FormulaDepth::one_equation || is_named(cell_, operand.id))
        return operands_.quantity(operand.id, element);
    Expression written_out = right_side(operand.id, element, depth);
    written_out.link = operands_.quantity(operand.id, element).link;
    return written_out;
}

/// softmax(y), or (softmax(y))ₖ.
Expression FormulaBuilder::softmax(const Equation& equation, int element) const {
    const int size = sizes_.of(cell_.quantities[equation.result].extent);
    Expression whole{equation.function,
                     element == all ? std::vector{operands_.quantity(vector_of(equation), all)}
                                    : operands_.elements(vector_of(equation), size)};
    if (element == all || size == 1) return whole;
    return {MathOperator::element, {std::move(whole), {MathSymbol{std::to_string(element)}}}};
}

Expression FormulaBuilder::product(const Equation& equation, int element,
                                   FormulaDepth depth) const {
    const ParameterId matrix = equation.operands[0].id;
    const QuantityId vector = vector_of(equation);
    const auto term = [&](int column) {
        return Expression{operands_.times(),
                          {operands_.parameter(matrix, vector, element, column),
                           operand(equation.operands[1], column, depth)}};
    };
    if (element == all) return term(all);
    const int columns = sizes_.of(cell_.parameters[matrix].columns);
    if (columns == 1) return term(0);
    Expression sum{MathOperator::sum};
    for (int column = 0; column < columns; ++column) sum.parts.push_back(term(column));
    return sum;
}

Expression FormulaBuilder::sum(const Equation& equation, int element, FormulaDepth depth) const {
    std::vector<Operand> operands = operands_of(cell_, equation.result, notation_);
    Expression sum{MathOperator::sum};
    const std::vector<Equation> joined = joined_products(cell_, equation.result, notation_);
    if (element == all && !joined.empty()) {
        Expression vectors{MathOperator::concatenation};
        for (const Equation& each : joined)
            vectors.parts.push_back(operand(each.operands[1], all, depth));
        const ParameterId matrix = joined.front().operands[0].id;
        sum.parts.push_back(
            {MathOperator::dot, {{joined_matrix(cell_, matrix, notation_)}, vectors}});
        operands.erase(operands.begin(), operands.begin() + static_cast<int>(joined.size()));
    }
    for (const Operand& each : operands) sum.parts.push_back(operand(each, element, depth));
    return sum;
}

std::vector<Operand> operands_of(const Cell& cell, QuantityId id, const Notation& notation) {
    const Equation& equation = equation_of(cell, id);
    std::vector<Operand> operands = equation.operands;
    if (equation.operation != Operation::add || notation.matrices == Notation::Matrices::separate)
        return operands;
    const auto place = [&](const Operand& operand) {
        if (!is_product(cell, operand)) return 2;
        return vector_of(equation_of(cell, operand.id)) == cell.input ? 1 : 0;
    };
    std::stable_sort(operands.begin(), operands.end(),
                     [&](const Operand& a, const Operand& b) { return place(a) < place(b); });
    return operands;
}

std::vector<Equation> joined_products(const Cell& cell, QuantityId id, const Notation& notation) {
    std::vector<Equation> joined;
    if (notation.matrices == Notation::Matrices::separate) return joined;
    for (const Operand& operand : operands_of(cell, id, notation))
        if (is_product(cell, operand)) joined.push_back(equation_of(cell, operand.id));
    if (joined.size() < 2) joined.clear();
    return joined;
}

}  // namespace lstm
