/// Losses and their derivatives.
#include "model/learning/loss.h"

#include <cmath>

namespace lstm {
namespace {

Eigen::Index class_of(const Eigen::Ref<const Eigen::VectorXd>& target) {
    return static_cast<Eigen::Index>(target[0]);
}

}  // namespace

std::string_view name_of(LossKind kind) {
    return kind == LossKind::squared_error ? "squared_error" : "cross_entropy";
}

std::optional<LossKind> find_loss(std::string_view name) {
    for (const LossKind kind : {LossKind::squared_error, LossKind::cross_entropy})
        if (name_of(kind) == name) return kind;
    return {};
}

int target_size(LossKind kind, int outputs) {
    return kind == LossKind::cross_entropy ? 1 : outputs;
}

Eigen::VectorXd softmax(const Eigen::Ref<const Eigen::VectorXd>& y) {
    const Eigen::VectorXd powers = (y.array() - y.maxCoeff()).exp();
    return powers / powers.sum();
}

double loss_of(LossKind kind, const Eigen::Ref<const Eigen::VectorXd>& y,
               const Eigen::Ref<const Eigen::VectorXd>& target) {
    if (kind == LossKind::squared_error) return 0.5 * (y - target).squaredNorm();
    const double largest = y.maxCoeff();
    return std::log((y.array() - largest).exp().sum()) + largest - y[class_of(target)];
}

double loss_gradient(LossKind kind, const Eigen::Ref<const Eigen::VectorXd>& y,
                     const Eigen::Ref<const Eigen::VectorXd>& target,
                     Eigen::Ref<Eigen::VectorXd> gradient) {
    if (kind == LossKind::squared_error) {
        gradient = y - target;
        return 0.5 * gradient.squaredNorm();
    }
    const double largest = y.maxCoeff();
    gradient = (y.array() - largest).exp();
    const double sum = gradient.sum();
    gradient /= sum;
    gradient[class_of(target)] -= 1;
    return std::log(sum) + largest - y[class_of(target)];
}

}  // namespace lstm
