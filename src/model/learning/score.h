/// How well a network does on sequences that it was not trained on.
#pragma once

#include "model/engine/network.h"
#include "model/learning/tasks/task.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace lstm {

/// How well questions are answered.
struct TaskScore {
    double loss = 0;  ///< mean over all targets
    /// Of cross-entropy: the share of targets whose class got the largest output. Of squared error:
    /// the root of the mean squared error.
    double quality = 0;
    int targets = 0;
    /// The same of the sequences' key targets alone.
    double key_quality = 0;
};

/// `count` sequences of the series that `seed` begins. `initial`: the states before the first step
/// of every sequence, in the order of `cell.states`.
[[nodiscard]] TaskScore score(const Network& network, const std::vector<Vector>& initial,
                              const Task& task, std::uint64_t seed, int count, int length);

/// How well one kind of anomaly is noticed.
struct AnomalyScore {
    std::string_view name;
    int sequences = 0;  ///< that had one
    double found = 0;  ///< share of them with an alarm, from the anomaly to the end of the sequence
    double delay = 0;  ///< steps from anomaly to alarm, mean over those found
};

/// How well anomalies are noticed, if an alarm is given at each step whose loss is above a
/// threshold.
struct DetectionScore {
    double threshold = 0;
    double false_alarms = 0;  ///< share of sequences without an anomaly in which there is an alarm
    std::vector<AnomalyScore> anomalies;  ///< a kind each, in the order of the task
};

/// Sequences without an anomaly from which the threshold is found.
inline constexpr int calibration_sequences = 1000;
/// The share of them that stays below it.
inline constexpr double calm_share = 0.99;

/// `count` sequences without an anomaly and `count` of each kind, of the series that `seed` begins;
/// the threshold comes from the `calibration_sequences` that follow in that series.
[[nodiscard]] DetectionScore detect(const Network& network, const std::vector<Vector>& initial,
                                    const Task& task, std::uint64_t seed, int count, int length);

}  // namespace lstm
