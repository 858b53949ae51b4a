/// A matrix laid out for one thing: being multiplied by a vector, timestep after timestep.
#pragma once

#include "model/engine/instructions.h"

#include <Eigen/Core>

#include <cstddef>

namespace lstm {

/// Where a matrix stands among packed numbers, zero until something is packed there. Its rows are
/// taken eight at a time; of eight rows the columns lie one behind the other, so that a product
/// reads memory in order. Kernels multiply it (kernels.h).
struct PackedMatrix {
    int rows = 0;
    int columns = 0;
    std::ptrdiff_t first = 0;  ///< index of its first number

    /// How many numbers it takes.
    [[nodiscard]] std::ptrdiff_t size() const {
        return std::ptrdiff_t{(rows + cache_line - 1) / cache_line} * cache_line * columns;
    }
    /// Copies `block` to the rows from `first_row` on; it has as many columns.
    void set_rows(double* packed, int first_row, const Eigen::MatrixXd& block) const;
    /// Copies `block`, transposed, to the columns from `first_column` on; it has as many columns as
    /// this has rows.
    void set_transposed(double* packed, int first_column, const Eigen::MatrixXd& block) const;
};

}  // namespace lstm
