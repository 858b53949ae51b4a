/// Bars and value texts.
#include "panels/marks.h"

#include "panels/numbers.h"

#include <algorithm>
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
        list.AddRectFilled({std::min(middle, end), min.y}, {std::max(middle, end), max.y}, packed(colour),
                           rounding);
    }
    list.AddLine({middle, min.y - frame.px(1)}, {middle, max.y + frame.px(1)}, packed(frame.theme->muted));
}

std::string shown_value(const Frame& frame, Element element) {
    const std::optional<double> value = frame.value(element.quantity, element.element);
    return value ? format_value(*value, frame.view.decimals) : "?";
}

std::string full_value(const Frame& frame, Element element) {
    const std::optional<double> value = frame.value(element.quantity, element.element);
    return element_name(frame.cell(), element.quantity, element.element) +
           (value ? " = " + format_exact(*value) : " is not known yet");
}

bool is_gate_share(const Cell& cell, QuantityId quantity) {
    return std::any_of(cell.gates.begin(), cell.gates.end(), [&](const Gate& gate) {
        return gate.value == quantity && gate.activation == Operation::sigmoid;
    });
}

}  // namespace lstm
