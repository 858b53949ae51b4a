/// Some timesteps in a row.
#pragma once

namespace lstm {

/// First and last timestep; none where last < first.
struct StepRange {
    int first = 1;
    int last = 0;

    /// How many there are.
    [[nodiscard]] int count() const { return last < first ? 0 : last - first + 1; }

    friend bool operator==(const StepRange&, const StepRange&) = default;
};

}  // namespace lstm
