/// A unit among others.
#include "ui/diagram/miniature.h"

#include "ui/diagram/painter.h"
#include "ui/widgets/widgets.h"

namespace lstm {
namespace {

/// Whose cell it is, under what it says.
void draw_title(Frame& frame, int unit, const PanelArea& area) {
    const Fonts& fonts = frame.theme.fonts;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool chosen = frame.view.cursor.unit == unit;
    const std::string number = std::to_string(unit);
    const ImVec2 end{area.max.x - frame.px(6), area.min.y + 77 / small_height * area.height()};
    draw_text(list, fonts.bold, end, chosen ? frame.theme->accent : frame.theme->ink, number,
              Align::right);
    const float left = end.x - text_size(fonts.bold, number).x - frame.px(4);
    const float gates = area.min.x + 162 / small_width * area.width();
    if (text_size(fonts.small, "unit").x < left - gates)
        draw_text(list, fonts.small, {left, end.y}, frame.theme->muted, "unit", Align::right);
}

void draw_border(const Frame& frame, const PanelArea& area, bool strong, float thickness) {
    ImGui::GetWindowDrawList()->AddRect(area.min, area.max,
                                        packed(strong ? frame.theme->accent : frame.theme->rule),
                                        frame.px(6), 0, frame.px(thickness));
}

}  // namespace

ImVec2 least_miniature(const Frame& frame) {
    // In the back row's large type, numbers take more room.
    return frame.view.look.presenter ? ImVec2(frame.px(238), frame.px(100))
                                     : ImVec2(frame.px(186), frame.px(78));
}

void draw_miniature(Frame& frame, int unit, const PanelArea& area) {
    // Numbers come first: the area around them takes the clicks that they leave.
    CellPainter painter(frame, unit, area, Detail::tiny);
    painter.draw();
    draw_title(frame, unit, area);
    const std::string id = frame.prefix + "diagram/unit[" + std::to_string(unit) + "]";
    const bool chosen = unit == frame.view.cursor.unit;
    if (!frame.prefix.empty()) {  // a second run is only looked at
        draw_border(frame, area, chosen, chosen ? 2 : 1);
        frame.regions.add(id, area.min, area.max, std::to_string(unit));
        return;
    }
    ImGui::SetCursorScreenPos(area.min);
    const bool pressed = press_area(frame, id, {area.width(), area.height()}, std::to_string(unit));
    const bool hovered = ImGui::IsItemHovered() && !painter.touched();
    draw_border(frame, area, chosen || hovered, chosen ? 2 : 1);
    if (hovered)
        ImGui::SetTooltip(
            "%s", frame.words("diagram.unit.help", {{"unit", std::to_string(unit)}}).c_str());
    const bool on_number = painter.touched() && ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    if (!pressed || on_number) return;
    frame.view.cursor.unit = unit;
    frame.view.cursor.all_units = false;
}

}  // namespace lstm
