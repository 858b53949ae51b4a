/// The cell state as a notebook: a ruled page for the selected step, one line a memory slot.
///
/// What the forget gate strikes out is struck out as strongly as 1 − f; what is written is fresh
/// ink, as strong as i ⊙ c̃; what the output gate reads aloud is highlighted as strongly as o; and
/// the spoken h stands in the margin.
#include "ui/comparison/pinned_run.h"
#include "ui/notebook/columns.h"
#include "ui/panels.h"
#include "ui/state/backward.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lstm {
namespace {

constexpr float sentence_height = 22;
constexpr float header_height = 19;
constexpr float line_height = 27;
constexpr float padding = 8;
constexpr float edge = 20;          ///< of the page, where its holes are
constexpr float moved_height = 14;  ///< below each number, how far it is from the pinned run

float row_height(const Frame& frame) {
    return line_height + (frame.view.comparison.pinned ? moved_height : 0);
}

Columns columns_of(Frame& frame, float left, float right) {
    Columns columns = columns_in_order(frame.cell());
    const float width = (right - left) / static_cast<float>(columns.size());
    for (std::size_t n = 0; n < columns.size(); ++n) {
        columns[n].left = left + width * static_cast<float>(n);
        columns[n].right = columns[n].left + width;
    }
    return columns;
}

/// One line of the notebook while it is drawn.
struct Slot {
    Frame& frame;
    ImDrawList& list;
    int number;
    float top;
    float bottom;

