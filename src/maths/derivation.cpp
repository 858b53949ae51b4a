/// Walking a cell's equations from a quantity down to what is named.
#include "maths/derivation.h"

#include "maths/formula.h"
#include "model/engine/equation_result.h"

#include <algorithm>
#include <utility>

namespace lstm {
namespace {

using Role = DerivationLine::Role;

const Equation& equation_of(const Cell& cell, QuantityId id) {
    return cell.equations[cell.quantities[id].equation];
}

/// `left` = `right`, or `right` alone where that is all.
Expression equation(std::optional<Expression> left, Expression right) {
    if (!left) return right;
    return {MathOperator::equals, {*std::move(left), std::move(right)}};
}

/// FormulaBuilder in letters.
class SymbolicFormulas {
public:
    SymbolicFormulas(const Cell& cell, Sizes sizes, const Notation& notation, int t)
        : cell_(cell),
          sizes_(sizes),
          notation_(notation),
          symbolic_(cell, sizes, notation, t),
          formulas_(cell, sizes, notation_, symbolic_) {}
    SymbolicFormulas(const SymbolicFormulas&) = delete;
    SymbolicFormulas& operator=(const SymbolicFormulas&) = delete;

    /// How `id` is called: its letter, or for a product (W x)ₖ; nothing where it is only f ⊙ c₋.
    [[nodiscard]] std::optional<Expression> name(QuantityId id, int element) const {
        if (has_letter(cell_, id)) return symbolic_.quantity(id, element);
        if (element == all || equation_of(cell_, id).operation != Operation::matrix_vector)
            return {};
        Expression product = right_side(id, all);
        if (sizes_.of(cell_.quantities[id].extent) > 1)
            product = {MathOperator::element,
                       {std::move(product), {MathSymbol{std::to_string(element)}}}};
        product.link = symbolic_.quantity(id, element).link;
        return product;
    }

    [[nodiscard]] Expression right_side(QuantityId id, int element) const {
        return formulas_.right_side(id, element, FormulaDepth::to_the_named);
    }

    /// W_f = [W_fh, W_fx] where the equation of z, which `id` is or leads to, joins matrices.
    void add_joined(QuantityId id, std::vector<Expression>& equations) const {
        for (const Operand& operand : equation_of(cell_, id).operands)
            if (operand.kind == Operand::Kind::quantity && !is_named(cell_, operand.id))
                add_joined(operand.id, equations);
        const std::vector<Equation> products = joined_products(cell_, id, notation_);
        if (products.empty()) return;
        Expression blocks{MathOperator::concatenation};
        for (const Equation& product : products)
            blocks.parts.push_back(
                symbolic_.parameter(product.operands[0].id, product.operands[1].id, all, all));
        const ParameterId first = products.front().operands[0].id;
        equations.push_back(
            equation(Expression{joined_matrix(cell_, first, notation_)}, std::move(blocks)));
    }

    [[nodiscard]] std::vector<Expression> vector_equations(QuantityId id) const {
        std::vector<Expression> equations{equation(name(id, all), right_side(id, all))};
        add_joined(id, equations);
        return equations;
    }

private:
    const Cell& cell_;
    Sizes sizes_;
    Notation notation_;
    SymbolicOperands symbolic_;
    FormulaBuilder formulas_;
};

/// The lines of one derivation.
class DerivationBuilder {
public:
    DerivationBuilder(const Network& network, const Trace& trace, std::optional<int> rounding,
                      int t, const Notation& notation, const std::vector<Clamp>& clamps)
        : network_(network),
          trace_(trace),
          cell_(trace.cell()),
          rounding_(rounding),
          clamps_(clamps),
          t_(t),
          notation_(notation),
          // Two digits more than are left show what is rounded away.
          decimals_(std::min(exact, std::max(notation.decimals, rounding ? *rounding + 2 : 0))),
          symbols_(cell_, trace.sizes(), notation, t),
          numeric_(network, trace, rounding, decimals_, t),
          formulas_(cell_, trace.sizes(), notation_, numeric_) {}

    Derivation build(QuantityId id, int element) {
        derivation_.subject = {id, element, t_};
        if (t_ == 0 || cell_.quantities[id].equation == none) {
            add_origin();
        } else {
            add_symbols();
            add_steps(id, element);
            add_numbers();
        }
        return std::move(derivation_);
    }

private:
    void add(Role role, Expression expression) {
        derivation_.lines.push_back({role, derivation_.subject, std::move(expression)});
    }

    void add_origin() {
        const auto [id, element, t] = derivation_.subject;
        add(Role::origin,
            {MathOperator::equals, {*symbols_.name(id, element), numeric_.quantity(id, element)}});
        derivation_.lines.back().origin = id == cell_.input ? ValueOrigin::input
                                          : cell_.quantities[id].previous_of != none && t > 1
                                              ? ValueOrigin::previous_step
                                              : ValueOrigin::initial_state;
    }

    void add_symbols() {
        const auto [id, element, t] = derivation_.subject;
        for (Expression& line : symbols_.vector_equations(id)) add(Role::symbols, std::move(line));
        const auto name = symbols_.name(id, element);
        if (!name) return;
        Expression line = equation(name, symbols_.right_side(id, element));
        if (!look_alike(derivation_.lines.front().expression, line))
            add(Role::element, std::move(line));
    }

