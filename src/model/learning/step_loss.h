/// The loss of one step of a run, and where its way back begins.
#pragma once

#include "model/engine/gradients.h"
#include "model/engine/trace.h"
#include "model/learning/loss.h"

#include <vector>

namespace lstm {

/// What a loss of that kind is computed from: y of a cross-entropy, p of any other.
[[nodiscard]] QuantityId seen_by(LossKind kind, const Cell& cell);
/// The quantities whose gradients `seed_loss` fills: y, and p where there is one.
[[nodiscard]] std::vector<QuantityId> seeded(const Cell& cell);

/// The loss at step `t`, 1 ≤ t ≤ T, whose target is `target`, as long as `target_size` says;
/// `targets`: how many steps of the run have one.
[[nodiscard]] double loss_at(LossKind kind, const Trace& trace, int t,
                             const Eigen::Ref<const Eigen::VectorXd>& target, int targets = 1);

/// dL/dp and dL/dy of that loss into the seeds of step `t`. What p = activation(y) does is worked
/// out here, and with a cross-entropy in one: dL/dy = p − target. Returns the loss. Allocates
/// nothing.
double seed_loss(LossKind kind, const Trace& trace, int t,
                 const Eigen::Ref<const Eigen::VectorXd>& target, Gradients& gradients,
                 int targets = 1);
/// The seeds of a step without a target: zero.
void seed_nothing(Gradients& gradients, int t);

}  // namespace lstm
