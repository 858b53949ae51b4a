/// W, U and b of each gate, as tables that can be changed.
#include "document/memory.h"
#include "maths/parameter_count.h"
#include "ui/inspector/cell_kinds.h"
#include "ui/panels.h"
#include "ui/state/cell_facts.h"
#include "ui/state/saved_values.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <vector>

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

/// The parameters of a gate or of the read-out.
struct Table {
    std::string name;
    ImVec4 colour;
    std::string formula;
    std::vector<ParameterId> parameters;
    int rows;  ///< none where a gate has no weights of its own
    bool of_units = true;
};

std::vector<Table> tables_of(const Frame& frame) {
    const Cell& cell = frame.cell();
    const Sizes sizes = frame.document().sizes();
    std::vector<Table> tables;
    tables.reserve(cell.gates.size() + 1);
    for (const Gate& gate : cell.gates)
        tables.push_back({gate.name, frame.theme.gate(gate), formula_of(cell, gate.value),
                          gate.parameters, gate.parameters.empty() ? 0 : sizes.hidden});
    if (cell.has_readout())
        tables.push_back({cell.parameters[cell.readout.W].gate,
                          frame.theme->ink,
                          formula_of(cell, cell.readout.y),
                          {cell.readout.W, cell.readout.b},
                          sizes.output,
                          false});
    return tables;
}

float row_height(const Frame& frame) {
    return frame.px(frame.document().sizes().hidden <= 2 ? 26 : 21);
}

/// Below each gate's table.
float table_gap(const Frame& frame) {
    return frame.px(frame.document().sizes().hidden <= 2 ? 12 : 5);
}

/// Name and formula, and below them what the columns multiply, if there are any.
float table_header(const Frame& frame, const Table& table) {
    return frame.px(table.rows == 0 ? header_height - 12 : header_height);
}

