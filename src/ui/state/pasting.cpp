/// Comparing shapes, and cutting matrices.
#include "ui/state/pasting.h"

namespace lstm {
namespace {

/// W and U of the gate that a parameter is of; none where it has not both, or is neither.
struct Pair {
    ParameterId W = none;
    ParameterId U = none;
};

Pair pair_of(const Cell& cell, ParameterId id) {
    const Parameter& parameter = cell.parameters[static_cast<std::size_t>(id)];
    const Pair pair{cell.find_parameter(parameter.gate, "W"),
                    cell.find_parameter(parameter.gate, "U")};
    const bool either = id == pair.W || id == pair.U;
    return either && pair.W != none && pair.U != none ? pair : Pair{};
}

const Matrix& numbers_of(const Document& document, ParameterId id) {
    return *document.network.parameters[static_cast<std::size_t>(id)];
}

bool has_shape(const Matrix& matrix, Eigen::Index rows, Eigen::Index columns) {
    return matrix.rows() == rows && matrix.cols() == columns;
}

}  // namespace

MatrixFit fit_of(const Document& document, const PastedMatrix& pasted) {
    const Matrix& there = numbers_of(document, pasted.parameter);
    const Matrix& copied = pasted.numbers;
    if (has_shape(copied, there.rows(), there.cols())) return MatrixFit::as_it_is;
    if (has_shape(copied, there.cols(), there.rows()))
        return there.cols() == 1 ? MatrixFit::as_it_is : MatrixFit::turned;
    const Pair pair = pair_of(document.cell(), pasted.parameter);
    if (pair.W == none) return MatrixFit::not_at_all;
    const Eigen::Index together =
        numbers_of(document, pair.W).cols() + numbers_of(document, pair.U).cols();
    if (has_shape(copied, there.rows(), together)) return MatrixFit::joined;
    if (has_shape(copied, together, there.rows())) return MatrixFit::joined_turned;
    return MatrixFit::not_at_all;
}

SetParameters as_it_is(const Document& document, const PastedMatrix& pasted) {
    const Matrix& there = numbers_of(document, pasted.parameter);
    if (!has_shape(pasted.numbers, there.rows(), there.cols())) return turned(document, pasted);
    return {{{pasted.parameter, pasted.numbers}}};
}

SetParameters turned(const Document&, const PastedMatrix& pasted) {
    return {{{pasted.parameter, pasted.numbers.transpose()}}};
}

SetParameters shared_out(const Document& document, const PastedMatrix& pasted, bool h_first) {
    const Pair pair = pair_of(document.cell(), pasted.parameter);
    const bool is_turned = fit_of(document, pasted) == MatrixFit::joined_turned;
    const Matrix whole = is_turned ? Matrix(pasted.numbers.transpose()) : pasted.numbers;
    const Eigen::Index of_x = numbers_of(document, pair.W).cols();
    const Eigen::Index of_h = numbers_of(document, pair.U).cols();
    return {{{pair.W, h_first ? whole.rightCols(of_x) : whole.leftCols(of_x)},
             {pair.U, h_first ? whole.leftCols(of_h) : whole.rightCols(of_h)}}};
}

}  // namespace lstm
