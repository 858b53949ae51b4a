/// A trace: the value of every quantity of a cell at every timestep.
#pragma once

#include "model/cells/cell.h"
#include "model/engine/aligned.h"
#include "model/engine/plan.h"

#include <Eigen/Core>

#include <memory>
#include <vector>

namespace lstm {

/// One quantity through time: extent × steps, column t−1 is timestep t.
using QuantityView = Eigen::Map<const Eigen::MatrixXd, 0, Eigen::OuterStride<>>;
/// One quantity at one timestep.
using VectorView = Eigen::Map<const Eigen::VectorXd>;

/// All values of a run. One column of memory holds all that a timestep computes, in the order of
/// its `ForwardPlan`; column 0 holds the initial states and nothing else. `x` and column 0 are
/// filled by whoever owns the run, the rest by `ForwardPass::run`.
class Trace {
public:
    /// A trace of `steps` ≥ 0 timesteps, not yet computed.
    Trace(std::shared_ptr<const ForwardPlan> plan, int steps);

    [[nodiscard]] const Cell& cell() const { return plan_->cell(); }
    [[nodiscard]] const ForwardPlan& plan() const { return *plan_; }
    [[nodiscard]] Sizes sizes() const { return plan_->sizes(); }
    /// T, the number of timesteps.
    [[nodiscard]] int steps() const { return steps_; }

    /// Changes the number of timesteps; the columns that remain keep their values. Where memory
    /// does not hold them (std::bad_alloc), the trace is as it was.
    void resize(int steps);

    /// `quantity` through time. Of "h_prev" at step t the value is that of "h" at t−1.
    [[nodiscard]] QuantityView matrix(QuantityId quantity) const;
    /// `quantity` at timestep `t`: 1 ≤ t ≤ steps, or t = 0 for a state.
    [[nodiscard]] VectorView vector(QuantityId quantity, int t) const;
    /// One element of it.
    [[nodiscard]] double value(QuantityId quantity, int element, int t) const {
        return vector(quantity, t)[element];
    }

    /// The memory of timestep `t` (0 for the initial states).
    [[nodiscard]] double* column(int t) { return data_.data() + t * stride(); }
    [[nodiscard]] const double* column(int t) const { return data_.data() + t * stride(); }
    /// Numbers between one column and the next.
    [[nodiscard]] std::ptrdiff_t stride() const { return plan_->stride(); }

    /// Bytes that a trace of `steps` needs.
    [[nodiscard]] static double bytes(const ForwardPlan& plan, int steps);

private:
    std::shared_ptr<const ForwardPlan> plan_;
    int steps_ = 0;
    AlignedNumbers data_;
};

}  // namespace lstm
