/// What the tracks of the time axis draw as curves: series of numbers with their envelopes, kept
/// until the document changes.
#pragma once

#include "ui/timeline/envelope.h"
#include "ui/timeline/tracks.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace lstm {

/// A series and its envelope. It stays in the frame's memo, for this frame at least.
struct Outline {
    Series series;
    const Envelope* envelope;

    /// What is to be drawn of `span`, where a timestep takes `pixels`: in a block whatever a line,
    /// two pixels wide, would cover.
    [[nodiscard]] std::vector<CurvePoint> points(StepRange span, double pixels) const {
        return envelope->points(series, span, 2 / std::max(pixels, 1e-6));
    }
    /// The largest size of a finite number; 0 where there is none.
    [[nodiscard]] double largest() const;
};

/// An element of the trace, from its initial value on where it is a state's.
[[nodiscard]] Outline outline_of(const Frame& frame, Element element);
/// `pinned`, an element of the pinned run as that numbers it.
[[nodiscard]] Outline outline_of_pinned(const Frame& frame, Element pinned);
/// What a track of gradients draws: dL by `element`, the loss, or what comes to a weight's
/// gradient.
[[nodiscard]] Outline outline_of_gradient(const Frame& frame, const Track& track, Element element);
/// `numbers`, one for each timestep from 0 on, that follow from the document and nothing else.
[[nodiscard]] Outline outline_of(const Frame& frame, std::string_view name,
                                 const std::vector<double>& numbers);

}  // namespace lstm
