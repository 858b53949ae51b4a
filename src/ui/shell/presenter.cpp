/// The window for the back row: the cell and the notebook, as large as they go, and two lines of
/// words.
#include "document/sequences.h"
#include "ui/panels.h"
#include "ui/state/backward.h"
#include "ui/state/cell_facts.h"
#include "ui/widgets/widgets.h"
#include "ui/words/phases.h"

#include <algorithm>
#include <utility>

namespace lstm {
namespace {

constexpr float line_height = 31;
/// The diagram is never squeezed below this: the notebook scrolls before that.
constexpr float least_diagram = 170;

ImVec4 colour_of(const Frame& frame, Phase phase) {
    switch (phase) {
        case Phase::read: return frame.theme->ink;
        case Phase::forget: return frame.theme->forget;
        case Phase::write: return frame.theme->input;
        case Phase::update: return frame.theme->memory;
        case Phase::output: return frame.theme->output;
        case Phase::speak: return frame.theme->hidden_state;
    }
    return frame.theme->ink;
}

/// What is shown, and where in the run.
void draw_heading(Frame& frame, const PanelArea& line) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float middle = (line.min.y + line.max.y) / 2;
    const std::string place = place_in_run(frame);
    const float width = text_size(frame.theme.fonts.bold, place).x;
    draw_text(list, frame.theme.fonts.bold, {line.max.x, middle}, frame.theme->ink, place,
              Align::right);
    frame.regions.add("transport/place", {line.max.x - width, line.min.y}, line.max, place);
    std::string title =
        frame.document().title.empty() ? frame.words("bar.untitled") : frame.document().title;
    const std::string& sequence = sequence_name(frame.document(), frame.document().shown);
    if (!sequence.empty()) title = sequence + "  ·  " + title;
    const float room = line.width() - width - frame.px(20);
    draw_text(list, frame.theme.fonts.text, {line.min.x, middle}, frame.theme->muted,
              elided(frame.theme.fonts.text, title, room));
    frame.regions.add("bar/title", line.min, {line.min.x + room, line.max.y}, title);
}

/// The phases as a row of segments, filled up to the one that has been reached. Returns its
/// left end.
float draw_progress(Frame& frame, const PanelArea& line) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 size{frame.px(26), frame.px(9)};
    const float gap = frame.px(4);
    const std::vector<Phase> phases = phases_as_walked(frame.view, frame.cell());
    const float left = line.max.x - static_cast<float>(phases.size()) * (size.x + gap) + gap;
    const float top = (line.min.y + line.max.y - size.y) / 2;
    float x = left;
    for (const Phase phase : phases) {
        const ImVec2 min{std::exchange(x, x + size.x + gap), top};
        const ImVec2 max{min.x + size.x, min.y + size.y};
        ImGui::SetCursorScreenPos({min.x - gap / 2, line.min.y});
        const std::string name = phase_name(frame.words, phase);
        if (press_area(frame, "transport/" + name, {size.x + gap, line.height()}, name) &&
            frame.view.cursor.t > 0)
            frame.view.cursor.set_phase(phase);
        const bool reached = frame.view.cursor.reached(phase);
        const ImVec4 colour = reached ? colour_of(frame, phase) : frame.theme->rule;
        if (reached) {
            list.AddRectFilled(min, max, packed(colour), size.y / 2);
        } else {
            list.AddRect(min, max, packed(colour), size.y / 2, 0, frame.px(1));
        }
    }
    return left;
}

/// What the phase does.
void draw_sentence(Frame& frame, const PanelArea& line) {
    const Phase phase = frame.view.cursor.phase_now();
    const float middle = (line.min.y + line.max.y) / 2;
    const float right = draw_progress(frame, line) - frame.px(14);
    if (frame.view.cursor.t == 0) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::string name = frame.words("phase." + std::string(name_of(phase)));
    draw_text(list, frame.theme.fonts.title, {line.min.x, middle}, colour_of(frame, phase), name);
    const float left = line.min.x + text_size(frame.theme.fonts.title, name).x + frame.px(12);
    const std::string sentence = frame.view.cursor.backward_phase
                                     ? backward_sentence(frame.words, frame.cell(), phase)
                                     : sentence_about(frame.words, frame.cell(), phase);
    draw_text(list, frame.theme.fonts.text, {left, middle}, frame.theme->ink,
              elided(frame.theme.fonts.text, sentence, right - left));
    frame.regions.add("presenter/sentence", line.min, {right, line.max.y}, sentence);
}

}  // namespace

void draw_presenter(Frame& frame, PanelArea area) {
    const float gap = frame.px(8);
    const float line = frame.px(line_height);
    area = {{area.min.x + gap, area.min.y + gap / 2}, {area.max.x - gap, area.max.y - gap}};
    if (frame.view.prediction.asked) {
        area.min.y += gap / 2;
        const float height = predict_height(frame, area.width());
        draw_predict(frame, {area.min, {area.max.x, area.min.y + height}});
        area.min.y += height + gap;
    } else {
        const float inset = frame.px(8);
        const PanelArea words{{area.min.x + inset, area.min.y},
                              {area.max.x - inset, area.min.y + line}};
        draw_heading(frame, words);
        draw_sentence(frame, {{words.min.x, words.max.y - frame.px(2)},
                              {words.max.x, words.max.y + line - frame.px(2)}});
        area.min.y += 2 * line;
    }
    if (frame.view.cursor.all_units && frame.document().sizes().hidden > 1) {
        draw_diagram(frame, area);  // every slot has its own notebook line there
        return;
    }
    int slots = frame.document().sizes().hidden;
    while (slots > 1 &&
           area.height() - gap - notebook_height(frame, slots) < frame.px(least_diagram))
        --slots;
    const float border = area.max.y - notebook_height(frame, slots);
    draw_diagram(frame, {area.min, {area.max.x, std::max(border - gap, area.min.y + 1)}});
    draw_notebook(frame, {{area.min.x, border}, area.max});
}

}  // namespace lstm
