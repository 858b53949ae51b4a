/// W, U and b of each gate, as tables that can be changed.
#include "ui/inspector/weight_tables.h"

#include "model/learning/optimizer.h"
#include "ui/state/cell_facts.h"
#include "ui/state/saved_values.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"
#include "ui/words/numbers.h"
#include "ui/words/user_text.h"

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

/// "H" of the units, "I" of the inputs, "O" of the outputs.
const char* letter_of(Extent extent) {
    switch (extent) {
        case Extent::input: return "I";
        case Extent::output: return "O";
        default: return "H";
    }
}

std::string with_word(const std::string& name, const std::string& word) {
    return word.empty() ? name : name + ", " + one_line(word, 40);
}

/// "y₁", and what the document calls it: "y₁, dog"
std::string name_of_output(const Document& document, int row) {
    const QuantityId y = document.cell().output();
    return with_word(document.cell().quantities[y].symbol + subscript(row),
                     label_of(document, y, row));
}

/// What [H × I] is here, and whose row this is.
std::string shape_in_words(const Frame& frame, ParameterId id, int row) {
    const Cell& cell = frame.cell();
    const Parameter& parameter = cell.parameters[id];
    const Sizes sizes = frame.document().sizes();
    std::string letters = letter_of(parameter.rows);
    std::string numbers = std::to_string(sizes.of(parameter.rows));
    if (parameter.columns != Extent::one) {
        letters += std::string(" × ") + letter_of(parameter.columns);
        numbers += " × " + std::to_string(sizes.of(parameter.columns));
    }
    const bool of_output = parameter.rows == Extent::output;
    return frame.words(
        "weights.shape",
        {{"letter", parameter.letter},
         {"letters", letters},
         {"numbers", numbers},
         {"row", std::to_string(row)},
         {"whose", of_output ? name_of_output(frame.document(), row)
                             : frame.words("weights.of_unit", {{"unit", std::to_string(row)}})}});
}

/// "x₁", and the document's own word for it if it has one: "x₁, price"
std::string source_name(const Document& document, ParameterId id, int column) {
    const std::string name = source_of(document.cell(), id) + subscript(column);
    if (document.cell().parameters[id].columns != Extent::input) return name;
    return with_word(name, label_of(document, document.cell().input, column));
}

/// What one weight does, in words.
std::string tooltip(const Words& words, const Document& document, ParameterId id, int row,
                    int column) {
    const Cell& cell = document.cell();
    const Parameter& parameter = cell.parameters[id];
    const bool of_output = parameter.rows == Extent::output;
    const bool is_vector = parameter.columns == Extent::one;
    const char* key = of_output                 ? is_vector ? "weights.bias_of_y" : "weights.to_y"
                      : !is_vector              ? "weights.to_unit"
                      : is_peephole(cell, id)   ? "weights.peephole"
                      : is_inner_bias(cell, id) ? "weights.inner_bias"
                                                : "weights.bias";
    return words(key, {{"weight", entry_name(parameter, row, column)},
                       {"source", source_name(document, id, column)},
                       {"unit", std::to_string(row)},
                       {"number", of_output ? name_of_output(document, row) : ""}});
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
            field.tooltip = tooltip(frame.words, frame.document(), id, row, column);
            field.about = shape_in_words(frame, id, row);
            field.weight = ParameterPlace{id, row, column};
            if (const auto change = number_field(frame, field, size))
                frame.proposals.edit(SetParameter{id, row, column, change->value}, change->gesture);
        }
        at.x += grid.gap;
    }
}

void draw_row(Frame& frame, const Table& table, int row, const Grid& grid, double limit) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImFont* const small = frame.theme.fonts.small;
    std::string name = std::to_string(row);
    if (!table.of_units) {  // an output may have a word of its own, if that is short
        const std::string label = label_of(frame.document(), frame.cell().output(), row);
        if (!label.empty() && text_size(small, label).x <= grid.gutter - frame.px(6)) name = label;
    }
    draw_text(
        *ImGui::GetWindowDrawList(), small, {start.x + frame.px(4), start.y + grid.row_height / 2},
        table.of_units && row == frame.view.cursor.unit ? frame.theme->accent : frame.theme->muted,
        name);
    const Halves halves = halves_of(frame, table, grid, start.x + grid.gutter);
    {
        const BeneathVectors beneath(frame, halves);
        draw_cells(frame, halves.matrices, row, grid, {halves.left, start.y}, limit);
    }
    draw_cells(frame, halves.vectors, row, grid, {halves.border, start.y}, limit);
    ImGui::SetCursorScreenPos({start.x, start.y + grid.row_height});
}

