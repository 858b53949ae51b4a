/// Finding the largest magnitudes of a run.
#include "ui/state/scales.h"

#include <algorithm>
#include <cmath>

namespace lstm {
namespace {

double largest(const Trace& trace, QuantityId quantity, int first) {
    double result = 1;
    for (int t = first; t <= trace.steps(); ++t)
        for (const double value : trace.vector(quantity, t))
            if (std::isfinite(value)) result = std::max(result, std::abs(value));
    return result;
}

}  // namespace

double Scales::of(const Cell& cell, QuantityId quantity) const {
    if (quantity == cell.input) return input;
    const Quantity& q = cell.quantities[quantity];
    if (q.name == "c" || q.name == "c_prev" || q.name == "kept") return memory;
    if (q.name == "h" || q.name == "h_prev") return voice;
    if (quantity == cell.readout.y) return output;
    return 1;
}

Scales scales_of(const Trace& trace) {
    const Cell& cell = trace.cell();
    const QuantityId c = cell.find("c");
    return {largest(trace, cell.input, 1), c == none ? 1 : largest(trace, c, 0),
            largest(trace, cell.states.front().now, 1),
            cell.has_readout() ? largest(trace, cell.readout.y, 1) : 1};
}

}  // namespace lstm
