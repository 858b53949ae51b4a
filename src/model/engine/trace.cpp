/// Memory of a trace, and views on it.
#include "model/engine/trace.h"

#include "model/engine/aligned.h"

#include <algorithm>
#include <limits>

namespace lstm {

Trace::Trace(std::shared_ptr<const ForwardPlan> plan, int steps) : plan_(std::move(plan)) {
    resize(steps);
    std::fill_n(column(0), stride(), std::numeric_limits<double>::quiet_NaN());
    // What stands behind a state's last element means nothing, but the gradients that are computed
    // beside it must not become NaN.
    for (const State& state : cell().states)
        std::fill_n(column(0) + plan_->row(state.now), pad(plan_->size(state.now)), 0.0);
}

void Trace::resize(int steps) {
    data_.resize(static_cast<std::size_t>((steps + 1) * stride()));
    steps_ = steps;
}

QuantityView Trace::matrix(QuantityId quantity) const {
    const bool previous = cell().quantities[quantity].previous_of != none;
    const double* first = column(previous ? 0 : 1) + plan_->row(quantity);
    return {first, plan_->size(quantity), steps_, Eigen::OuterStride<>(stride())};
}

VectorView Trace::vector(QuantityId quantity, int t) const {
    const bool previous = cell().quantities[quantity].previous_of != none;
    return {column(previous ? t - 1 : t) + plan_->row(quantity), plan_->size(quantity)};
}

double Trace::bytes(const ForwardPlan& plan, int steps) {
    return static_cast<double>(plan.stride()) * (steps + 1.0) * sizeof(double);
}

}  // namespace lstm
