/// That all kernels of this processor give the same bits, and that the choice among them is clear.
#include "model/engine/backward.h"
#include "model/engine/forward.h"
#include "model/learning/trainer.h"
#include "support/every_kernel.h"
#include "support/exercises.h"
#include "support/problem.h"

#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

namespace lstm {
namespace {

using Bits = std::vector<std::uint64_t>;

void append(Bits& bits, const Eigen::Ref<const Matrix>& numbers) {
    for (int c = 0; c < numbers.cols(); ++c)
        for (int r = 0; r < numbers.rows(); ++r)
            bits.push_back(std::bit_cast<std::uint64_t>(numbers(r, c)));
}

/// Every gradient of the problem: of quantities, initial states and parameters.
Bits bits_of(const Gradients& gradients) {
    Bits bits;
    const Cell& cell = gradients.cell();
    for (QuantityId q = 0; q < static_cast<int>(cell.quantities.size()); ++q)
        for (int t = cell.is_state(q) ? 0 : 1; t <= gradients.steps(); ++t)
            append(bits, gradients.vector(q, t));
    for (const Matrix& parameter : gradients.parameters()) append(bits, parameter);
    return bits;
}

/// A network of any kind, of sizes on both sides of every width of a register, with or without a
/// read-out, sometimes with clamps; inputs and targets for it.
Problem any_problem() {
    const Cell& plain = **rc::gen::elementOf(std::vector(cells().begin(), cells().end()));
    const bool has_readout = *rc::gen::arbitrary<bool>();
    const auto losses_there_are = losses();
    const LossKind loss =
        *rc::gen::elementOf(std::vector(losses_there_are.begin(), losses_there_are.end()));
    CellForm form = own_form(plain.kind, has_readout);
    if (*rc::gen::arbitrary<bool>()) form.readout_activation = own_activation(loss);
    const Cell& cell = *find_cell(form);
    const auto up_to = [](int most) { return *rc::gen::inRange(1, most + 1); };
    const Sizes sizes{up_to(12), up_to(35), has_readout ? up_to(18) : 0};
    Problem problem =
        random_problem(cell, sizes, up_to(9), loss, *rc::gen::arbitrary<std::uint32_t>());
    if (*rc::gen::arbitrary<bool>())
        problem.clamps.push_back({cell.gates.front().value, 0, 2, 4, 0.25});
    return problem;
}

RC_GTEST_PROP(Kernels, GiveTheSameTraceAndGradientsBitForBit, ()) {
    const Problem problem = any_problem();
    Bits trace, gradients;
    with_each_kernel([&](const Kernels& kernels) {
        const Bits this_trace = bits_of(problem.trace());
        const Bits these_gradients = bits_of(problem.gradients());
        if (trace.empty()) trace = this_trace;
        if (gradients.empty()) gradients = these_gradients;
        RC_LOG() << kernels.name << '\n';
        RC_ASSERT(this_trace == trace);
        RC_ASSERT(these_gradients == gradients);
    });
}

TEST(Kernels, TrainAHundredStepsToTheSameBits) {
    for (const Cell* plain : cells()) {
        for (const Optimizer optimizer : {Optimizer::sgd, Optimizer::adam}) {
            const Cell& cell = *find_cell(plain->kind, true);
            const Problem problem = random_problem(cell, {3, 7, 5}, 6, LossKind::cross_entropy, 23);
            TrainingSettings settings;
            settings.optimizer = optimizer;
            settings.momentum = 0.5;
            settings.learning_rate = 0.01;
            settings.clip = 0.5;
            Sequence sequence;
            for (int t = 0; t < problem.steps(); ++t)
                sequence.add(problem.inputs[t], problem.targets[t], "");
            Bits first;
            with_each_kernel([&](const Kernels& kernels) {
                Trainer trainer(problem.network, problem.initial, problem.loss_kind, settings);
                Bits bits;
                for (int n = 0; n < 100; ++n) {
                    const std::optional<double> loss = trainer.step(sequence);
                    ASSERT_TRUE(loss);
                    bits.push_back(std::bit_cast<std::uint64_t>(*loss));
                }
                for (const Shared<Matrix>& parameter : trainer.network().parameters)
                    append(bits, *parameter);
                if (first.empty()) first = bits;
                EXPECT_EQ(bits, first)
                    << kernels.name << ", " << cell.kind << ", " << name_of(optimizer);
            });
        }
    }
}

TEST(Kernels, AreAskedForByNameAndTheWidestComesFirst) {
    ASSERT_FALSE(available_kernels().empty());
    if (available_kernels().size() == 3) {
        EXPECT_STREQ(available_kernels()[0]->name, "v4");
        EXPECT_STREQ(available_kernels()[1]->name, "v3");
        EXPECT_STREQ(available_kernels()[2]->name, "v2");
    }
    for (const Kernels* each : available_kernels()) EXPECT_EQ(&kernels_called(each->name), each);
    EXPECT_EQ(&kernels_called(nullptr), available_kernels().front());
}

TEST(Kernels, ThatThereAreNotAreRefusedWithTheNamesOfThoseThatThereAre) {
    for (const char* name : {"", "v5", "V3", "native"}) {
        try {
            (void)kernels_called(name);
            ADD_FAILURE() << name;
        } catch (const std::runtime_error& error) {
            const std::string said = error.what();
            EXPECT_TRUE(said.starts_with("LSTM_KERNELS: ")) << said;
            for (const Kernels* each : available_kernels())
                EXPECT_NE(said.find(each->name), std::string::npos) << said;
        }
    }
}

}  // namespace
}  // namespace lstm
