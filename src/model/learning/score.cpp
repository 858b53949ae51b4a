/// Sequences that are only answered, not learned from.
#include "model/learning/score.h"

#include "model/engine/forward.h"
#include "model/learning/step_loss.h"
#include "model/learning/trainer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace lstm {
namespace {

/// Answers one sequence after the other.
class Answers {
public:
    Answers(const Network& network, const std::vector<Vector>& initial)
        : initial_(initial), pass_(network), trace_(pass_.plan(), 0) {}

    void run(const Sequence& sequence) {
        trace_.resize(static_cast<int>(sequence.inputs.size()));
        load(trace_, sequence, initial_);
        pass_.run(trace_);
    }

    /// The loss of the step with this index.
    [[nodiscard]] double loss(LossKind kind, const Vector& target, std::size_t step) const {
        return loss_at(kind, trace_, static_cast<int>(step) + 1, target);
    }
    /// What was predicted there.
    [[nodiscard]] VectorView at(std::size_t step) const {
        return trace_.vector(trace_.cell().prediction(), static_cast<int>(step) + 1);
    }

private:
    const std::vector<Vector>& initial_;
    ForwardPass pass_;
    Trace trace_;
};

/// 1 for the right class and 0 for another; or the mean of the squared errors.
double quality_of(LossKind loss, const VectorView& p, const Vector& target) {
    if (loss == LossKind::squared_error)
        return 2 * loss_of(loss, p, target) / static_cast<double>(p.size());
    if (!p.allFinite()) return 0;
    const auto largest = std::max_element(p.begin(), p.end()) - p.begin();
    return largest == static_cast<Eigen::Index>(target[0]) ? 1 : 0;
}

/// The loss of each step; 0 where nothing is asked, infinite where it is no number.
std::vector<double> losses(Answers& answers, const Task& task, const Sequence& sequence) {
    answers.run(sequence);
    std::vector<double> losses(sequence.targets.size(), 0.0);
    for (std::size_t t = 0; t < losses.size(); ++t) {
        if (sequence.targets[t].size() == 0) continue;
        const double loss = answers.loss(task.loss, sequence.targets[t], t);
        losses[t] = std::isnan(loss) ? std::numeric_limits<double>::infinity() : loss;
    }
    return losses;
}

double largest(const std::vector<double>& losses) {
    return losses.empty() ? 0 : *std::max_element(losses.begin(), losses.end());
}

}  // namespace

TaskScore score(const Network& network, const std::vector<Vector>& initial, const Task& task,
                std::uint64_t seed, int count, int length) {
    Answers answers(network, initial);
    TaskScore score;
    double all = 0;
    double keys = 0;
    for (int index = 0; index < count; ++index) {
        const Sequence sequence = draw_sequence(task, seed, index, length);
        answers.run(sequence);
        for (std::size_t t = 0; t < sequence.targets.size(); ++t) {
            if (sequence.targets[t].size() == 0) continue;
            score.loss += answers.loss(task.loss, sequence.targets[t], t);
            const double quality = quality_of(task.loss, answers.at(t), sequence.targets[t]);
            all += quality;
            if (t == sequence.key) keys += quality;
            ++score.targets;
        }
    }
    if (score.targets == 0) return score;
    const bool shares = task.loss == LossKind::cross_entropy;
    score.loss /= score.targets;
    score.quality = shares ? all / score.targets : std::sqrt(all / score.targets);
    score.key_quality = shares ? keys / count : std::sqrt(keys / count);
    return score;
}

DetectionScore detect(const Network& network, const std::vector<Vector>& initial, const Task& task,
                      std::uint64_t seed, int count, int length) {
    Answers answers(network, initial);
    DetectionScore score;
    std::vector<double> calm;
    calm.reserve(calibration_sequences);
    for (int n = 0; n < calibration_sequences; ++n)
        calm.push_back(
            largest(losses(answers, task, draw_sequence(task, seed, count + n, length))));
    const auto last_calm =
        calm.begin() + static_cast<std::ptrdiff_t>(calm_share * calibration_sequences) - 1;
    std::nth_element(calm.begin(), last_calm, calm.end());
    score.threshold = *last_calm;

    int alarms = 0;
    for (int index = 0; index < count; ++index)
        if (largest(losses(answers, task, draw_sequence(task, seed, index, length))) >
            score.threshold)
            ++alarms;
    score.false_alarms = static_cast<double>(alarms) / count;

    for (const Anomaly& kind : task.anomalies) {
        AnomalyScore anomaly{kind.name};
        int found = 0;
        for (int index = 0; index < count; ++index) {
            const Sequence sequence = draw_sequence(kind, seed, index, length);
            if (!sequence.anomaly) continue;
            ++anomaly.sequences;
            const std::vector<double> surprise = losses(answers, task, sequence);
            const auto begin = surprise.begin() + static_cast<std::ptrdiff_t>(*sequence.anomaly);
            const auto alarm = std::find_if(begin, surprise.end(),
                                            [&](double loss) { return loss > score.threshold; });
            if (alarm == surprise.end()) continue;
            ++found;
            anomaly.delay += static_cast<double>(alarm - begin);
        }
        if (found > 0) anomaly.delay /= found;
        if (anomaly.sequences > 0) anomaly.found = static_cast<double>(found) / anomaly.sequences;
        score.anomalies.push_back(anomaly);
    }
    return score;
}

}  // namespace lstm
