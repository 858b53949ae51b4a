/// Forward, backward and Adam as a good programmer writes them in Eigen, straight down: W·x and all
/// that no step waits for as products over the whole sequence.
///
/// It is what our backward pass and our training are measured against, and shares no code with
/// them.
#pragma once

#include "model/engine/network.h"

#include <Eigen/Core>

namespace lstm::bench {

/// An LSTM that learns, in plain Eigen; keeps what it needs on the way back, a column a step.
class __attribute__((visibility("default"))) PlainTraining {
public:
    PlainTraining(const Network& network, Eigen::Index steps);
    PlainTraining(const PlainTraining&) = delete;
    PlainTraining& operator=(const PlainTraining&) = delete;
    ~PlainTraining();  // where the memory comes from: Eigen's there is aligned more widely

    /// inputs: I × T. Starts from zero states.
    void forward(const Eigen::MatrixXd& inputs);
    /// From ∂L/∂h of each step in `seeds` to the gradients. After `forward`.
    void backward(const Eigen::MatrixXd& inputs);
    /// Both, and one step of Adam, of the loss ½ Σ ‖h − target‖².
    void adam_step(const Eigen::MatrixXd& inputs, const Eigen::MatrixXd& targets, double rate);

    /// W, U and b with four gates one below the other: forget, input, output, candidate.
    struct Weights {
        Eigen::MatrixXd W, U, b;
    };
    Weights weights, gradient;
    Eigen::MatrixXd dx;     ///< I × T
    Eigen::MatrixXd h, c;   ///< H × (T + 1): column 0 is what the first step starts from
    Eigen::MatrixXd seeds;  ///< H × T

private:
    Eigen::MatrixXd gates_, tanh_c_, dz_;  ///< a column a step
    Eigen::VectorXd dh_, dc_;
    Weights first_, second_;  ///< Adam's m and v
    int steps_done_ = 0;
};

}  // namespace lstm::bench
