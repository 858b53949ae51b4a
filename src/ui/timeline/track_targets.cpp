/// What a track should show: targets, and the names of its rows.
#include "model/learning/step_loss.h"
#include "ui/timeline/tracks.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lstm {
namespace {

/// Narrower columns have no room for a mark.
constexpr float least_column = 4;

/// Where `value` stands in a track of curves; see `draw_curves`.
float height_of(const Track& track, double value) {
    const double margin = 0.08 * (track.most - track.least);
    const double share = (value - track.least + margin) / (track.most - track.least + 2 * margin);
    return track.area.max.y - static_cast<float>(share) * track.area.height();
}

/// The value that `element` should have at step `t`, where the target says so.
double wanted(const Document& document, const Vector& target, int element) {
    if (document.loss != LossKind::cross_entropy) return target[element];
    return element == static_cast<int>(target[0]) ? 1 : 0;
}

void mark_value(Frame& frame, const Track& track, const TimeAxis& axis, int t, double value) {
    const float y = height_of(track, value);
    if (y < track.area.min.y || y > track.area.max.y) return;
    const std::array line{ImVec2{axis.x_at(t - 0.4), y}, ImVec2{axis.x_at(t + 0.4), y}};
    dashed_line(*ImGui::GetWindowDrawList(), line, packed(frame.theme->accent), frame.px(1.6F),
                frame.px(3), frame.px(2));
}

void frame_class(Frame& frame, const Track& track, const TimeAxis& axis, int t, int element) {
    const float row =
        track.area.height() / static_cast<float>(frame.trace().plan().size(track.heat));
    const float top = track.area.min.y + row * static_cast<float>(element);
    ImGui::GetWindowDrawList()->AddRect({axis.x_at(t - 0.5) + frame.px(1), top},
                                        {axis.x_at(t + 0.5) - frame.px(1), top + row},
                                        packed(frame.theme->accent), 0, 0, frame.px(1.4F));
}

}  // namespace

void draw_row_names(Frame& frame, const Track& track) {
    ImFont* const font = frame.theme.fonts.small;
    const int rows = frame.trace().plan().size(track.heat);
    const float row = track.area.height() / static_cast<float>(rows);
    if (row < font->FontSize * 0.7F) return;
    for (int k = 0; k < rows; ++k) {
        const std::string name = label_of(frame.document(), track.heat, k);
        if (name.empty()) return;
        draw_text(*ImGui::GetWindowDrawList(), font,
                  {track.area.min.x - frame.px(5),
                   track.area.min.y + row * (static_cast<float>(k) + 0.5F)},
                  frame.theme->muted, elided(font, name, frame.px(36)), Align::right);
    }
}

void draw_targets(Frame& frame, const Track& track, const TimeAxis& axis) {
    const Document& document = frame.document();
    const QuantityId shown = track.heat != none     ? track.heat
                             : track.curves.empty() ? none
                                                    : track.curves.front().quantity;
    if (shown != frame.cell().prediction() || track.difference || track.gradient ||
        !document.has_targets() || axis.column_width() < frame.px(least_column))
        return;
    const bool classes = document.loss == LossKind::cross_entropy;
    // Without softmax the scores of classes have no value that they should have.
    if (classes && frame.cell().readout.p == none) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(track.area.min, track.area.max, true);
    const int first = std::max(1, static_cast<int>(std::floor(axis.first)));
    const int last = std::min(document.steps(), static_cast<int>(std::ceil(axis.last)));
    for (int t = first; t <= last; ++t) {
        const Vector& target = document.step(t).target;
        if (target.size() == 0) continue;
        if (track.heat != none) {
            if (classes) frame_class(frame, track, axis, t, static_cast<int>(target[0]));
            continue;
        }
        for (const Element& element : track.curves)
            if (!classes || element.element == static_cast<int>(target[0]))
                mark_value(frame, track, axis, t, wanted(document, target, element.element));
    }
    list.PopClipRect();
}

}  // namespace lstm
