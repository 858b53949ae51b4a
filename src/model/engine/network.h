/// A network: one kind of cell with its sizes and the numbers in its parameters.
#pragma once

#include "model/cells/cell.h"
#include "model/engine/shared.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace lstm {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

/// A cell with concrete sizes and weights.
struct Network {
    const Cell* cell = &lstm_cell();
    Sizes sizes;
    /// In the order of `cell->parameters`; rows × columns as those say (a bias is hidden × 1).
    std::vector<Shared<Matrix>> parameters;

    friend bool operator==(const Network&, const Network&) = default;
};

/// A network of `sizes` with every parameter zero.
[[nodiscard]] Network zero_network(const Cell& cell, Sizes sizes);

/// The same network with other sizes: every number whose row and column still exist is kept, new
/// ones are zero.
[[nodiscard]] Network resized(const Network& network, Sizes sizes);

/// `network` as a cell of another kind: every parameter that this has too, of the same gate and
/// letter, is kept, new ones are zero. Where of two biases b is left alone, it is the sum of both.
/// The only gate of a plain RNN is the candidate of the
/// others.
[[nodiscard]] Network converted(const Network& network, const Cell& cell);

/// `network` with new weights: each W and U uniform in ±√(6 / (rows + columns)) (Glorot & Bengio
/// 2010, eq. 16), rounded to 2 decimals so that they can be read aloud; each b zero but the forget
/// gate's, which is 1 (Jozefowicz et al. 2015). The same seed gives the same numbers on every
/// machine.
[[nodiscard]] Network randomised(const Network& network, std::uint64_t seed);

}  // namespace lstm
