/// The grid of small diagrams, and the row of what every unit reads.
#include "panels/diagram/multiples.h"

#include "panels/diagram/cell.h"
#include "panels/diagram/miniature.h"
#include "panels/diagram/pen.h"
#include "panels/focus.h"
#include "panels/marks.h"
#include "panels/numbers.h"
#include "panels/widgets.h"

#include <algorithm>
#include <string>

namespace lstm {
namespace {

constexpr float gap = 6;
constexpr float reading_height = 22;

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

/// x and h₋, which are the same for all units: as many as there is room for.
void draw_reading(Frame& frame, const Area& area) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Cell& cell = frame.cell();
    const float middle = (area.min.y + area.max.y) / 2;
    float left = area.min.x + frame.px(6);
    const auto word = [&](ImFont* font, ImVec4 colour, const std::string& text) {
        draw_text(list, font, {left, middle}, colour, text);
        left += text_size(font, text).x + frame.px(5);
    };
    word(frame.theme.fonts.small, frame.theme->muted, "Every unit reads");
    DiagramPen pen(frame, frame.view.unit, 1);
    const ImVec2 field{text_size(frame.theme.fonts.text, "−0.000").x + frame.px(8),
                       area.height() - frame.px(3)};
    for (const char* name : {"x", "h_prev"}) {
        const QuantityId id = cell.at(name);
        const int size = frame.trace().layout().size(id);
        for (int k = 0; k < size; ++k) {
            const std::string symbol = cell.quantities[id].symbol + (size == 1 ? "" : subscript(k));
            const float needs =
                text_size(frame.theme.fonts.small, symbol).x + field.x + frame.px(20);
            if (left + needs > area.max.x - frame.px(12)) {
                word(frame.theme.fonts.small, frame.theme->muted, "…");
                return;
            }
            word(frame.theme.fonts.small, frame.theme.quantity(cell, id), symbol);
            const ImVec2 min{left, middle - field.y / 2};
            const ImVec2 max{left + field.x, middle + field.y / 2};
            if (id == cell.input && frame.view.t > 0) {
                draw_input_field(frame, min, max, k);
            } else {
                draw_text(list, frame.theme.fonts.text, {max.x - frame.px(4), middle},
                          frame.theme->ink, shown_value(frame, {id, k}), Align::right);
                pen.touch(min, max, {id, k});
            }
            left = max.x + frame.px(10);
        }
    }
}

}  // namespace

void draw_multiples(Frame& frame, const Area& area) {
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
    draw_reading(frame, {{area.min.x, area.max.y - reading}, area.max});
}

}  // namespace lstm
