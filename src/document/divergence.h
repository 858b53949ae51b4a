/// Exact arithmetic against rounded: where the two part, and which of them an author used.
#pragma once

#include "document/document.h"
#include "document/expectation.h"
#include "model/engine/trace.h"

#include <optional>

namespace lstm {

/// A number that two runs of the same scenario do not agree on.
struct Divergence {
    int t = 0;
    QuantityId quantity = none;
    int element = 0;
};

/// Where `rounded` first has another number than `exact`, in the order in which the cell's
/// equations compute them; nothing where they agree but for the last few bits, which are no one's
/// rounding. Both traces have the same layout and steps.
[[nodiscard]] std::optional<Divergence> first_divergence(const Trace& exact, const Trace& rounded);

/// To how many decimals most of the expectations are given, and so, it may be guessed, the author
/// rounded: of several such numbers the largest, nothing where none is given to decimals.
[[nodiscard]] std::optional<int> published_decimals(const Document& document);

}  // namespace lstm
