/// The diagram area, halved.
#include "ui/diagram/side_by_side.h"

#include "ui/comparison/comparison.h"
#include "ui/diagram/multiples.h"
#include "ui/diagram/painter.h"
#include "ui/diagram/reading.h"
#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"
#include "ui/words/phases.h"

#include <algorithm>
#include <array>
#include <string>

namespace lstm {
namespace {

constexpr float gap = 17;
constexpr float title_height = 21;

/// Where its weights come from; or in a phase that it does not have, that it waits.
std::string note_on_second(const Frame& frame, Phase phase) {
    if (frame.cell().has(phase) || frame.view.cursor.t == 0)
        return frame.words("comparison.weights");
    return frame.words("comparison.no_phase", {{"phase", phase_name(frame.words, phase)}});
}

/// Its name, a note, and its loss, up to `right`.
void draw_title(Frame& frame, const PanelArea& line, const std::string& note) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Fonts& fonts = frame.theme.fonts;
    const float middle = (line.min.y + line.max.y) / 2;
    const std::string loss = loss_in_words(frame);
    const float of_loss = loss.empty() ? 0 : text_size(fonts.small, loss).x;
    if (!loss.empty()) {
        draw_text(list, fonts.small, {line.max.x, middle}, frame.theme->ink, loss, Align::right);
        frame.regions.add(frame.prefix + "diagram/loss", {line.max.x - of_loss, line.min.y},
                          line.max, loss);
    }
    float room = line.width() - of_loss - frame.px(10);
    const std::string whole = title_of(frame.words, frame.cell());
    const float of_note = note.empty() ? 0 : text_size(fonts.small, note).x + frame.px(10);
    const std::string title = elided(
        fonts.bold, text_size(fonts.bold, whole).x <= room - of_note ? whole : frame.whose, room);
    draw_text(list, fonts.bold, {line.min.x, middle}, frame.theme->ink, title);
    frame.regions.add(frame.prefix + "diagram/title", line.min, {line.min.x + room, line.max.y},
                      whole);
    const float taken = text_size(fonts.bold, title).x + frame.px(10);
    room -= taken;
    if (note.empty() || text_size(fonts.small, note).x > room) return;
    draw_text(list, fonts.small, {line.min.x + taken, middle}, frame.theme->muted, note);
    frame.regions.add(frame.prefix + "diagram/note", {line.min.x + taken, line.min.y},
                      {line.min.x + taken + room, line.max.y}, note);
}

/// One cell with its title above and what it reads below.
void draw_half(Frame& frame, PanelArea area, const std::string& note, float buttons) {
    const float title = frame.px(title_height);
    draw_title(frame,
               {{area.min.x + frame.px(6), area.min.y}, {area.max.x - buttons, area.min.y + title}},
               note);
    area.min.y += title;
    if (area.height() < frame.px(40) || area.width() < frame.px(60)) return;
    if (frame.view.cursor.all_units && frame.document().sizes().hidden > 1) {
        draw_multiples(frame, area);
        return;
    }
    const float reading = frame.px(reading_height);
    const float border = area.max.y - reading;
    const PanelArea picture{area.min, {area.max.x, border - frame.px(2)}};
    CellPainter(frame, frame.view.cursor.unit, picture, Detail::named).draw();
    const bool answers = frame.cell().has_readout();
    const float says = std::max(area.width() * 0.38F, frame.px(150));
    const float right = answers ? area.max.x - says : area.max.x;
    const std::array read{frame.cell().input, frame.cell().hidden().previous};
    draw_reading(frame, {{area.min.x, border}, {right, area.max.y}},
                 frame.words("comparison.reads"), read);
    const std::array said{frame.cell().prediction()};
    if (answers) draw_reading(frame, {{right, border}, area.max}, "says", said);
}

}  // namespace

void draw_side_by_side(Frame& frame, const PanelArea& area) {
    ComparisonFrames both(frame);
    const float between = frame.px(gap);
    const float width = (area.width() - between) / 2;
    const float middle = area.min.x + width + between / 2;
    ImGui::GetWindowDrawList()->AddLine({middle, area.min.y}, {middle, area.max.y},
                                        packed(frame.theme->rule), frame.px(1));
    draw_half(both.own(), {area.min, {area.min.x + width, area.max.y}}, "", 0);

    const bool plain = frame.view.look.presenter || frame.view.look.alone != Alone::no;
    float buttons = 0;
    if (!plain) {
        const float wide = button_width(frame, "×");
        buttons = wide + frame.px(6);
        ImGui::SetCursorScreenPos({area.max.x - wide, area.min.y - frame.px(3)});
        if (button(frame, "comparison/close", "×", frame.words("comparison.close.help") + "  (C)"))
            frame.view.comparison.on = false;
    }
    ImGui::PushID("beside");
    draw_half(both.other(), {{area.max.x - width, area.min.y}, area.max},
              note_on_second(both.other(), frame.view.cursor.phase_now()), buttons);
    ImGui::PopID();
}

}  // namespace lstm
