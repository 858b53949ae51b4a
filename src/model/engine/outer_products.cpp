/// Sums that stay in registers for the whole sequence.
#include "model/engine/outer_products.h"

#include "model/engine/simd.h"

#include <algorithm>

namespace lstm {
namespace {

/// `Groups` groups of `Count` rows from `row` on, and `Columns` columns from `column` on.
template <int Count, int Groups, int Columns>
void sum_block(const VectorOverTime& rows, const VectorOverTime& columns, int steps, int row,
               int column, Eigen::MatrixXd& sum) {
    Numbers<Count> sums[Groups][Columns] = {};
    const double* left = rows.first + row;
    const double* right = columns.first + column;
    for (int t = 0; t < steps; ++t, left += rows.stride, right += columns.stride)
        for (int g = 0; g < Groups; ++g) {
            const auto group = load<Count>(left + g * Count);
            for (int c = 0; c < Columns; ++c) sums[g][c] += group * right[c];
        }
    for (int c = 0; c < Columns; ++c)
        for (int g = 0; g < Groups; ++g) {
            const int first = row + g * Count;
            double* const to = sum.data() + (std::ptrdiff_t{column} + c) * sum.rows() + first;
            if (first + Count <= rows.size)
                store<Count>(to, sums[g][c]);
            else  // what is more than the matrix has is padding
                for (int k = 0; k < rows.size - first; ++k) to[k] = sums[g][c][k];
        }
}

template <int Count, int Groups>
void sum_rows(const VectorOverTime& rows, const VectorOverTime& columns, int steps, int row,
              Eigen::MatrixXd& sum) {
    int column = 0;
    for (; column + 8 <= columns.size; column += 8)
        sum_block<Count, Groups, 8>(rows, columns, steps, row, column, sum);
    for (; column + 4 <= columns.size; column += 4)
        sum_block<Count, Groups, 4>(rows, columns, steps, row, column, sum);
    for (; column < columns.size; ++column)
        sum_block<Count, Groups, 1>(rows, columns, steps, row, column, sum);
}

template <int Count>
void sum_all(const VectorOverTime& rows, const VectorOverTime& columns, int steps,
             Eigen::MatrixXd& sum) {
    if constexpr (Count > 1)
        if (pad(rows.size) < Count) return sum_all<Count / 2>(rows, columns, steps, sum);
    int row = 0;
    // Where there are registers enough, each number of a column, once read, serves two groups.
    if constexpr (Count == 8)
        for (; row + Count < rows.size; row += 2 * Count)
            sum_rows<Count, 2>(rows, columns, steps, row, sum);
    for (; row < rows.size; row += Count) sum_rows<Count, 1>(rows, columns, steps, row, sum);
}

}  // namespace

void sum_outer_products(const VectorOverTime& rows, const VectorOverTime& columns, int steps,
                        Eigen::MatrixXd& sum) {
    sum_all<simd_width>(rows, columns, steps, sum);
}

}  // namespace lstm
