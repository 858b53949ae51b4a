/// Sums of outer products over a sequence: what a matrix's gradient is made of.
#pragma once

#include <Eigen/Core>

#include <cstddef>

namespace lstm {

/// One vector a timestep: `size` numbers, the next timestep's `stride` behind.
struct Series {
    const double* first;
    int size;
    std::ptrdiff_t stride;
};

/// Σ_t rows_t columns_tᵀ over `steps` timesteps into `sum`, `rows.size` × `columns.size`. rows.size
/// is a sum of padded sizes (see lanes.h). Small sums allocate nothing.
void sum_outer_products(const Series& rows, const Series& columns, int steps, Eigen::MatrixXd& sum);

}  // namespace lstm
