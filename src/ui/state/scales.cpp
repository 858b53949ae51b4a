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
    switch (cell.quantities[quantity].role) {
        case Role::input: return input;
        case Role::cell_state:
        case Role::kept: return memory;
        case Role::hidden_state: return hidden_state;
        case Role::output: return output;
        case Role::prediction: return cell.is_share(quantity) ? 1 : output;
        default: return 1;
    }
}

Scales scales_of(const Trace& trace) {
    const Cell& cell = trace.cell();
    return {largest(trace, cell.input, 1),
            cell.has_cell_state() ? largest(trace, cell.memory().now, 0) : 1,
            largest(trace, cell.hidden().now, 1),
            cell.has_readout() ? largest(trace, cell.readout.y, 1) : 1};
}

}  // namespace lstm
