/// A trace's shape and memory.
#include "model/engine/trace.h"

#include "support/exercises.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>

namespace lstm {
namespace {

TEST(Trace, ShowsAQuantityThroughTimeAndAtAStep) {
    const Exercise exercise = random_exercise(1, {3, 5}, 7);
    const Trace trace = computed(exercise);
    const QuantityId x = exercise.network.cell->at("x"), c = exercise.network.cell->at("c");
    EXPECT_EQ(trace.steps(), 7);
    EXPECT_EQ(trace.matrix(x), exercise.inputs);
    ASSERT_EQ(trace.matrix(c).rows(), 5);
    ASSERT_EQ(trace.matrix(c).cols(), 7);
    for (int t = 1; t <= 7; ++t) {
        EXPECT_EQ(trace.vector(c, t), trace.matrix(c).col(t - 1)) << t;
        EXPECT_EQ(trace.value(c, 4, t), trace.matrix(c)(4, t - 1)) << t;
    }
}

TEST(Trace, ShowsAPreviousStateAsTheStateOneStepEarlier) {
    const Exercise exercise = random_exercise(2, {2, 3}, 5);
    const Trace trace = computed(exercise);
    const Cell& cell = trace.cell();
    EXPECT_EQ(trace.vector(cell.at("h"), 0), exercise.h0);
    EXPECT_EQ(trace.vector(cell.at("h_prev"), 1), exercise.h0);
    EXPECT_EQ(trace.vector(cell.at("c_prev"), 1), exercise.c0);
    EXPECT_EQ(trace.matrix(cell.at("c_prev")).col(0), exercise.c0);
    EXPECT_EQ(trace.matrix(cell.at("c_prev")).rightCols(4), trace.matrix(cell.at("c")).leftCols(4));
}

TEST(Trace, KeepsWhatRemainsWhenItsLengthChanges) {
    Trace trace = computed(random_exercise(3, {2, 9}, 6));
    const Matrix before = trace.matrix(trace.cell().at("h"));
    trace.resize(9);
    EXPECT_EQ(trace.steps(), 9);
    EXPECT_EQ(trace.matrix(trace.cell().at("h")).leftCols(6), before);
    trace.resize(2);
    EXPECT_EQ(trace.matrix(trace.cell().at("h")), before.leftCols(2));
}

TEST(Trace, OfNoStepsHoldsTheInitialStates) {
    const Exercise exercise = random_exercise(4, {2, 3}, 0);
    const Trace trace = computed(exercise);
    EXPECT_EQ(trace.steps(), 0);
    EXPECT_EQ(trace.matrix(trace.cell().at("c")).cols(), 0);
    EXPECT_EQ(trace.vector(trace.cell().at("c"), 0), exercise.c0);
    EXPECT_EQ(trace.vector(trace.cell().at("h"), 0), exercise.h0);
}

TEST(Trace, StartsEachColumnOnACacheLine) {
    for (const int hidden : {1, 3, 8, 13}) {
        const Trace trace = computed(random_exercise(5, {2, hidden}, 3));
        for (int t = 0; t <= 3; ++t)
            EXPECT_EQ(reinterpret_cast<std::uintptr_t>(trace.column(t)) % 64, 0u);
    }
}

TEST(Trace, SaysHowManyBytesItTakes) {
    const auto plan = std::make_shared<const ForwardPlan>(lstm_cell(), Sizes{1, 1});
    const Trace trace(plan, 9);
    EXPECT_EQ(Trace::bytes(*plan, 9),
              static_cast<double>((trace.column(9) + trace.stride() - trace.column(0)) * 8));
    // More than an int can count.
    EXPECT_EQ(Trace::bytes(*plan, 1'000'000'000), 24.0 * 8.0 * 1'000'000'001.0);
}

}  // namespace
}  // namespace lstm
