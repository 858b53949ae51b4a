/// Copying weights to where products read them.
#include "model/engine/packed_matrix.h"

#include <algorithm>

namespace lstm {

void PackedMatrix::set_rows(double* packed, int first_row, const Eigen::MatrixXd& block) const {
    const int end = first_row + static_cast<int>(block.rows());
    for (int row = first_row; row < end;) {
        const int within = row % cache_line;
        const int count = std::min(cache_line - within, end - row);
        double* target = packed + first + std::ptrdiff_t{row - within} * columns + within;
        const double* from = block.data() + (row - first_row);
        for (int c = 0; c < columns; ++c, from += block.rows(), target += cache_line)
            if (count == cache_line)
                std::copy_n(from, cache_line, target);
            else
                std::copy_n(from, count, target);
        row += count;
    }
}

void PackedMatrix::set_transposed(double* packed, int first_column,
                                  const Eigen::MatrixXd& block) const {
    const auto block_rows = static_cast<int>(block.rows());
    for (int row = 0; row < block.cols(); ++row) {
        const int within = row % cache_line;
        double* target = packed + first + std::ptrdiff_t{row - within} * columns + within +
                         std::ptrdiff_t{first_column} * cache_line;
        const double* from = block.data() + std::ptrdiff_t{row} * block_rows;
        for (int c = 0; c < block_rows; ++c, target += cache_line) *target = from[c];
    }
}

}  // namespace lstm
