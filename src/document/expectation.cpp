/// Judging expectations.
#include "document/expectation.h"

#include "model/rounding.h"

#include <cmath>

namespace lstm {
namespace {

bool holds(const Expectation& expectation, double computed) {
    if (!std::isfinite(computed)) return false;
    if (expectation.tolerance)
        return std::abs(computed - expectation.value) <= *expectation.tolerance;
    const int decimals = expectation.decimals.value_or(max_decimals);
    return round_half_away(computed, decimals) == round_half_away(expectation.value, decimals);
}

}  // namespace

std::vector<Verdict> judge(const Document& document, const Trace& trace) {
    std::vector<Verdict> verdicts;
    verdicts.reserve(document.expectations->size());
    for (const Expectation& e : *document.expectations) {
        const double computed = trace.value(e.quantity, e.element, e.t);
        verdicts.push_back({computed, holds(e, computed)});
    }
    return verdicts;
}

}  // namespace lstm
