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
    Eigen::VectorXd p(y.size());
    const double sum = powers_of(y, largest_of(y), p);
    p /= sum;
    return p;
}

double loss_of(LossKind kind, const Eigen::Ref<const Eigen::VectorXd>& y,
               const Eigen::Ref<const Eigen::VectorXd>& target) {
    Eigen::VectorXd gradient(y.size());
    return loss_gradient(kind, y, target, gradient);
}

double loss_gradient(LossKind kind, const Eigen::Ref<const Eigen::VectorXd>& y,
                     const Eigen::Ref<const Eigen::VectorXd>& target,
                     Eigen::Ref<Eigen::VectorXd> gradient) {
    if (kind == LossKind::squared_error)
        return 0.5 * kernels().subtract(y.data(), target.data(), gradient.data(), y.size());
    const double largest = largest_of(y);
    const double sum = powers_of(y, largest, gradient);
    gradient /= sum;
    gradient[class_of(target)] -= 1;
    return elementary::log(sum) + largest - y[class_of(target)];
}

}  // namespace lstm
