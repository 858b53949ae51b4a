/// Training in the window: some steps a frame, one undo a run.
#pragma once

#include "document/session.h"
#include "model/learning/trainer.h"
#include "ui/state/jobs.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace lstm {

/// Trains the network of one session. The document learns of it by edits: those of a run are one
/// gesture.
class TrainingJob {
public:
    explicit TrainingJob(Session& session) : session_(session) {}

    /// Runs until it is told to stop, or has a reason of its own.
    void start();
    void stop();
    /// One step in the next frame, and no more.
    void start_single_step() { single_step_ = true; }

    /// From now on a frame's steps take no longer than that, but for the first: where they are
    /// many or slow, fewer are done a frame.
    void limit(double seconds) { limit_ = seconds; }

    /// Once a frame: `steps_per_frame` steps, if it runs. It stops by itself at `target_loss`.
    void advance(int steps_per_frame, double target_loss);

    /// Back to the weights with which training began; stops.
    void go_to_start();
    /// For new weights: what came before them is no part of their story.
    void forget_start();
    /// For another document.
    void start_over();

    [[nodiscard]] const TrainingStatus& status() const { return status_; }

private:
    /// What training began with.
    struct Start {
        std::vector<Shared<Matrix>> parameters;
        Shared<TrainingState> trained;
    };

    /// Throws what says why it cannot go on.
    void train(int steps, double target_loss);
    void stop(const std::string& why);

    Session& session_;
    double limit_ = std::numeric_limits<double>::infinity();  ///< seconds a frame
    TrainingStatus status_;
    bool single_step_ = false;
    bool was_running_ = false;
    std::optional<Start> start_;
    std::optional<Trainer> trainer_;
    std::uint64_t trained_revision_ = 0;  ///< of the session when `trainer_` had its weights
    Gesture run_ = 0;                     ///< counts runs
};

}  // namespace lstm
