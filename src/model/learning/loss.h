/// Losses: how far an output is from its target.
#pragma once

#include <Eigen/Core>

#include <optional>
#include <span>
#include <string_view>

namespace lstm {

enum class LossKind {
    /// ½ ‖y − target‖²
    squared_error,
    /// ‖y − target‖²
    sum_squared_error,
    /// ‖y − target‖², divided by the number of outputs and of steps that have a target: the sum of
    /// all steps is the mean of the squares.
    mean_squared_error,
    /// −ln p[target], p = softmax(y); the target is the index of a class (Bridle 1990).
    cross_entropy,
};

/// "squared_error", as files spell it.
[[nodiscard]] std::string_view name_of(LossKind kind);
[[nodiscard]] std::optional<LossKind> find_loss(std::string_view name);
/// All of them, in the order in which menus list them.
[[nodiscard]] std::span<const LossKind> losses();
/// Whether it is made of the squares of y − target.
[[nodiscard]] bool is_squared(LossKind kind);
/// Of y of `outputs` numbers, in a run that has `targets` steps with a target: what the square of
/// one difference is multiplied with. 1 of a loss that is not made of squares.
[[nodiscard]] double factor_of_square(LossKind kind, Eigen::Index outputs, int targets);

/// How long a target is for an output of `outputs` numbers.
[[nodiscard]] int target_size(LossKind kind, int outputs);

/// softmax(y): eʸₖ / Σ eʸ, computed so that no large y overflows.
[[nodiscard]] Eigen::VectorXd softmax(const Eigen::Ref<const Eigen::VectorXd>& y);

/// The loss of one step. `target` as `target_size` says; `targets`: how many steps of the run have
/// one.
[[nodiscard]] double loss_of(LossKind kind, const Eigen::Ref<const Eigen::VectorXd>& y,
                             const Eigen::Ref<const Eigen::VectorXd>& target, int targets = 1);

/// dL/dy of one step into `gradient`: y − target (twice that and its share, where the loss has no
/// ½), or p − 1 at the right class and p elsewhere. Returns the loss. Allocates nothing.
double loss_gradient(LossKind kind, const Eigen::Ref<const Eigen::VectorXd>& y,
                     const Eigen::Ref<const Eigen::VectorXd>& target,
                     Eigen::Ref<Eigen::VectorXd> gradient, int targets = 1);

}  // namespace lstm
