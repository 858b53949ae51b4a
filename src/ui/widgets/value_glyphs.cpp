/// Bars and value texts.
#include "ui/widgets/value_glyphs.h"

#include "ui/comparison/pinned_run.h"
#include "ui/widgets/widgets.h"
#include "ui/words/narration.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lstm {

void gate_bar(Frame& frame, ImVec2 min, ImVec2 max, ImVec4 colour, std::optional<double> value) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float rounding = std::min(frame.px(2), (max.y - min.y) / 2);
    list.AddRectFilled(min, max, packed(frame.theme->sunken), rounding);
    list.AddRect(min, max, packed(frame.theme->rule), rounding);
    if (!value || std::isnan(*value)) return;
    const auto share = static_cast<float>(std::clamp(*value, 0.0, 1.0));
    list.AddRectFilled(min, {min.x + (max.x - min.x) * share, max.y}, packed(colour), rounding);
}

void signed_bar(Frame& frame, ImVec2 min, ImVec2 max, std::optional<double> value, double limit) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float middle = (min.x + max.x) / 2;
    const float rounding = std::min(frame.px(2), (max.y - min.y) / 2);
    list.AddRectFilled(min, max, packed(frame.theme->sunken), rounding);
    list.AddRect(min, max, packed(frame.theme->rule), rounding);
    if (value && !std::isnan(*value)) {
        const auto share = static_cast<float>(std::clamp(*value / limit, -1.0, 1.0));
        const float end = middle + (max.x - min.x) / 2 * share;
        const ImVec4& colour = share < 0 ? frame.theme->negative : frame.theme->positive;
        list.AddRectFilled({std::min(middle, end), min.y}, {std::max(middle, end), max.y},
                           packed(colour), rounding);
    }
    list.AddLine({middle, min.y - frame.px(1)}, {middle, max.y + frame.px(1)},
                 packed(frame.theme->muted));
}

void dashed_line(ImDrawList& list, std::span<const ImVec2> points, ImU32 colour, float thickness,
                 float dash, float gap) {
    float at = 0;  // how much of a dash and its gap is behind
    for (std::size_t n = 1; n < points.size(); ++n) {
        const ImVec2 a = points[n - 1];
        const ImVec2 b = points[n];
        const float length = std::hypot(b.x - a.x, b.y - a.y);
        const auto point = [&](float way) {
            const float share = std::min(way / length, 1.0F);
            return ImVec2(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
        };
        if (!(length < 1e5F)) continue;  // nowhere near the screen
        float way = -at;
        for (; way < length; way += dash + gap)
            if (way + dash > 0)
                list.AddLine(point(std::max(way, 0.0F)), point(way + dash), colour, thickness);
        at = length - way + dash + gap;
    }
}

const Clamp* clamp_on(const Frame& frame, Element element) {
    return clamp_on(*frame.document().clamps, element.quantity, element.element,
                    frame.view.cursor.t);
}

void held_frame(Frame& frame, ImVec2 min, ImVec2 max, ImVec4 colour) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::array corners{min, ImVec2(max.x, min.y), max, ImVec2(min.x, max.y), min};
    dashed_line(list, corners, packed(colour), frame.px(2), frame.px(5), frame.px(3));
}

void held_tag(Frame& frame, const std::string& id, ImVec2 foot, ImVec4 colour) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 size = text_size(frame.theme.fonts.small, "held");
    const float half = size.x / 2 + frame.px(4);
    const ImVec2 min{foot.x - half, foot.y - size.y};
    const ImVec2 max{foot.x + half, foot.y};
    list.AddRectFilled(min, max, packed(colour), frame.px(3));
    frame.regions.add(id + "/held", min, max);
    draw_text(list, frame.theme.fonts.small, {foot.x, foot.y - size.y / 2}, frame.theme->paper,
              "held", Align::centre);
}

std::string shown_value(const Frame& frame, Element element) {
    const std::optional<double> value = frame.value(element.quantity, element.element);
    return value ? format_calm(*value, frame.view.look.decimals) : "?";
}

std::string exactly(const Frame& frame, Element element) {
    const std::optional<double> value = frame.value(element.quantity, element.element);
    const std::optional<int> decimals = decimals_of(frame.document().rounding);
    const int t = frame.view.cursor.t;
    if (!value || !decimals || t == 0) return {};
    const double unrounded =
        frame.session.results_rounded_to({}).trace().value(element.quantity, element.element, t);
    return unrounded == *value
               ? std::string()
               : frame.words("value.exactly", {{"value", format_value(unrounded, *decimals + 2)}});
}

std::string value_in_words(const Words& words, const std::string& name,
                           const std::optional<double>& value) {
    if (!value) return words("value.unknown", {{"name", name}});
    return words("value.is", {{"name", name}, {"value", format_exact(*value)}});
}

std::string full_value(const Frame& frame, Element element) {
    const std::optional<double> value = frame.value(element.quantity, element.element);
    std::string text = value_in_words(
        frame.words, element_name(frame.cell(), element.quantity, element.element), value);
    const int t = frame.view.cursor.t;
    if (!value || t == 0) return text;
    if (const Clamp* clamp = clamp_on(frame, element))
        text += "\n" + clamp_words(frame.words, *clamp);
    if (const std::optional<int> decimals = decimals_of(frame.document().rounding)) {
        const Trace& trace = frame.session.results_rounded_to({}).trace();
        const double exactly = trace.value(element.quantity, element.element, t);
        if (exactly != *value)
            text += "\n" +
                    frame.words("value.rounded", {{"exactly", format_value(exactly, *decimals + 2)},
                                                  {"value", format_value(*value, *decimals)}});
    }
    if (const std::string moved = moved_by(frame, element); !moved.empty())
        text += "\n" + frame.words("value.pinned",
                                   {{"value", format_exact(*pinned_value(frame.view, element, t))},
                                    {"moved", moved}});
    return text;
}

}  // namespace lstm
