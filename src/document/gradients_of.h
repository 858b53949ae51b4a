/// The loss of a document, and its gradients.
#pragma once

#include "document/document.h"
#include "model/engine/backward.h"
#include "model/engine/gradients.h"
#include "model/engine/trace.h"

#include <optional>
#include <vector>

namespace lstm {

/// The losses of a document's steps, all worked out with what they share. Both must outlive it.
class StepLosses {
public:
    StepLosses(const Document& document, const Trace& trace)
        : document_(document), trace_(trace), targets_(targets_of(document)) {}

    /// Of step t, 1 ≤ t ≤ T; nothing where it has no target.
    [[nodiscard]] std::optional<double> at(int t) const;
    [[nodiscard]] double sum() const;

    /// How many steps have a target, where the loss is a mean over them; else 1.
    [[nodiscard]] static int targets_of(const Document& document);

private:
    const Document& document_;
    const Trace& trace_;
    int targets_;
};

/// The loss of step `t`, 1 ≤ t ≤ T; nothing where it has no target. `trace` is that of `document`.
[[nodiscard]] std::optional<double> loss_at(const Document& document, const Trace& trace, int t);
/// The sum over all steps that have a target.
[[nodiscard]] double loss_of(const Document& document, const Trace& trace);

/// All gradients of that loss: zero where no step has a target.
[[nodiscard]] Gradients gradients_of(const Document& document, const Trace& trace);

/// The same for one document after the other: the plan is made anew only where the cell, the sizes
/// or the clamps are others.
class GradientsOf {
public:
    [[nodiscard]] Gradients operator()(const Document& document, const Trace& trace);
    /// How often a plan was made.
    [[nodiscard]] int plans() const { return plans_; }

private:
    /// A pass, and what it was made for.
    struct Made {
        BackwardPass pass;
        const Cell* cell;
        Sizes sizes;
        std::vector<Clamp> clamps;
    };
    std::optional<Made> made_;
    int plans_ = 0;
};

}  // namespace lstm
