/// Runs of the model for tests: what goes in, at random or by hand, and the trace that comes out.
#pragma once

#include "model/engine/network.h"
#include "model/engine/trace.h"
#include "support/reference_lstm.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lstm {

/// All that a forward pass starts from.
struct Exercise {
    Network network;
    Matrix inputs;  ///< input_size × T
    Vector h0, c0;

    /// Zero weights, inputs and states.
    Exercise(Sizes sizes, int steps);

    [[nodiscard]] int steps() const { return static_cast<int>(inputs.cols()); }
    /// A parameter by its name: ("forget", "W").
    [[nodiscard]] Matrix& parameter(const std::string& gate, const std::string& letter);
};

/// Weights, inputs and states uniform in ±size. The same seed gives the same run.
[[nodiscard]] Exercise random_exercise(std::uint32_t seed, Sizes sizes, int steps,
                                       double size = 1.0);

/// A trace with the run's inputs and initial states, not yet computed.
[[nodiscard]] Trace prepared(const Exercise& exercise,
                             const std::shared_ptr<const ForwardPlan>& plan);

/// The whole trace.
[[nodiscard]] Trace computed(const Exercise& exercise, std::optional<int> decimals = {});

/// What the reference makes of it.
[[nodiscard]] std::vector<reference::Step> by_reference(const Exercise& exercise);

/// The bits of every quantity at every timestep.
[[nodiscard]] std::vector<std::uint64_t> bits_of(const Trace& trace);

}  // namespace lstm
