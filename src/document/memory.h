/// What sizes cost in memory, and what an edit may take of it.
#pragma once

#include "model/engine/plan.h"

#include <stdexcept>

namespace lstm {

/// Bytes of what is computed from `steps` timesteps: the trace, and the gradients, which are laid
/// out like it.
[[nodiscard]] double bytes_of_results(const ForwardPlan& plan, int steps);

/// The same of a network of those sizes, before there is one, and of its weights, their gradients
/// and what a trainer keeps of them.
[[nodiscard]] double bytes_of(const Cell& cell, Sizes sizes, int steps);

/// Memory does not hold what is asked for.
class NotEnoughMemory : public std::length_error {
public:
    NotEnoughMemory(double needed, double free)
        : std::length_error("there is not enough memory for this"), needed_(needed), free_(free) {}

    /// Bytes; both 0 where the system said so.
    [[nodiscard]] double needed() const { return needed_; }
    [[nodiscard]] double free() const { return free_; }

private:
    double needed_;
    double free_;
};

/// Throws NotEnoughMemory where `bytes` are more than there is.
void require_memory(double bytes);

}  // namespace lstm
