/// Pinning a run and measuring how far from it another has come.
#include "ui/comparison/pinned_run.h"

#include "ui/panels.h"
#include "ui/words/numbers.h"

#include <algorithm>

namespace lstm {

void toggle_pinned_run(View& view, const Session& session) {
    if (view.comparison.pinned) {
        view.comparison.pinned.reset();
    } else {
        view.comparison.pinned = PinnedRun{session.history().current(), session.results(),
                                           scales_of(session.trace()), session.revision()};
    }
}

std::optional<Element> in_pinned_run(const View& view, Element element) {
    const Cell& cell = view.comparison.pinned->results->trace().cell();
    if (&cell != view.cell)
        element.quantity = cell.find(view.cell->quantities[element.quantity].name);
    if (element.quantity == none) return {};
    return element;
}

std::optional<double> pinned_value(const View& view, Element of_run, int t) {
    if (!view.comparison.pinned) return {};
    const Trace& trace = view.comparison.pinned->results->trace();
    const std::optional<Element> found = in_pinned_run(view, of_run);
    if (!found) return {};
    const Element element = *found;
    const auto& states = trace.cell().states;
    const bool starts = std::any_of(states.begin(), states.end(), [&](const State& state) {
        return state.now == element.quantity;
    });
    const bool exists = t >= (starts ? 0 : 1) && t <= trace.steps() &&
                        element.element < trace.plan().size(element.quantity);
    return exists ? std::optional(trace.value(element.quantity, element.element, t)) : std::nullopt;
}

std::string moved_by(const Frame& frame, Element element) {
    const std::optional<double> now = frame.value(element.quantity, element.element);
    const std::optional<double> before = pinned_value(frame.view, element, frame.view.cursor.t);
    if (!now || !before || *now == *before) return "";
    return "Δ " + format_signed(*now - *before, frame.view.look.decimals);
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
