/// Small sums stay in registers; large ones are a matrix product.
#include "model/outer_products.h"

#include "model/lanes.h"

#include <algorithm>

namespace lstm {
namespace {

/// `Count` rows from `row` on, and `Columns` columns from `column` on.
template <int Count, int Columns>
void sum_block(const Series& rows, const Series& columns, int steps, int row, int column,
               Eigen::MatrixXd& sum) {
    Numbers<Count> sums[Columns] = {};
    const double* left = rows.first + row;
    const double* right = columns.first + column;
    for (int t = 0; t < steps; ++t, left += rows.stride, right += columns.stride) {
        const auto group = load<Count>(left);
        for (int c = 0; c < Columns; ++c) sums[c] += group * right[c];
    }
    for (int c = 0; c < Columns; ++c)
        store<Count>(sum.data() + (std::ptrdiff_t{column} + c) * sum.rows() + row, sums[c]);
}

template <int Count>
void sum_rows(const Series& rows, const Series& columns, int steps, int row, Eigen::MatrixXd& sum) {
    constexpr int together = 8;
    int column = 0;
    for (; column + together <= columns.size; column += together)
        sum_block<Count, together>(rows, columns, steps, row, column, sum);
    for (; column + 4 <= columns.size; column += 4)
        sum_block<Count, 4>(rows, columns, steps, row, column, sum);
    for (; column < columns.size; ++column)
        sum_block<Count, 1>(rows, columns, steps, row, column, sum);
}

}  // namespace

void sum_outer_products(const Series& rows, const Series& columns, int steps,
                        Eigen::MatrixXd& sum) {
    // Beyond this, keeping numbers in the caches pays more than keeping them in registers.
    constexpr int small = 2048;
    if (rows.size * columns.size > small) {
        using View = Eigen::Map<const Eigen::MatrixXd, 0, Eigen::OuterStride<>>;
        const View left(rows.first, rows.size, steps, Eigen::OuterStride<>(rows.stride));
        const View right(columns.first, columns.size, steps, Eigen::OuterStride<>(columns.stride));
        sum.noalias() = left * right.transpose();
        return;
    }
    int row = 0;
    for (; row + widest <= rows.size; row += widest)
        sum_rows<widest>(rows, columns, steps, row, sum);
    for (; row + 4 <= rows.size; row += 4) sum_rows<4>(rows, columns, steps, row, sum);
    for (; row + 2 <= rows.size; row += 2) sum_rows<2>(rows, columns, steps, row, sum);
    for (; row < rows.size; ++row)
        for (int column = 0; column < columns.size; ++column) {
            double one = 0;
            for (int t = 0; t < steps; ++t)
                one +=
                    rows.first[t * rows.stride + row] * columns.first[t * columns.stride + column];
            sum(row, column) = one;
        }
}

}  // namespace lstm
