/// Computing results, all of them or from a timestep on.
#include "document/results.h"

#include "document/memory.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace lstm {
namespace {

Trace empty_trace(const ForwardPass& pass, int steps) {
    require_memory(bytes_of_results(*pass.plan(), steps));
    return {pass.plan(), steps};
}

}  // namespace

Results::Results(const Document& document)
    : pass_(document.network, document.rounding, *document.clamps),
      trace_(empty_trace(pass_, document.steps())) {
    compute(document, 1, 1);
    judge_all(document);
}

void Results::update(const Document& before, const Document& after) {
    if (before.sizes() != after.sizes() || before.network.cell != after.network.cell) {
        *this = Results(after);
        return;
    }
    if (after.steps() > before.steps())
        require_memory(bytes_of_results(trace_.plan(), after.steps()));
    std::optional<ForwardPass> pass;
    if (before.rounding != after.rounding || before.clamps != after.clamps)
        pass.emplace(after.network, after.rounding, *after.clamps);
    const bool other_weights = !pass && before.network != after.network;
    const int first =
        first_difference(before, after).value_or(std::min(before.steps(), after.steps()) + 1);
    trace_.resize(after.steps());
    if (pass) std::swap(pass_, *pass);
    if (other_weights) pass_.set_weights(after.network);
    try {
        const bool same_inputs = before.sequence.shares_with(after.sequence);
        compute(after, first, same_inputs ? after.steps() + 1 : first);
        judge_all(after);
    } catch (...) {  // back to what was, for which there is room
        if (pass) std::swap(pass_, *pass);
        if (other_weights) pass_.set_weights(before.network);
        trace_.resize(before.steps());
        compute(before, first, first);
        throw;
    }
}

void Results::judge_all(const Document& document) {
    verdicts_ = judge(document, trace_);
    passed_ = static_cast<int>(std::ranges::count_if(verdicts_, &Verdict::pass));
}

void Results::compute(const Document& document, int first, int inputs) {
    if (first == 1) {
        for (std::size_t s = 0; s < document.initial.size(); ++s) {
            const int row = trace_.plan().row(document.cell().states[s].now);
            Vector::Map(trace_.column(0) + row, document.sizes().hidden) = document.initial[s];
        }
    }
    const int row = trace_.plan().row(document.cell().input);
    for (int t = inputs; t <= document.steps(); ++t)
        Vector::Map(trace_.column(t) + row, document.sizes().input) = document.step(t).x;
    pass_.run(trace_, first);
}

}  // namespace lstm
