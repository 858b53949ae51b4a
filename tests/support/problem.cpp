/// Running forward and back.
#include "support/problem.h"

#include "model/engine/backward.h"
#include "model/engine/forward.h"
#include "model/learning/step_loss.h"
#include "support/random_run.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace lstm {

Trace Problem::trace() const {
    const ForwardPass pass(network, {}, clamps);
    Trace result(pass.plan(), steps());
    for (std::size_t s = 0; s < initial.size(); ++s)
        Vector::Map(result.column(0) + result.plan().row(network.cell->states[s].now),
                    initial[s].size()) = initial[s];
    for (int t = 1; t <= steps(); ++t)
        Vector::Map(result.column(t) + result.plan().row(network.cell->input),
                    network.sizes.input) = inputs[t - 1];
    pass.run(result);
    return result;
}

int Problem::asked() const {
    return static_cast<int>(
        std::ranges::count_if(targets, [](const Vector& target) { return target.size() > 0; }));
}

double Problem::loss() const {
    const Trace run = trace();
    double sum = 0;
    for (int t = 1; t <= steps(); ++t)
        if (targets[t - 1].size() > 0) sum += loss_at(loss_kind, run, t, targets[t - 1], asked());
    return sum;
}

Gradients Problem::gradients() const {
    const Trace run = trace();
    const auto plan = std::make_shared<const ForwardPlan>(run.plan());
    const BackwardPass pass(network, plan, seeded(*network.cell), clamps);
    Gradients result(pass.plan(), steps());
    for (int t = 1; t <= steps(); ++t)
        if (targets[t - 1].size() > 0)
            seed_loss(loss_kind, run, t, targets[t - 1], result, asked());
    pass.run(run, result);
    return result;
}

double Problem::central_difference(double& number) {
    const double kept = number;
    const double h = 1e-6 * std::max(1.0, std::abs(kept));
    number = kept + h;
    const double above = loss();
    number = kept - h;
    const double below = loss();
    number = kept;
    return (above - below) / (2 * h);
}

Problem random_problem(const Cell& cell, Sizes sizes, int steps, LossKind loss,
                       std::uint64_t seed) {
    RandomNumbers random(seed);
    Problem problem{zero_network(cell, sizes), {}, {}, {}, loss, {}};
    for (Shared<Matrix>& parameter : problem.network.parameters)
        parameter = random.matrix(parameter->rows(), parameter->cols());
    for (int t = 0; t < steps; ++t) problem.inputs.push_back(random.matrix(sizes.input, 1));
    for (std::size_t s = 0; s < cell.states.size(); ++s)
        problem.initial.push_back(random.matrix(sizes.hidden, 1));
    const int outputs = sizes.output > 0 ? sizes.output : sizes.hidden;
    for (int t = 0; t < steps; ++t) {
        if (t % 3 == 1)
            problem.targets.emplace_back();
        else if (loss == LossKind::cross_entropy)
            problem.targets.push_back(Vector::Constant(1, t % outputs));
        else if (loss == LossKind::binary_cross_entropy)
            problem.targets.push_back((random.matrix(outputs, 1).array() + 1) / 2);
        else
            problem.targets.push_back(random.matrix(outputs, 1));
    }
    return problem;
}

}  // namespace lstm
