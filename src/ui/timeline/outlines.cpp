/// Finding series in traces and gradients, and keeping their envelopes.
#include "ui/timeline/outlines.h"

#include "document/gradients_of.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace lstm {
namespace {

int first_step_of(const Cell& cell, QuantityId quantity) {
    return cell.is_state(quantity) ? 0 : 1;
}

Series series_of(const Trace& trace, Element element) {
    const StepRange span{first_step_of(trace.cell(), element.quantity), trace.steps()};
    if (span.last < span.first) return {nullptr, 1, span};
    return {trace.vector(element.quantity, span.first).data() + element.element, trace.stride(),
            span};
}

Series series_of(const std::vector<double>& numbers, int first) {
    return {numbers.data(), 1, {first, first + static_cast<int>(numbers.size()) - 1}};
}

/// "beside/value/7/3"
std::string name_of(const Frame& frame, const char* what, Element element) {
    return frame.prefix + what + "/" + std::to_string(element.quantity) + "/" +
           std::to_string(element.element);
}

/// Numbers that stand nowhere else.
struct Gathered {
    std::vector<double> numbers;
    Envelope envelope;
};

/// From the first timestep that the track has, 0 or 1.
std::vector<double> gathered(const Frame& frame, const Track& track, Element element) {
    const Gradients& gradients = frame.session.gradients();
    if (track.weight)
        return gradients.parameter_over_time(frame.trace(), track.weight->parameter,
                                             track.weight->row, track.weight->column);
    std::vector<double> numbers;
    const int first = first_step_of(frame.cell(), element.quantity);
    const StepLosses losses(frame.document(), frame.trace());
    numbers.reserve(static_cast<std::size_t>(frame.document().steps()) + 1);
    for (int t = track.loss ? 1 : first; t <= frame.document().steps(); ++t)
        numbers.push_back(track.loss
                              ? losses.at(t).value_or(std::numeric_limits<double>::quiet_NaN())
                              : gradients.value(element.quantity, element.element, t));
    return numbers;
}

}  // namespace

double Outline::largest() const {
    const auto ends = envelope->ends(series);
    return ends ? std::max(std::abs(ends->least), std::abs(ends->most)) : 0;
}

Outline outline_of(const Frame& frame, Element element) {
    const Series series = series_of(frame.trace(), element);
    const Session& session = frame.session;
    const Envelope& envelope =
        frame.memo.updated<Envelope>(name_of(frame, "value", element), {session.revision()},
                                     [&](Envelope& old, std::uint64_t revision) {
                                         old.update(series, session.first_changed_since(revision));
                                     });
    return {series, &envelope};
}

Outline outline_of_pinned(const Frame& frame, Element element) {
    const PinnedRun& pinned = *frame.view.comparison.pinned;
    const Series series = series_of(pinned.results->trace(), element);
    const Envelope& envelope = frame.memo.updated<Envelope>(
        name_of(frame, "pinned", element), {pinned.revision},
        [&](Envelope& old, std::uint64_t /*revision*/) { old.update(series, 0); });
    return {series, &envelope};
}

Outline outline_of_gradient(const Frame& frame, const Track& track, Element element) {
    std::string name = name_of(frame, track.loss ? "loss" : "gradient", element);
    if (track.weight)
        name = name_of(frame, "weight", {track.weight->parameter, track.weight->row}) + "/" +
               std::to_string(track.weight->column);
    const int first =
        track.loss || track.weight ? 1 : first_step_of(frame.cell(), element.quantity);
    const Gathered& kept = frame.memo.updated<Gathered>(
        name, {frame.session.revision()}, [&](Gathered& old, std::uint64_t /*revision*/) {
            old.numbers = gathered(frame, track, element);
            old.envelope.update(series_of(old.numbers, first), 0);
        });
    return {series_of(kept.numbers, first), &kept.envelope};
}

Outline outline_of(const Frame& frame, std::string_view name, const std::vector<double>& numbers) {
    const Series series = series_of(numbers, 0);
    const Envelope& envelope = frame.memo.updated<Envelope>(
        frame.prefix + std::string(name), {frame.session.revision()},
        [&](Envelope& old, std::uint64_t /*revision*/) { old.update(series, 0); });
    return {series, &envelope};
}

}  // namespace lstm
