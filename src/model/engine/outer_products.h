/// Sums of outer products over a sequence: what a matrix's gradient is made of.
#pragma once

#include <Eigen/Core>

#include <cstddef>

namespace lstm {

/// One vector a timestep: `size` numbers, the next timestep's `stride` behind.
struct VectorOverTime {
    const double* first;
    int size;
    std::ptrdiff_t stride;
};

/// Σ_t rows_t columns_tᵀ over `steps` timesteps into `sum`, `rows.size` × `columns.size`. Behind
/// the rows of each timestep there is room up to pad(rows.size) (see lanes.h). Allocates
/// nothing.
void sum_outer_products(const VectorOverTime& rows, const VectorOverTime& columns, int steps,
                        Eigen::MatrixXd& sum);

}  // namespace lstm
