/// A line for each kind of cell.
#include "ui/inspector/cell_kinds.h"

#include "ui/comparison/comparison.h"
#include "ui/inspector/cell_form.h"
#include "ui/widgets/widgets.h"

namespace lstm {
namespace {

/// Shows `cell` beside that of the document, or no longer.
void draw_comparison_button(Frame& frame, const Cell& cell, ImVec2 at, float height) {
    const ImVec2 after = ImGui::GetCursorScreenPos();
    const bool shown = comparison_kind(frame.view, frame.cell()) == cell.kind;
    ImGui::SetCursorScreenPos({at.x, at.y + (height - ImGui::GetFrameHeight()) / 2});
    if (button(frame, "weights/kind/" + cell.kind + "/beside", frame.words("weights.beside"),
               frame.words(shown ? "comparison.close.help" : "weights.beside.help") + "  (C)", true,
               shown)) {
        frame.view.comparison.on = !shown;
        frame.view.comparison.kind = cell.kind;
        frame.view.look.choosing_cell = false;
    }
    ImGui::SetCursorScreenPos(after);
}

}  // namespace

void draw_kinds(Frame& frame) {
    bool& form = frame.view.look.choosing_form;
    if (button(frame, "weights/kinds", frame.words("form.kinds"), "", true, !form)) form = false;
    ImGui::SameLine(0, frame.px(3));
    if (button(frame, "weights/form", frame.words("form.title"), frame.words("form.title.help"),
               true, form))
        form = true;
    ImGui::Dummy({0, frame.px(2)});
    if (form) return draw_form(frame);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float height = frame.px(37);
    for (const Cell* cell : cells()) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const bool own = cell->kind == frame.cell().kind;
        const float second =
            own ? 0 : button_width(frame, frame.words("weights.beside")) + frame.px(8);
        const float width = ImGui::GetContentRegionAvail().x - second;
        const float room = width - frame.px(12);
        if (list_line(frame, "weights/kind/" + cell->kind, "", own, 0, {width, height})) {
            if (cell->kind != frame.cell().kind) frame.proposals.edit(SetCell{cell->kind});
            frame.view.look.choosing_cell = false;
        }
        if (own && ImGui::IsWindowAppearing()) ImGui::SetScrollHereY();
        draw_text(list, frame.theme.fonts.text, {at.x + frame.px(6), at.y + frame.px(11)},
                  frame.theme->ink, cell->title);
        draw_text(list, frame.theme.fonts.small, {at.x + frame.px(6), at.y + frame.px(27)},
                  frame.theme->muted, elided(frame.theme.fonts.small, cell->source, room));
        if (!own) draw_comparison_button(frame, *cell, {at.x + width + frame.px(8), at.y}, height);
    }
    ImGui::Dummy({0, 0});  // the window ends where the last button left the cursor
}

}  // namespace lstm
