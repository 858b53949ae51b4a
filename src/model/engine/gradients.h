/// Gradients: the derivative of a loss by every quantity at every timestep, and by every parameter.
#pragma once

#include "model/engine/aligned.h"
#include "model/engine/backward_plan.h"
#include "model/engine/trace.h"

#include <memory>
#include <vector>

namespace lstm {

/// All gradients of a run. The loss is whatever filled the seeds; `BackwardPass::run` fills the
/// rest.
class Gradients {
public:
    /// Room for `steps` timesteps, all zero. `sizes` of the parameters are those of the plan.
    Gradients(std::shared_ptr<const BackwardPlan> plan, int steps);

    [[nodiscard]] const BackwardPlan& plan() const { return *plan_; }
    [[nodiscard]] const Cell& cell() const { return plan_->cell(); }
    [[nodiscard]] int steps() const { return steps_; }

    /// ∂L/∂`quantity` at timestep `t`, 1 ≤ t ≤ steps, to be filled before the run; `quantity` is
    /// one that the loss sees.
    [[nodiscard]] Eigen::Map<Eigen::VectorXd> seed(QuantityId quantity, int t);

    /// dL/d`quantity`, the total derivative: 1 ≤ t ≤ steps, or t = 0 for a state.
    [[nodiscard]] VectorView vector(QuantityId quantity, int t) const;
    /// One element of it.
    [[nodiscard]] double value(QuantityId quantity, int element, int t) const {
        return vector(quantity, t)[element];
    }
    /// dL/d`parameter`, summed over all steps: as large as the parameter.
    [[nodiscard]] const Eigen::MatrixXd& parameter(ParameterId parameter) const {
        return parameters_[static_cast<std::size_t>(parameter)];
    }
    /// What timestep `t` adds to it. `trace` is that of the run.
    [[nodiscard]] Eigen::MatrixXd parameter_at(const Trace& trace, ParameterId parameter,
                                               int t) const;
    /// One number of that.
    [[nodiscard]] double parameter_at(const Trace& trace, ParameterId parameter, int row,
                                      int column, int t) const;
    /// The same of every timestep, from 1 on.
    [[nodiscard]] std::vector<double> parameter_over_time(const Trace& trace, ParameterId parameter,
                                                          int row, int column) const;
    /// All of them; to be filled by whoever runs back.
    [[nodiscard]] const std::vector<Eigen::MatrixXd>& parameters() const { return parameters_; }
    [[nodiscard]] std::vector<Eigen::MatrixXd>& parameters() { return parameters_; }

    /// The memory of timestep `t`, 1 to steps + 1: behind the last there is a column of zeros.
    [[nodiscard]] double* column(int t) { return data_.data() + (t - 1) * stride(); }
    [[nodiscard]] const double* column(int t) const { return data_.data() + (t - 1) * stride(); }
    [[nodiscard]] std::ptrdiff_t stride() const { return plan_->stride(); }

private:
    [[nodiscard]] double share_of(const GradientTerm& use, const Trace& trace, int row, int column,
                                  int t) const;

    std::shared_ptr<const BackwardPlan> plan_;
    int steps_ = 0;
    AlignedNumbers data_;
    std::vector<Eigen::MatrixXd> parameters_;
};

}  // namespace lstm
