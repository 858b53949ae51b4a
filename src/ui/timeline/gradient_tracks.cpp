/// The lanes that the time axis has on the way back.
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
std::optional<double> gradient_at(const Frame& frame, const Track& lane, Element element, int t) {
    if (t == 0 && (lane.loss || lane.weight || !frame.cell().is_state(element.quantity))) return {};
    if (lane.loss) return loss_at(frame.document(), frame.trace(), t);
    const Gradients& gradients = frame.session.gradients();
    if (lane.weight)
        return gradients.parameter_at(frame.trace(), lane.weight->parameter, lane.weight->row,
                                      lane.weight->column, t);
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

/// Room for everything that a lane will show.
void fit_range(const Frame& frame, Track& lane) {
    double most = 0;
    if (lane.heat != none)
        most = frame.memo.at(frame.prefix + "largest/" + lane.name, {frame.session.revision()},
                             [&] { return largest_of_all(frame, lane.heat); });
    if (lane.loss || lane.weight) most = outline_of_gradient(frame, lane, {}).largest();
    for (const Element& element : lane.curves)
        most = std::max(most, outline_of_gradient(frame, lane, element).largest());
    lane.most = most > 0 ? round_up(most) : 1;
    lane.least = lane.loss ? 0 : -lane.most;
}

/// Curves of few units, a heat map of many.
Track lane_of(const Frame& frame, std::string name, QuantityId quantity) {
    Track lane{std::move(name), {}, none};
    lane.gradient = true;
    if (frame.trace().plan().size(quantity) <= most_curves)
        lane.curves = all_elements(frame, quantity);
    else
        lane.heat = quantity;
    return lane;
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

std::optional<double> lane_value(const Frame& frame, const Track& lane, Element element, int t) {
    const bool of_gradient = lane.gradient || lane.loss || lane.weight;
    if (!of_gradient) return lane_value(frame, element, t);
    if (lane.weight && !knows_term(frame, *lane.weight, t)) return {};
    const bool of_quantity = !lane.loss && !lane.weight;
    if (of_quantity && !frame.view.cursor.knows_gradient(frame.cell(), element.quantity, t))
        return {};
    return gradient_at(frame, lane, element, t);
}

std::vector<Track> gradient_lanes(const Frame& frame) {
    const Cell& cell = frame.cell();
    std::vector<Track> lanes;
    Track loss{"loss", {}, none};
    loss.loss = true;
    lanes.push_back(loss);
    for (auto state = cell.states.rbegin(); state != cell.states.rend(); ++state)
        lanes.push_back(lane_of(frame, "dL/d" + cell.quantities[state->now].name, state->now));
    Track deltas{"delta", {}, none};
    deltas.gradient = true;
    for (const Gate& gate : cell.gates)
        if (gate.z != none) deltas.curves.push_back({gate.z, frame.view.cursor.unit});
    lanes.push_back(deltas);
    const bool of_second = !frame.prefix.empty();  // whose weights nobody can choose
    if (!of_second && (frame.view.selection.weight || frame.view.look.page == Page::gradients)) {
        Track weight{"weight", {}, none};
        weight.weight = weight_in_question(frame);
        lanes.push_back(weight);
    }
    for (Track& lane : lanes) fit_range(frame, lane);
    return lanes;
}

}  // namespace lstm
