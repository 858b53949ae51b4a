/// What sizes cost, and whether that is there.
#include "document/memory.h"

#include "model/engine/trace.h"
#include "platform/memory.h"

namespace lstm {

double bytes_of_results(const ForwardPlan& plan, int steps) {
    return 2 * Trace::bytes(plan, steps);
}

double bytes_of(const Cell& cell, Sizes sizes, int steps) {
    double numbers = 0;
    constexpr double copies = 5;  // as they are, packed, their gradients, Adam's two means
    for (const Parameter& parameter : cell.parameters)
        numbers += copies * sizes.of(parameter.rows) * sizes.of(parameter.columns);
    return bytes_of_results(ForwardPlan(cell, sizes), steps) + numbers * sizeof(double);
}

void require_memory(double bytes) {
    constexpr double small = 1e6;  // for which nobody is asked
    if (bytes < small) return;
    const double free = free_memory();
    if (bytes <= free) return;
    throw NotEnoughMemory(bytes, free);
}

}  // namespace lstm
