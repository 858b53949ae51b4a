/// The tracks that the time axis has on the way back.
#include "document/gradients_of.h"
#include "ui/state/backward.h"
#include "ui/timeline/outlines.h"
#include "ui/timeline/tracks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lstm {
namespace {

/// Whether it is known or not.
std::optional<double> gradient_at(const Frame& frame, const Track& track, Element element, int t) {
    if (t == 0 && (track.loss || track.weight || !frame.cell().is_state(element.quantity)))
        return {};
    if (track.loss) return loss_at(frame.document(), frame.trace(), t);
    const Gradients& gradients = frame.session.gradients();
    if (track.weight)
        return gradients.parameter_at(frame.trace(), track.weight->parameter, track.weight->row,
                                      track.weight->column, t);
    return gradients.value(element.quantity, element.element, t);
}

/// The largest size of dL by any unit of `quantity`.
double largest_of_all(const Frame& frame, QuantityId quantity) {
    double most = 0;
    const Gradients& gradients = frame.session.gradients();
    for (int t = frame.cell().is_state(quantity) ? 0 : 1; t <= gradients.steps(); ++t)
        for (const double value : gradients.vector(quantity, t))
            if (std::isfinite(value)) most = std::max(most, std::abs(value));
    return most;
}

/// Room for everything that a track will show.
void fit_range(const Frame& frame, Track& track) {
    double most = 0;
    if (track.heat != none)
        most = frame.memo.at(frame.prefix + "largest/" + track.name, {frame.session.revision()},
                             [&] { return largest_of_all(frame, track.heat); });
    if (track.loss || track.weight) most = outline_of_gradient(frame, track, {}).largest();
    for (const Element& element : track.curves)
        most = std::max(most, outline_of_gradient(frame, track, element).largest());
    track.most = most > 0 ? round_up(most) : 1;
    track.least = track.loss ? 0 : -track.most;
}

/// Curves of few units, a heat map of many.
Track track_of(const Frame& frame, std::string name, QuantityId quantity) {
    Track track{std::move(name), {}, none};
    track.gradient = true;
    if (frame.trace().plan().size(quantity) <= most_curves)
        track.curves = all_elements(frame, quantity);
    else
        track.heat = quantity;
    return track;
}

}  // namespace

bool shows_gradients(const Frame& frame) {
    return (frame.view.look.page == Page::gradients || frame.view.cursor.backward_phase) &&
           !frame.view.look.presenter && frame.session.has_targets();
}

ParameterPlace weight_in_question(const Frame& frame) {
    const ParameterPlace first{0, 0, 0};
    const ParameterPlace place = frame.view.selection.weight.value_or(first);
    const auto& parameters = frame.document().network.parameters;
    if (place.parameter >= static_cast<int>(parameters.size())) return first;
    const Matrix& matrix = *parameters[static_cast<std::size_t>(place.parameter)];
    return place.row < matrix.rows() && place.column < matrix.cols() ? place : first;
}

int first_known_gradient(const Frame& frame, QuantityId quantity) {
    const View& view = frame.view;
    const int first = frame.cell().is_state(quantity) ? 0 : 1;
    if (view.cursor.knows_gradient(frame.cell(), quantity, first)) return first;
    return view.cursor.knows_gradient(frame.cell(), quantity, view.cursor.t) ? view.cursor.t
                                                                             : view.cursor.t + 1;
}

StepRange known_gradients(const Frame& frame, QuantityId quantity, const TimeAxis& axis) {
    return {
        std::max(first_known_gradient(frame, quantity), static_cast<int>(std::floor(axis.first))),
        std::min(frame.document().steps(), static_cast<int>(std::ceil(axis.last)))};
}

std::optional<double> track_value(const Frame& frame, const Track& track, Element element, int t) {
    const bool of_gradient = track.gradient || track.loss || track.weight;
    if (!of_gradient) return track_value(frame, element, t);
    if (track.weight && !knows_term(frame, *track.weight, t)) return {};
    const bool of_quantity = !track.loss && !track.weight;
    if (of_quantity && !frame.view.cursor.knows_gradient(frame.cell(), element.quantity, t))
        return {};
    return gradient_at(frame, track, element, t);
}

std::vector<Track> gradient_tracks(const Frame& frame) {
    const Cell& cell = frame.cell();
    std::vector<Track> tracks;
    Track loss{"loss", {}, none};
    loss.loss = true;
    tracks.push_back(loss);
    for (auto state = cell.states.rbegin(); state != cell.states.rend(); ++state)
        tracks.push_back(track_of(frame, "dL/d" + cell.quantities[state->now].name, state->now));
    Track deltas{"delta", {}, none};
    deltas.gradient = true;
    for (const Gate& gate : cell.gates)
        if (gate.z != none) deltas.curves.push_back({gate.z, frame.view.cursor.unit});
    tracks.push_back(deltas);
    const bool of_second = !frame.prefix.empty();  // whose weights nobody can choose
    if (!of_second && (frame.view.selection.weight || frame.view.look.page == Page::gradients)) {
        Track weight{"weight", {}, none};
        weight.weight = weight_in_question(frame);
        tracks.push_back(weight);
    }
    for (Track& track : tracks) fit_range(frame, track);
    return tracks;
}

}  // namespace lstm
