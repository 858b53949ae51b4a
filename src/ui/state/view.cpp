/// Keeping a view inside its document.
#include "ui/state/view.h"

namespace lstm {
namespace {

bool exists(const Document& document, const QuantityPlace& place) {
    const Extent extent = document.cell().quantities[place.quantity].extent;
    return place.element < document.sizes().of(extent) && place.t <= document.steps();
}

bool exists(const Document& document, const ParameterPlace& place) {
    const auto& parameters = document.network.parameters;
    if (place.parameter >= static_cast<int>(parameters.size())) return false;
    const Matrix& matrix = *parameters[static_cast<std::size_t>(place.parameter)];
    return place.row < matrix.rows() && place.column < matrix.cols();
}

/// A gradient is there only where there is a loss.
bool exists(const Document& document, const DerivationSubject& chosen) {
    if (const auto* place = std::get_if<QuantityPlace>(&chosen)) return exists(document, *place);
    if (document.steps() == 0 || !document.has_targets()) return false;
    if (const auto* gradient = std::get_if<GradientPlace>(&chosen))
        return exists(document, gradient->of);
    return exists(document, std::get<ParameterGradientPlace>(chosen).of);
}

}  // namespace

void DialogState::let_go_of_numbers() {
    const bool about_them =
        open == Dialog::expecting || open == Dialog::pasting || open == Dialog::table ||
        open == Dialog::context;
    if (about_them) open = Dialog::closed;
    context = {};
    pasted = {};
    table = {};
}

void View::clamp_to(const Document& document) {
    if (cell != nullptr && cell != &document.cell()) {  // numbers of another kind of cell
        selection = {};
        input.hovered.reset(), input.hovered_next.reset();
        input.hovered_weight.reset(), input.hovered_weight_next.reset();
        prediction.asked.reset();
        what_if = {};
        dialogs.let_go_of_numbers();
    }
    cell = &document.cell();
    auto& [t, phase, backward_phase, unit, all_units, range] = cursor;
    while (!cell->has(phase)) phase = static_cast<Phase>(static_cast<int>(phase) - 1);
    if (backward_phase && !document.has_targets()) backward_phase.reset();
    while (backward_phase && !cell->has(*backward_phase))
        backward_phase = static_cast<Phase>(static_cast<int>(*backward_phase) + 1);
    t = std::clamp(t, std::min(1, document.steps()), document.steps());
    unit = std::clamp(unit, 0, document.sizes().hidden - 1);

    auto& [subject, trail, weight, checked] = selection;
    if (subject && !exists(document, *subject)) subject.reset();
    std::erase_if(trail, [&](const DerivationSubject& each) { return !exists(document, each); });
    if (checked && !exists(document, checked->what)) checked.reset();
    if (weight && !exists(document, *weight)) weight.reset();
}

void View::start_over() {
    const bool all_units = cursor.all_units;
    cursor = {};
    cursor.all_units = all_units;
    selection = {};
    comparison.pinned.reset();
    what_if = {};
    prediction = {};
    training = {};
    playback = Playback{.speed = playback.speed};
    input = {};
    dialogs.exporting = {};
    dialogs.let_go_of_numbers();
    dialogs.expecting = {};
}

View View::for_picture() const {
    View still = *this;
    still.input = {};
    still.dialogs = {};
    still.playback = Playback{.speed = playback.speed};
    still.look.blank = false;
    return still;
}

}  // namespace lstm
