/// Stepping: timesteps, the phases inside one, and playing.
#include "panels/focus.h"
#include "panels/numbers.h"
#include "panels/panels.h"
#include "panels/widgets.h"

#include <algorithm>
#include <cmath>

namespace lstm {
namespace {

constexpr double slowest = 0.25, fastest = 30;  // timesteps a second

/// What happens in a phase, in the words of the lesson.
const char* meaning_of(Phase phase) {
    switch (phase) {
        case Phase::read: return "x and h₋ arrive";
        case Phase::forget: return "The forget gate strikes out lines of the notebook: f ⊙ c₋";
        case Phase::write: return "The input gate chooses what of the candidate is written: i ⊙ c̃";
        case Phase::update: return "The notebook: c = f ⊙ c₋ + i ⊙ c̃";
        case Phase::output: return "The output gate chooses what is read out: o";
        case Phase::speak: return "The hidden state is spoken: h = o ⊙ tanh c";
    }
    return "";
}

void draw_steps(Frame& frame) {
    View& view = frame.view;
    const Document& document = frame.document();
    const bool before = view.t > std::min(1, document.steps());
    const bool after = view.t < document.steps();
    const float gap = frame.px(3);
    if (icon_button(frame, "transport/first", Icon::first, "First step  (Home)", before))
        go_to(view, document, 1);
    ImGui::SameLine(0, gap);
    if (icon_button(frame, "transport/previous", Icon::previous, "Step back  (←)", before))
        go_to(view, document, view.t - 1);
    ImGui::SameLine(0, gap);
    if (icon_button(frame, "transport/play", view.playing ? Icon::pause : Icon::play,
                    view.playing ? "Pause  (Space)" : "Play  (Space)", document.steps() > 1))
        toggle_playing(view, document);
    ImGui::SameLine(0, gap);
    if (icon_button(frame, "transport/next", Icon::next, "Step forward  (→)", after))
        go_to(view, document, view.t + 1);
    ImGui::SameLine(0, gap);
    if (icon_button(frame, "transport/last", Icon::last, "Last step  (End)", after))
        go_to(view, document, document.steps());
}

void draw_speed(Frame& frame) {
    ImGui::SetNextItemWidth(frame.px(92));
    auto speed = static_cast<float>(frame.view.speed);
    if (ImGui::SliderFloat("###transport/speed", &speed, slowest, fastest, "%.3g / s",
                           ImGuiSliderFlags_Logarithmic | ImGuiSliderFlags_AlwaysClamp))
        frame.view.speed = static_cast<double>(speed);
    frame.regions.add("transport/speed", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImGui::SetItemTooltip("Timesteps a second while playing");
    (void)focus_stop(frame, "transport/speed");
    if (const int steps = focus_steps(frame, "transport/speed"))
        frame.view.speed = std::clamp(frame.view.speed * std::pow(1.25, steps), slowest, fastest);
}

void draw_phases(Frame& frame) {
    const float gap = frame.px(2);
    for (int p = 0; p < phase_count; ++p) {
        const auto phase = static_cast<Phase>(p);
        if (p > 0) ImGui::SameLine(0, gap);
        const std::string name(name_of(phase));
        const std::string tooltip = std::string(meaning_of(phase)) + "  (↑ ↓)";
        if (button(frame, "transport/" + name, name, tooltip, frame.view.t > 0, frame.view.phase == phase))
            frame.view.phase = phase;
    }
}

std::string place_in_run(const Frame& frame) {
    const Document& document = frame.document();
    if (document.steps() == 0) return "no steps yet";
    const std::string& label = document.step(frame.view.t).label;
    return "step " + std::to_string(frame.view.t) + " of " + std::to_string(document.steps()) +
           (label.empty() ? "" : "  ·  " + label);
}

}  // namespace

void draw_transport(Frame& frame, const Area& area) {
    const Card card(frame, "transport", area.min, area.max, 10);
    draw_steps(frame);
    const bool roomy = area.width() > frame.px(740);
    if (roomy) {
        ImGui::SameLine(0, frame.px(8));
        draw_speed(frame);
    }
    ImGui::SameLine(0, frame.px(14));
    draw_phases(frame);

    ImGui::SameLine(0, frame.px(12));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float room = area.max.x - at.x - frame.px(12);
    if (room > frame.px(40)) {
        const std::string place = place_in_run(frame);
        const float y = at.y + ImGui::GetFrameHeight() / 2;
        draw_text(*ImGui::GetWindowDrawList(), frame.theme.fonts.bold, {area.max.x - frame.px(12), y},
                  frame.theme->ink, elided(frame.theme.fonts.bold, place, room), Align::right);
        frame.regions.add("transport/place", at, {area.max.x, at.y + ImGui::GetFrameHeight()}, place);
    }
}

}  // namespace lstm
