/// Finding the largest magnitudes of a run.
#include "panels/scales.h"

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
    return 1;
}

Scales scales_of(const Trace& trace) {
    return {largest(trace, trace.cell().input, 1), largest(trace, trace.cell().at("c"), 0)};
}

}  // namespace lstm
