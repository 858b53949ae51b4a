/// The layout of the whole window, for wide, narrow and tiny ones.
#include "panels/panels.h"

#include <algorithm>

namespace lstm {
namespace {

/// Heights that the panels of the left column want, in pixels.
struct Heights {
    float notebook, transport, timeline;
};

Heights wanted_heights(const Frame& frame, int most_rows) {
    const int rows = std::clamp(frame.document().sizes().hidden, 1, most_rows);
    return {notebook_height(frame, rows), frame.px(41), frame.px(196)};
}

/// Cuts a strip of `height` off the top of `area`, with a gap below it.
Area take_top(Area& area, float height, float gap) {
    Area strip = area;
    strip.max.y = std::min(strip.min.y + height, area.max.y);
    area.min.y = std::min(strip.max.y + gap, area.max.y);
    return strip;
}

/// Two columns: the cell and its run on the left, the inspector on the right.
void draw_wide(Frame& frame, Area area, float gap) {
    const float inspector = std::clamp(area.width() * 0.36F, frame.px(440), frame.px(640));
    Area left = area;
    left.max.x -= inspector + gap;

    const bool tall = area.height() > frame.px(800);
    Heights heights = wanted_heights(frame, tall ? 8 : 4);
    // What a tall window has to spare is shared by the diagram and the time axis.
    const float spare = left.height() - heights.notebook - heights.transport - heights.timeline - 3 * gap -
                        frame.px(250);
    heights.timeline += std::max(spare, 0.0F) * 0.45F;
    const float diagram = left.height() - heights.notebook - heights.transport - heights.timeline - 3 * gap;
    draw_diagram(frame, take_top(left, diagram, gap));
    draw_notebook(frame, take_top(left, heights.notebook, gap));
    draw_transport(frame, take_top(left, heights.transport, gap));
    draw_timeline(frame, left);
    draw_inspector(frame, {{left.max.x + gap, area.min.y}, area.max});
}

/// One column that scrolls.
void draw_narrow(Frame& frame, Area area, float gap) {
    ImGui::SetCursorScreenPos(area.min);
    ImGui::BeginChild("column", {std::max(area.width(), 1.0F), std::max(area.height(), 1.0F)});
    const Heights heights = wanted_heights(frame, 4);
    const ImVec2 top = ImGui::GetCursorScreenPos();
    Area rest{top, {top.x + ImGui::GetContentRegionAvail().x, top.y + 1e6F}};
    draw_diagram(frame, take_top(rest, frame.px(270), gap));
    draw_transport(frame, take_top(rest, heights.transport, gap));
    draw_notebook(frame, take_top(rest, heights.notebook, gap));
    draw_timeline(frame, take_top(rest, heights.timeline, gap));
    draw_inspector(frame, take_top(rest, frame.px(560), gap));
    ImGui::SetCursorScreenPos(rest.min);
    ImGui::Dummy({1, 1});
    ImGui::EndChild();
}

/// For the back row: the cell, its numbers, and the clicker's keys.
void draw_presenter(Frame& frame, Area area, float gap) {
    const Heights heights = wanted_heights(frame, 4);
    const float diagram = area.height() - heights.notebook - heights.transport - 2 * gap;
    draw_diagram(frame, take_top(area, diagram, gap));
    draw_notebook(frame, take_top(area, heights.notebook, gap));
    draw_transport(frame, area);
}

}  // namespace

void draw_screen(Frame& frame) {
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(viewport.Pos);
    ImGui::SetNextWindowSize(viewport.Size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::Begin("screen", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    if (!frame.view.blank) {
        const float gap = frame.px(8);
        Area area{viewport.Pos, {viewport.Pos.x + viewport.Size.x, viewport.Pos.y + viewport.Size.y}};
        draw_top_bar(frame, take_top(area, frame.px(46), 0));
        area = {{area.min.x + gap, area.min.y}, {area.max.x - gap, area.max.y - gap}};
        if (frame.view.presenter) {
            draw_presenter(frame, area, gap);
        } else if (area.width() < frame.px(960) || area.height() < frame.px(600)) {
            draw_narrow(frame, area, gap);
        } else {
            draw_wide(frame, area, gap);
        }
    } else {
        frame.regions.add("blank", viewport.Pos,
                          {viewport.Pos.x + viewport.Size.x, viewport.Pos.y + viewport.Size.y});
        ImGui::GetWindowDrawList()->AddRectFilled(
            viewport.Pos, {viewport.Pos.x + viewport.Size.x, viewport.Pos.y + viewport.Size.y},
            IM_COL32_BLACK);
    }
    ImGui::End();
    draw_dialogs(frame);
}

}  // namespace lstm
