/// A network that learns: forward, backward, and a step of the optimizer.
#pragma once

#include "model/engine/backward.h"
#include "model/engine/forward.h"
#include "model/learning/optimizer.h"
#include "model/learning/tasks/task.h"

#include <optional>
#include <vector>

namespace lstm {

/// Puts inputs and initial states into `trace`, which is as long as `sequence`.
void load(Trace& trace, const Sequence& sequence, const std::vector<Vector>& initial);

/// A sequence to learn from, with what is its own.
struct TrainingSequence {
    Sequence sequence;
    std::vector<Vector> initial;  ///< the states before its first step, as `cell.states` lists them
    std::vector<Clamp> clamps;
};

/// Trains one network, a sequence a step, or several at once. The same sequences give the same
/// bits, wherever a run is broken off and taken up again from network and state.
class Trainer {
public:
    /// `initial`, `clamps`: of the sequences that come without their own.
    Trainer(Network network, std::vector<Vector> initial, LossKind loss, TrainingSettings settings,
            TrainingState state = {}, std::vector<Clamp> clamps = {});

    /// One step of the optimizer. Returns the loss before it; or nothing where loss, gradients or
    /// new weights are not finite: the network and the state are then as they were.
    std::optional<double> step(const Sequence& sequence);
    /// The same from the sum of the losses of all of `sequences`, of which there are some.
    std::optional<double> step(const std::vector<TrainingSequence>& sequences);

    [[nodiscard]] const Network& network() const { return network_; }
    [[nodiscard]] const TrainingState& state() const { return state_; }
    /// The length of the last step's gradient, before it was clipped; without what is frozen.
    [[nodiscard]] double gradient_norm() const { return gradient_norm_; }

private:
    double run(const Sequence& sequence, const std::vector<Vector>& initial);
    [[nodiscard]] double seed_loss(const Sequence& sequence);
    std::optional<double> descend(double loss);
    void remember();

    Network network_;
    std::vector<Vector> initial_;
    LossKind loss_;
    TrainingSettings settings_;
    TrainingState state_;
    std::vector<bool> frozen_;  ///< of each parameter
    ForwardPass forward_;
    BackwardPass backward_;
    Trace trace_;
    Gradients gradients_;
    std::vector<Matrix> sums_;  ///< the gradients of all sequences of a step
    double gradient_norm_ = 0;
    std::vector<Matrix> last_weights_;  ///< the weights before the last step
    TrainingState last_state_;
};

}  // namespace lstm
