/// A unit among others.
#include "panels/diagram/miniature.h"

#include "panels/diagram/pen.h"
#include "panels/marks.h"
#include "panels/numbers.h"
#include "panels/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lstm {
namespace {

struct Clerk {
    const char* gate;
    const char* symbol;
    float left, right;  ///< of its box
};
constexpr std::array<Clerk, 4> clerks{{{"forget.value", "f", 3, 36},
                                       {"input.value", "i", 41, 74},
                                       {"candidate.value", "c̃", 80, 122},
                                       {"output.value", "o", 127, 160}}};
constexpr float forget_u = 52, update_u = 79, speak_u = 143.5F;
constexpr float state_left = 152, state_right = 193;
constexpr float notebook_v = 17, middle_v = 46, clerks_v = 77;

/// The drawing of one unit, on 196 × 96 units of length that stretch with the area.
class Miniature {
public:
    Miniature(Frame& frame, int unit, const Area& area)
        : frame_(frame),
          area_(area),
          pen_(frame, unit, 0.6F),
          list_(*ImGui::GetWindowDrawList()),
          roomy_(frame.view.presenter ||
                 (area.width() > frame.px(290) && area.height() > frame.px(130))) {}

    void draw();
    /// Whether the mouse is over a number.
    [[nodiscard]] bool touched() const { return touched_; }

private:
    [[nodiscard]] ImVec2 at(float u, float v) const {
        return {area_.min.x + u / 196 * area_.width(), area_.min.y + v / 96 * area_.height()};
    }
    [[nodiscard]] ImFont* font() const {
        return roomy_ ? frame_.theme.fonts.text : frame_.theme.fonts.small;
    }
    [[nodiscard]] float half_line() const { return font()->FontSize / 2 + frame_.px(2); }
    [[nodiscard]] float box_half() const { return half_line() + frame_.px(4); }
    [[nodiscard]] int decimals() const;
    [[nodiscard]] std::string fitting(Element element, float room) const;
    void wires();
    void clerk(const Clerk& clerk);
    void state(const char* name, float left, float right, float v);
    void title();