    /// What `gate` says; `unknown` until it has spoken.
    [[nodiscard]] float share_of(QuantityId gate, double unknown) const {
        const double share = frame.value(gate, number).value_or(unknown);
        return std::isnan(share) ? 0.0F : static_cast<float>(share);
    }
    /// How much of the line stays: all where nothing can strike it out, nothing where it is written
    /// over.
    [[nodiscard]] float kept() const {
        const Cell& cell = frame.cell();
        if (cell.has(Role::keep)) return share_of(cell.at(Role::keep), 1);
        const bool replaced = cell.family == Family::rnn && frame.view.cursor.phase == Phase::speak;
        return replaced && frame.view.cursor.t > 0 ? 0.0F : 1.0F;
    }
    /// How much of the line is read out: all where nobody chooses.
    [[nodiscard]] float read() const {
        const QuantityId expose = frame.cell().find(Role::expose);
        if (expose != none) return share_of(expose, 0);
        return frame.view.cursor.t > 0 && frame.view.cursor.phase == Phase::speak ? 1.0F : 0.0F;
    }
};

/// A stroke of the pen through a number that ends at `end`, as by hand: from lower left to upper
/// right.
void strike(const Slot& line, ImVec2 end, float width, float strength) {
    const Frame& frame = line.frame;
    const float rise = frame.px(2);
    const float over = frame.px(4);
    const ImVec2 from{end.x - width - over, end.y + rise};
    const ImVec2 to{end.x + over, end.y - rise};
    const float third = (to.x - from.x) / 3;
    line.list.AddBezierCubic(from, {from.x + third, end.y - rise}, {to.x - third, end.y + rise}, to,
                             packed(faded(frame.theme->forget, strength)),
                             frame.px(1 + 1.6F * strength));
}

void draw_old(const Slot& line, const std::string& text, ImVec2 at) {
    Frame& frame = line.frame;
    const float kept = line.kept();
    draw_text(line.list, frame.theme.fonts.text, at,
              blended(frame.theme->muted, frame.theme->ink, kept), text, Align::right);
    const float struck = 1 - kept;
    if (struck < 0.004F) return;
    strike(line, at, text_size(frame.theme.fonts.text, text).x, struck);
}

void draw_share(const Slot& line, const Column& column, const std::string& text, ImVec2 at) {
    Frame& frame = line.frame;
    const std::optional<double> value = frame.value(column.id, line.number);
    const ImVec4 colour = frame.theme.quantity(frame.cell(), column.id);
    draw_text(line.list, frame.theme.fonts.text, {at.x, at.y - frame.px(2)},
              value ? colour : frame.theme->muted, text, Align::right);
    gate_bar(frame, {column.left + frame.px(12), line.bottom - frame.px(7)},
             {at.x, line.bottom - frame.px(3)}, colour, value);
}

void draw_idea(const Slot& line, const Column& column, const std::string& text, ImVec2 at) {
    Frame& frame = line.frame;
    const std::optional<double> value = frame.value(column.id, line.number);
    draw_text(line.list, frame.theme.fonts.text, {at.x, at.y - frame.px(2)},
              value ? frame.theme->candidate : frame.theme->muted, text, Align::right);
    signed_bar(frame, {column.left + frame.px(12), line.bottom - frame.px(7)},
               {at.x, line.bottom - frame.px(3)}, value, 1);
}

void draw_fresh(const Slot& line, const Column& column, ImVec2 at) {
    Frame& frame = line.frame;
    const std::optional<double> value = frame.value(column.id, line.number);
    const std::string text = value ? format_calm_change(*value, frame.view.look.decimals) : "?";
    const auto strength = static_cast<float>(std::min(std::abs(value.value_or(0)), 1.0));
    // Even the faintest ink can be read.
    const ImVec4 ink =
        blended(frame.theme->muted, frame.theme->input, std::isnan(strength) ? 0 : strength);
    draw_text(line.list, strength > 0.5F ? frame.theme.fonts.bold : frame.theme.fonts.text, at,
              value ? ink : frame.theme->muted, text, Align::right);
}

/// What a marker leaves on a number from `begin` to `end`: slanted, and wider than it.
void highlight(const Slot& line, ImVec2 begin, ImVec2 end, float strength) {
    const Frame& frame = line.frame;
    const float half = frame.px(9);
    const float slant = frame.px(2);
    const float over = frame.px(6);
    line.list.AddQuadFilled(
        {begin.x - over + slant, begin.y - half}, {end.x + over + slant, end.y - half},
        {end.x + over - slant, end.y + half}, {begin.x - over - slant, begin.y + half},
        packed(faded(frame.theme->highlight, strength)));
}

void draw_page(const Slot& line, const Column& column, const std::string& text, ImVec2 at) {
    Frame& frame = line.frame;
    const std::optional<double> value = frame.value(column.id, line.number);
    const float width = text_size(frame.theme.fonts.bold, text).x;
    const float read = line.read();
    if (value && read > 0) highlight(line, {at.x - width, at.y}, at, read);
    draw_text(line.list, frame.theme.fonts.bold, at, value ? frame.theme->ink : frame.theme->muted,
              text, Align::right);
}

/// How much of its column the widest number of the run takes.
float widest_of(const Frame& frame, QuantityId quantity) {
    const double most = std::max(frame.scales.of(frame.cell(), quantity), 1.0);
    return text_size(frame.theme.fonts.bold, format_value(-most, frame.view.look.decimals)).x;
}

/// In quotes that stand where they do for the widest number, so that they are still while numbers
/// change; or in none where the margin has no room for them.
void draw_hidden(const Slot& line, const Column& column, const std::string& text, ImVec2 at) {
    Frame& frame = line.frame;
    ImFont* const font = frame.theme.fonts.bold;
    const bool known = frame.value(column.id, line.number).has_value();
    const ImVec4 colour = known ? frame.theme->hidden_state : frame.theme->muted;
    const float quote = text_size(font, "“").x;
    const float widest = widest_of(frame, column.id);
    const bool room = widest + 2 * quote < at.x - column.left - frame.px(8);
    const float end = room ? at.x - quote : at.x;
    draw_text(line.list, font, {end, at.y}, colour, text, Align::right);
    if (!known || !room || text_size(font, text).x > widest) return;
    draw_text(line.list, font, {end - widest - quote, at.y}, colour, "“");
    draw_text(line.list, font, {end, at.y}, colour, "”");
}

void draw_entry(const Slot& line, const Column& column) {
    Frame& frame = line.frame;
    const ImVec2 min{column.left, line.top};
    const ImVec2 max{column.right, line.bottom};
    const Element element{column.id, line.number};
    if (link(frame, min, max, element))
        line.list.AddRectFilled({min.x, min.y + 1}, {max.x, max.y - 1},
                                packed(frame.theme->accent_soft), frame.px(4));
    const ImVec2 at{column.right - frame.px(8), (line.top + line.bottom) / 2};
    const std::string text = shown_value(frame, element);
    const std::string id = "notebook/" + element_name(frame.cell(), column.id, line.number);
    switch (column.ink) {
        case Ink::old: draw_old(line, text, at); break;
        case Ink::share: draw_share(line, column, text, at); break;
        case Ink::idea: draw_idea(line, column, text, at); break;
        case Ink::fresh: draw_fresh(line, column, at); break;
        case Ink::term:
            draw_text(line.list, frame.theme.fonts.text, at, frame.theme->ink, text, Align::right);
            break;
        case Ink::page: draw_page(line, column, text, at); break;
        case Ink::hidden: draw_hidden(line, column, text, at); break;
    }
    if (clamp_on(frame, element) != nullptr) {
        const ImVec4 colour = frame.theme.quantity(frame.cell(), column.id);
        held_frame(frame, {min.x + frame.px(4), min.y + frame.px(2)},
                   {max.x - frame.px(3), max.y - frame.px(1)}, colour);
        held_tag(frame, id, {min.x + frame.px(23), max.y - frame.px(9)}, colour);
    }
    draw_moved_by(frame, id, element, {at.x, line.bottom + frame.px(moved_height / 2)},
                  Align::right);
    frame.regions.add(id, min, max, text);
    if (!ImGui::IsMouseHoveringRect(min, max) || !ImGui::IsWindowHovered()) return;
    ImGui::SetTooltip("%s\n%s", full_value(frame, element).c_str(),
                      frame.words("click_for_working").c_str());
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) show_derivation(frame, element);
}

