/// Published numbers held against computed ones.
#pragma once

#include "document/document.h"
#include "model/engine/trace.h"

#include <vector>

namespace lstm {

/// What became of one expectation.
struct Verdict {
    double computed = 0;
    bool pass = false;
};

/// Whether `computed` is what `expectation` says, within its tolerance or to its decimals.
[[nodiscard]] bool agrees(const Expectation& expectation, double computed);

/// The number that `expectation` is about; NaN where it comes to nothing. `trace` is that of
/// `document`, which the expectation fits but need not be part of.
[[nodiscard]] double computed_for(const Document& document, const Trace& trace,
                                  const Expectation& expectation);

/// One verdict an expectation, in their order. `trace` is that of `document`.
[[nodiscard]] std::vector<Verdict> judge(const Document& document, const Trace& trace);

}  // namespace lstm
