/// Stepping: timesteps, the phases inside one, and playing.
#include "ui/commands/command.h"
#include "ui/panels.h"
#include "ui/state/backward.h"
#include "ui/state/cell_facts.h"
#include "ui/state/prediction.h"
#include "ui/state/saved_values.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"
#include "ui/words/phases.h"
#include "ui/words/user_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace lstm {
namespace {

constexpr float slowest = 0.25F, fastest = 30;  // timesteps a second
constexpr float padding = 10;
/// In less than this, the phases stand below the steps, and without the speed in less than that:
/// whatever words are used.
constexpr float one_line_width = 680, speed_width = 98;

/// What all but the speed takes on one line, in pixels.
float width_on_one_line(const Frame& frame) {
    float width = 5 * (ImGui::GetFrameHeight() * 1.15F + frame.px(3)) + frame.px(16 + 3 + 10);
    for (const char* const mode : {"predict", "backward"})
        width += button_width(frame, label_of(frame, command(mode)));
    for (const Phase phase : frame.cell().phases())
        width += button_width(frame, phase_name(frame.words, phase)) + frame.px(2);
    width += frame.px(2 * padding + 12 + 28);  // the place is as short as need be
    return std::max(width, frame.px(one_line_width));
}

/// On how many lines pieces of these widths stand, in pixels, with `gap` between them.
int lines_of(const std::vector<float>& widths, float gap, float room) {
    int lines = 1;
    float x = 0;
    for (const float width : widths) {
        if (x > 0 && x + width > room) {
            ++lines;
            x = 0;
        }
        x += width + gap;
    }
    return lines;
}

/// Buttons that are narrower, so that more of them stand on a line.
ImVec2 narrow_padding(const Frame& frame) {
    return {frame.px(4), ImGui::GetStyle().FramePadding.y};
}

/// On how many lines all of it stands in a card of `width` pixels where one does not hold it.
int lines_where_narrow(const Frame& frame, float width) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, narrow_padding(frame));
    std::vector<float> steps(5, ImGui::GetFrameHeight() * 1.15F);
    for (const char* const mode : {"predict", "backward"})
        steps.push_back(button_width(frame, label_of(frame, command(mode))));
    std::vector<float> phases;
    for (const Phase phase : frame.cell().phases())
        phases.push_back(button_width(frame, phase_name(frame.words, phase)));
    ImGui::PopStyleVar();
    const float room = width - frame.px(2 * padding);
    return lines_of(steps, frame.px(4), room) + lines_of(phases, frame.px(2), room);
}

void draw_steps(Frame& frame) {
    const Icon play = frame.view.playback.playing ? Icon::pause : Icon::play;
    const std::array<std::pair<const char*, Icon>, 5> buttons{{{"first", Icon::first},
                                                               {"previous", Icon::previous},
                                                               {"play", play},
                                                               {"next", Icon::next},
                                                               {"last", Icon::last}}};
    for (const auto& [id, icon] : buttons) {
        const Command& does = command(id);
        if (icon_button(frame, "transport/" + std::string(id), icon, tooltip_of(frame, does),
                        does.enabled(frame)))
            does.act(frame);
        if (icon != Icon::last) ImGui::SameLine(0, frame.px(3));
    }
}

void draw_speed(Frame& frame) {
    ImGui::SetNextItemWidth(frame.px(50));
    auto speed = static_cast<float>(frame.view.playback.speed);
    if (ImGui::SliderFloat("###transport/speed", &speed, slowest, fastest, "",
                           ImGuiSliderFlags_Logarithmic | ImGuiSliderFlags_AlwaysClamp))
        frame.view.playback.speed = static_cast<double>(speed);
    const std::string number = format_significant(frame.view.playback.speed, 3) + "/s";
    frame.regions.add("transport/speed", ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), number);
    ImGui::SetItemTooltip("%s", frame.words("transport.speed.help").c_str());
    (void)focus_stop(frame, "transport/speed");
    if (const int steps = focus_steps(frame, "transport/speed"))
        frame.view.playback.speed = std::clamp(frame.view.playback.speed * std::pow(1.25, steps),
                                               double{slowest}, double{fastest});
    // Beside the slider, as its handle would lie over a number in it.
    const ImVec2 at{ImGui::GetItemRectMax().x + frame.px(4), ImGui::GetItemRectMin().y};
    const float width = text_size(frame.theme.fonts.small, "0.25/s").x;
    draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.small,
              {at.x, at.y + ImGui::GetFrameHeight() / 2}, frame.theme->muted, number);
    ImGui::SameLine(0, frame.px(4));
    ImGui::Dummy({width, ImGui::GetFrameHeight()});
}

