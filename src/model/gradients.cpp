/// Memory of gradients, and views on it.
#include "model/gradients.h"

namespace lstm {

Gradients::Gradients(std::shared_ptr<const BackwardLayout> layout, int steps)
    : layout_(std::move(layout)), steps_(steps) {
    constexpr std::ptrdiff_t line = 8;
    data_.resize(static_cast<std::size_t>((steps + 1) * stride() / line));
    const Sizes sizes = layout_->forward().sizes();
    for (const Parameter& p : cell().parameters)
        parameters_.emplace_back(Eigen::MatrixXd::Zero(sizes.of(p.rows), sizes.of(p.columns)));
    for (const BackwardProduct& product : layout_->products())
        stacked_.emplace_back(product.source_rows, layout_->forward().size(product.vector));
}

Eigen::Map<Eigen::VectorXd> Gradients::seed(QuantityId quantity, int t) {
    return {column(t) + layout_->seed_row(quantity), layout_->forward().size(quantity)};
}

VectorView Gradients::vector(QuantityId quantity, int t) const {
    if (t == 0)
        for (const State& state : cell().states)
            if (state.now == quantity) return vector(state.previous, 1);
    return {column(t) + layout_->row(quantity), layout_->forward().size(quantity)};
}

Eigen::MatrixXd Gradients::parameter_at(const Trace& trace, ParameterId parameter, int t) const {
    Eigen::MatrixXd sum =
        Eigen::MatrixXd::Zero(this->parameter(parameter).rows(), this->parameter(parameter).cols());
    for (const Contribution& use : contributions_to_parameter(cell(), parameter)) {
        const Equation& equation = cell().equations[static_cast<std::size_t>(use.equation)];
        const VectorView reached = vector(equation.result, t);
        switch (equation.operation) {
            case Operation::matrix_vector:
                sum += reached * trace.vector(equation.operands[1].id, t).transpose();
                break;
            case Operation::multiply:
                sum += reached.cwiseProduct(trace.vector(equation.operands[1].id, t));
                break;
            default: sum += reached; break;
        }
    }
    return sum;
}

}  // namespace lstm
