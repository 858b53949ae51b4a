/// Optimizers: how a gradient changes the parameters.
#pragma once

#include "model/engine/network.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lstm {

enum class Optimizer {
    /// v ← μ v + g, θ ← θ − η v (Polyak 1964, as PyTorch has it); μ = 0: plain gradient descent.
    sgd,
    /// m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², both divided by 1 − βᵗ,
    /// θ ← θ − η m̂ / (√v̂ + ε) (Kingma & Ba 2015, algorithm 1).
    adam,
};

/// "sgd", as files spell it.
[[nodiscard]] std::string_view name_of(Optimizer optimizer);
[[nodiscard]] std::optional<Optimizer> find_optimizer(std::string_view name);

/// How a network learns.
struct TrainingSettings {
    Optimizer optimizer = Optimizer::sgd;
    double learning_rate = 0.1;  ///< η > 0
    double momentum = 0;         ///< μ of sgd, 0 ≤ μ < 1
    double beta1 = 0.9;          ///< of Adam, 0 ≤ β < 1
    double beta2 = 0.999;
    double epsilon = 1e-8;  ///< of Adam, > 0
    /// If given: a gradient longer than this, all parameters together, is shortened to it (Pascanu,
    /// Mikolov & Bengio 2013, algorithm 1). > 0.
    std::optional<double> clip;
    bool batch = false;  ///< a step learns from all sequences, not from one of them in turn
    /// What is left as it is: parameters by name ("forget.b"), or with * for the gate or the
    /// letter.
    std::vector<std::string> frozen;

    friend bool operator==(const TrainingSettings&, const TrainingSettings&) = default;
};

/// What an optimizer remembers from step to step.
struct TrainingState {
    std::int64_t steps = 0;  ///< done so far
    std::vector<Matrix>
        first;  ///< v of sgd, m of Adam, a parameter each; empty before the first step
    std::vector<Matrix> second;  ///< v of Adam

    friend bool operator==(const TrainingState&, const TrainingState&) = default;
};

/// Whether `pattern` ("forget.b", "*.b", "readout.*") means `parameter`.
[[nodiscard]] bool names(std::string_view pattern, const Parameter& parameter);
/// Of each parameter of `cell`, whether one of `patterns` means it.
[[nodiscard]] std::vector<bool> named_by(const std::vector<std::string>& patterns,
                                         const Cell& cell);

/// `patterns` changed so that `parameter` is `frozen` or not, and every other is as it was: a
/// pattern that means more than one gives way to the names of the others.
[[nodiscard]] std::vector<std::string> with_frozen(const std::vector<std::string>& patterns,
                                                   const Cell& cell, ParameterId parameter,
                                                   bool frozen);

/// The length of a gradient over all parameters.
[[nodiscard]] double norm_of(const std::vector<Matrix>& gradients);

/// One step of the optimizer: `parameters` and `state` change. `gradients`: as large as the
/// parameters, in their order; left clipped. Allocates only at the first step. What is `frozen` has
/// no part in it: neither its numbers nor what is remembered of them change, and its gradient is
/// left zero. Empty: nothing is.
void optimise(const TrainingSettings& settings, std::vector<Matrix>& gradients,
              TrainingState& state, std::vector<Shared<Matrix>>& parameters,
              const std::vector<bool>& frozen = {});

}  // namespace lstm
