/// Training in the window: some steps a frame, one undo a run.
#include "app/application.h"

#include "app/sentence.h"
#include "document/training_sequences.h"
#include "ui/words/refusals.h"

#include <exception>
#include <stdexcept>
#include <utility>

namespace lstm {
namespace {

/// Gestures of training; those of controls are ImGui's ids, which are hashes.
constexpr Gesture first_run = 1;

}  // namespace

void Application::learn() {
    Learning& learning = view_.learning;
    const bool single = std::exchange(learning.single_step, false);
    if (!learning.running && !single) {
        if (std::exchange(was_learning_, false)) session_.end_gesture();
        return;
    }
    const Document& document = session_.document();
    if (!document.task && !document.has_targets()) {
        learning.running = false;
        return;
    }
    try {
        teach(single ? 1 : learning.steps_per_frame);
    } catch (const std::exception& error) {  // memory does not hold it
        learning.running = false;
        learning.told = "Training stopped. " + sentence_of(error);
        trainer_.reset();
    }
}

void Application::teach(int steps) {
    Learning& learning = view_.learning;
    const Document& document = session_.document();
    if (!trainer_ || trained_revision_ != session_.revision()) {
        trainer_.emplace(trainer_of(document));
        learning.start = Learning::Start{document.network.parameters, document.trained};
        learning.losses.clear();
    }
    if (!was_learning_) ++run_;
    was_learning_ = true;
    for (int n = 0; n < steps; ++n) {
        const auto loss = trainer_->step(training_sequence(document, trainer_->state().steps));
        if (!loss) {
            learning.running = false;
            learning.told =
                "Training stopped: a gradient is no finite number any more. The last good weights "
                "are kept; a smaller rate or a clip may help.";
            break;
        }
        learning.losses.push_back(*loss);
        if (*loss > learning.target_loss) continue;
        learning.running = false;
        learning.told = "Training stopped: the loss that you asked for is reached.";
        break;
    }
    if (const auto refusal = session_.apply(
            Train{trainer_->network().parameters, trainer_->state()}, first_run + run_))
        throw std::runtime_error(sentence_about(*refusal));
    trained_revision_ = session_.revision();
}

void Application::learn_from_start() {
    Learning& learning = view_.learning;
    if (!learning.start) return;
    learning.running = false;
    learning.losses.clear();
    session_.apply(Train{learning.start->parameters, learning.start->trained});
    trainer_.reset();
}

}  // namespace lstm
