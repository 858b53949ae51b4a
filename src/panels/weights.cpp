/// W, U and b of each gate, as tables that can be changed.
#include "panels/focus.h"
#include "panels/numbers.h"
#include "panels/originals.h"
#include "panels/panels.h"
#include "panels/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lstm {
namespace {

/// Sizes of the tables, in pixels.
struct Grid {
    float cell_width;
    float row_height;
    float gutter;  ///< for the unit's number
    float gap;     ///< between W, U and b
};

constexpr float header_height = 33;

float row_height(const Frame& frame) {
    return frame.px(frame.document().sizes().hidden <= 2 ? 26 : 21);
}

/// Below each gate's table.
float table_gap(const Frame& frame) {
    return frame.px(frame.document().sizes().hidden <= 2 ? 12 : 5);
}

Grid grid_of(const Frame& frame) {
    const Sizes sizes = frame.document().sizes();
    Grid grid{0, row_height(frame), frame.px(20), frame.px(9)};
    const float room = ImGui::GetContentRegionAvail().x - grid.gutter - 2 * grid.gap -
                       ImGui::GetStyle().ScrollbarSize;
    const auto columns = static_cast<float>(sizes.input + sizes.hidden + 1);
    grid.cell_width = std::clamp(room / columns, frame.px(37), frame.px(124));
    return grid;
}

/// The largest magnitude among all weights, at least 1: one scale of colour for all tables.
double weight_limit(const Network& network) {
    double limit = 1;
    for (const Shared<Matrix>& matrix : network.parameters)
        if (matrix->size() > 0) limit = std::max(limit, matrix->cwiseAbs().maxCoeff());
    return limit;
}

std::string entry_name(const Parameter& parameter, int row, int column) {
    const std::string name = parameter.name() + "[" + std::to_string(row) + "]";
    return parameter.columns == Extent::one ? name : name + "[" + std::to_string(column) + "]";
}

/// What one weight does, in words.
std::string tooltip(const Parameter& parameter, int row, int column) {
    std::string text = entry_name(parameter, row, column) + ": ";
    if (parameter.letter == "b") return text + "bias of unit " + std::to_string(row);
    if (parameter.letter == "p") return text + "peephole of unit " + std::to_string(row);
    if (parameter.letter == "b_u")
        return text + "bias of unit " + std::to_string(row) + ", inside the reset";
    const std::string source = parameter.letter == "W" ? "x" : "h₋";
    return text + source + subscript(column) + " → unit " + std::to_string(row);
}

void draw_row(Frame& frame, const Gate& gate, int row, const Grid& grid, double limit) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.small,
              {start.x + frame.px(4), start.y + grid.row_height / 2},
              row == frame.view.unit ? frame.theme->accent : frame.theme->muted,
              std::to_string(row));
    float x = start.x + grid.gutter;
    for (const ParameterId id : gate.parameters) {
        const Parameter& parameter = frame.cell().parameters[id];
        const Matrix& matrix = *frame.document().network.parameters[id];
        for (int column = 0; column < matrix.cols(); ++column, x += grid.cell_width) {
            ImGui::SetCursorScreenPos({x, start.y});
            const ImVec2 size{grid.cell_width - frame.px(2), grid.row_height - frame.px(2)};
            if (!within_reach(frame, size)) continue;
            NumberField field;
            field.id = "weights/" + entry_name(parameter, row, column);
            field.value = matrix(row, column);
            field.original = original_weight(frame.session, {id, row, column});
            field.limit = limit;
            field.tooltip = tooltip(parameter, row, column);
            field.weight = ParameterPlace{id, row, column};
            if (const auto change = number_field(frame, field, size))
                frame.proposals.edit(SetParameter{id, row, column, change->value}, change->gesture);
        }
        x += grid.gap;
    }
    ImGui::SetCursorScreenPos({start.x, start.y + grid.row_height});
}