void draw_phases(Frame& frame) {
    const std::vector<Phase> phases = phases_as_walked(frame.view, frame.cell());
    const bool back = frame.view.cursor.backward_phase.has_value();
    for (const Phase phase : phases) {
        if (phase != phases.front()) ImGui::SameLine(0, frame.px(2));
        const std::string name(name_of(phase));
        const std::string tooltip = (back ? backward_sentence(frame.words, frame.cell(), phase)
                                          : sentence_about(frame.words, frame.cell(), phase)) +
                                    "  (↑ ↓)";
        if (button(frame, "transport/" + name, phase_name(frame.words, phase), tooltip,
                   frame.view.cursor.t > 0, frame.view.cursor.phase_now() == phase))
            frame.view.cursor.set_phase(phase);
    }
}

void draw_modes(Frame& frame) {
    command_button(frame, "transport/predict", command("predict"),
                   frame.view.prediction.asked.has_value());
    ImGui::SameLine(0, frame.px(3));
    command_button(frame, "transport/backward", command("backward"),
                   frame.view.cursor.backward_phase.has_value());
}

/// The place in the run, at the right end of the line.
void draw_place(Frame& frame, const PanelArea& area) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float right = area.max.x - frame.px(12);
    if (right - at.x < frame.px(28)) return;
    const std::string place = place_in_run(frame);
    // Where there is little room the label of the step goes first, then the words, then T.
    ImFont* font = frame.theme.fonts.bold;
    std::string shown = place;
    if (frame.view.cursor.t > 0) {
        const std::string t = std::to_string(frame.view.cursor.t);
        const std::string steps = std::to_string(frame.document().steps());
        for (const std::string& shorter :
             {frame.words("transport.place", {{"t", t}, {"steps", steps}}),
              frame.words("transport.place_short", {{"t", t}, {"steps", steps}}), t + "/" + steps,
              t})
            if (text_size(font, shown).x > right - at.x) shown = shorter;
    }
    draw_text(*ImGui::GetWindowDrawList(), font, {right, at.y + ImGui::GetFrameHeight() / 2},
              frame.theme->ink, elided(font, shown, right - at.x), Align::right);
    frame.regions.add("transport/place", at, {area.max.x, at.y + ImGui::GetFrameHeight()}, place);
}

}  // namespace

std::string place_in_run(const Frame& frame) {
    const Document& document = frame.document();
    if (document.steps() == 0) return frame.words("transport.no_steps");
    const std::string label = one_line(label_now(frame.session, frame.view.cursor.t), 40);
    const std::string place = frame.words(
        "transport.place",
        {{"t", std::to_string(frame.view.cursor.t)}, {"steps", std::to_string(document.steps())}});
    return place + (label.empty() ? "" : "  ·  " + label);
}

float transport_height(const Frame& frame, float width) {
    const int lines =
        width < width_on_one_line(frame) ? std::max(lines_where_narrow(frame, width), 2) : 1;
    const float line = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemSpacing.y;
    return static_cast<float>(lines) * line - ImGui::GetStyle().ItemSpacing.y +
           frame.px(1.6F * padding + 3);
}

void draw_transport(Frame& frame, const PanelArea& area) {
    const Card card(frame, "transport", area.min, area.max, padding);
    const float needed = width_on_one_line(frame);
    const bool one_line = area.width() >= needed;
    if (!one_line) ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, narrow_padding(frame));
    draw_steps(frame);
    if (area.width() >= needed + frame.px(speed_width)) {
        ImGui::SameLine(0, frame.px(6));
        draw_speed(frame);
    }
    ImGui::SameLine(0, frame.px(8));
    draw_modes(frame);
    ImGui::SameLine(0, frame.px(8));
    if (!one_line) {
        draw_place(frame, area);
        ImGui::NewLine();
    }
    draw_phases(frame);
    if (one_line) {
        ImGui::SameLine(0, frame.px(10));
        draw_place(frame, area);
    } else {
        ImGui::PopStyleVar();
    }
}

}  // namespace lstm
