/// The forward pass with its full trace, and what an edit of a finished trace costs.
#include "model/engine/forward.h"

#include <benchmark/benchmark.h>

namespace lstm {
namespace {

/// A network, a pass, and a trace that is ready to be computed.
struct Forward {
    Network network;
    ForwardPass pass;
    Trace trace;

    Forward(Sizes sizes, int steps)
        : network(randomised(zero_network(lstm_cell(), sizes), 1)),
          pass(network),
          trace(pass.plan(), steps) {
        Vector::Map(trace.column(0), trace.stride()).setZero();
        for (int t = 1; t <= steps; ++t) input(t).setRandom();
    }

    [[nodiscard]] Eigen::Map<Vector> input(int t) {
        return {trace.column(t) + pass.plan()->row(network.cell->input), network.sizes.input};
    }
};

void forward(benchmark::State& state) {
    Forward forward({static_cast<int>(state.range(0)), static_cast<int>(state.range(1))},
                    static_cast<int>(state.range(2)));
    while (state.KeepRunning()) {
        forward.pass.run(forward.trace);
        benchmark::ClobberMemory();
    }
}
BENCHMARK(forward)
    ->ArgNames({"I", "H", "T"})
    ->Args({1, 1, 4})
    ->Args({2, 4, 16})
    ->Args({4, 8, 32})
    ->Args({8, 32, 100})
    ->Args({32, 128, 256})
    ->Args({64, 512, 512})
    ->Unit(benchmark::kMicrosecond);

/// One number of x in the middle of the sequence: everything before it stays.
void edit_of_an_input(benchmark::State& state) {
    constexpr int steps = 512;
    Forward forward({8, 64}, steps);
    forward.pass.run(forward.trace);
    while (state.KeepRunning()) {
        forward.input(steps / 2)[3] += 0.01;
        forward.pass.run(forward.trace, steps / 2);
        benchmark::ClobberMemory();
    }
}
BENCHMARK(edit_of_an_input)->Unit(benchmark::kMicrosecond);

/// One weight: the network is packed again, and every step computed.
void edit_of_a_weight(benchmark::State& state) {
    Forward forward({8, 64}, 512);
    forward.pass.run(forward.trace);
    Matrix& weights =
        forward.network.parameters[forward.network.cell->find_parameter("forget", "U")].edit();
    while (state.KeepRunning()) {
        weights(20, 30) += 0.001;
        forward.pass = ForwardPass(forward.network);
        forward.pass.run(forward.trace);
        benchmark::ClobberMemory();
    }
}
BENCHMARK(edit_of_a_weight)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace lstm