    /// Before the steps, unless there is only one, which has the same numbers.
    void add_numbers() {
        const auto [id, element, t] = derivation_.subject;
        const auto first =
            std::find_if(derivation_.lines.begin(), derivation_.lines.end(),
                         [](const DerivationLine& line) { return line.role == Role::step; });
        if (derivation_.lines.end() - first < 2) return;
        const Expression numbers = formulas_.right_side(id, element, FormulaDepth::to_the_named);
        derivation_.lines.insert(first, {Role::numbers, derivation_.subject,
                                         equation(symbols_.name(id, element), numbers)});
    }

    void add_steps(QuantityId id, int element) {
        const bool product = equation_of(cell_, id).operation == Operation::matrix_vector;
        for (const Operand& operand : operands_of(cell_, id, notation_)) {
            if (operand.kind == Operand::Kind::parameter || is_named(cell_, operand.id)) continue;
            const int size = trace_.plan().size(operand.id);
            const int first = product ? 0 : element;
            const int last = product ? size - 1 : element;
            for (int k = first; k <= last; ++k) add_steps(operand.id, k);
        }
        add_step(id, element);
    }

    void add_step(QuantityId id, int element) {
        const Equation& computed_by = equation_of(cell_, id);
        DerivationLine line{Role::step, {id, element, t_}, {MathOperator::equals}};
        line.operation = computed_by.operation;
        line.value = trace_.value(id, element, t_);
        line.clamped = clamp_on(clamps_, id, element, t_) != nullptr;
        const double result = result_of(computed_by, network_, trace_, element, t_);
        const bool rounded = rounding_ && !nearly_equal(result, line.value);
        line.unrounded = rounded || line.clamped ? result : line.value;

        std::vector<Expression>& parts = line.expression.parts;
        const auto name = symbols_.name(id, element);
        parts.push_back(name ? *name : symbols_.right_side(id, element));
        parts.push_back(formulas_.right_side(id, element, FormulaDepth::one_equation));
        if (line.operation == Operation::matrix_vector) {
            line.products = products_of(parts.back());
            if (line.products.size() > 1) parts.push_back(sum_of_products(line.products));
        }
        if (line.operation == Operation::activate && computed_by.function != Activation::softmax)
            line.activation = {computed_by.function,
                               trace_.value(computed_by.operands[0].id, element, t_),
                               line.unrounded};
        parts.push_back(outcome(line, rounded || line.clamped));
        derivation_.lines.push_back(std::move(line));
    }

    /// `numbers`: w · x, or a sum of such.
    [[nodiscard]] std::vector<WeightedInput> products_of(const Expression& numbers) const {
        const bool several = std::get<MathOperator>(numbers.head) == MathOperator::sum;
        std::vector<WeightedInput> products;
        const auto add_product = [&](const Expression& dot) {
            const Expression& weight = dot.parts[0];
            const Expression& input = dot.parts[1];
            const double product = std::get<PrintedNumber>(weight.head).value *
                                   std::get<PrintedNumber>(input.head).value;
            products.push_back({weight, input, {number_of(product, decimals_)}});
        };
        if (several)
            std::for_each(numbers.parts.begin(), numbers.parts.end(), add_product);
        else
            add_product(numbers);
        return products;
    }

    [[nodiscard]] static Expression sum_of_products(const std::vector<WeightedInput>& products) {
        Expression sum{MathOperator::sum};
        for (const WeightedInput& each : products) sum.parts.push_back(each.product);
        return sum;
    }

    [[nodiscard]] Expression outcome(const DerivationLine& line, bool becomes) const {
        Expression value = numeric_.quantity(line.subject.quantity, line.subject.element);
        if (!becomes) return value;
        return {MathOperator::becomes,
                {{number_of(line.unrounded, decimals_), {}, value.link}, std::move(value)}};
    }

    const Network& network_;
    const Trace& trace_;
    const Cell& cell_;
    std::optional<int> rounding_;
    const std::vector<Clamp>& clamps_;
    int t_;
    Notation notation_;
    int decimals_;
    SymbolicFormulas symbols_;
    NumericOperands numeric_;
    FormulaBuilder formulas_;
    Derivation derivation_;
};

}  // namespace

Derivation derivation_of(const Network& network, const Trace& trace, std::optional<int> rounding,
                         QuantityId quantity, int element, int t, const Notation& notation,
                         const std::vector<Clamp>& clamps) {
    return DerivationBuilder(network, trace, rounding, t, notation, clamps)
        .build(quantity, element);
}

std::vector<Expression> vector_equations(const Cell& cell, QuantityId quantity,
                                         const Notation& notation) {
    return SymbolicFormulas(cell, Sizes{}, notation, 0).vector_equations(quantity);
}

QuantityPlace source_of(const Cell& cell, QuantityPlace place) {
    const QuantityId now = cell.quantities[place.quantity].previous_of;
    return now == none ? place : QuantityPlace{now, place.element, place.t - 1};
}

}  // namespace lstm
