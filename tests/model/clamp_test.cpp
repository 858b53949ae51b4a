/// Gates that are clamped: against an LSTM whose gate cannot say anything else, and in parts.
#include "model/engine/clamp.h"

#include "model/engine/forward.h"
#include "model/engine/rounding.h"
#include "support/exercises.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace lstm {
namespace {

const Cell& cell = lstm_cell();

Trace clamped(const Exercise& exercise, const std::vector<Clamp>& clamps,
              std::optional<int> decimals = {}) {
    const ForwardPass pass(exercise.network, decimals, clamps);
    Trace trace = prepared(exercise, pass.plan());
    pass.run(trace);
    return trace;
}

/// A bias that makes a gate without weights say `value`: exactly, if it is 0 or ±1.
double bias_for(const Gate& gate, double value) {
    constexpr double far = 1000;
    if (gate.role == Role::candidate)
        return std::abs(value) == 1 ? far * value : std::atanh(value);
    return value == 0 ? -far : value == 1 ? far : std::log(value / (1 - value));
}

/// The exercise with the weights taken from what `clamp` sets.
Exercise deafened(Exercise exercise, const Clamp& clamp) {
    const Gate& gate = *gate_of_value(cell, clamp.quantity);
    for (int k = 0; k < exercise.network.sizes.hidden; ++k) {
        if (clamp.element.value_or(k) != k) continue;
        exercise.parameter(gate.name, "W").row(k).setZero();
        exercise.parameter(gate.name, "U").row(k).setZero();
        exercise.parameter(gate.name, "b")(k, 0) = bias_for(gate, clamp.value);
    }
    return exercise;
}

/// By the reference, in three runs: before the clamp, while it lasts, and after.
std::vector<reference::Step> by_reference(const Exercise& exercise, const Clamp& clamp) {
    std::vector<reference::Step> steps;
    Vector h = exercise.h0;
    Vector c = exercise.c0;
    const auto run = [&](Exercise part, int first, int last) {
        part.inputs = exercise.inputs.middleCols(first - 1, last - first + 1).eval();
        part.h0 = h;
        part.c0 = c;
        for (reference::Step& step : by_reference(part)) steps.push_back(std::move(step));
        if (last < first) return;
        h = Vector::Map(steps.back().at("h").data(), h.size());
        c = Vector::Map(steps.back().at("c").data(), c.size());
    };
    run(exercise, 1, clamp.from - 1);
    run(deafened(exercise, clamp), clamp.from, clamp.to);
    run(exercise, clamp.to + 1, exercise.steps());
    return steps;
}

/// A clamp that fits the exercise.
Clamp random_clamp(const Exercise& exercise, std::mt19937& random) {
    const auto between = [&](int low, int high) {
        return std::uniform_int_distribution(low, high)(random);
    };
    const Gate& gate = cell.gates[between(0, 3)];
    Clamp clamp{gate.value, {}, between(1, exercise.steps()), 0, between(0, 10) / 10.0};
    if (between(0, 1) == 1) clamp.element = between(0, exercise.network.sizes.hidden - 1);
    clamp.to = between(clamp.from, exercise.steps());
    if (gate.role == Role::candidate && between(0, 1) == 1) clamp.value *= -1;
    return clamp;
}

Exercise random_run(std::mt19937& random) {
    const Sizes sizes{1 + static_cast<int>(random() % 9), 1 + static_cast<int>(random() % 40)};
    return random_exercise(static_cast<std::uint32_t>(random()), sizes,
                           1 + static_cast<int>(random() % 12));
}

TEST(Clamp, SetsAGateAsIfItHadNoInputs) {
    std::mt19937 random(1);
    for (int k = 0; k < 200; ++k) {
        const Exercise exercise = random_run(random);
        const Clamp clamp = random_clamp(exercise, random);
        const Gate& gate = *gate_of_value(cell, clamp.quantity);
        const Trace trace = clamped(exercise, {clamp});
        const std::vector<reference::Step> steps = by_reference(exercise, clamp);
        for (int t = 1; t <= trace.steps(); ++t) {
            for (const auto& [name, values] : steps[t - 1]) {
                // What goes into the clamped gate goes on as if nothing were clamped.
                const QuantityId q = cell.at(name);
                const bool goes_into = name.starts_with(gate.name + ".") && q != gate.value;
                if (clamp.covers(t) && goes_into) continue;
                const VectorView ours = trace.vector(q, t);
                for (int j = 0; j < ours.size(); ++j)
                    ASSERT_NEAR(ours[j], values[j], 1e-12 * std::max(1.0, std::abs(values[j])))
                        << name << "[" << j << "] at t = " << t << ", " << gate.name
                        << " clamped to " << clamp.value << " from " << clamp.from << " to "
                        << clamp.to;
            }
        }
    }
}

TEST(Clamp, LeavesWhatTheGateHears) {
    const Exercise exercise = random_exercise(4, {2, 3}, 1);
    const Gate& gate = cell.gates[0];
    const Trace free = clamped(exercise, {});
    const Trace under_clamp = clamped(exercise, {{gate.value, {}, 1, 1, 1}});
    EXPECT_EQ(under_clamp.vector(gate.z, 1), free.vector(gate.z, 1));
    EXPECT_EQ(under_clamp.vector(gate.value, 1), Vector::Ones(3));
    EXPECT_EQ(under_clamp.vector(cell.at("kept"), 1), exercise.c0);
}

TEST(Clamp, TakesAnyNumberAsItIs) {
    const Exercise exercise = random_exercise(5, {2, 3}, 2);
    for (const double value : {-3.0, 7.25, 1e300, 0.123456789, -0.0}) {
        const Trace trace = clamped(exercise, {{cell.at("output.value"), 1, 2, 2, value}}, 2);
        EXPECT_EQ(trace.value(cell.at("output.value"), 1, 2), value);
        const double h = value * trace.value(cell.at("tanh_c"), 1, 2);
        EXPECT_EQ(trace.value(cell.at("h"), 1, 2), round_half_away(h, 2));
    }
}

TEST(Clamp, GivesWayToALaterOne) {
    const Exercise exercise = random_exercise(6, {1, 3}, 3);
    const QuantityId f = cell.at("forget.value");
    const Trace trace = clamped(exercise, {{f, {}, 1, 3, 0.5}, {f, 1, 2, 2, 0}, {f, 2, 1, 1, 9}});
    EXPECT_EQ(trace.vector(f, 1), (Vector{{0.5, 0.5, 9}}));
    EXPECT_EQ(trace.vector(f, 2), (Vector{{0.5, 0, 0.5}}));
    EXPECT_EQ(trace.vector(f, 3), Vector::Constant(3, 0.5));
    const Trace covered = clamped(exercise, {{f, 1, 2, 2, 0}, {f, {}, 1, 3, 0.5}});
    EXPECT_EQ(covered.vector(f, 2), Vector::Constant(3, 0.5));
}

TEST(Clamp, ChangesNoBitBeforeItBegins) {
    std::mt19937 random(2);
    for (int k = 0; k < 50; ++k) {
        const Exercise exercise = random_run(random);
        const Clamp clamp = random_clamp(exercise, random);
        const Trace free = clamped(exercise, {});
        const Trace under_clamp = clamped(exercise, {clamp});
        for (int t = 1; t < clamp.from; ++t)
            for (std::size_t q = 0; q < cell.quantities.size(); ++q)
                ASSERT_EQ(under_clamp.vector(static_cast<int>(q), t),
                          free.vector(static_cast<int>(q), t));
    }
}

TEST(Clamp, GivesTheSameBitsInARunOfAPart) {
    std::mt19937 random(3);
    for (int k = 0; k < 100; ++k) {
        const Exercise exercise = random_run(random);
        std::vector<Clamp> clamps;
        for (int n = 0; n < 4; ++n) clamps.push_back(random_clamp(exercise, random));
        const std::optional<int> decimals = k % 2 == 0 ? std::optional(3) : std::nullopt;
        const ForwardPass pass(exercise.network, decimals, clamps);
        Trace trace = prepared(exercise, pass.plan());
        pass.run(trace);
        const std::vector<std::uint64_t> whole = bits_of(trace);
        pass.run(trace, 1 + static_cast<int>(random() % static_cast<unsigned>(exercise.steps())));
        ASSERT_EQ(bits_of(trace), whole);
    }
}

TEST(Clamp, IsFoundWhereItApplies) {
    const QuantityId f = cell.at("forget.value");
    const std::vector<Clamp> clamps{{f, {}, 2, 4, 0.5}, {f, 1, 3, 3, 1}};
    EXPECT_EQ(clamp_on(clamps, f, 0, 1), nullptr);
    EXPECT_EQ(clamp_on(clamps, f, 0, 3), &clamps[0]);
    EXPECT_EQ(clamp_on(clamps, f, 1, 3), &clamps[1]);
    EXPECT_EQ(clamp_on(clamps, f, 1, 4), &clamps[0]);
    EXPECT_EQ(clamp_on(clamps, cell.at("input.value"), 0, 3), nullptr);
}

TEST(Clamp, DiffersWhereTheFirstBeginsThatDiffers) {
    const QuantityId f = cell.at("forget.value");
    const Clamp a{f, {}, 2, 9, 0.5}, b{f, {}, 5, 6, 1}, c{f, 0, 7, 7, 0}, d{f, 0, 8, 8, 0};
    EXPECT_EQ(first_difference({}, {}), std::nullopt);
    EXPECT_EQ(first_difference({a, b}, {a, b}), std::nullopt);
    EXPECT_EQ(first_difference({}, {a}), 2);
    EXPECT_EQ(first_difference({a, b, c}, {a, c}), 5);
    EXPECT_EQ(first_difference({a, b}, {b, a}), 2);
    EXPECT_EQ(first_difference({a, c, b}, {a, d, b}), 7);
    EXPECT_EQ(first_difference({c, c}, {c}), 7);
}

TEST(Clamp, IsForGatesOnly) {
    EXPECT_EQ(gate_of_value(cell, cell.at("candidate.value"))->name, "candidate");
    for (const char* name : {"x", "h_prev", "forget.z", "forget.wx", "kept", "c", "h"})
        EXPECT_EQ(gate_of_value(cell, cell.at(name)), nullptr) << name;
}

}  // namespace
}  // namespace lstm
