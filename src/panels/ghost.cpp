/// Pinning a run and measuring how far from it another has come.
#include "panels/ghost.h"

#include "panels/numbers.h"
#include "panels/panels.h"

#include <algorithm>

namespace lstm {

void toggle_ghost(View& view, const Session& session) {
    if (view.ghost) {
        view.ghost.reset();
    } else {
        view.ghost = Ghost{session.history().current(), session.results(),
                           scales_of(session.trace()), session.revision()};
    }
}

std::optional<Element> in_ghost(const View& view, Element element) {
    const Cell& cell = view.ghost->results->trace().cell();
    if (&cell != view.of) element.quantity = cell.find(view.of->quantities[element.quantity].name);
    if (element.quantity == none) return {};
    return element;
}

std::optional<double> ghost_value(const View& view, Element of_run, int t) {
    if (!view.ghost) return {};
    const Trace& trace = view.ghost->results->trace();
    const std::optional<Element> found = in_ghost(view, of_run);
    if (!found) return {};
    const Element element = *found;
    const auto& states = trace.cell().states;
    const bool starts = std::any_of(states.begin(), states.end(), [&](const State& state) {
        return state.now == element.quantity;
    });
    const bool exists = t >= (starts ? 0 : 1) && t <= trace.steps() &&
                        element.element < trace.layout().size(element.quantity);
    return exists ? std::optional(trace.value(element.quantity, element.element, t)) : std::nullopt;
}

std::string moved_by(const Frame& frame, Element element) {
    const std::optional<double> now = frame.value(element.quantity, element.element);
    const std::optional<double> before = ghost_value(frame.view, element, frame.view.t);
    if (!now || !before || *now == *before) return "";
    return "Δ " + format_signed(*now - *before, frame.view.decimals);
}

void draw_moved_by(Frame& frame, const std::string& id, Element element, ImVec2 at, Align align) {
    const std::string text = moved_by(frame, element);
    if (text.empty()) return;
    ImFont* font = frame.theme.fonts.small;
    draw_text(*ImGui::GetWindowDrawList(), font, at, frame.theme->accent, text, align);
    const ImVec2 size = text_size(font, text);
    const float before = align == Align::left ? 0 : align == Align::right ? size.x : size.x / 2;
    const ImVec2 min{at.x - before, at.y - size.y / 2};
    frame.regions.add(id + "/moved", min, {min.x + size.x, min.y + size.y}, text);
}

}  // namespace lstm