/// Symbol, equation, and what the columns multiply.
void draw_gate_header(Frame& frame, const Gate& gate, const Grid& grid) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Cell& cell = frame.cell();
    const ImVec4 colour = frame.theme.gate(gate.name);
    const float line = frame.px(19);
    list.AddRectFilled({at.x, at.y + frame.px(3)}, {at.x + frame.px(4), at.y + line - frame.px(3)},
                       packed(colour), frame.px(2));
    const std::string& symbol = cell.quantities[gate.value].symbol;
    const std::string activation = gate.activation == Operation::tanh ? "tanh" : "σ";
    draw_text(list, frame.theme.fonts.bold, {at.x + frame.px(10), at.y + line / 2}, colour,
              gate.name);
    const float after = at.x + frame.px(18) + text_size(frame.theme.fonts.bold, gate.name).x;
    draw_text(list, frame.theme.fonts.small, {after, at.y + line / 2}, frame.theme->muted,
              symbol + " = " + activation + "(W x + U h₋ + b)");

    float x = at.x + grid.gutter;
    const float y = at.y + line + frame.px(6);
    const auto titles = [&](const std::string& letter, const std::string& source, int count) {
        for (int column = 0; column < count; ++column, x += grid.cell_width) {
            const std::string title =
                letter +
                (source.empty() ? "" : " · " + source + (count > 1 ? subscript(column) : ""));
            const bool fits = text_size(frame.theme.fonts.small, title).x < grid.cell_width;
            draw_text(list, frame.theme.fonts.small, {x + grid.cell_width / 2, y},
                      frame.theme->muted, fits ? title : source + subscript(column), Align::centre);
        }
        x += grid.gap;
    };
    for (const ParameterId id : gate.parameters) {
        const Parameter& parameter = cell.parameters[id];
        const int columns = frame.document().sizes().of(parameter.columns);
        titles(parameter.letter,
               parameter.letter == "W"   ? "x"
               : parameter.letter == "U" ? "h₋"
                                         : "",
               columns);
    }
    ImGui::Dummy({x - at.x, frame.px(header_height)});
}

void draw_network(Frame& frame) {
    const Sizes sizes = frame.document().sizes();
    if (const auto input = stepper(frame, "weights/input_size", "inputs", sizes.input, 1, max_size))
        frame.proposals.edit(Resize{{*input, sizes.hidden, sizes.output}});
    ImGui::SameLine(0, frame.px(12));
    if (const auto hidden =
            stepper(frame, "weights/hidden_size", "units", sizes.hidden, 1, max_size))
        frame.proposals.edit(Resize{{sizes.input, *hidden, sizes.output}});
    ImGui::SameLine(0, frame.px(12));
    wrap_before(frame.px(86));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted("seed");
    ImGui::SameLine(0, frame.px(6));
    ImGui::SetNextItemWidth(frame.px(44));
    open_text_at_focus(frame, "weights/seed");
    ImGui::InputScalar("###weights/seed", ImGuiDataType_U64, &frame.view.seed);
    frame.regions.add("weights/seed", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                      std::to_string(frame.view.seed));
    focus_text(frame, "weights/seed");
    ImGui::SameLine(0, frame.px(4));
    if (button(frame, "weights/randomise", "Randomise",
               "Random weights from this seed: the same seed gives the same weights"))
        frame.proposals.edit(Randomise{frame.view.seed});
}

}  // namespace

float weights_height(const Frame& frame) {
    const auto units = static_cast<float>(frame.document().sizes().hidden);
    const auto gates = static_cast<float>(frame.cell().gates.size());
    const float table = frame.px(header_height) + units * row_height(frame) + table_gap(frame);
    return ImGui::GetFrameHeight() + frame.px(10) + gates * table;
}

void draw_weights(Frame& frame) {
    draw_network(frame);
    ImGui::Dummy({0, frame.px(2)});
    ImGui::BeginChild("tables", {0, 0}, ImGuiChildFlags_None, ImGuiWindowFlags_HorizontalScrollbar);
    const Grid grid = grid_of(frame);
    const double limit = weight_limit(frame.document().network);
    const int units = frame.document().sizes().hidden;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const Gate& gate : frame.cell().gates) {
        draw_gate_header(frame, gate, grid);
        ImGuiListClipper clipper;
        clipper.Begin(units, grid.row_height);
        include_focused_rows(frame, clipper);
        while (clipper.Step())
            for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row)
                draw_row(frame, gate, row, grid, limit);
        ImGui::Dummy({1, table_gap(frame)});
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace lstm
