/// Every unit of the selected step, a row each, in the order in which a step goes.
#include "panels/marks.h"
#include "panels/numbers.h"
#include "panels/panels.h"
#include "panels/widgets.h"

#include <algorithm>
#include <vector>

namespace lstm {
namespace {

struct Column {
    QuantityId quantity;
    std::string symbol;
    ImVec4 colour;
    bool share;  ///< a gate: 0 to 1
    double limit;
};

std::vector<Column> columns_of(Frame& frame) {
    const Cell& cell = frame.cell();
    std::vector<Column> columns;
    const auto add = [&](const char* name) {
        const QuantityId q = cell.find(name);
        if (q == none) return;
        columns.push_back({q, cell.quantities[q].symbol, frame.theme.quantity(cell, q),
                           is_gate_share(cell, q), frame.scales.of(cell, q)});
    };
    for (const char* name : {"c_prev", "forget.value", "input.value", "candidate.value", "c", "output.value",
                             "h"})
        add(name);
    return columns;
}

/// Name, number and bar of one element.
void draw_cell(Frame& frame, const Column& column, int unit, ImVec2 min, ImVec2 max) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Element element{column.quantity, unit};
    const bool lit = link(frame, min, max, element);
    if (lit)
        list.AddRectFilled(min, max, packed(frame.theme->accent_soft), frame.px(4));
    const std::optional<double> value = frame.value(column.quantity, unit);
    const std::string shown = shown_value(frame, element);
    const float bar_top = max.y - frame.px(7);
    const float inset = frame.px(6);
    draw_text(list, frame.theme.fonts.text, {max.x - inset, (min.y + bar_top) / 2},
              value ? frame.theme->ink : frame.theme->muted, shown, Align::right);
    const ImVec2 bar_min{min.x + inset, bar_top};
    const ImVec2 bar_max{max.x - inset, bar_top + frame.px(4)};
    if (column.share) {
        gate_bar(frame, bar_min, bar_max, column.colour, value);
    } else {
        signed_bar(frame, bar_min, bar_max, value, column.limit);
    }
    frame.regions.add("units/" + element_name(frame.cell(), column.quantity, unit), min, max, shown);
    if (ImGui::IsMouseHoveringRect(min, max) && ImGui::IsWindowHovered())
        ImGui::SetTooltip("%s", full_value(frame, element).c_str());
}

constexpr float header_height = 19;
constexpr float row_height = 25;
constexpr float padding = 8;

}  // namespace

float units_height(const Frame& frame, int rows) {
    return frame.px(header_height + row_height * static_cast<float>(rows) + 2 * padding);
}

void draw_units(Frame& frame, const Area& area) {
    const Card card(frame, "units", area.min, area.max, padding);
    const std::vector<Column> columns = columns_of(frame);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const float gutter = frame.px(52);
    const float scrollbar = frame.document().sizes().hidden > 4 ? ImGui::GetStyle().ScrollbarSize : 0;
    const float width = (area.max.x - frame.px(8) - scrollbar - top.x - gutter) /
                        static_cast<float>(columns.size());
    const float header = frame.px(header_height);
    draw_text(list, frame.theme.fonts.small, {top.x, top.y + header / 2}, frame.theme->muted, "unit");
    for (std::size_t n = 0; n < columns.size(); ++n) {
        const float right = top.x + gutter + width * static_cast<float>(n + 1) - frame.px(6);
        draw_text(list, frame.theme.fonts.bold, {right, top.y + header / 2}, columns[n].colour,
                  columns[n].symbol, Align::right);
    }

    ImGui::SetCursorScreenPos({top.x, top.y + header});
    ImGui::BeginChild("rows", {0, 0});
    const float height = frame.px(row_height);
    ImGuiListClipper clipper;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    clipper.Begin(frame.document().sizes().hidden, height);
    while (clipper.Step()) {
        for (int unit = clipper.DisplayStart; unit < clipper.DisplayEnd; ++unit) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const std::string id = "units/" + std::to_string(unit);
            if (ImGui::InvisibleButton(id.c_str(), {std::max(area.max.x - frame.px(16) - at.x, 1.0F), height}))
                frame.view.unit = unit;
            ImDrawList& rows = *ImGui::GetWindowDrawList();
            const ImVec2 end{ImGui::GetItemRectMax()};
            frame.regions.add(id, at, end);
            if (unit == frame.view.unit)
                rows.AddRectFilled({at.x - frame.px(2), at.y + frame.px(3)},
                                   {at.x + frame.px(1), end.y - frame.px(3)}, packed(frame.theme->accent));
            draw_text(rows, unit == frame.view.unit ? frame.theme.fonts.bold : frame.theme.fonts.text,
                      {at.x + frame.px(8), at.y + height / 2}, frame.theme->ink, std::to_string(unit));
            for (std::size_t n = 0; n < columns.size(); ++n) {
                const float left = at.x + gutter + width * static_cast<float>(n);
                draw_cell(frame, columns[n], unit, {left, at.y}, {left + width, at.y + height});
            }
        }
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace lstm
