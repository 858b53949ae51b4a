/// Wires, signs, and what follows the mouse.
#include "ui/diagram/pen.h"

#include "ui/comparison/pinned_run.h"
#include "ui/panels.h"
#include "ui/state/backward.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <cmath>

namespace lstm {

std::optional<double> DiagramPen::value(Element element) const {
    return backward() ? gradient_value(frame_, element)
                      : frame_.value(element.quantity, element.element);
}

std::string DiagramPen::shown(Element element) const {
    const std::optional<double> number = value(element);
    if (!number) return "?";
    // How small a gradient is, is what it has to say.
    return backward() ? format_value(*number, frame_.view.look.decimals)
                      : format_calm(*number, frame_.view.look.decimals);
}

double DiagramPen::scale(QuantityId quantity) const {
    if (!backward()) return frame_.scales.of(cell_, quantity);
    return frame_.scales.gradient ? *frame_.scales.gradient : frame_.session.gradient_scale();
}

void DiagramPen::moved(Element element, ImVec2 at, Align align) {
    if (!backward()) draw_moved_by(frame_, id_of(element), element, at, align);
}

bool DiagramPen::touch(ImVec2 min, ImVec2 max, Element element, bool stop) {
    const std::string id = id_of(element);
    if (link(frame_, min, max, element))
        list_.AddRect({min.x - frame_.px(2), min.y - frame_.px(2)},
                      {max.x + frame_.px(2), max.y + frame_.px(2)}, packed(frame_.theme->accent),
                      frame_.px(7), 0, frame_.px(2));
    const bool over = ImGui::IsMouseHoveringRect(min, max);
    if (over && ImGui::IsWindowHovered()) {
        const bool of_second = !frame_.prefix.empty();  // which is only looked at
        ImGui::SetTooltip("%s\n%s", full(element).c_str(),
                          (of_second ? frame_.whose : frame_.words("click_for_working")).c_str());
        if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !of_second) show(element);
    }
    if (stop && frame_.prefix.empty()) {
        ImGui::SetCursorScreenPos(min);
        ImGui::Dummy({max.x - min.x, max.y - min.y});
        if (focus_stop(frame_, id)) show(element);
    }
    frame_.regions.add(id, min, max, shown(element));
    return over;
}

std::string DiagramPen::full(Element element) const {
    if (!backward()) return full_value(frame_, element);
    const std::optional<double> number = value(element);
    return value_in_words(frame_.words, gradient_name(cell_, element), number);
}

void DiagramPen::show(Element element) {
    if (backward())
        show_gradient(frame_, element);
    else
        show_derivation(frame_, element);
}

void DiagramPen::wire(std::vector<ImVec2> points, Phase phase, ImVec4 colour, QuantityId carries,
                      Tip tip) {
    if (backward()) {
        std::reverse(points.begin(), points.end());
        if (tip == Tip::plain) tip = Tip::arrow;
    }
    const bool lit = active(phase);
    const float thin = std::min(size_, 1.0F);
    float thickness = frame_.px(lit ? 2.6F : 1.5F) * thin;
    if (!lit)
        colour = blended(frame_.theme->rule, frame_.theme->muted, reached(phase) ? 0.55F : 0.0F);
    const std::optional<double> number = carries == none ? std::nullopt : value({carries, unit_});
    if (number && std::isfinite(*number)) {
        const double share = std::min(std::abs(*number) / scale(carries), 1.0);
        const ImVec4& sign = *number < 0 ? frame_.theme->negative : frame_.theme->positive;
        colour = blended(frame_.theme->rule, sign, static_cast<float>(0.35 + 0.65 * share));
        thickness = frame_.px(static_cast<float>(1.5 + 4.5 * share)) * thin;
    }
    if (tip == Tip::arrow) {
        ImVec2& end = points.back();
        const ImVec2 from = points[points.size() - 2];
        const float size = std::max(frame_.px(6) * thin, thickness * 1.7F);
        const ImVec2 way{end.x - from.x, end.y - from.y};
        const float length = std::max(std::hypot(way.x, way.y), 1.0F);
        const ImVec2 unit{way.x / length, way.y / length};
        const ImVec2 base{end.x - unit.x * size, end.y - unit.y * size};
        list_.AddTriangleFilled(end, {base.x - unit.y * size * 0.6F, base.y + unit.x * size * 0.6F},
                                {base.x + unit.y * size * 0.6F, base.y - unit.x * size * 0.6F},
                                packed(colour));
        end = base;
    }
    list_.AddPolyline(points.data(), static_cast<int>(points.size()), packed(colour),
                      ImDrawFlags_None, thickness);
    if (lit && in_motion(frame_.view)) flow(points, colour, thickness);
}

/// Drops that run along a wire while its phase is fresh.
void DiagramPen::flow(const std::vector<ImVec2>& points, ImVec4 colour, float thickness) {
    const float apart = frame_.px(26);
    const float travelled = static_cast<float>(frame_.view.playback.since_phase) * frame_.px(95);
    const auto fading =
        static_cast<float>(std::min(1.0, 3 * (flow_seconds - frame_.view.playback.since_phase)));
    float offset = std::fmod(travelled, apart);
    for (std::size_t n = 1; n < points.size(); ++n) {
        const ImVec2 a = points[n - 1];
        const ImVec2 b = points[n];
        const float length = std::hypot(b.x - a.x, b.y - a.y);
        for (; offset < length; offset += apart) {
            const float share = offset / length;
            list_.AddCircleFilled({a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share},
                                  thickness / 2 + frame_.px(2), packed(faded(colour, fading)));
        }
        offset -= length;
    }
}

void DiagramPen::operation(ImVec2 centre, float radius, const char* sign, ImVec4 colour,
                           QuantityId result) {
    const Phase phase = cell_.quantities[result].phase;
    const bool lit = active(phase);
    list_.AddCircleFilled(
        centre, radius,
        packed(lit ? blended(frame_.theme->paper, colour, 0.22F) : frame_.theme->paper));
    list_.AddCircle(centre, radius, packed(reached(phase) ? colour : frame_.theme->rule), 0,
                    frame_.px(lit ? 2.4F : 1.5F));
    const Fonts& fonts = frame_.theme.fonts;
    ImFont* font = radius < frame_.px(9) ? fonts.bold : fonts.title;
    if (text_size(font, sign).x > 1.6F * radius)
        font = fonts.small;  // "1−" takes more room than "×"
    draw_text(list_, font, centre, reached(phase) ? colour : frame_.theme->muted, sign,
              Align::centre);
    touch({centre.x - radius, centre.y - radius}, {centre.x + radius, centre.y + radius},
          element(result), false);
}

}  // namespace lstm
