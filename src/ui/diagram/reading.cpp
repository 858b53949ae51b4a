/// Inputs and states as a row of numbers.
#include "ui/diagram/reading.h"

#include "ui/diagram/painter.h"
#include "ui/diagram/pen.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"
#include "ui/words/numbers.h"

#include <string>

namespace lstm {

void draw_reading(Frame& frame, const PanelArea& area, const std::string& words,
                  std::span<const QuantityId> quantities) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Cell& cell = frame.cell();
    const float middle = (area.min.y + area.max.y) / 2;
    float left = area.min.x + frame.px(6);
    const auto word = [&](ImFont* font, ImVec4 colour, const std::string& text) {
        draw_text(list, font, {left, middle}, colour, text);
        left += text_size(font, text).x + frame.px(5);
    };
    word(frame.theme.fonts.small, frame.theme->muted, words);
    DiagramPen pen(frame, frame.view.cursor.unit, 1);
    const ImVec2 field{
        text_size(frame.theme.fonts.text, pen.backward() ? "−0.0e−0" : "−0.000").x + frame.px(8),
        area.height() - frame.px(3)};
    for (const QuantityId id : quantities) {
        const int size = frame.trace().plan().size(id);
        for (int k = 0; k < size; ++k) {
            const std::string symbol = short_name(frame.document(), id, k);
            const float needs =
                text_size(frame.theme.fonts.small, symbol).x + field.x + frame.px(20);
            if (left + needs > area.max.x - frame.px(12)) {
                word(frame.theme.fonts.small, frame.theme->muted, "…");
                return;
            }
            word(frame.theme.fonts.small, frame.theme.quantity(cell, id), symbol);
            const ImVec2 min{left, middle - field.y / 2};
            const ImVec2 max{left + field.x, middle + field.y / 2};
            if (id == cell.input && frame.view.cursor.t > 0 && frame.prefix.empty() &&
                !pen.backward()) {
                draw_input_field(frame, min, max, k);
            } else {
                draw_text(list, frame.theme.fonts.text, {max.x - frame.px(4), middle},
                          frame.theme->ink, pen.shown({id, k}), Align::right);
                pen.touch(min, max, {id, k});
            }
            left = max.x + frame.px(10);
        }
    }
}

}  // namespace lstm
