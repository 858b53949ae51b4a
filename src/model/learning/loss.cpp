/// Losses and their derivatives.
#include "model/learning/loss.h"

#include "model/engine/elementary.h"
#include "model/engine/kernel_choice.h"

namespace lstm {
namespace {

Eigen::Index class_of(const Eigen::Ref<const Eigen::VectorXd>& target) {
    return static_cast<Eigen::Index>(target[0]);
}

double largest_of(const Eigen::Ref<const Eigen::VectorXd>& y) {
    double largest = y[0];
    for (Eigen::Index k = 1; k < y.size(); ++k)
        if (y[k] > largest) largest = y[k];
    return largest;
}

/// eʸₖ⁻ˡᵃʳᵍᵉˢᵗ into `powers`; returns their sum, from the first to the last.
double powers_of(const Eigen::Ref<const Eigen::VectorXd>& y, double largest,
                 Eigen::Ref<Eigen::VectorXd> powers) {
    double sum = 0;
    for (Eigen::Index k = 0; k < y.size(); ++k) sum += powers[k] = elementary::exp(y[k] - largest);
    return sum;
}

}  // namespace

std::string_view name_of(LossKind kind) {
    switch (kind) {
        case LossKind::squared_error: return "squared_error";
        case LossKind::sum_squared_error: return "sum_squared_error";
        case LossKind::mean_squared_error: return "mean_squared_error";
        case LossKind::cross_entropy: return "cross_entropy";
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
                                       LossKind::mean_squared_error, LossKind::cross_entropy};
    return all;
}

bool is_squared(LossKind kind) {
    return kind != LossKind::cross_entropy;
}

double factor_of_square(LossKind kind, Eigen::Index outputs, int targets) {
    if (kind == LossKind::squared_error) return 0.5;
    if (kind == LossKind::mean_squared_error) return 1.0 / (static_cast<double>(outputs) * targets);
    return 1;
}

int target_size(LossKind kind, int outputs) {
    return kind == LossKind::cross_entropy ? 1 : outputs;
}

Eigen::VectorXd softmax(const Eigen::Ref<const Eigen::VectorXd>& y) {
    Eigen::VectorXd p(y.size());
    const double sum = powers_of(y, largest_of(y), p);
    p /= sum;
    return p;
}

double loss_of(LossKind kind, const Eigen::Ref<const Eigen::VectorXd>& y,
               const Eigen::Ref<const Eigen::VectorXd>& target, int targets) {
    Eigen::VectorXd gradient(y.size());
    return loss_gradient(kind, y, target, gradient, targets);
}

double loss_gradient(LossKind kind, const Eigen::Ref<const Eigen::VectorXd>& y,
                     const Eigen::Ref<const Eigen::VectorXd>& target,
                     Eigen::Ref<Eigen::VectorXd> gradient, int targets) {
    if (is_squared(kind)) {
        const double factor = factor_of_square(kind, y.size(), targets);
        const double squares =
            kernels().subtract(y.data(), target.data(), gradient.data(), y.size());
        if (factor != 0.5) gradient *= 2 * factor;
        return factor * squares;
    }
    const double largest = largest_of(y);
    const double sum = powers_of(y, largest, gradient);
    gradient /= sum;
    gradient[class_of(target)] -= 1;
    return elementary::log(sum) + largest - y[class_of(target)];
}

}  // namespace lstm
