/// The loss of a document, and its gradients.
#pragma once

#include "document/document.h"
#include "model/engine/gradients.h"
#include "model/engine/trace.h"

#include <optional>

namespace lstm {

/// The loss of step `t`, 1 ≤ t ≤ T; nothing where it has no target. `trace` is that of `document`.
[[nodiscard]] std::optional<double> loss_at(const Document& document, const Trace& trace, int t);
/// The sum over all steps that have a target.
[[nodiscard]] double loss_of(const Document& document, const Trace& trace);

/// All gradients of that loss: zero where no step has a target.
[[nodiscard]] Gradients gradients_of(const Document& document, const Trace& trace);

}  // namespace lstm
