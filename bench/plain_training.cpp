/// An LSTM's backward pass, straight down.
#include "plain_training.h"

#include <cmath>

namespace lstm::bench {
namespace {

constexpr const char* gate_names[] = {"forget", "input", "output", "candidate"};

/// Eigen's own tanh for doubles is one libm call a number; see plain_eigen.cpp.
template <class Numbers>
auto tanh_of(const Numbers& v) {
    return 1.0 - 2.0 / ((2.0 * v).exp() + 1.0);
}

}  // namespace

PlainTraining::PlainTraining(const Network& network, Eigen::Index steps) {
    const Eigen::Index I = network.sizes.input;
    const Eigen::Index H = network.sizes.hidden;
    for (Weights* w : {&weights, &gradient, &first_, &second_}) {
        w->W.setZero(4 * H, I);
        w->U.setZero(4 * H, H);
        w->b.setZero(4 * H, 1);
    }
    Eigen::Index row = 0;
    for (const char* gate : gate_names) {
        const auto parameter = [&](const char* letter) -> const Eigen::MatrixXd& {
            return *network.parameters[network.cell->find_parameter(gate, letter)];
        };
        weights.W.middleRows(row, H) = parameter("W");
        weights.U.middleRows(row, H) = parameter("U");
        weights.b.middleRows(row, H) = parameter("b");
        row += H;
    }
    for (Eigen::MatrixXd* m : {&gates_, &dz_}) m->setZero(4 * H, steps);
    for (Eigen::MatrixXd* m : {&tanh_c_, &seeds}) m->setZero(H, steps);
    for (Eigen::MatrixXd* m : {&h, &c}) m->setZero(H, steps + 1);
    dx.setZero(I, steps);
    dh_.setZero(H);
    dc_.setZero(H);
}

PlainTraining::~PlainTraining() = default;

void PlainTraining::forward(const Eigen::MatrixXd& inputs) {
    const Eigen::Index H = h.rows();
    gates_.noalias() = weights.W * inputs;
    gates_.colwise() += weights.b.col(0);
    for (Eigen::Index t = 0; t < inputs.cols(); ++t) {
        auto gates = gates_.col(t);
        gates.noalias() += weights.U * h.col(t);
        gates.head(3 * H) = 1.0 / (1.0 + (-gates.head(3 * H).array()).exp());
        gates.tail(H) = tanh_of(gates.tail(H).array());
        const auto gate = [&](int n) { return gates.segment(n * H, H).array(); };
        c.col(t + 1) = gate(0) * c.col(t).array() + gate(1) * gate(3);
        tanh_c_.col(t) = tanh_of(c.col(t + 1).array());
        h.col(t + 1) = gate(2) * tanh_c_.col(t).array();
    }
}

void PlainTraining::backward(const Eigen::MatrixXd& inputs) {
    const Eigen::Index H = h.rows();
    const Eigen::Index T = inputs.cols();
    dh_.setZero();
    dc_.setZero();
    for (Eigen::Index t = T - 1; t >= 0; --t) {
        dh_ += seeds.col(t);
        const auto gate = [&](int n) { return gates_.col(t).segment(n * H, H).array(); };
        const auto dz = [&](int n) { return dz_.col(t).segment(n * H, H).array(); };
        const auto tanh_c = tanh_c_.col(t).array();
        dc_.array() += dh_.array() * gate(2) * (1.0 - tanh_c.square());
        dz(0) = dc_.array() * c.col(t).array() * gate(0) * (1.0 - gate(0));
        dz(1) = dc_.array() * gate(3) * gate(1) * (1.0 - gate(1));
        dz(2) = dh_.array() * tanh_c * gate(2) * (1.0 - gate(2));
        dz(3) = dc_.array() * gate(1) * (1.0 - gate(3).square());
        dc_.array() *= gate(0);
        dh_.noalias() = weights.U.transpose() * dz_.col(t);
    }
    gradient.W.noalias() = dz_ * inputs.transpose();
    gradient.U.noalias() = dz_ * h.leftCols(T).transpose();
    gradient.b = dz_.rowwise().sum();
    dx.noalias() = weights.W.transpose() * dz_;
}

void PlainTraining::adam_step(const Eigen::MatrixXd& inputs, const Eigen::MatrixXd& targets,
                              double rate) {
    constexpr double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
    forward(inputs);
    seeds = h.rightCols(targets.cols()) - targets;
    backward(inputs);
    ++steps_done_;
    const double first_share = 1 - std::pow(beta1, steps_done_);
    const double second_share = 1 - std::pow(beta2, steps_done_);
    for (Eigen::MatrixXd Weights::*part : {&Weights::W, &Weights::U, &Weights::b}) {
        const auto g = (gradient.*part).array();
        auto m = (first_.*part).array();
        auto v = (second_.*part).array();
        m = beta1 * m + (1 - beta1) * g;
        v = beta2 * v + (1 - beta2) * g.square();
        (weights.*part).array() -=
            (rate / first_share) * m / ((v * (1 / second_share)).sqrt() + epsilon);
    }
}

}  // namespace lstm::bench
