/// Scores as sentences and a small table.
#include "app/commands/score_text.h"

#include "model/score.h"

#include <fmt/format.h>

#include <cmath>
#include <ostream>
#include <string>

namespace lstm {
namespace {

std::string percent(double share) {
    return fmt::format("{:.1f} %", 100 * share);
}

std::string counted(int count, const char* noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

void print_detection(std::ostream& out, const DetectionScore& score, int lessons) {
    out << fmt::format(
        "An alarm is a step whose loss is above {:.4g}; {:.0f} % of {} other lessons stay below.\n",
        score.threshold, 100 * calm_share, calibration_lessons);
    out << fmt::format("  {:12}  {:>7} of {} without an anomaly\n", "false alarms",
                       percent(score.false_alarms), counted(lessons, "lesson"));
    for (const AnomalyScore& anomaly : score.anomalies) {
        if (anomaly.lessons == 0) continue;
        out << fmt::format("  {:12}  {:>7} of {} noticed", anomaly.name, percent(anomaly.found),
                           anomaly.lessons);
        if (anomaly.found > 0)
            out << (anomaly.delay == 0
                        ? ", at once"
                        : fmt::format(", {:.2g} steps later on average", anomaly.delay));
        out << '\n';
    }
}

}  // namespace

std::uint64_t fresh_seed(const Document& document) {
    return static_cast<std::uint64_t>(document.task->seed) + 1;
}

bool print_score(std::ostream& out, const Document& document, std::uint64_t seed, int lessons) {
    const Task& task = *find_task(document.task->name);
    const int length = document.task->length;
    const TaskScore result = score(document.network, document.initial, task, seed, lessons, length);
    const bool fresh = seed != static_cast<std::uint64_t>(document.task->seed);
    out << fmt::format("{} of seed {}{}: ", counted(lessons, fresh ? "fresh lesson" : "lesson"),
                       seed, fresh ? "" : ", with which it was trained");
    if (result.targets == 0) {
        out << fmt::format("nothing is asked in {}\n", counted(length, "step"));
        return true;
    }
    const auto words = [&](double quality) {
        return task.loss == LossKind::cross_entropy
                   ? percent(quality) + " right"
                   : fmt::format("root mean squared error {:.4g}", quality);
    };
    out << fmt::format("{}, loss {:.4g}; at the key step, {}\n", words(result.quality), result.loss,
                       words(result.key_quality));
    if (!std::isfinite(result.loss)) return false;
    if (!task.anomalies.empty())
        print_detection(
            out, detect(document.network, document.initial, task, seed, lessons, length), lessons);
    return true;
}

}  // namespace lstm
