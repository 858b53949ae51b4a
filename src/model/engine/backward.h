/// The backward pass: from the derivative of a loss by the outputs to all other derivatives.
#pragma once

#include "model/engine/aligned.h"
#include "model/engine/clamp.h"
#include "model/engine/gradients.h"
#include "model/engine/network.h"
#include "model/engine/trace.h"

#include <memory>
#include <utility>
#include <vector>

namespace lstm {

/// A network made ready to be run backward through time (Werbos 1990): exact gradients, by going
/// back through its list of equations.
///
/// A run whose intermediates are rounded is differentiated as if nothing were rounded, at the
/// rounded numbers. What is clamped has a gradient, but nothing behind it has one through it.
class BackwardPass {
public:
    /// `plan`: of the traces that it will go back through. `seen`: the quantities that the loss
    /// looks at. `clamps`: as the traces were computed with.
    BackwardPass(const Network& network, std::shared_ptr<const ForwardPlan> plan,
                 std::vector<QuantityId> seen, std::vector<Clamp> clamps = {});

    /// Takes other weights, of a network of the same cell and sizes.
    void set_weights(const Network& network);

    /// Other clamps, of the same cell.
    void set_clamps(std::vector<Clamp> clamps) { clamps_ = std::move(clamps); }

    /// Fills `gradients` from its seeds and from `trace`, which has as many steps and comes from
    /// the same network; without dL/dx, which learning does not need, unless `inputs_too`.
    /// The bits are the same on every processor. Allocates nothing inside a timestep.
    void run(const Trace& trace, Gradients& gradients, bool inputs_too = true) const;

    [[nodiscard]] const std::shared_ptr<const BackwardPlan>& plan() const { return plan_; }

private:
    struct StepContext;

    void run_steps(const Trace& trace, Gradients& gradients) const;
    void run_clamped(const StepContext& now) const;
    void clamp(const BackwardInstruction& made, const StepContext& now) const;
    void sum_matrices(const Trace& trace, Gradients& gradients) const;
    void sum_vectors(const Trace& trace, Gradients& gradients) const;

    std::shared_ptr<const BackwardPlan> plan_;
    AlignedNumbers packed_;
    std::vector<Clamp> clamps_;
};

}  // namespace lstm
