/// Memory of gradients, and views on it.
#include "model/engine/gradients.h"

namespace lstm {

Gradients::Gradients(std::shared_ptr<const BackwardPlan> plan, int steps)
    : plan_(std::move(plan)), steps_(steps) {
    data_.resize(static_cast<std::size_t>((steps + 1) * stride()));
    const Sizes sizes = plan_->forward().sizes();
    for (const Parameter& p : cell().parameters)
        parameters_.emplace_back(Eigen::MatrixXd::Zero(sizes.of(p.rows), sizes.of(p.columns)));
}

Eigen::Map<Eigen::VectorXd> Gradients::seed(QuantityId quantity, int t) {
    return {column(t) + plan_->seed_row(quantity), plan_->forward().size(quantity)};
}

VectorView Gradients::vector(QuantityId quantity, int t) const {
    if (t == 0)
        for (const State& state : cell().states)
            if (state.now == quantity) return vector(state.previous, 1);
    return {column(t) + plan_->row(quantity), plan_->forward().size(quantity)};
}

Eigen::MatrixXd Gradients::parameter_at(const Trace& trace, ParameterId parameter, int t) const {
    Eigen::MatrixXd sum =
        Eigen::MatrixXd::Zero(this->parameter(parameter).rows(), this->parameter(parameter).cols());
    for (const GradientTerm& use : terms_of_parameter(cell(), parameter))
        for (int row = 0; row < sum.rows(); ++row)
            for (int column = 0; column < sum.cols(); ++column)
                sum(row, column) += share_of(use, trace, row, column, t);
    return sum;
}

double Gradients::parameter_at(const Trace& trace, ParameterId parameter, int row, int column,
                               int t) const {
    double sum = 0;
    for (const GradientTerm& use : terms_of_parameter(cell(), parameter))
        sum += share_of(use, trace, row, column, t);
    return sum;
}

std::vector<double> Gradients::parameter_over_time(const Trace& trace, ParameterId parameter,
                                                   int row, int column) const {
    std::vector<double> sums(static_cast<std::size_t>(steps_));
    for (const GradientTerm& use : terms_of_parameter(cell(), parameter))
        for (int t = 1; t <= steps_; ++t)
            sums[static_cast<std::size_t>(t) - 1] += share_of(use, trace, row, column, t);
    return sums;
}

/// What one use of a parameter adds to its gradient.
double Gradients::share_of(const GradientTerm& use, const Trace& trace, int row, int column,
                           int t) const {
    const Equation& equation = cell().equations[static_cast<std::size_t>(use.equation)];
    const double reached = value(equation.result, row, t);
    switch (equation.operation) {
        case Operation::matrix_vector:
            return reached * trace.value(equation.operands[1].id, column, t);
        case Operation::multiply: return reached * trace.value(equation.operands[1].id, row, t);
        default: return reached;
    }
}

}  // namespace lstm