/// The number of the slot; a click chooses its unit.
void draw_slot(const Slot& line, float left, float right) {
    Frame& frame = line.frame;
    const std::string id = "notebook/" + std::to_string(line.number);
    if (ImGui::InvisibleButton(id.c_str(),
                               {std::max(right - left, 1.0F), frame.px(row_height(frame))}))
        frame.view.cursor.unit = line.number;
    frame.regions.add(id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    const bool chosen = line.number == frame.view.cursor.unit;
    const float middle = (line.top + line.bottom) / 2;
    if (chosen && frame.document().sizes().hidden > 1)
        line.list.AddTriangleFilled({left, middle - frame.px(5)}, {left + frame.px(6), middle},
                                    {left, middle + frame.px(5)}, packed(frame.theme->accent));
    draw_text(line.list, chosen ? frame.theme.fonts.bold : frame.theme.fonts.text,
              {left + frame.px(11), middle}, chosen ? frame.theme->ink : frame.theme->muted,
              std::to_string(line.number));
}

/// The holes that hold the page in its binder, along the left edge.
void draw_holes(const Frame& frame, const PanelArea& area) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float apart = frame.px(56);
    const int count = std::max(2, static_cast<int>(area.height() / apart));
    for (int n = 0; n < count; ++n) {
        const float share = (static_cast<float>(n) + 0.5F) / static_cast<float>(count);
        const ImVec2 centre{area.min.x + frame.px(11), area.min.y + area.height() * share};
        list.AddCircleFilled(centre, frame.px(4.5F), packed(frame.theme->desk));
        list.AddCircle(centre, frame.px(4.5F), packed(frame.theme->rule), 0, frame.px(1));
    }
}

/// The page itself: margins right and left of the lines, and a title over each column.
void draw_sheet(Frame& frame, const Columns& columns, const PanelArea& area, float header) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 margin = packed(frame.theme->margin);
    const float left = columns.front().left - frame.px(2);
    const float right = columns.back().left + frame.px(4);
    const float top = header - frame.px(header_height) / 2;
    list.AddLine({left, top}, {left, area.max.y - 1}, margin);
    list.AddLine({right, top}, {right, area.max.y - 1}, margin);
    for (const Column& column : columns) {
        const float right_end = column.right - frame.px(8);
        const std::string title = frame.words(column.title);
        const std::string& letters = frame.cell().quantities[column.id].symbol;
        const float symbol = text_size(frame.theme.fonts.bold, letters).x + frame.px(5);
        if (symbol > column.right - column.left + frame.px(2)) {
            draw_text(list, frame.theme.fonts.small, {right_end, header}, frame.theme->muted, title,
                      Align::right);
            continue;
        }
        draw_text(list, frame.theme.fonts.bold, {right_end, header},
                  frame.theme.quantity(frame.cell(), column.id), letters, Align::right);
        if (text_size(frame.theme.fonts.small, title).x + symbol <
            column.right - column.left - frame.px(12))
            draw_text(list, frame.theme.fonts.small, {right_end - symbol, header},
                      frame.theme->muted, title, Align::right);
    }
}

