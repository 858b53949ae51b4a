/// Losses: how far an output is from its target.
#pragma once

#include <Eigen/Core>

#include <optional>
#include <string_view>

namespace lstm {

enum class LossKind {
    /// ½ ‖y − target‖²
    squared_error,
    /// −ln p[target], p = softmax(y); the target is the index of a class (Bridle 1990).
    cross_entropy,
};

/// "squared_error", as files spell it.
[[nodiscard]] std::string_view name_of(LossKind kind);
[[nodiscard]] std::optional<LossKind> find_loss(std::string_view name);

/// How long a target is for an output of `outputs` numbers.
[[nodiscard]] int target_size(LossKind kind, int outputs);

/// softmax(y): eʸₖ / Σ eʸ, computed so that no large y overflows.
[[nodiscard]] Eigen::VectorXd softmax(const Eigen::Ref<const Eigen::VectorXd>& y);

/// The loss of one step. `target` as `target_size` says.
[[nodiscard]] double loss_of(LossKind kind, const Eigen::Ref<const Eigen::VectorXd>& y,
                             const Eigen::Ref<const Eigen::VectorXd>& target);

/// dL/dy of one step into `gradient`: y − target, or p − 1 at the right class and p elsewhere.
/// Returns the loss. Allocates nothing.
double loss_gradient(LossKind kind, const Eigen::Ref<const Eigen::VectorXd>& y,
                     const Eigen::Ref<const Eigen::VectorXd>& target,
                     Eigen::Ref<Eigen::VectorXd> gradient);

}  // namespace lstm
