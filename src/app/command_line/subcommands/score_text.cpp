/// Scores as sentences and a small table, or as JSON.
#include "app/command_line/subcommands/score_text.h"

#include "app/command_line/subcommands/counted.h"
#include "formats/json/json_writer.h"

#include <fmt/format.h>

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

using Layout = JsonWriter::Layout;

void write_detection(JsonWriter& json, const DetectionScore& score) {
    json.object(Layout::lines).key("threshold").value(score.threshold);
    json.key("false_alarms").value(score.false_alarms).key("anomalies").list(Layout::lines);
    for (const AnomalyScore& anomaly : score.anomalies) {
        json.object(Layout::lines).key("name").value(anomaly.name);
        json.key("lessons").value(anomaly.sequences).key("found").value(anomaly.found);
        json.key("delay").value(anomaly.delay).end();
    }
    json.end().end();
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
    std::string text;
    JsonWriter json(text);
    json.object(Layout::lines).key("lessons").value(score.sequences);
    json.key("seed").value(score.seed).key("fresh").value(score.fresh);
    json.key("targets").value(score.result.targets);
    if (score.result.targets > 0) {
        const char* const quality = score.classes ? "right" : "root_mean_squared_error";
        json.key("loss").value(score.result.loss);
        json.key(quality).value(score.result.quality);
        json.key("key_step").object(Layout::lines);
        json.key(quality).value(score.result.key_quality).end();
    }
    if (score.detection) {
        json.key("detection");
        write_detection(json, *score.detection);
    }
    json.end();
    out << text << '\n';
}

}  // namespace lstm
