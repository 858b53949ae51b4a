/// Forward, back, and a step down.
#include "model/learning/trainer.h"

#include "model/engine/kernel_choice.h"
#include "model/learning/step_loss.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lstm {
namespace {

bool all_finite(const std::vector<Shared<Matrix>>& parameters) {
    return std::all_of(parameters.begin(), parameters.end(), [](const Shared<Matrix>& parameter) {
        return kernels().are_finite(parameter->data(), parameter->size());
    });
}

}  // namespace

void load(Trace& trace, const Sequence& sequence, const std::vector<Vector>& initial) {
    const Cell& cell = trace.cell();
    for (std::size_t s = 0; s < initial.size(); ++s)
        Vector::Map(trace.column(0) + trace.plan().row(cell.states[s].now), initial[s].size()) =
            initial[s];
    const int row = trace.plan().row(cell.input);
    for (std::size_t t = 0; t < sequence.inputs.size(); ++t)
        Vector::Map(trace.column(static_cast<int>(t) + 1) + row, sequence.inputs[t].size()) =
            sequence.inputs[t];
}

Trainer::Trainer(Network network, std::vector<Vector> initial, LossKind loss,
                 TrainingSettings settings, TrainingState state, std::vector<Clamp> clamps)
    : network_(std::move(network)),
      initial_(std::move(initial)),
      loss_(loss),
      settings_(std::move(settings)),
      state_(std::move(state)),
      frozen_(named_by(settings_.frozen, *network_.cell)),
      forward_(network_, {}, clamps),
      backward_(network_, forward_.plan(), seeded(*network_.cell), std::move(clamps)),
      trace_(forward_.plan(), 0),
      gradients_(backward_.plan(), 0) {}

std::optional<double> Trainer::step(const Sequence& sequence) {
    const double loss = run(sequence, initial_);
    sums_.swap(gradients_.parameters());
    const std::optional<double> result = descend(loss);
    sums_.swap(gradients_.parameters());
    return result;
}

std::optional<double> Trainer::step(const std::vector<TrainingSequence>& sequences) {
    double loss = 0;
    for (const TrainingSequence& each : sequences) {
        forward_.set_clamps(each.clamps);
        backward_.set_clamps(each.clamps);
        loss += run(each.sequence, each.initial);
        const std::vector<Matrix>& gradients = gradients_.parameters();
        if (&each == &sequences.front())
            sums_ = gradients;
        else
            for (std::size_t p = 0; p < sums_.size(); ++p) sums_[p] += gradients[p];
    }
    return descend(loss);
}

/// Forward and back through one sequence: its loss, and its gradients.
double Trainer::run(const Sequence& sequence, const std::vector<Vector>& initial) {
    const int steps = static_cast<int>(sequence.inputs.size());
    if (trace_.steps() != steps) {
        trace_.resize(steps);
        gradients_ = Gradients(backward_.plan(), steps);
    }
    load(trace_, sequence, initial);
    forward_.run(trace_);
    const double loss = seed_loss(sequence);
    backward_.run(trace_, gradients_, false);
    return loss;
}

/// A step of the optimizer by the gradients in `sums_`.
std::optional<double> Trainer::descend(double loss) {
    for (std::size_t p = 0; p < frozen_.size(); ++p)
        if (frozen_[p]) sums_[p].setZero();
    gradient_norm_ = norm_of(sums_);
    if (!std::isfinite(loss) || !std::isfinite(gradient_norm_)) return {};

    remember();
    optimise(settings_, sums_, state_, network_.parameters, frozen_);
    if (!all_finite(network_.parameters)) {
        for (std::size_t p = 0; p < last_weights_.size(); ++p)
            network_.parameters[p].edit() = last_weights_[p];
        state_ = last_state_;
        return {};
    }
    forward_.set_weights(network_);
    backward_.set_weights(network_);
    return loss;
}

/// Remembers weights and state, without new memory after the first time.
void Trainer::remember() {
    last_weights_.resize(network_.parameters.size());
    for (std::size_t p = 0; p < last_weights_.size(); ++p)
        last_weights_[p] = *network_.parameters[p];
    last_state_ = state_;
}

double Trainer::seed_loss(const Sequence& sequence) {
    const auto targets = static_cast<int>(std::ranges::count_if(
        sequence.targets, [](const Vector& target) { return target.size() > 0; }));
    double sum = 0;
    for (int t = 1; t <= trace_.steps(); ++t) {
        const Vector& target = sequence.targets[static_cast<std::size_t>(t) - 1];
        if (target.size() == 0)
            seed_nothing(gradients_, t);
        else
            sum += lstm::seed_loss(loss_, trace_, t, target, gradients_, targets);
    }
    return sum;
}

}  // namespace lstm
