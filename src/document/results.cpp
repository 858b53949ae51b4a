/// Computing results, all of them or from a timestep on.
#include "document/results.h"

#include <cmath>
#include <stdexcept>
#include <string>

namespace lstm {
namespace {

void require_room(const Layout& layout, int steps) {
    const double bytes = Trace::bytes(layout, steps);
    if (bytes > max_trace_bytes)
        throw std::length_error("The trace would take " + std::to_string(std::lround(bytes / 1e9)) +
                                " GB of memory: make the sequence or the cell smaller.");
}

Trace empty_trace(const ForwardPass& pass, int steps) {
    require_room(*pass.layout(), steps);
    return {pass.layout(), steps};
}

}  // namespace

Results::Results(const Document& document)
    : pass_(document.network, document.rounding, *document.forces),
      trace_(empty_trace(pass_, document.steps())) {
    run(document, 1);
}

void Results::update(const Document& before, const Document& after) {
    if (before.sizes() != after.sizes() || before.network.cell != after.network.cell) {
        *this = Results(after);
        return;
    }
    require_room(trace_.layout(), after.steps());
    if (before.network != after.network || before.rounding != after.rounding ||
        before.forces != after.forces)
        pass_ = ForwardPass(after.network, after.rounding, *after.forces);
    trace_.resize(after.steps());
    run(after, first_difference(before, after).value_or(after.steps() + 1));
}

void Results::run(const Document& document, int first) {
    if (first == 1) {
        for (std::size_t s = 0; s < document.initial.size(); ++s) {
            const int row = trace_.layout().row(document.cell().states[s].now);
            Vector::Map(trace_.column(0) + row, document.sizes().hidden) = document.initial[s];
        }
    }
    const int row = trace_.layout().row(document.cell().input);
    for (int t = first; t <= document.steps(); ++t)
        Vector::Map(trace_.column(t) + row, document.sizes().input) = document.step(t).x;
    pass_.run(trace_, first);
    verdicts_ = judge(document, trace_);
}

}  // namespace lstm
