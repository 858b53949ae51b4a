/// The diagram: the cell of one unit, or all units as small multiples.
#include "panels/diagram/cell.h"
#include "panels/diagram/multiples.h"
#include "panels/panels.h"
#include "panels/widgets.h"

namespace lstm {
namespace {

constexpr const char* all_label = "All units";

/// Which unit is on show, with a way to the others; and what to look at, from the scenario.
float draw_header(Frame& frame, const Area& area) {
    const float line = frame.px(17);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const int units = frame.document().sizes().hidden;
    float right = area.max.x - frame.px(12);
    if (units > 1) {
        const float width = frame.px(132);
        ImGui::SetCursorScreenPos({right - width, top.y - frame.px(3)});
        const auto unit = stepper(frame, "diagram/unit", "unit", frame.view.unit, 0, units - 1);
        if (unit) frame.view.unit = *unit;
        const float switch_width = button_width(frame, all_label);
        right -= width + frame.px(12) + switch_width;
        ImGui::SetCursorScreenPos({right, top.y - frame.px(3)});
        if (button(frame, "diagram/all", all_label, "All units side by side  (U)", true,
                   frame.view.all_units))
            frame.view.all_units = !frame.view.all_units;
        right -= frame.px(12);
    }
    // Two lines of the description, whole words.
    const std::string& words = frame.document().description;
    ImFont* font = frame.theme.fonts.small;
    const char* begin = words.data();
    const char* end = begin + words.size();
    float y = top.y + line / 2;
    for (int row = 0; row < 2 && begin < end; ++row, y += line) {
        const char* stop = font->CalcWordWrapPositionA(1.0F, begin, end, right - top.x);
        if (stop == begin) ++stop;
        std::string text(begin, row == 1 ? end : stop);
        if (row == 1) text = elided(font, text, right - top.x);
        draw_text(list, font, {top.x, y}, frame.theme->muted, text);
        begin = stop;
        while (begin < end && (*begin == ' ' || *begin == '\n')) ++begin;
    }
    if (!words.empty() && ImGui::IsWindowHovered() &&
        ImGui::IsMouseHoveringRect(top, {right, top.y + 2 * line})) {
        ImGui::BeginTooltip();
        ImGui::PushTextWrapPos(frame.px(480));
        ImGui::TextUnformatted(words.c_str());
        ImGui::PopTextWrapPos();
        ImGui::EndTooltip();
    }
    return words.empty() && units == 1 ? 0 : 2 * line;
}

}  // namespace

void draw_diagram(Frame& frame, const Area& area) {
    const Card card(frame, "diagram", area.min, area.max);
    const bool plain = frame.view.presenter || frame.view.alone != Alone::no;
    const float header = plain ? 0 : draw_header(frame, area);
    const Area canvas{{area.min.x + frame.px(8), area.min.y + frame.px(8) + header},
                      {area.max.x - frame.px(8), area.max.y - frame.px(4)}};
    if (canvas.height() < 20 || canvas.width() < 20) return;
    if (frame.view.all_units && frame.document().sizes().hidden > 1) {
        draw_multiples(frame, canvas);
    } else {
        draw_cell(frame, canvas);
    }
}

}  // namespace lstm
