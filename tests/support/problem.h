/// A run with a loss, for tests of gradients: from inputs to gradients, and ways to disturb it.
#pragma once

#include "model/engine/clamp.h"
#include "model/engine/gradients.h"
#include "model/engine/network.h"
#include "model/engine/trace.h"
#include "model/learning/loss.h"

#include <cstdint>
#include <vector>

namespace lstm {

struct Problem {
    Network network;
    std::vector<Vector> inputs;
    std::vector<Vector> initial;
    std::vector<Vector> targets;  ///< a step each; empty: none
    LossKind loss_kind = LossKind::squared_error;
    std::vector<Clamp> clamps;

    [[nodiscard]] int steps() const { return static_cast<int>(inputs.size()); }
    /// How many steps have a target.
    [[nodiscard]] int asked() const;
    [[nodiscard]] Trace trace() const;
    [[nodiscard]] double loss() const;
    [[nodiscard]] Gradients gradients() const;
    /// The derivative of the loss by `number`, one of this problem's, from two runs.
    [[nodiscard]] double central_difference(double& number);
};

/// Everything uniform in ±1, of binary cross-entropy the targets in 0 to 1; every third step, the
/// second first, has no target.
[[nodiscard]] Problem random_problem(const Cell& cell, Sizes sizes, int steps, LossKind loss,
                                     std::uint64_t seed);

}  // namespace lstm
