/// From a loss to p, and through the activation of the read-out to y.
#include "model/learning/step_loss.h"

namespace lstm {
namespace {

using Vector = Eigen::Ref<const Eigen::VectorXd>;
using Result = Eigen::Ref<Eigen::VectorXd>;

/// dL/dp of a cross-entropy, of which dL/dy needs no p.
void seed_prediction(LossKind kind, const Vector& p, const Vector& target, Result gradient) {
    if (kind == LossKind::cross_entropy) {
        const auto right = static_cast<Eigen::Index>(target[0]);
        gradient.setZero();
        gradient[right] = -1 / p[right];
        return;
    }
    for (Eigen::Index k = 0; k < p.size(); ++k)
        gradient[k] = (p[k] - target[k]) / (p[k] * (1 - p[k]));
}

/// dL/dy from dL/dp, p = activation(y).
void go_through(Activation activation, const Vector& p, const Vector& of_p, Result of_y) {
    if (activation == Activation::softmax) {
        double mean = 0;
        for (Eigen::Index k = 0; k < p.size(); ++k) mean += of_p[k] * p[k];
        for (Eigen::Index k = 0; k < p.size(); ++k) of_y[k] = p[k] * (of_p[k] - mean);
        return;
    }
    for (Eigen::Index k = 0; k < p.size(); ++k) of_y[k] = of_p[k] * slope_at(activation, p[k]);
}

}  // namespace

QuantityId seen_by(LossKind kind, const Cell& cell) {
    return is_squared(kind) ? cell.prediction() : cell.output();
}

std::vector<QuantityId> seeded(const Cell& cell) {
    if (cell.readout.p == none) return {cell.output()};
    return {cell.readout.y, cell.readout.p};
}

double loss_at(LossKind kind, const Trace& trace, int t, const Vector& target, int targets) {
    return loss_of(kind, trace.vector(seen_by(kind, trace.cell()), t), target, targets);
}

double seed_loss(LossKind kind, const Trace& trace, int t, const Vector& target,
                 Gradients& gradients, int targets) {
    const Cell& cell = trace.cell();
    const QuantityId seen = seen_by(kind, cell);
    const double loss =
        loss_gradient(kind, trace.vector(seen, t), target, gradients.seed(seen, t), targets);
    if (cell.readout.p == none) return loss;
    const VectorView p = trace.vector(cell.readout.p, t);
    if (is_squared(kind))
        go_through(cell.form.readout_activation, p, gradients.seed(seen, t),
                   gradients.seed(cell.readout.y, t));
    else
        seed_prediction(kind, p, target, gradients.seed(cell.readout.p, t));
    return loss;
}

void seed_nothing(Gradients& gradients, int t) {
    for (const QuantityId each : seeded(gradients.cell())) gradients.seed(each, t).setZero();
}

}  // namespace lstm
