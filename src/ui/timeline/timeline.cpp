/// Everything that has time on it, on one axis: step t is one column through all tracks.
#include "ui/comparison/pinned_run.h"
#include "ui/panels.h"
#include "ui/state/saved_values.h"
#include "ui/timeline/comparison_tracks.h"
#include "ui/timeline/tracks.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"
#include "ui/words/user_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace lstm {
namespace {

/// Characters of a step's label.
constexpr std::size_t longest_label = 60;

/// Lets the wheel zoom about the mouse, and keeps the selected step in sight.
void follow(Frame& frame, TimeAxis& axis, bool hovered) {
    View& view = frame.view;
    const double last = frame.document().steps();
    const ImGuiIO& io = ImGui::GetIO();
    if (hovered && io.MouseWheel != 0) {
        const double centre = axis.t_at(io.MousePos.x);
        const double factor = std::pow(0.85, static_cast<double>(io.MouseWheel));
        view.cursor.range = {centre - (centre - axis.first) * factor,
                             centre + (axis.last - centre) * factor};
    }
    if (view.cursor.range.last <= view.cursor.range.first) return;
    const double width = std::max(view.cursor.range.last - view.cursor.range.first, 4.0);
    if (width >= last + 1) {
        view.cursor.range = {};
        return;
    }
    double first = std::clamp(view.cursor.range.first, -0.5, last + 0.5 - width);
    const double t = view.cursor.t;
    if (!hovered) first = std::clamp(first, t + 0.5 - width, t - 0.5);
    view.cursor.range = {first, first + width};
}

void draw_cursor(Frame& frame, const TimeAxis& axis, const PanelArea& area) {
    if (frame.view.cursor.t == 0 && frame.document().steps() > 0) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float x = axis.x_at(frame.view.cursor.t);
    const float half = std::max(axis.column_width() / 2, frame.px(1));
    list.AddRectFilled({x - half, area.min.y}, {x + half, area.max.y},
                       packed(faded(frame.theme->accent, 0.08F)));
    list.AddLine({x, area.min.y}, {x, area.max.y}, packed(faded(frame.theme->accent, 0.75F)),
                 frame.px(1.2F));
    frame.regions.add("timeline/cursor", {x - half, area.min.y}, {x + half, area.max.y},
                      std::to_string(frame.view.cursor.t));
}

/// Numbers of the steps, and their labels where there is room.
void draw_ticks(Frame& frame, const TimeAxis& axis, const PanelArea& area) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::string longest = std::to_string(frame.document().steps());
    const float least =
        std::max(frame.px(30), text_size(frame.theme.fonts.small, longest).x + frame.px(10));
    int every = 1;
    for (const int factor : {2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000,
                             100000, 200000, 500000})
        if (axis.column_width() * static_cast<float>(every) < least) every = factor;
    const int first = std::max(0, static_cast<int>(std::ceil(axis.first)));
    const int last = std::min(frame.document().steps(), static_cast<int>(std::floor(axis.last)));
    // From the right, where the last is moved in from the edge: what it would touch gives way.
    float taken = area.max.x + frame.px(20);
    for (int t = last - last % every; t >= first; t -= every) {
        std::string text = t == 0 ? frame.words("time.start") : std::to_string(t);
        // At the left edge stands what the dashed lines are, if there are any.
        if (t == 0 && frame.view.comparison.pinned && axis.x_at(0) < area.min.x + frame.px(20))
            continue;
        if (t > 0 && !frame.document().step(t).label.empty()) {
            const std::string labelled =
                text + " · " + one_line(label_now(frame.session, t), longest_label);
            if (text_size(frame.theme.fonts.small, labelled).x < axis.column_width() - frame.px(8))
                text = labelled;
        }
        const bool selected = t == frame.view.cursor.t;
        ImFont* const font = selected ? frame.theme.fonts.bold : frame.theme.fonts.small;
        const float half = text_size(font, text).x / 2;
        const float x = std::min(axis.x_at(t), area.max.x + frame.px(7) - half);
        if (x + half + frame.px(3) > taken) continue;
        taken = x - half;
        draw_text(list, font, {x, (area.min.y + area.max.y) / 2},
                  selected ? frame.theme->accent : frame.theme->muted, text, Align::centre);
    }
}

/// What the dashed lines are.
void draw_pinned_key(Frame& frame, ImVec2 at) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::array line{at, ImVec2(at.x + frame.px(15), at.y)};
    dashed_line(list, line, packed(frame.theme->muted), frame.px(1.3F), frame.px(4), frame.px(3));
    draw_text(list, frame.theme.fonts.small, {at.x + frame.px(19), at.y}, frame.theme->muted,
              frame.words("time.pinned_run"));
}