/// The first of `titles` that is no wider than `room`, or the last.
std::string title_that_fits(const Frame& frame, const std::vector<std::string>& titles,
                            float room) {
    for (const std::string& title : titles)
        if (text_size(frame.theme.fonts.small, title).x < room) return title;
    return titles.back();
}

/// How wide a padlock is with what is beside it, at scale 1.
constexpr float lock_width = 13;

/// The padlock of a parameter, its left end in the middle of `at`: whether training leaves it
/// alone.
void draw_lock(Frame& frame, ParameterId id, ImVec2 at) {
    const Parameter& parameter = frame.cell().parameters[id];
    const TrainingSettings& training = frame.document().training;
    const bool locked = named_by(training.frozen, frame.cell())[static_cast<std::size_t>(id)];
    const ImVec2 size{frame.px(lock_width), frame.px(14)};
    ImGui::SetCursorScreenPos({at.x, at.y - size.y / 2});
    if (press_area(frame, "weights/" + parameter.name() + "/lock", size,
                   frame.words(locked ? "weights.locked" : "weights.unlocked"))) {
        TrainingSettings settings = training;
        settings.frozen = with_frozen(training.frozen, frame.cell(), id, !locked);
        frame.proposals.edit(SetTraining{settings});
    }
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        ImGui::SetItemTooltip("%s", frame
                                        .words(locked ? "weights.unlock.help" : "weights.lock.help",
                                               {{"name", parameter.name()}})
                                        .c_str());
    }
    draw_icon(*ImGui::GetWindowDrawList(), locked ? Icon::locked : Icon::unlocked,
              {at.x + frame.px(5), at.y}, frame.px(9),
              packed(locked    ? frame.theme->accent
                     : hovered ? frame.theme->ink
                               : faded(frame.theme->muted, 0.6F)));
}

/// What the columns multiply, and in front of each parameter its padlock.
void draw_titles(Frame& frame, std::span<const ParameterId> parameters, const Grid& grid,
                 ImVec2 at) {
    for (const ParameterId id : parameters) {
        const Parameter& parameter = frame.cell().parameters[id];
        const std::string source = source_of(frame.cell(), id);
        const int count = frame.document().sizes().of(parameter.columns);
        draw_lock(frame, id, at);
        for (int column = 0; column < count; ++column, at.x += grid.cell_width) {
            const float taken = column == 0 ? frame.px(lock_width) : 0;
            const std::string number = source + (count > 1 ? subscript(column) : "");
            const bool has_word =
                parameter.columns == Extent::input && !frame.document().input_labels.empty();
            const std::string name =
                has_word ? short_name(frame.document(), frame.cell().input, column) : number;
            std::string title = parameter.letter;
            if (!source.empty())
                title = title_that_fits(
                    frame,
                    {title + " · " + name, title + "·" + name, name, title + " · " + number,
                     title + "·" + number, source + subscript(column)},
                    grid.cell_width - taken);
            draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.small,
                      {at.x + (grid.cell_width + taken) / 2, at.y}, frame.theme->muted, title,
                      Align::centre);
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
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(
        {grid.gutter + width_of(frame, table.parameters, grid), table_header(frame, table)});
}

}  // namespace

float weight_tables_height(const Frame& frame) {
    float height = 0;
    for (const Table& table : tables_of(frame))
        height += table_header(frame, table) + static_cast<float>(table.rows) * row_height(frame) +
                  table_gap(frame);
    return height;
}

void draw_weight_tables(Frame& frame) {
    ImGui::BeginChild("tables", {0, 0}, ImGuiChildFlags_None, ImGuiWindowFlags_HorizontalScrollbar);
    const Grid grid = grid_of(frame);
    const double limit = weight_limit(frame.document().network);
    const std::size_t first_stop = frame.regions.stops().size();
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
    frame.regions.put_numbers_first(first_stop);
    ImGui::EndChild();
}

}  // namespace lstm