Grid grid_of(const Frame& frame) {
    const Sizes sizes = frame.document().sizes();
    Grid grid{0, row_height(frame), frame.px(20), frame.px(9)};
    int most = 1;
    std::size_t gaps = 2;
    for (const Gate& gate : frame.cell().gates) {
        int columns = 0;
        for (const ParameterId id : gate.parameters)
            columns += sizes.of(frame.cell().parameters[id].columns);
        most = std::max(most, columns);
        gaps = std::max(gaps, std::max<std::size_t>(gate.parameters.size(), 1) - 1);
    }
    const float room = ImGui::GetContentRegionAvail().x - grid.gutter -
                       static_cast<float>(gaps) * grid.gap - ImGui::GetStyle().ScrollbarSize;
    const auto columns = static_cast<float>(most);
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

/// What a matrix multiplies; nothing of a bias.
std::string source_of(const Cell& cell, ParameterId id) {
    if (cell.parameters[id].columns == Extent::one) return "";
    QuantityId vector = cell.multiplied_by(id);
    // A column has no room for "r ⊙ h₋".
    if (cell.quantities[vector].role == Role::heard)
        vector = cell.equation_of(vector).operands.back().id;
    return cell.quantities[vector].symbol;
}

/// Whether the parameter multiplies what it looks at, number by number.
bool is_peephole(const Cell& cell, ParameterId id) {
    return std::ranges::any_of(cell.equations, [&](const Equation& equation) {
        return equation.operation == Operation::multiply &&
               equation.operands.front() == Operand{Operand::Kind::parameter, id};
    });
}

/// Whether the parameter is added to a part of a sum, which a gate lets through.
bool is_inner_bias(const Cell& cell, ParameterId id) {
    return std::ranges::any_of(cell.equations, [&](const Equation& equation) {
        return cell.quantities[equation.result].role == Role::term &&
               equation.operation == Operation::add &&
               std::ranges::count(equation.operands, Operand{Operand::Kind::parameter, id}) > 0;
    });
}

/// What one weight does, in words.
std::string tooltip(const Words& words, const Cell& cell, ParameterId id, int row, int column) {
    const Parameter& parameter = cell.parameters[id];
    const bool of_output = parameter.rows == Extent::output;
    const bool is_vector = parameter.columns == Extent::one;
    const char* key = of_output                 ? is_vector ? "weights.bias_of_y" : "weights.to_y"
                      : !is_vector              ? "weights.to_unit"
                      : is_peephole(cell, id)   ? "weights.peephole"
                      : is_inner_bias(cell, id) ? "weights.inner_bias"
                                                : "weights.bias";
    return words(key, {{"weight", entry_name(parameter, row, column)},
                       {"source", source_of(cell, id) + subscript(column)},
                       {"unit", std::to_string(row)},
                       {"number", cell.quantities[cell.output()].symbol + subscript(row)}});
}

/// How wide the columns of `parameters` are together, with a gap behind each.
float width_of(const Frame& frame, std::span<const ParameterId> parameters, const Grid& grid) {
    float width = 0;
    for (const ParameterId id : parameters)
        width += grid.cell_width * static_cast<float>(frame.document().sizes().of(
                                       frame.cell().parameters[id].columns)) +
                 grid.gap;
    return width;
}

/// The matrices of a table, and the vectors behind them: b and its like stay in sight at the right
/// edge while the matrices scroll beneath them.
struct Halves {
    std::span<const ParameterId> matrices, vectors;
    float left;    ///< of the matrices, on the screen
    float border;  ///< between the two
};

Halves halves_of(const Frame& frame, const Table& table, const Grid& grid, float left) {
    const std::span<const ParameterId> all(table.parameters);
    const auto is_vector = [&](ParameterId id) {
        return frame.cell().parameters[id].columns == Extent::one;
    };
    const auto first = std::ranges::find_if(all, is_vector) - all.begin();
    const std::span matrices = all.first(static_cast<std::size_t>(first));
    const std::span vectors = all.subspan(static_cast<std::size_t>(first));
    const float edge = ImGui::GetCurrentWindowRead()->InnerRect.Max.x - frame.px(2);
    const float border = std::min(left + width_of(frame, matrices, grid),
                                  edge - width_of(frame, vectors, grid) + grid.gap);
    return {matrices, vectors, left, border};
}

/// Keeps what is drawn while it lives to the left of what stays.
class BeneathVectors {
public:
    BeneathVectors(const Frame& frame, const Halves& halves) {
        const float gap = frame.px(6);
        const ImRect& inner = ImGui::GetCurrentWindowRead()->InnerRect;
        ImGui::PushClipRect(inner.Min, {halves.border - gap, inner.Max.y}, true);
    }
    BeneathVectors(const BeneathVectors&) = delete;
    BeneathVectors& operator=(const BeneathVectors&) = delete;
    ~BeneathVectors() { ImGui::PopClipRect(); }
};

void draw_cells(Frame& frame, std::span<const ParameterId> parameters, int row, const Grid& grid,
                ImVec2 at, double limit) {
    for (const ParameterId id : parameters) {
        const Parameter& parameter = frame.cell().parameters[id];
        const Matrix& matrix = *frame.document().network.parameters[id];
        for (int column = 0; column < matrix.cols(); ++column, at.x += grid.cell_width) {
            ImGui::SetCursorScreenPos(at);
            const ImVec2 size{grid.cell_width - frame.px(2), grid.row_height - frame.px(2)};
            if (!within_reach(frame, size)) continue;
            NumberField field;
            field.id = "weights/" + entry_name(parameter, row, column);
            field.value = matrix(row, column);
            field.original = original_weight(frame.session, {id, row, column});
            field.limit = limit;
            field.tooltip = tooltip(frame.words, frame.cell(), id, row, column);
            field.weight = ParameterPlace{id, row, column};
            if (const auto change = number_field(frame, field, size))
                frame.proposals.edit(SetParameter{id, row, column, change->value}, change->gesture);
        }
        at.x += grid.gap;
    }
}

void draw_row(Frame& frame, const Table& table, int row, const Grid& grid, double limit) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    draw_text(
        *ImGui::GetWindowDrawList(), frame.theme.fonts.small,
        {start.x + frame.px(4), start.y + grid.row_height / 2},
        table.of_units && row == frame.view.cursor.unit ? frame.theme->accent : frame.theme->muted,
        std::to_string(row));
    const Halves halves = halves_of(frame, table, grid, start.x + grid.gutter);
    {
        const BeneathVectors beneath(frame, halves);
        draw_cells(frame, halves.matrices, row, grid, {halves.left, start.y}, limit);
    }
    draw_cells(frame, halves.vectors, row, grid, {halves.border, start.y}, limit);
    ImGui::SetCursorScreenPos({start.x, start.y + grid.row_height});
}