/// All values of the column under the mouse, exactly; of `other`, if there is a second run, too.
void draw_reading(Frame& frame, const std::vector<Track>& tracks, const TimeAxis& axis,
                  const PanelArea& area, const Frame* other = nullptr) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const int t =
        std::clamp(static_cast<int>(std::lround(axis.t_at(mouse.x))), 0, frame.document().steps());
    for (const Track& track : tracks) {
        if (mouse.y < track.area.min.y || mouse.y >= track.area.max.y) continue;
        std::string text = t == 0 ? frame.words("time.start")
                                  : frame.words("time.step", {{"t", std::to_string(t)}});
        if (!frame.whose.empty())
            text = frame.words("time.of_run", {{"run", frame.whose}, {"time", text}});
        if (t > 0 && !frame.document().step(t).label.empty())
            text += " · " + one_line(label_now(frame.session, t), longest_label);
        constexpr int most = 12;
        int count = 0;
        for (const Element& element : track.elements_at(frame, mouse.y)) {
            if (++count > most) {
                text += "\n…";
                break;
            }
            const auto value = track_value(frame, track, element, t);
            const std::string name = (track.gradient ? "dL/d" : "") +
                                     element_name(frame.cell(), element.quantity, element.element);
            text += "\n" + (value || t > 0 ? value_in_words(frame.words, name, value)
                                           : frame.words("value.no_initial", {{"name", name}}));
            const auto pinned = pinned_value(frame.view, element, t);
            if (!track.gradient && value && pinned && *pinned != *value)
                text += frame.words("time.pinned", {{"value", format_exact(*pinned)}});
            if (other != nullptr) text += said_by_other(frame, *other, track, element, t);
        }
        if (track.loss && t > 0) {
            const auto loss = track_value(frame, track, {}, t);
            text += "\n" + frame.words("time.loss", {{"loss", loss ? format_exact(*loss) : "–"}});
        }
        if (track.loss && t > 0 && other != nullptr)
            text += said_by_other(frame, *other, track, {}, t);
        if (track.weight && t > 0) {
            const auto share = track_value(frame, track, {}, t);
            text += "\n" + frame.words(
                               share ? "time.adds" : "time.adds_unknown",
                               {{"weight", parameter_name(frame.cell(), track.weight->parameter,
                                                          track.weight->row, track.weight->column)},
                                {"value", format_exact(share.value_or(0))}});
        }
        ImGui::SetTooltip("%s", text.c_str());
        frame.regions.add("timeline/reading", ImGui::GetIO().MousePos, ImGui::GetIO().MousePos,
                          text);
        const float half = std::max(axis.column_width() / 2, frame.px(1));
        ImGui::GetWindowDrawList()->AddRectFilled({axis.x_at(t) - half, area.min.y},
                                                  {axis.x_at(t) + half, area.max.y},
                                                  packed(faded(frame.theme->ink, 0.06F)));
    }
}

}  // namespace

void draw_timeline(Frame& frame, const PanelArea& area) {
    const Card card(frame, "timeline", area.min, area.max, 8);
    const float ticks = frame.px(20);
    const float left = area.min.x + frame.px(10);
    const float whose = frame.comparison == nullptr ? 0 : whose_width(frame) + frame.px(10);
    const PanelArea plots{{area.min.x + frame.px(70) + whose, area.min.y + frame.px(6)},
                          {area.max.x - frame.px(12), area.max.y - ticks}};
    if (plots.width() < 8 || plots.height() < 8) return;

    ImGui::SetCursorScreenPos(plots.min);
    ImGui::InvisibleButton("timeline/axis", {plots.width(), plots.height() + ticks - frame.px(4)});
    const bool hovered = ImGui::IsItemHovered();
    frame.regions.add("timeline/axis", plots.min, plots.max);
    TimeAxis axis = time_axis(frame, plots);
    follow(frame, axis, hovered);
    axis = time_axis(frame, plots);
    if (ImGui::IsItemActive())
        go_to(frame.view, frame.document(),
              std::max(1, static_cast<int>(std::lround(axis.t_at(ImGui::GetIO().MousePos.x)))));

    std::optional<ComparisonFrames> both;
    ComparisonTracks tracks;
    if (frame.comparison == nullptr) {
        tracks.own = lay_out_tracks(frame, plots);
        for (const Track& track : tracks.own) draw_track(frame, track, axis);
    } else {
        tracks = lay_out_both(both.emplace(frame), plots);
        draw_tracks_of(both->own(), tracks.own, axis, left);
        draw_tracks_of(both->other(), tracks.other, axis, left);
    }
    draw_ticks(frame, axis, {{plots.min.x, plots.max.y}, {plots.max.x, area.max.y - frame.px(3)}});
    if (frame.view.comparison.pinned)
        draw_pinned_key(frame, {left, (plots.max.y + area.max.y) / 2});
    draw_cursor(frame, axis, plots);
    if (!hovered || ImGui::IsItemActive()) return;
    if (both) {
        draw_reading(both->own(), tracks.own, axis, plots, &both->other());
        draw_reading(both->other(), tracks.other, axis, plots, &both->own());
    } else {
        draw_reading(frame, tracks.own, axis, plots);
    }
}

}  // namespace lstm
