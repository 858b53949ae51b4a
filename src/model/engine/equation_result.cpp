/// An equation carried out for one element.
#include "model/engine/equation_result.h"

#include "model/engine/kernel_choice.h"
#include "model/engine/packed_matrix.h"
#include "model/engine/softmax.h"

#include <vector>

namespace lstm {
namespace {

/// A row of `matrix` times the first numbers at `vector`, as the kernels compute it.
double product(const Matrix& matrix, int row, const double* vector) {
    const PackedMatrix layout{1, static_cast<int>(matrix.cols()), 0};
    std::vector<double> packed(static_cast<std::size_t>(layout.size()));
    layout.set_rows(packed.data(), 0, matrix.row(row));
    double results[cache_line];
    kernels().multiply({packed.data(), 1, layout.columns, vector, results, 1, 0});
    return results[0];
}

}  // namespace

double activated(Activation activation, double z) {
    double column[2 * cache_line] = {z};
    const Instruction instruction{
        .rule = rule_of(activation), .rows = 1, .destination = cache_line};
    const InstructionBlock block{0, 1, 1, false};
    kernels().run_forward({&instruction, &block, 1, nullptr, column, 0, 1});
    return column[cache_line];
}

double result_of(const Equation& equation, const Network& network, const Trace& trace, int element,
                 int t) {
    const auto value = [&](std::size_t k) {
        const Operand& operand = equation.operands[k];
        return operand.kind == Operand::Kind::parameter
                   ? (*network.parameters[static_cast<std::size_t>(operand.id)])(element, 0)
                   : trace.value(operand.id, element, t);
    };
    switch (equation.operation) {
        case Operation::matrix_vector:
            return product(*network.parameters[static_cast<std::size_t>(equation.operands[0].id)],
                           element, trace.vector(equation.operands[1].id, t).data());
        case Operation::add: {
            double sum = value(0);
            for (std::size_t k = 1; k < equation.operands.size(); ++k) sum += value(k);
            return sum;
        }
        case Operation::multiply: return value(0) * value(1);
        case Operation::one_minus: return 1 - value(0);
        case Operation::activate:
            if (equation.function == Activation::softmax)
                return softmax(trace.vector(equation.operands[0].id, t))[element];
            return activated(equation.function, value(0));
    }
    return 0;
}

}  // namespace lstm
