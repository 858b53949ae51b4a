/// The register of tasks.
#include "model/learning/tasks/task.h"

#include "model/learning/tasks/tasks.h"

#include <array>

namespace lstm {
namespace {

constexpr auto squared_error = LossKind::squared_error;
constexpr auto cross_entropy = LossKind::cross_entropy;

constexpr std::array<Anomaly, 3> pulse_anomalies{{{"early beat", draw_early_pulse},
                                                  {"missing beat", draw_missing_pulse},
                                                  {"weak beat", draw_weak_pulse}}};

constexpr std::array<Task, 9> all_tasks{{
    {"brackets", "Language: closing brackets",
     "Behind the first closing bracket, which character comes next?", 4, 4, cross_entropy, 16,
     draw_brackets},
    {"vowels", "Speech: two vowels", "Did the speaker say /a/ or /i/?", 3, 2, cross_entropy, 16,
     draw_vowels},
    {"seasons", "Forecasting: a seasonal series", "What is the next value?", 1, 1, squared_error,
     48, draw_seasons},
    {"pulse", "Anomaly detection: a regular pulse", "What is the next value?", 1, 1, squared_error,
     48, draw_pulse, pulse_anomalies},
    {"browsing", "Recommendation: what to show next", "What will this visitor look at last?", 7, 7,
     cross_entropy, 10, draw_browsing},
    {"activity", "Activity: sitting, walking, jumping", "What is this person doing?", 3, 3,
     cross_entropy, 24, draw_activity},
    {"lag", "Long time lag", "Which was the first symbol?", 4, 2, cross_entropy, 100, draw_lag},
    {"adding", "The adding problem", "What is the sum of the two marked numbers?", 2, 1,
     squared_error, 50, draw_adding},
    {"reber", "Embedded Reber grammar", "Which symbol comes next?", 7, 7, cross_entropy, 20,
     draw_reber},
}};

/// The random numbers of one sequence.
Random random_of(std::uint64_t seed, std::int64_t index) {
    // Seeds and indices that are near one another must not give series that are.
    Random mixer(seed);
    return Random(mixer.bits() ^ Random(static_cast<std::uint64_t>(index)).bits());
}

}  // namespace

std::span<const Task> tasks() {
    return all_tasks;
}

const Task* find_task(std::string_view name) {
    for (const Task& task : all_tasks)
        if (task.name == name) return &task;
    return nullptr;
}

Sequence draw_sequence(const Task& task, std::uint64_t seed, std::int64_t index, int length) {
    Random random = random_of(seed, index);
    return task.draw(random, length);
}

Sequence draw_sequence(const Anomaly& anomaly, std::uint64_t seed, std::int64_t index, int length) {
    Random random = random_of(seed, index);
    return anomaly.draw(random, length);
}

Vector one_hot(int symbol, int count) {
    return Vector::Unit(count, symbol);
}

Vector class_target(int index) {
    return Vector::Constant(1, index);
}

}  // namespace lstm
