/// softmax(y), which mixes the elements of a vector.
#pragma once

#include <Eigen/Core>

namespace lstm {

/// Between y and softmax(y) = eʸₖ / Σ eʸ, computed so that no large y overflows.
struct SoftmaxSum {
    double largest = 0;  ///< of y
    double sum = 0;      ///< Σ e^(y − largest), from the first to the last
};

/// softmax of `size` ≥ 1 numbers at `y` into `p`, which may be the same. Allocates nothing.
SoftmaxSum softmax(const double* y, double* p, Eigen::Index size);
/// The same.
[[nodiscard]] Eigen::VectorXd softmax(const Eigen::Ref<const Eigen::VectorXd>& y);

}  // namespace lstm
