/// That no pass and no step of training allocates anything: every allocation of this program is
/// counted.
#include "model/engine/backward.h"
#include "model/engine/forward.h"
#include "model/learning/trainer.h"
#include "support/allocations.h"
#include "support/exercises.h"

#include <gtest/gtest.h>

#include <vector>

#if LSTM_COUNTS_ALLOCATIONS

namespace lstm {
namespace {

/// Tells the compiler that `memory` is looked at: memory that nobody looks at it need not allocate.
void look_at(const void* memory) {
    asm volatile("" : : "r"(memory) : "memory");
}

TEST(Allocation, IsCounted) {
    const long before = allocations;
    const std::vector<double> numbers(1000);
    look_at(numbers.data());
    const long after_numbers = allocations;
    const Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(30, 30);
    look_at(matrix.data());
    const long after_matrix = allocations;
    struct alignas(64) CacheLine {
        double numbers[8];
    };
    const std::vector<CacheLine> lines(10);
    look_at(lines.data());
    const long after_lines = allocations;
    EXPECT_EQ(after_numbers - before, 1);
    EXPECT_EQ(after_matrix - after_numbers, 1);
    EXPECT_EQ(after_lines - after_matrix, 1);
}

TEST(Allocation, DoesNotHappenInAForwardPass) {
    for (const Sizes sizes : {Sizes{1, 1}, Sizes{2, 3}, Sizes{4, 8}, Sizes{8, 32}, Sizes{20, 70}}) {
        for (const std::optional<int> decimals : {std::optional<int>(), std::optional<int>(2)}) {
            const Exercise exercise = random_exercise(1, sizes, 30);
            const ForwardPass pass(exercise.network, decimals);
            Trace trace = prepared(exercise, pass.plan());
            const long before = allocations;
            pass.run(trace);
            pass.run(trace, 10);
            const long after = allocations;
            EXPECT_EQ(after - before, 0) << "hidden size " << sizes.hidden;
        }
    }
}

TEST(Allocation, DoesNotHappenInABackwardPass) {
    for (const Sizes sizes : {Sizes{1, 1}, Sizes{2, 3}, Sizes{4, 8}, Sizes{20, 70}}) {
        const Exercise exercise = random_exercise(1, sizes, 30);
        const Cell& cell = *exercise.network.cell;
        const Clamp clamp{cell.gates.front().value, 0, 3, 20, 0.5};
        for (const std::vector<Clamp>& clamps : {std::vector<Clamp>{}, std::vector<Clamp>{clamp}}) {
            const ForwardPass forward(exercise.network, {}, clamps);
            Trace trace = prepared(exercise, forward.plan());
            forward.run(trace);
            const BackwardPass pass(exercise.network, forward.plan(), {cell.output()}, clamps);
            Gradients gradients(pass.plan(), trace.steps());
            const long before = allocations;
            pass.run(trace, gradients);
            const long after = allocations;
            // One list of what is clamped, for the whole run.
            EXPECT_EQ(after - before, clamps.empty() ? 0 : 1) << "hidden size " << sizes.hidden;
        }
    }
}

TEST(Allocation, HappensOnlyAtTheBeginningOfTraining) {
    const Sizes sizes{2, 3};
    TrainingSettings settings;
    settings.optimizer = Optimizer::adam;
    Sequence sequence;
    for (int t = 0; t < 5; ++t) sequence.add(Vector::Ones(2), Vector::Ones(3), "");
    Trainer trainer(randomised(zero_network(lstm_cell(), sizes), 1),
                    {Vector::Zero(3), Vector::Zero(3)}, LossKind::squared_error, settings);
    ASSERT_TRUE(trainer.step(sequence));
    ASSERT_TRUE(trainer.step(sequence));
    const long before = allocations;
    ASSERT_TRUE(trainer.step(sequence));
    const long after = allocations;
    EXPECT_EQ(after - before, 0);
}

}  // namespace
}  // namespace lstm

#endif
