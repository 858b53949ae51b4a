/// Losses: how far an output is from its target.
#pragma once

#include "model/cells/activation.h"

#include <Eigen/Core>

#include <optional>
#include <span>
#include <string_view>

namespace lstm {

/// Below, p is the prediction (see `Cell::prediction`); of the cross-entropies, which take the
/// activation of y themselves so that both together stay exact, p = softmax(y) or σ(y), whether the
/// cell says so or not.
enum class LossKind {
    /// ½ ‖p − target‖²
    squared_error,
    /// ‖p − target‖²
    sum_squared_error,
    /// ‖p − target‖², divided by the number of outputs and of steps that have a target: the sum of
    /// all steps is the mean of the squares.
    mean_squared_error,
    /// −ln p[target], p = softmax(y); the target is the index of a class (Bridle 1990).
    cross_entropy,
    /// −Σ target ln p + (1 − target) ln (1 − p), p = σ(y).
    binary_cross_entropy,
};

/// "squared_error", as files spell it.
[[nodiscard]] std::string_view name_of(LossKind kind);
[[nodiscard]] std::optional<LossKind> find_loss(std::string_view name);
/// All of them, in the order in which menus list them.
[[nodiscard]] std::span<const LossKind> losses();
/// Whether it is made of the squares of p − target.
[[nodiscard]] bool is_squared(LossKind kind);
/// What a read-out applies to y where nobody says another thing.
[[nodiscard]] Activation own_activation(LossKind kind);
/// Whether a read-out may apply `activation` to y: of a cross-entropy its own, or none at all.
[[nodiscard]] bool allows(LossKind kind, Activation activation);
/// Of p of `outputs` numbers, in a run that has `targets` steps with a target: what the square of
/// one difference is multiplied with. 1 of a loss that is not made of squares.
[[nodiscard]] double factor_of_square(LossKind kind, Eigen::Index outputs, int targets);

/// How long a target is for an output of `outputs` numbers.
[[nodiscard]] int target_size(LossKind kind, int outputs);

/// The loss of one step. `seen`: y of a cross-entropy, p of any other. `target` as `target_size`
/// says; `targets`: how many steps of the run have one.
[[nodiscard]] double loss_of(LossKind kind, const Eigen::Ref<const Eigen::VectorXd>& seen,
                             const Eigen::Ref<const Eigen::VectorXd>& target, int targets = 1);

/// dL/d`seen` of one step into `gradient`: p − target (twice that and its share, where the loss has
/// no ½); of cross-entropy p − 1 at the right class and p elsewhere. Returns the loss. Allocates
/// nothing.
double loss_gradient(LossKind kind, const Eigen::Ref<const Eigen::VectorXd>& seen,
                     const Eigen::Ref<const Eigen::VectorXd>& target,
                     Eigen::Ref<Eigen::VectorXd> gradient, int targets = 1);

}  // namespace lstm
