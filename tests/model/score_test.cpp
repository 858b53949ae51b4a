/// Scores of networks whose answers are known beforehand.
#include "model/learning/score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace lstm {
namespace {

constexpr std::uint64_t seed = 11;
constexpr int length = 48;

/// It says `answer`, whatever it hears.
Network stubborn(const Task& task, double answer) {
    Network network = zero_network(*find_cell("lstm", true), {task.inputs, 2, task.outputs});
    const Cell& cell = *network.cell;
    network.parameters[cell.readout.b].edit().setConstant(answer);
    return network;
}

const std::vector<Vector> from_zero{Vector::Zero(2), Vector::Zero(2)};

TEST(Score, IsTheErrorOfWhoAlwaysSaysTheSame) {
    const Task& task = *find_task("pulse");
    double squares = 0;
    double last = 0;
    int targets = 0;
    for (int index = 0; index < 50; ++index) {
        const Sequence sequence = draw_sequence(task, seed, index, length);
        for (const Vector& target : sequence.targets) {
            if (target.size() == 0) continue;
            squares += std::pow(0.25 - target[0], 2);
            ++targets;
        }
        last += std::pow(0.25 - sequence.targets.back()[0], 2);
    }
    const TaskScore result = score(stubborn(task, 0.25), from_zero, task, seed, 50, length);
    EXPECT_EQ(result.targets, targets);
    EXPECT_NEAR(result.loss, squares / targets / 2, 1e-12);
    EXPECT_NEAR(result.quality, std::sqrt(squares / targets), 1e-12);
    EXPECT_NEAR(result.key_quality, std::sqrt(last / 50), 1e-12);
}

TEST(Score, IsNothingWhereNoNumberComesOut) {
    const Task& task = *find_task("lag");
    const double none = std::numeric_limits<double>::quiet_NaN();
    const TaskScore result = score(stubborn(task, none), from_zero, task, seed, 20, 10);
    EXPECT_TRUE(std::isnan(result.loss));
    EXPECT_EQ(result.quality, 0);
}

/// The largest loss of a sequence to who always says 0: half the square of its largest value.
double largest_loss(const Sequence& sequence) {
    double largest = 0;
    for (const Vector& target : sequence.targets)
        if (target.size() > 0) largest = std::max(largest, target[0] * target[0] / 2);
    return largest;
}

TEST(Detection, TakesItsThresholdFromSequencesThatItDoesNotCount) {
    const Task& task = *find_task("pulse");
    constexpr int count = 100;
    std::vector<double> others;
    for (int n = 0; n < 1000; ++n)
        others.push_back(largest_loss(draw_sequence(task, seed, count + n, length)));
    std::sort(others.begin(), others.end());
    int alarms = 0;
    for (int n = 0; n < count; ++n)
        if (largest_loss(draw_sequence(task, seed, n, length)) > others[989]) ++alarms;

    const DetectionScore result = detect(stubborn(task, 0), from_zero, task, seed, count, length);
    EXPECT_NEAR(result.threshold, others[989], 1e-12);  // 990 of 1,000 do not go above it
    EXPECT_NEAR(result.false_alarms, alarms / double{count}, 1e-12);
}

TEST(Detection, FindsNothingWithWhoForetellsNothing) {
    const Task& task = *find_task("pulse");
    const DetectionScore result = detect(stubborn(task, 0), from_zero, task, seed, 200, length);
    ASSERT_EQ(result.anomalies.size(), task.anomalies.size());
    for (const AnomalyScore& anomaly : result.anomalies) {
        EXPECT_EQ(anomaly.sequences, 200);
        // Every beat is as surprising as any other: alarms come by chance, in about one of 100.
        EXPECT_LE(anomaly.found, 0.06) << anomaly.name;
    }
}

TEST(Detection, CountsNoAnomalyWhereThereIsNoRoomForOne) {
    const Task& task = *find_task("pulse");
    const DetectionScore result = detect(stubborn(task, 0), from_zero, task, seed, 10, 8);
    for (const AnomalyScore& anomaly : result.anomalies) {
        EXPECT_EQ(anomaly.sequences, 0);
        EXPECT_EQ(anomaly.found, 0);
    }
}

TEST(Detection, IsCalmWhereNothingIsANumber) {
    const Task& task = *find_task("pulse");
    const double none = std::numeric_limits<double>::quiet_NaN();
    const DetectionScore result = detect(stubborn(task, none), from_zero, task, seed, 5, length);
    EXPECT_TRUE(std::isinf(result.threshold));
    EXPECT_EQ(result.false_alarms, 0);
}

}  // namespace
}  // namespace lstm
