/// The diagram: the cell of one unit, all units as small multiples, or two kinds of cell.
#include "ui/comparison/comparison.h"
#include "ui/diagram/multiples.h"
#include "ui/diagram/painter.h"
#include "ui/diagram/side_by_side.h"
#include "ui/panels.h"
#include "ui/state/backward.h"
#include "ui/state/saved_values.h"
#include "ui/widgets/widgets.h"
#include "ui/words/phases.h"
#include "ui/words/user_text.h"

namespace lstm {
namespace {

/// What to look at, from the scenario; of two cells, how they differ.
std::string header_words(const Frame& frame) {
    if (frame.comparison != nullptr) return compared(frame);
    if (frame.view.comparison.on) return frame.words("diagram.no_room");
    if (frame.view.cursor.backward_phase)
        return frame.words("diagram.backward",
                           {{"phase", backward_sentence(frame.words, frame.cell(),
                                                        *frame.view.cursor.backward_phase)}});
    const std::string& description = frame.document().description;
    if (!describes_the_past(frame.session)) return description;
    return frame.words("diagram.past", {{"description", description}});
}

/// Two lines of `words`, as many as fit whole; the mouse reads all of them.
void draw_words(Frame& frame, const std::string& words, const PanelArea& area) {
    const bool of_two = frame.comparison != nullptr;
    const float line = area.height() / 2;
    const float width = area.width();
    const Fonts& fonts = frame.theme.fonts;
    ImFont* font = of_two && text_size(fonts.text, one_line(words)).x < 1.85F * width ? fonts.text
                                                                                      : fonts.small;
    float y = area.min.y + line / 2;
    for (const std::string& text : lines_of(font, words, width, 2)) {
        draw_text(*ImGui::GetWindowDrawList(), font, {area.min.x, y},
                  of_two ? frame.theme->ink : frame.theme->muted, text);
        y += line;
    }
    if (of_two) frame.regions.add("comparison/sentence", area.min, area.max, words);
    if (!words.empty() && ImGui::IsWindowHovered() &&
        ImGui::IsMouseHoveringRect(area.min, area.max)) {
        ImGui::BeginTooltip();
        paragraph(frame, "diagram/words", words, frame.px(480), 16);
        ImGui::EndTooltip();
    }
}

/// Which unit is on show, with a way to the others; and words about what is to be seen.
float draw_header(Frame& frame, const PanelArea& area) {
    const float line = frame.px(17);
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const int units = frame.document().sizes().hidden;
    float right = area.max.x - frame.px(12);
    if (units > 1) {
        const float width = frame.px(132);
        ImGui::SetCursorScreenPos({right - width, top.y - frame.px(3)});
        const auto unit = stepper(frame, "diagram/unit", frame.words("unit"),
                                  frame.view.cursor.unit, 0, units - 1);
        if (unit) frame.view.cursor.unit = *unit;
        const std::string all_units = frame.words("command.all_units.label");
        const float switch_width = button_width(frame, all_units);
        right -= width + frame.px(12) + switch_width;
        ImGui::SetCursorScreenPos({right, top.y - frame.px(3)});
        if (button(frame, "diagram/all", all_units, frame.words("diagram.all.help") + "  (U)", true,
                   frame.view.cursor.all_units))
            frame.view.cursor.all_units = !frame.view.cursor.all_units;
        right -= frame.px(12);
    }
    const std::string words = header_words(frame);
    draw_words(frame, words, {top, {right, top.y + 2 * line}});
    return words.empty() && units == 1 ? 0 : 2 * line;
}

}  // namespace

void draw_diagram(Frame& frame, const PanelArea& area) {
    const Card card(frame, "diagram", area.min, area.max);
    const bool plain = frame.view.look.presenter || frame.view.look.alone != Alone::no;
    float header = 0;
    if (!plain) {
        header = draw_header(frame, area);
    } else if (frame.comparison != nullptr) {
        const ImVec2 top = ImGui::GetCursorScreenPos();
        header = 2 * frame.px(17);
        draw_words(frame, compared(frame), {top, {area.max.x - frame.px(12), top.y + header}});
    }
    // One cell leaves its upper edge free by itself.
    const bool framed = frame.comparison != nullptr || frame.view.cursor.all_units;
    const float above = frame.px(framed && header > 0 ? 11 : 8);
    const PanelArea canvas{{area.min.x + frame.px(8), area.min.y + above + header},
                           {area.max.x - frame.px(8), area.max.y - frame.px(4)}};
    if (canvas.height() < 20 || canvas.width() < 20) return;
    if (frame.comparison != nullptr) {
        draw_side_by_side(frame, canvas);
    } else if (frame.view.cursor.all_units && frame.document().sizes().hidden > 1) {
        draw_multiples(frame, canvas);
    } else {
        CellPainter(frame, frame.view.cursor.unit, canvas, Detail::full).draw();
    }
}

}  // namespace lstm