    Frame& frame_;
    Area area_;
    DiagramPen pen_;
    ImDrawList& list_;
    bool roomy_;  ///< for larger type
    bool touched_ = false;
};

/// The same number of digits for all, as many as there is room for.
int Miniature::decimals() const {
    const auto fits = [&](int decimals, double widest, float left, float right) {
        return text_size(font(), format_value(widest, decimals)).x <=
               at(right, 0).x - at(left, 0).x - frame_.px(5);
    };
    int decimals = frame_.view.decimals;
    while (decimals > 1 &&
           !(fits(decimals, 0.5, clerks[0].left, clerks[0].right) && fits(decimals, -0.5, 2, 42)))
        --decimals;
    return decimals;
}

/// The value as it fits into `room`; one that does not is a sign of its size.
std::string Miniature::fitting(Element element, float room) const {
    const std::optional<double> value = frame_.value(element.quantity, element.element);
    if (!value) return "?";
    for (int digits = decimals(); digits >= 0; --digits) {
        std::string text = format_value(*value, digits);
        if (text_size(font(), text).x <= room) return text;
    }
    return std::abs(*value) < 1 ? "≈0" : (*value < 0 ? "≪0" : "≫0");
}

void Miniature::wires() {
    using Tip = DiagramPen::Tip;
    const ImVec4 memory = frame_.theme->memory;
    const float round = frame_.px(7);
    const ImVec2 forgetting = at(forget_u, notebook_v);
    const ImVec2 adding = at(update_u, notebook_v);
    const ImVec2 writing = at(update_u, middle_v);
    const ImVec2 speaking = at(speak_u, middle_v);
    pen_.wire({at(38, notebook_v), {forgetting.x - round, forgetting.y}}, Phase::forget, memory,
              "c_prev", Tip::plain);
    pen_.wire({{forgetting.x + round, forgetting.y}, {adding.x - round, adding.y}}, Phase::update,
              memory, "kept", Tip::plain);
    pen_.wire({{adding.x + round, adding.y}, at(state_left, notebook_v)}, Phase::update, memory,
              "c");
    pen_.wire({at(speak_u, notebook_v), {speaking.x, speaking.y - round}}, Phase::speak, memory,
              "tanh_c", Tip::plain);
    pen_.wire({{speaking.x + round, speaking.y}, at(state_left, middle_v)}, Phase::speak,
              frame_.theme->voice, "h", Tip::plain);
    pen_.wire({{writing.x, writing.y - round}, {adding.x, adding.y + round}}, Phase::update, memory,
              "written", Tip::plain);

    const auto head = [&](const Clerk& one) {
        return ImVec2(at((one.left + one.right) / 2, 0).x, at(0, clerks_v).y - box_half());
    };
    const ImVec2 forget = head(clerks[0]);
    pen_.wire({forget,
               {forget.x, writing.y},
               {forgetting.x, writing.y},
               {forgetting.x, forgetting.y + round}},
              Phase::forget, frame_.theme->forget, nullptr, Tip::plain);
    const ImVec2 input = head(clerks[1]);
    pen_.wire({input, {input.x, writing.y}, {writing.x - round, writing.y}}, Phase::write,
              frame_.theme->input, nullptr, Tip::plain);
    const ImVec2 candidate = head(clerks[2]);
    pen_.wire({candidate, {candidate.x, writing.y}, {writing.x + round, writing.y}}, Phase::write,
              frame_.theme->candidate, nullptr, Tip::plain);
    pen_.wire({head(clerks[3]), {speaking.x, speaking.y + round}}, Phase::speak,
              frame_.theme->output, nullptr, Tip::plain);
    pen_.operation(forgetting, round, "×", Phase::forget, frame_.theme->forget, "kept");
    pen_.operation(adding, round, "+", Phase::update, memory, "c");
    pen_.operation(writing, round, "×", Phase::write, frame_.theme->input, "written");
    pen_.operation(speaking, round, "×", Phase::speak, frame_.theme->voice, "h");
}

void Miniature::clerk(const Clerk& clerk) {
    const Element element = pen_.element(clerk.gate);
    const Quantity& quantity = frame_.cell().quantities[element.quantity];
    const ImVec4 colour = frame_.theme.quantity(frame_.cell(), element.quantity);
    const float middle = at(0, clerks_v).y;
    const ImVec2 min{at(clerk.left, 0).x, middle - box_half()};
    const ImVec2 max{at(clerk.right, 0).x, middle + box_half()};
    const bool lit = pen_.active(quantity.phase);
    list_.AddRectFilled(
        min, max, packed(lit ? blended(frame_.theme->paper, colour, 0.12F) : frame_.theme->paper),
        frame_.px(4));
    if (force_on(frame_, element) != nullptr) {
        held_frame(frame_, min, max, colour);
    } else {
        list_.AddRect(min, max, packed(pen_.reached(quantity.phase) ? colour : frame_.theme->rule),
                      frame_.px(4), 0, frame_.px(lit ? 2 : 1.2F));
    }
    // Beside its wire, away from the sign above.
    const bool right = clerk.left < update_u + 7 && clerk.right > update_u + 7;
    const float symbol = right ? (min.x + max.x) / 2 + frame_.px(4) : min.x + frame_.px(2);
    draw_text(list_, frame_.theme.fonts.small, {symbol, min.y - frame_.px(8)}, colour,
              clerk.symbol);
    const std::optional<double> value = frame_.value(element.quantity, element.element);
    draw_text(list_, font(), {(min.x + max.x) / 2, middle - frame_.px(3)},
              value ? frame_.theme->ink : frame_.theme->muted,
              fitting(element, max.x - min.x - frame_.px(3)), Align::centre);
    const ImVec2 bar_min{min.x + frame_.px(4), max.y - frame_.px(6)};
    const ImVec2 bar_max{max.x - frame_.px(4), max.y - frame_.px(3)};
    if (is_gate_share(frame_.cell(), element.quantity)) {
        gate_bar(frame_, bar_min, bar_max, colour, value);
    } else {
        signed_bar(frame_, bar_min, bar_max, value, 1);
    }
    touched_ |= pen_.touch(min, max, element);
}

void Miniature::state(const char* name, float left, float right, float v) {
    const Element element = pen_.element(name);
    const float middle = at(0, v).y;
    const ImVec2 min{at(left, 0).x, middle - half_line()};
    const ImVec2 max{at(right, 0).x, middle + half_line()};
    const std::optional<double> value = frame_.value(element.quantity, element.element);
    const ImVec4 colour = frame_.theme.quantity(frame_.cell(), element.quantity);
    list_.AddRectFilled(min, max, packed(frame_.theme.signed_colour(value.value_or(0), 1)),
                        half_line());
    list_.AddRect(min, max, packed(value ? colour : frame_.theme->rule), half_line(), 0,
                  frame_.px(1.2F));
    draw_text(list_, font(), {(min.x + max.x) / 2, middle},
              value ? frame_.theme->ink : frame_.theme->muted,
              fitting(element, max.x - min.x - frame_.px(5)), Align::centre);
    touched_ |= pen_.touch(min, max, element);
}

/// Whose cell it is, under what it says.
void Miniature::title() {
    const bool chosen = frame_.view.unit == pen_.unit();
    const ImVec2 at_end{area_.max.x - frame_.px(6), at(0, clerks_v).y};
    const std::string number = std::to_string(pen_.unit());
    const Fonts& fonts = frame_.theme.fonts;
    draw_text(list_, fonts.bold, at_end, chosen ? frame_.theme->accent : frame_.theme->ink, number,
              Align::right);
    const float room =
        at_end.x - text_size(fonts.bold, number).x - frame_.px(4) - at(clerks[3].right + 2, 0).x;
    if (text_size(fonts.small, "unit").x < room)
        draw_text(list_, fonts.small,
                  {at_end.x - text_size(fonts.bold, number).x - frame_.px(4), at_end.y},
                  frame_.theme->muted, "unit", Align::right);
}

void Miniature::draw() {
    wires();
    for (const Clerk& one : clerks) clerk(one);
    state("c_prev", 2, 42, notebook_v);
    state("c", state_left, state_right, notebook_v);
    state("h", state_left, state_right, middle_v);
    title();
}

}  // namespace