/// What the columns multiply.
void draw_titles(const Frame& frame, std::span<const ParameterId> parameters, const Grid& grid,
                 ImVec2 at) {
    for (const ParameterId id : parameters) {
        const Parameter& parameter = frame.cell().parameters[id];
        const std::string source = source_of(frame.cell(), id);
        const int count = frame.document().sizes().of(parameter.columns);
        for (int column = 0; column < count; ++column, at.x += grid.cell_width) {
            const std::string title =
                parameter.letter +
                (source.empty() ? "" : " · " + source + (count > 1 ? subscript(column) : ""));
            const bool fits = text_size(frame.theme.fonts.small, title).x < grid.cell_width;
            draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.small,
                      {at.x + grid.cell_width / 2, at.y}, frame.theme->muted,
                      fits ? title : source + subscript(column), Align::centre);
        }
        at.x += grid.gap;
    }
}

/// MathSymbol, equation, and what the columns multiply.
void draw_table_header(Frame& frame, const Table& table, const Grid& grid) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec4 colour = table.colour;
    const float line = frame.px(19);
    list.AddRectFilled({at.x, at.y + frame.px(3)}, {at.x + frame.px(4), at.y + line - frame.px(3)},
                       packed(colour), frame.px(2));
    draw_text(list, frame.theme.fonts.bold, {at.x + frame.px(10), at.y + line / 2}, colour,
              table.name);
    const float after = at.x + frame.px(18) + text_size(frame.theme.fonts.bold, table.name).x;
    draw_text(list, frame.theme.fonts.small, {after, at.y + line / 2}, frame.theme->muted,
              table.formula);
    frame.regions.add("formula/" + table.name, {after, at.y},
                      {at.x + ImGui::GetContentRegionAvail().x, at.y + line}, table.formula);

    const Halves halves = halves_of(frame, table, grid, at.x + grid.gutter);
    {
        const BeneathVectors beneath(frame, halves);
        draw_titles(frame, halves.matrices, grid, {halves.left, at.y + line + frame.px(6)});
    }
    draw_titles(frame, halves.vectors, grid, {halves.border, at.y + line + frame.px(6)});
    if (halves.border < halves.left + width_of(frame, halves.matrices, grid)) {
        const float x = halves.border - frame.px(3);
        const float below = at.y + table_header(frame, table);
        list.AddLine({x, at.y + line},
                     {x, below + grid.row_height * static_cast<float>(table.rows)},
                     packed(frame.theme->rule), frame.px(1));
    }
    ImGui::Dummy(
        {grid.gutter + width_of(frame, table.parameters, grid), table_header(frame, table)});
}

/// "100 steps take 1.2 MB of memory": what the document would hold with other sizes.
std::string cost_of(const Frame& frame, Sizes sizes) {
    const int steps = frame.document().steps();
    return frame.words(steps == 1 ? "weights.cost_of_one" : "weights.cost",
                       {{"steps", std::to_string(steps)},
                        {"bytes", format_bytes(bytes_of(frame.cell(), sizes, steps))}});
}

/// The line that says how many numbers there are, in pixels.
constexpr float count_height = 14;

