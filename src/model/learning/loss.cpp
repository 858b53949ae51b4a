/// Losses and their derivatives.
#include "model/learning/loss.h"

#include "model/engine/elementary.h"
#include "model/engine/kernel_choice.h"
#include "model/engine/softmax.h"

#include <cmath>

namespace lstm {
namespace {

Eigen::Index class_of(const Eigen::Ref<const Eigen::VectorXd>& target) {
    return static_cast<Eigen::Index>(target[0]);
}

/// ln (1 + x), x ≥ 0, also where x is too small to be seen beside 1.
double log_of_one_and(double x) {
    const double sum = 1 + x;
    return sum == 1 ? x : elementary::log(sum) * (x / (sum - 1));
}

/// With z = −|y|, where nothing overflows: L = max(y, 0) − y · target + ln (1 + eᶻ).
double binary_cross_entropy(double y, double target, double& gradient) {
    const double power = elementary::exp(-std::abs(y));
    gradient = (y < 0 ? power : 1) / (1 + power) - target;
    return (y > 0 ? y : 0) - y * target + log_of_one_and(power);
}

}  // namespace

std::string_view name_of(LossKind kind) {
    switch (kind) {
        case LossKind::squared_error: return "squared_error";
        case LossKind::sum_squared_error: return "sum_squared_error";
        case LossKind::mean_squared_error: return "mean_squared_error";
        case LossKind::cross_entropy: return "cross_entropy";
        case LossKind::binary_cross_entropy: return "binary_cross_entropy";
    }
    return "";
}

std::optional<LossKind> find_loss(std::string_view name) {
    for (const LossKind kind : losses())
        if (name_of(kind) == name) return kind;
    return {};
}

std::span<const LossKind> losses() {
    static constexpr LossKind all[] = {LossKind::squared_error, LossKind::sum_squared_error,
                                       LossKind::mean_squared_error, LossKind::cross_entropy,
                                       LossKind::binary_cross_entropy};
    return all;
}

bool is_squared(LossKind kind) {
    return kind != LossKind::cross_entropy && kind != LossKind::binary_cross_entropy;
}

Activation own_activation(LossKind kind) {
    if (kind == LossKind::cross_entropy) return Activation::softmax;
    if (kind == LossKind::binary_cross_entropy) return Activation::sigmoid;
    return Activation::identity;
}

bool allows(LossKind kind, Activation activation) {
    return is_squared(kind) || activation == own_activation(kind) ||
           activation == Activation::identity;
}

double factor_of_square(LossKind kind, Eigen::Index outputs, int targets) {
    if (kind == LossKind::squared_error) return 0.5;
    if (kind == LossKind::mean_squared_error) return 1.0 / (static_cast<double>(outputs) * targets);
    return 1;
}

int target_size(LossKind kind, int outputs) {
    return kind == LossKind::cross_entropy ? 1 : outputs;
}

double loss_of(LossKind kind, const Eigen::Ref<const Eigen::VectorXd>& seen,
               const Eigen::Ref<const Eigen::VectorXd>& target, int targets) {
    Eigen::VectorXd gradient(seen.size());
    return loss_gradient(kind, seen, target, gradient, targets);
}

double loss_gradient(LossKind kind, const Eigen::Ref<const Eigen::VectorXd>& seen,
                     const Eigen::Ref<const Eigen::VectorXd>& target,
                     Eigen::Ref<Eigen::VectorXd> gradient, int targets) {
    if (is_squared(kind)) {
        const double factor = factor_of_square(kind, seen.size(), targets);
        const double squares =
            kernels().subtract(seen.data(), target.data(), gradient.data(), seen.size());
        if (factor != 0.5) gradient *= 2 * factor;
        return factor * squares;
    }
    if (kind == LossKind::binary_cross_entropy) {
        double loss = 0;
        for (Eigen::Index k = 0; k < seen.size(); ++k)
            loss += binary_cross_entropy(seen[k], target[k], gradient[k]);
        return loss;
    }
    const SoftmaxSum powers = softmax(seen.data(), gradient.data(), seen.size());
    gradient[class_of(target)] -= 1;
    return elementary::log(powers.sum) + powers.largest - seen[class_of(target)];
}

}  // namespace lstm
