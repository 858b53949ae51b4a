/// Training in the window: some steps a frame, one undo a run.
#include "app/training_job.h"

#include "app/sentence.h"
#include "document/training_sequences.h"
#include "ui/words/refusals.h"

#include <chrono>
#include <exception>
#include <stdexcept>
#include <utility>

namespace lstm {
namespace {

/// Gestures of training; those of controls are ImGui's ids, which are hashes.
constexpr Gesture first_run = 1;

}  // namespace

void TrainingJob::start() {
    status_.running = true;
    status_.told.clear();
}

void TrainingJob::stop() {
    stop("");
}

void TrainingJob::stop(const std::string& why) {
    status_.running = false;
    status_.told = why;
}

void TrainingJob::advance(int steps_per_frame, double target_loss) {
    const bool single = std::exchange(single_step_, false);
    if (!status_.running && !single) {
        if (std::exchange(was_running_, false)) session_.end_gesture();
        return;
    }
    const Document& document = session_.document();
    if (!document.task && !document.has_targets()) {
        stop();
        return;
    }
    try {
        train(single ? 1 : steps_per_frame, target_loss);
    } catch (const std::exception& error) {  // memory does not hold it
        stop("Training stopped. " + sentence_of(error));
        trainer_.reset();
    }
}

void TrainingJob::train(int steps, double target_loss) {
    const Document& document = session_.document();
    if (!trainer_ || trained_revision_ != session_.revision()) {
        trainer_.emplace(trainer_of(document));
        start_ = Start{document.network.parameters, document.trained};
        status_.has_start = true;
        status_.losses.clear();
    }
    if (!was_running_) ++run_;
    was_running_ = true;
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    const auto in_time = [&] {
        return std::chrono::duration<double>(Clock::now() - start).count() < limit_;
    };
    for (int n = 0; n < steps && (n == 0 || in_time()); ++n) {
        const auto loss = trainer_->step(training_sequences(document, trainer_->state().steps));
        if (!loss) {
            stop(
                "Training stopped: a gradient is no finite number any more. The last good weights "
                "are kept; a smaller rate or a clip may help.");
            break;
        }
        status_.losses.push_back(*loss);
        if (*loss > target_loss) continue;
        stop("Training stopped: the loss that you asked for is reached.");
        break;
    }
    if (const auto refusal = session_.apply(
            Train{trainer_->network().parameters, trainer_->state()}, first_run + run_))
        throw std::runtime_error(sentence_about(Words(Language::english), *refusal));
    trained_revision_ = session_.revision();
}

void TrainingJob::go_to_start() {
    if (!start_) return;
    status_.running = false;
    status_.losses.clear();
    session_.apply(Train{start_->parameters, start_->trained});
    trainer_.reset();
}

void TrainingJob::forget_start() {
    start_.reset();
    status_.has_start = false;
    status_.losses.clear();
}

void TrainingJob::start_over() {
    status_ = {};
    single_step_ = false;
    start_.reset();
    trainer_.reset();
}

}  // namespace lstm
