/// One lesson at a time.
#include "model/trainer.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lstm {
namespace {

bool all_finite(const std::vector<Shared<Matrix>>& parameters) {
    return std::all_of(parameters.begin(), parameters.end(),
                       [](const Shared<Matrix>& parameter) { return parameter->allFinite(); });
}

}  // namespace

void enter(Trace& trace, const Lesson& lesson, const std::vector<Vector>& initial) {
    const Cell& cell = trace.cell();
    for (std::size_t s = 0; s < initial.size(); ++s)
        Vector::Map(trace.column(0) + trace.layout().row(cell.states[s].now), initial[s].size()) =
            initial[s];
    const int row = trace.layout().row(cell.input);
    for (std::size_t t = 0; t < lesson.inputs.size(); ++t)
        Vector::Map(trace.column(static_cast<int>(t) + 1) + row, lesson.inputs[t].size()) =
            lesson.inputs[t];
}

Trainer::Trainer(Network network, std::vector<Vector> initial, LossKind loss,
                 TrainingSettings settings, TrainingState state, std::vector<Force> forces)
    : network_(std::move(network)),
      initial_(std::move(initial)),
      loss_(loss),
      settings_(settings),
      state_(std::move(state)),
      forward_(network_, {}, forces),
      backward_(network_, forward_.layout(), {network_.cell->output()}, std::move(forces)),
      trace_(forward_.layout(), 0),
      gradients_(backward_.layout(), 0) {}

std::optional<double> Trainer::step(const Lesson& lesson) {
    const int steps = static_cast<int>(lesson.inputs.size());
    if (trace_.steps() != steps) {
        trace_.resize(steps);
        gradients_ = Gradients(backward_.layout(), steps);
    }
    enter(trace_, lesson, initial_);
    forward_.run(trace_);
    const double loss = seed_loss(lesson);
    backward_.run(trace_, gradients_, false);
    gradient_norm_ = norm_of(gradients_.parameters());
    if (!std::isfinite(loss) || !std::isfinite(gradient_norm_)) return {};

    keep();
    optimise(settings_, gradients_.parameters(), state_, network_.parameters);
    if (!all_finite(network_.parameters)) {
        for (std::size_t p = 0; p < kept_.size(); ++p) network_.parameters[p].edit() = kept_[p];
        state_ = kept_state_;
        return {};
    }
    forward_.set_weights(network_);
    backward_.set_weights(network_);
    return loss;
}

/// Remembers weights and state, without new memory after the first time.
void Trainer::keep() {
    kept_.resize(network_.parameters.size());
    for (std::size_t p = 0; p < kept_.size(); ++p) kept_[p] = *network_.parameters[p];
    kept_state_ = state_;
}

double Trainer::seed_loss(const Lesson& lesson) {
    const QuantityId output = network_.cell->output();
    double sum = 0;
    for (int t = 1; t <= trace_.steps(); ++t) {
        const Vector& target = lesson.targets[static_cast<std::size_t>(t) - 1];
        auto seed = gradients_.seed(output, t);
        if (target.size() == 0) {
            seed.setZero();
            continue;
        }
        sum += loss_gradient(loss_, trace_.vector(output, t), target, seed);
    }
    return sum;
}

}  // namespace lstm
