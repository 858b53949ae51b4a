/// The grid of small diagrams, with what every unit reads below it.
#include "ui/diagram/multiples.h"

#include "ui/diagram/miniature.h"
#include "ui/diagram/reading.h"
#include "ui/widgets/focus.h"

#include <algorithm>
#include <array>

namespace lstm {
namespace {

constexpr float gap = 6;

/// How the units are laid out; lengths in pixels.
struct Grid {
    int columns = 1;
    ImVec2 size;  ///< of a miniature
};

/// The grid whose miniatures are largest; where none shows all units legibly, one that scrolls.
Grid grid_for(const Frame& frame, int units, ImVec2 room) {
    const ImVec2 least = least_miniature(frame);
    const float between = frame.px(gap);
    Grid best;
    float best_scale = 0;
    for (int columns = 1; columns <= units; ++columns) {
        const int rows = (units + columns - 1) / columns;
        const ImVec2 size{(room.x + between) / static_cast<float>(columns) - between,
                          room.y / static_cast<float>(rows) - between};
        const float scale = std::min(size.x / least.x, size.y / least.y);
        if (scale > best_scale) best = {columns, size}, best_scale = scale;
    }
    if (best_scale >= 1) return best;
    const float width = room.x - ImGui::GetStyle().ScrollbarSize;
    const int columns =
        std::clamp(static_cast<int>((width + between) / (least.x + between)), 1, units);
    return {columns,
            {(width + between) / static_cast<float>(columns) - between, std::min(least.y, room.y)}};
}

}  // namespace

void draw_multiples(Frame& frame, const PanelArea& area) {
    const int units = frame.document().sizes().hidden;
    const float reading = frame.px(reading_height);
    const ImVec2 room{area.width(), std::max(area.height() - reading - frame.px(3), 1.0F)};
    const Grid grid = grid_for(frame, units, room);
    const float between = frame.px(gap);
    ImGui::SetCursorScreenPos(area.min);
    ImGui::BeginChild("units", room);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImGuiListClipper clipper;
    clipper.Begin((units + grid.columns - 1) / grid.columns, grid.size.y + between);
    include_focused_rows(frame, clipper);
    while (clipper.Step()) {
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            for (int column = 0; column < grid.columns; ++column) {
                const int unit = row * grid.columns + column;
                if (unit >= units) break;
                const ImVec2 min{at.x + static_cast<float>(column) * (grid.size.x + between), at.y};
                draw_miniature(frame, unit, {min, {min.x + grid.size.x, min.y + grid.size.y}});
            }
            ImGui::SetCursorScreenPos(at);
            ImGui::Dummy({1, grid.size.y + between});
        }
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
    const std::array read{frame.cell().input, frame.cell().hidden().previous};
    draw_reading(frame, {{area.min.x, area.max.y - reading}, area.max},
                 frame.words("diagram.reads"), read);
}

}  // namespace lstm
