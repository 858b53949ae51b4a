/// Keeping a view inside its document.
#include "panels/view.h"

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
bool exists(const Document& document, const Chosen& chosen) {
    if (const auto* place = std::get_if<QuantityPlace>(&chosen)) return exists(document, *place);
    if (document.steps() == 0 || !document.has_targets()) return false;
    if (const auto* gradient = std::get_if<GradientPlace>(&chosen))
        return exists(document, gradient->of);
    return exists(document, std::get<ParameterGradientPlace>(chosen).of);
}

}  // namespace

void View::fit(const Document& document) {
    if (of != nullptr && of != &document.cell()) forget_numbers();
    of = &document.cell();
    while (!of->has(phase)) phase = static_cast<Phase>(static_cast<int>(phase) - 1);
    if (back && !document.has_targets()) back.reset();
    while (back && !of->has(*back)) back = static_cast<Phase>(static_cast<int>(*back) + 1);
    t = std::clamp(t, std::min(1, document.steps()), document.steps());
    unit = std::clamp(unit, 0, document.sizes().hidden - 1);
    if (chosen && !exists(document, *chosen)) chosen.reset();
    std::erase_if(trail, [&](const Chosen& each) { return !exists(document, each); });
    if (checked && !exists(document, checked->what)) checked.reset();
    if (chosen_weight && !exists(document, *chosen_weight)) chosen_weight.reset();
}

}  // namespace lstm
