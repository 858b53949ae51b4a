/// Scores as sentences and a small table, or as JSON.
#include "app/subcommands/score_text.h"

#include "app/subcommands/counted.h"
#include "formats/json/json_value.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <ostream>
#include <string>

namespace lstm {
namespace {

std::string percent(double share) {
    return fmt::format("{:.1f} %", 100 * share);
}

void print_detection(std::ostream& out, const DetectionScore& score, int sequences) {
    out << fmt::format(
        "An alarm is a step whose loss is above {:.4g}; {:.0f} % of {} other lessons stay below.\n",
        score.threshold, 100 * calm_share, calibration_sequences);
    out << fmt::format("  {:12}  {:>7} of {} without an anomaly\n", "false alarms",
                       percent(score.false_alarms), counted(sequences, "lesson"));
    for (const AnomalyScore& anomaly : score.anomalies) {
        if (anomaly.sequences == 0) continue;
        out << fmt::format("  {:12}  {:>7} of {} noticed", anomaly.name, percent(anomaly.found),
                           anomaly.sequences);
        if (anomaly.found > 0)
            out << (anomaly.delay == 0
                        ? ", at once"
                        : fmt::format(", {:.2g} steps later on average", anomaly.delay));
        out << '\n';
    }
}

nlohmann::ordered_json detection_json(const DetectionScore& score) {
    nlohmann::ordered_json json{{"threshold", score.threshold},
                                {"false_alarms", score.false_alarms},
                                {"anomalies", nlohmann::ordered_json::array()}};
    for (const AnomalyScore& anomaly : score.anomalies)
        json["anomalies"].push_back({{"name", anomaly.name},
                                     {"lessons", anomaly.sequences},
                                     {"found", anomaly.found},
                                     {"delay", anomaly.delay}});
    return json;
}

}  // namespace

std::uint64_t fresh_seed(const Document& document) {
    return static_cast<std::uint64_t>(document.task->seed) + 1;
}

bool ScoreReport::finite() const {
    return result.targets == 0 || std::isfinite(result.loss);
}

ScoreReport score_of(const Document& document, std::uint64_t seed, int sequences) {
    const Task& task = *find_task(document.task->name);
    const int length = document.task->length;
    ScoreReport score{
        .result = lstm::score(document.network, document.initial, task, seed, sequences, length),
        .detection = {},
        .classes = task.loss == LossKind::cross_entropy,
        .seed = seed,
        .fresh = seed != static_cast<std::uint64_t>(document.task->seed),
        .sequences = sequences,
        .length = length};
    if (!task.anomalies.empty() && score.result.targets > 0 && score.finite())
        score.detection = detect(document.network, document.initial, task, seed, sequences, length);
    return score;
}

void print_score(std::ostream& out, const ScoreReport& score) {
    out << fmt::format(
        "{} of seed {}{}: ", counted(score.sequences, score.fresh ? "fresh lesson" : "lesson"),
        score.seed, score.fresh ? "" : ", with which it was trained");
    const TaskScore& result = score.result;
    if (result.targets == 0) {
        out << fmt::format("nothing is asked in {}\n", counted(score.length, "step"));
        return;
    }
    const auto words = [&](double quality) {
        return score.classes ? percent(quality) + " right"
                             : fmt::format("root mean squared error {:.4g}", quality);
    };
    out << fmt::format("{}, loss {:.4g}; at the key step, {}\n", words(result.quality), result.loss,
                       words(result.key_quality));
    if (score.detection) print_detection(out, *score.detection, score.sequences);
}

void print_score_json(std::ostream& out, const ScoreReport& score) {
    nlohmann::ordered_json json{{"lessons", score.sequences},
                                {"seed", score.seed},
                                {"fresh", score.fresh},
                                {"targets", score.result.targets}};
    if (score.result.targets > 0) {
        const char* const quality = score.classes ? "right" : "root_mean_squared_error";
        json["loss"] = json_number(score.result.loss);
        json[quality] = json_number(score.result.quality);
        json["key_step"] = {{quality, json_number(score.result.key_quality)}};
    }
    if (score.detection) json["detection"] = detection_json(*score.detection);
    out << json.dump(2) << '\n';
}

}  // namespace lstm