/// The page's number with a way to the pages before and after, and what just happened in one
/// sentence.
float draw_heading(Frame& frame, const PanelArea& area) {
    const float height = frame.px(sentence_height);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float middle = area.min.y + frame.px(padding) + height / 2 - frame.px(3);
    const std::string page =
        frame.words("notebook.page", {{"t", std::to_string(frame.view.cursor.t)}});
    const float right = area.max.x - frame.px(8);
    const float leaf = frame.px(17);
    const float number = text_size(frame.theme.fonts.small, page).x;
    const float width = number + 2 * leaf;
    const auto leaf_to = [&](const char* id, const char* sign, float x, int t) {
        const bool there = t >= 1 && t <= frame.document().steps();
        ImGui::SetCursorScreenPos({x, middle - height / 2});
        ImGui::BeginDisabled(!there);
        if (press_area(frame, id, {leaf, height}) && there) go_to(frame.view, frame.document(), t);
        ImGui::EndDisabled();
        draw_text(list, frame.theme.fonts.bold, {x + leaf / 2, middle},
                  there ? frame.theme->accent : faded(frame.theme->muted, 0.4F), sign,
                  Align::centre);
    };
    leaf_to("notebook/earlier", "‹", right - width, frame.view.cursor.t - 1);
    leaf_to("notebook/later", "›", right - leaf, frame.view.cursor.t + 1);
    draw_text(list, frame.theme.fonts.small, {right - leaf, middle}, frame.theme->muted, page,
              Align::right);
    const float left = area.min.x + frame.px(edge + 4);
    const std::string sentence =
        frame.view.cursor.backward_phase ? narrate_backward(frame) : narrate(frame);
    draw_text(list, frame.theme.fonts.text, {left, middle}, frame.theme->ink,
              elided(frame.theme.fonts.text, sentence, right - width - frame.px(14) - left));
    frame.regions.add("notebook/sentence", {left, middle - height / 2},
                      {right - width, middle + height / 2}, sentence);
    return height;
}

}  // namespace

float usual_notebook_height(int slots) {
    return sentence_height + header_height + line_height * static_cast<float>(slots) + 2 * padding -
           3;
}

float notebook_height(const Frame& frame, int slots) {
    return frame.px(sentence_height + header_height +
                    row_height(frame) * static_cast<float>(slots) + 2 * padding - 3);
}

void draw_notebook(Frame& frame, const PanelArea& area) {
    const Card card(frame, "notebook", area.min, area.max, 0);
    draw_holes(frame, area);
    const float sentence = draw_heading(frame, area);
    const int slots = frame.document().sizes().hidden;
    const float row = frame.px(row_height(frame));
    const float top = area.min.y + frame.px(padding + header_height - 3) + sentence;
    const bool scrolls = row * static_cast<float>(slots) > area.max.y - top;
    const float left = area.min.x + frame.px(edge + 40);
    const float right = area.max.x - frame.px(6) - (scrolls ? ImGui::GetStyle().ScrollbarSize : 0);
    const Columns columns = columns_of(frame, left, right);
    draw_sheet(frame, columns, area, top - frame.px(header_height / 2 + 1));

    ImGui::SetCursorScreenPos({area.min.x, top});
    ImGui::BeginChild("lines",
                      {area.width() - frame.px(2), std::max(area.max.y - top - frame.px(2), 1.0F)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImGuiListClipper clipper;
    clipper.Begin(slots, row);
    while (clipper.Step()) {
        for (int slot = clipper.DisplayStart; slot < clipper.DisplayEnd; ++slot) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            ImDrawList& list = *ImGui::GetWindowDrawList();
            const float from = at.x + frame.px(edge);
            list.AddLine({from, at.y}, {right, at.y}, packed(frame.theme->ruling));
            list.AddLine({from, at.y + row}, {right, at.y + row}, packed(frame.theme->ruling));
            const Slot line{frame, list, slot, at.y, at.y + frame.px(line_height)};
            draw_slot(line, at.x + frame.px(edge + 4), left - frame.px(4));
            for (const Column& column : columns) draw_entry(line, column);
        }
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace lstm
