/// Tasks: small problems that a recurrent network can learn, with endless data made by code.
#pragma once

#include "model/engine/network.h"
#include "model/learning/loss.h"
#include "model/learning/random.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lstm {

/// One sequence with what should come out of it.
struct Sequence {
    std::vector<Vector> inputs;       ///< a step each
    std::vector<Vector> targets;      ///< as many; empty where nothing is asked
    std::vector<std::string> labels;  ///< as many; what a person calls the step
    /// Index of the target that cannot be told without what was long ago.
    std::size_t key = 0;
    /// Of a sequence with an anomaly: index of the first target that it makes different.
    std::optional<std::size_t> anomaly;

    /// One step more. `target`: empty where nothing is asked.
    void add(Vector x, Vector target, std::string label) {
        inputs.push_back(std::move(x));
        targets.push_back(std::move(target));
        labels.push_back(std::move(label));
    }
};

/// A way in which a sequence can be unlike those that a network is trained on.
struct Anomaly {
    std::string_view name;  ///< as a report and a button show it: "early beat"
    /// As `Task::draw`; a sequence too short for an anomaly has none.
    Sequence (*draw)(Random& random, int length);
};

/// A kind of problem.
struct Task {
    std::string_view name;   ///< as files spell it: "adding"
    std::string_view title;  ///< as a menu shows it
    std::string_view about;  ///< what is asked, in a sentence
    int inputs;
    int outputs;  ///< of the read-out
    LossKind loss;
    int length;  ///< of a sequence, more or less, if nobody says
    Sequence (*draw)(Random& random, int length);
    std::span<const Anomaly> anomalies{};  ///< what is to be noticed; of most tasks nothing
};

/// All of them, in the order in which a menu lists them.
[[nodiscard]] std::span<const Task> tasks();
/// The task called `name`, or nullptr.
[[nodiscard]] const Task* find_task(std::string_view name);

/// Sequence number `index` of the endless series that `seed` begins.
[[nodiscard]] Sequence draw_sequence(const Task& task, std::uint64_t seed, std::int64_t index,
                                     int length);
/// The same sequence with an anomaly: nothing before the anomaly differs.
[[nodiscard]] Sequence draw_sequence(const Anomaly& anomaly, std::uint64_t seed, std::int64_t index,
                                     int length);

}  // namespace lstm
