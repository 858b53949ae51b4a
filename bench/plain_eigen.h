/// The loop that a good programmer writes first: Eigen, one fused [4H × (I+H)] matrix, no plan.
///
/// It is what the forward pass is measured against, and it shares no code with it.
#pragma once

#include "model/engine/network.h"

#include <Eigen/Core>

namespace lstm::bench {

/// An LSTM as plain Eigen; keeps what passes through its hands at every step (W·x and U·h₋ are
/// never apart, so those two are missing).
class __attribute__((visibility("default"))) PlainEigen {
public:
    PlainEigen(const Network& network, Eigen::Index steps);
    PlainEigen(const PlainEigen&) = delete;
    PlainEigen& operator=(const PlainEigen&) = delete;
    ~PlainEigen();  // where the memory comes from: Eigen's there is aligned more widely

    /// inputs: I × T. Starts from the states in column 0 of `h` and `c`. Allocates nothing.
    void run(const Eigen::MatrixXd& inputs);

    /// A column a step (0 unused but for `c` and `h`); four gates one behind the other: forget,
    /// input, output, candidate.
    Eigen::MatrixXd z, gates, kept, written, c, tanh_c, h;

private:
    Eigen::MatrixXd matrix_;
    Eigen::VectorXd bias_;
    Eigen::VectorXd input_and_state_;
};

}  // namespace lstm::bench