ImVec2 least_miniature(const Frame& frame) {
    // In the back row's large type, numbers take more room.
    return frame.view.presenter ? ImVec2(frame.px(238), frame.px(100))
                                : ImVec2(frame.px(186), frame.px(78));
}

void draw_miniature(Frame& frame, int unit, const Area& area) {
    // Numbers come first: the area around them takes the clicks that they leave.
    Miniature miniature(frame, unit, area);
    miniature.draw();
    ImGui::SetCursorScreenPos(area.min);
    const std::string id = "diagram/unit[" + std::to_string(unit) + "]";
    const bool pressed = press_area(frame, id, {area.width(), area.height()}, std::to_string(unit));
    const bool hovered = ImGui::IsItemHovered() && !miniature.touched();
    const bool chosen = unit == frame.view.unit;
    ImGui::GetWindowDrawList()->AddRect(
        area.min, area.max, packed(chosen || hovered ? frame.theme->accent : frame.theme->rule),
        frame.px(6), 0, frame.px(chosen ? 2 : 1));
    if (hovered) ImGui::SetTooltip("Unit %d: click to see it large", unit);
    const bool on_number = miniature.touched() && ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    if (!pressed || on_number) return;
    frame.view.unit = unit;
    frame.view.all_units = false;
}

}  // namespace lstm
