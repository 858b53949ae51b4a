/// Forward and backward with every intermediate kept, and steps of training.
#include "model/engine/backward.h"
#include "model/engine/forward.h"
#include "model/learning/loss.h"
#include "model/learning/trainer.h"

#include <benchmark/benchmark.h>

namespace lstm {
namespace {

Sequence random_sequence(Sizes sizes, int steps) {
    Random random(1);
    Sequence sequence;
    for (int t = 0; t < steps; ++t)
        sequence.add(Vector::NullaryExpr(sizes.input, [&] { return random.signed_unit(); }),
                     Vector::NullaryExpr(sizes.hidden, [&] { return random.signed_unit(); }), "");
    return sequence;
}

/// ½ squared error on h at every step.
void forward_and_backward(benchmark::State& state) {
    const Sizes sizes{static_cast<int>(state.range(0)), static_cast<int>(state.range(1))};
    const int steps = static_cast<int>(state.range(2));
    const Network network = randomised(zero_network(lstm_cell(), sizes), 1);
    const Sequence sequence = random_sequence(sizes, steps);
    const QuantityId h = network.cell->output();
    const ForwardPass forward(network);
    const BackwardPass backward(network, forward.plan(), {h});
    Trace trace(forward.plan(), steps);
    Gradients gradients(backward.plan(), steps);
    Vector::Map(trace.column(0), trace.stride()).setZero();
    const int x = forward.plan()->row(network.cell->input);
    for (int t = 1; t <= steps; ++t)
        Vector::Map(trace.column(t) + x, sizes.input) =
            sequence.inputs[static_cast<std::size_t>(t - 1)];
    while (state.KeepRunning()) {
        forward.run(trace);
        for (int t = 1; t <= steps; ++t)
            loss_gradient(LossKind::squared_error, trace.vector(h, t),
                          sequence.targets[static_cast<std::size_t>(t - 1)], gradients.seed(h, t));
        backward.run(trace, gradients);
        benchmark::ClobberMemory();
    }
}
BENCHMARK(forward_and_backward)
    ->ArgNames({"I", "H", "T"})
    ->Args({1, 1, 4})
    ->Args({2, 4, 16})
    ->Args({4, 8, 32})
    ->Args({8, 32, 100})
    ->Args({32, 128, 256})
    ->Args({64, 512, 512})
    ->Unit(benchmark::kMicrosecond);

/// A thousand steps of Adam: forward, backward, update.
void thousand_adam_steps(benchmark::State& state) {
    const Sizes sizes{4, 8};
    const Sequence sequence = random_sequence(sizes, 32);
    TrainingSettings settings;
    settings.optimizer = Optimizer::adam;
    settings.learning_rate = 1e-3;
    Trainer trainer(randomised(zero_network(lstm_cell(), sizes), 1),
                    {Vector::Zero(8), Vector::Zero(8)}, LossKind::squared_error, settings);
    while (state.KeepRunning())
        for (int n = 0; n < 1000; ++n) benchmark::DoNotOptimize(trainer.step(sequence));
}
BENCHMARK(thousand_adam_steps)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace lstm