/// The kind of cell, and how many numbers its read-out gives.
void draw_kind(Frame& frame) {
    const Sizes sizes = frame.document().sizes();
    const float readout = frame.px(168);
    const float room = ImGui::GetContentRegionAvail().x - readout;
    const bool open = frame.view.look.choosing_cell;
    const std::string title =
        elided(frame.theme.fonts.text, frame.cell().title, room - frame.px(50));
    if (button(frame, "weights/kind", (open ? "▴  " : "▾  ") + title,
               frame.words("weights.kind.help") + "\n" + frame.cell().source, true, open))
        frame.view.look.choosing_cell = !open;
    ImGui::SameLine(0, frame.px(12));
    if (const auto outputs = stepper(frame, "weights/output_size", frame.words("weights.readout"),
                                     sizes.output, 0, max_size, [&](int n) {
                                         return cost_of(frame, {sizes.input, sizes.hidden, n});
                                     }))
        frame.proposals.edit(Resize{{sizes.input, sizes.hidden, *outputs}});
}

/// What sizes and seed take on one line, in pixels.
float network_width(const Frame& frame) {
    const Sizes sizes = frame.document().sizes();
    return stepper_width(frame, frame.words("weights.inputs"), sizes.input) +
           stepper_width(frame, frame.words("weights.units"), sizes.hidden) +
           text_size(frame.theme.fonts.text, frame.words("seed")).x + frame.px(2 * 12 + 54) +
           button_width(frame, frame.words("weights.randomise"));
}

void draw_network(Frame& frame) {
    const Sizes sizes = frame.document().sizes();
    if (const auto input = stepper(frame, "weights/input_size", frame.words("weights.inputs"),
                                   sizes.input, 1, max_size, [&](int n) {
                                       return cost_of(frame, {n, sizes.hidden, sizes.output});
                                   }))
        frame.proposals.edit(Resize{{*input, sizes.hidden, sizes.output}});
    ImGui::SameLine(0, frame.px(12));
    if (const auto hidden = stepper(frame, "weights/hidden_size", frame.words("weights.units"),
                                    sizes.hidden, 1, max_size, [&](int n) {
                                        return cost_of(frame, {sizes.input, n, sizes.output});
                                    }))
        frame.proposals.edit(Resize{{sizes.input, *hidden, sizes.output}});
    ImGui::SameLine(0, frame.px(12));
    draw_seed(frame, "weights", frame.words("weights.randomise"));
    // How many numbers there are, and why.
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size{ImGui::GetContentRegionAvail().x, frame.px(count_height)};
    const std::string count =
        frame.words("weights.count", {{"sum", parameter_sum(frame.cell(), sizes)}});
    draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.small, {at.x, at.y + size.y / 2},
              frame.theme->muted, elided(frame.theme.fonts.small, count, size.x));
    frame.regions.add("weights/count", at, {at.x + size.x, at.y + size.y}, count);
    ImGui::Dummy(size);
}

}  // namespace

float weights_height(const Frame& frame, float width) {
    const float line = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemSpacing.y;
    const bool wraps = network_width(frame) > width - frame.px(20);
    float height = line + ImGui::GetFrameHeight() + frame.px(16 + count_height) +
                   ImGui::GetStyle().ItemSpacing.y + (wraps ? line : 0);
    for (const Table& table : tables_of(frame))
        height += table_header(frame, table) + static_cast<float>(table.rows) * row_height(frame) +
                  table_gap(frame);
    return height;
}

void draw_weights(Frame& frame) {
    draw_kind(frame);
    if (frame.view.look.choosing_cell) {
        ImGui::BeginChild("kinds");
        draw_kinds(frame);
        ImGui::EndChild();
        return;
    }
    draw_network(frame);
    ImGui::Dummy({0, frame.px(2)});
    ImGui::BeginChild("tables", {0, 0}, ImGuiChildFlags_None, ImGuiWindowFlags_HorizontalScrollbar);
    const Grid grid = grid_of(frame);
    const double limit = weight_limit(frame.document().network);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const Table& table : tables_of(frame)) {
        draw_table_header(frame, table, grid);
        ImGuiListClipper clipper;
        clipper.Begin(table.rows, grid.row_height);
        include_focused_rows(frame, clipper);
        while (clipper.Step())
            for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row)
                draw_row(frame, table, row, grid, limit);
        ImGui::Dummy({1, table_gap(frame)});
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace lstm
