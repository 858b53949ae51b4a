/// The scales on which values are drawn: fixed for a run, symmetric about 0.
#pragma once

#include "model/engine/trace.h"

#include <optional>

namespace lstm {

/// Largest magnitudes in a whole run. Gates, candidate and tanh c lie within ±1 and need none.
struct Scales {
    double input = 1;                  ///< of x, at least 1
    double memory = 1;                 ///< of c, its initial value included, at least 1
    double hidden_state = 1;           ///< of h, at least 1
    double output = 1;                 ///< of the read-out, at least 1
    std::optional<double> gradient{};  ///< of dL by a state; absent: the session's own

    /// What stands for full length, or full colour, where `quantity` is drawn.
    [[nodiscard]] double of(const Cell& cell, QuantityId quantity) const;
};

[[nodiscard]] Scales scales_of(const Trace& trace);

}  // namespace lstm
