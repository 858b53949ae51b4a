/// The minimal gated unit, held against a GRU that computes the same.
#include "model/engine/forward.h"
#include "model/engine/network.h"
#include "support/random_run.h"

#include <gtest/gtest.h>

#include <utility>

namespace lstm {
namespace {

constexpr int steps = 12;

Matrix& weights(Network& network, const char* gate, const char* letter) {
    return network.parameters[network.cell->find_parameter(gate, letter)].edit();
}

Trace trace_of(const Network& network, const Matrix& inputs, const Vector& h) {
    const ForwardPass pass(network);
    Trace trace(pass.plan(), steps);
    const auto put = [&](QuantityId quantity, int t, const Vector& numbers) {
        Vector::Map(trace.column(t) + pass.plan()->row(quantity), numbers.size()) = numbers;
    };
    put(network.cell->hidden().now, 0, h);
    for (int t = 1; t <= steps; ++t) put(network.cell->input, t, inputs.col(t - 1));
    pass.run(trace);
    return trace;
}

TEST(Mgu, IsAGruWhoseGatesAreOneAndItsOpposite) {
    RandomNumbers random(1);
    Network network = zero_network(*find_cell("mgu"), {2, 3});
    Network gru = zero_network(*find_cell("gru_reset_before"), {2, 3});
    for (const char* letter : {"W", "U", "b"})
        for (const auto& [gate, as] : {std::pair{"forget", "reset"}, {"candidate", "candidate"}}) {
            Matrix& own = weights(network, gate, letter);
            own = random.matrix(own.rows(), own.cols());
            weights(gru, as, letter) = own;
            if (own.data() == weights(network, "forget", letter).data())
                weights(gru, "update", letter) = -own;  // σ(−z) = 1 − σ(z)
        }
    const Matrix inputs = random.matrix(2, steps);
    const Vector h = random.matrix(3, 1);
    const Trace own = trace_of(network, inputs, h);
    const Trace of_gru = trace_of(gru, inputs, h);
    // σ(−z) and 1 − σ(z) differ by a rounding, which 12 steps hand on.
    for (int t = 1; t <= steps; ++t)
        for (int k = 0; k < 3; ++k)
            EXPECT_NEAR(own.value(own.cell().hidden().now, k, t),
                        of_gru.value(of_gru.cell().hidden().now, k, t), 1e-14)
                << "h[" << k << "] at t = " << t;
}

}  // namespace
}  // namespace lstm
