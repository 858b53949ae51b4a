/// A unit among others.
#include "ui/diagram/miniature.h"

#include "ui/diagram/fitting.h"
#include "ui/diagram/pen.h"
#include "ui/state/backward.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace lstm {
namespace {

struct Clerk {
    const char* gate;
    const char* symbol;
    float left, right;  ///< of its box
};
constexpr float first_left = 3, first_right = 36;

/// Those that the cell has; a plain RNN's only clerk shows what he adds up.
std::vector<Clerk> clerks_of(const Cell& cell) {
    std::vector<Clerk> found;
    if (cell.find("c") != none)
        found = {{"forget.value", "f", first_left, first_right},
                 {"input.value", "i", 41, 74},
                 {"candidate.value", "c̃", 80, 122},
                 {"output.value", "o", 127, 160}};
    else
        found = {{"update.value", "u", first_left, first_right},
                 {"reset.value", "r", 41, 74},
                 {"candidate.value", "h̃", 80, 122},
                 {"hidden.wx", "W x", first_left, first_right},
                 {"hidden.uh", "U h₋", 41, 74},
                 {"hidden.z", "z", 80, 122}};
    std::erase_if(found, [&](const Clerk& clerk) { return cell.find(clerk.gate) == none; });
    return found;
}
constexpr float forget_u = 52, update_u = 79, speak_u = 143.5F;
constexpr float state_left = 152, state_right = 193;
constexpr float notebook_v = 17, middle_v = 46, clerks_v = 77;

/// The drawing of one unit, on 196 × 96 units of length that stretch with the area.
class Miniature {
public:
    /// `named`: symbols stand at its states, and wires are as strong as in the large diagram.
    Miniature(Frame& frame, int unit, const PanelArea& area, bool named)
        : frame_(frame),
          area_(area),
          pen_(frame, unit, named ? 1 : 0.6F),
          list_(*ImGui::GetWindowDrawList()),
          clerks_(clerks_of(frame.cell())),
          named_(named),
          roomy_(frame.view.look.presenter ||
                 (area.width() > frame.px(290) && area.height() > frame.px(130))) {}

    void draw();
    /// Whose cell it is, under what it says.
    void title();
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
    [[nodiscard]] bool has(const char* name) const { return frame_.cell().find(name) != none; }
    /// The middle of the upper edge of the clerk who makes `name`.
    [[nodiscard]] ImVec2 head(const char* name) const;
    void wires();
    void lstm_wires();
    void gru_wires();
    void rnn_wires();
    void writing_wires(const char* gate, ImVec4 colour);
    void squash(ImVec2 centre);
    void clerk(const Clerk& clerk);
    void state(const char* name, float left, float right, float v);

    Frame& frame_;
    PanelArea area_;
    DiagramPen pen_;
    ImDrawList& list_;
    std::vector<Clerk> clerks_;
    bool named_;
    bool roomy_;  ///< for larger type
    bool touched_ = false;
};

/// The same number of digits for all, as many as there is room for.
int Miniature::decimals() const {
    const auto fits = [&](int decimals, double widest, float left, float right) {
        return text_size(font(), format_value(widest, decimals)).x <=
               at(right, 0).x - at(left, 0).x - frame_.px(5);
    };
    int decimals = frame_.view.look.decimals;
    while (decimals > 1 &&
           !(fits(decimals, 0.5, first_left, first_right) && fits(decimals, -0.5, 2, 42)))
        --decimals;
    return decimals;
}

std::string Miniature::fitting(Element element, float room) const {
    const std::optional<double> value = pen_.value(element);
    if (!value) return "?";
    return pen_.backward() ? fitting_gradient(font(), *value, decimals(), room)
                           : fitting_value(font(), *value, decimals(), room);
}

ImVec2 Miniature::head(const char* name) const {
    for (const Clerk& one : clerks_)
        if (one.gate == std::string_view(name))
            return {at((one.left + one.right) / 2, 0).x, at(0, clerks_v).y - box_half()};
    return {};
}

void Miniature::wires() {
    if (has("c")) {
        lstm_wires();
    } else if (has("update.value")) {
        gru_wires();
    } else {
        rnn_wires();
    }
}

/// What strikes out, on the left, and what is written, below the line: as in an LSTM.
void Miniature::writing_wires(const char* gate, ImVec4 colour) {
    using Tip = DiagramPen::Tip;
    const float round = frame_.px(7);
    const ImVec2 forgetting = at(forget_u, notebook_v);
    const ImVec2 writing = at(update_u, middle_v);
    const ImVec2 idea = head("candidate.value");
    const Phase phase = frame_.cell().quantities[frame_.cell().at("candidate.value")].phase;
    if (has(gate)) {
        const ImVec2 strikes = head(gate);
        pen_.wire({strikes,
                   {strikes.x, writing.y},
                   {forgetting.x, writing.y},
                   {forgetting.x, forgetting.y + round}},
                  frame_.cell().quantities[frame_.cell().at("kept")].phase, colour, nullptr,
                  Tip::plain);
    }
    const float stop = has("written") ? round : 0;
    pen_.wire({idea, {idea.x, writing.y}, {writing.x + stop, writing.y}}, phase,
              frame_.theme->candidate, nullptr, Tip::plain);
    pen_.wire({{writing.x, writing.y - stop}, {writing.x, at(0, notebook_v).y + round}},
              Phase::update, frame_.theme->memory, has("written") ? "written" : "candidate.value",
              Tip::plain);
}

void Miniature::lstm_wires() {
    using Tip = DiagramPen::Tip;
    const ImVec4 memory = frame_.theme->memory;
    const float round = frame_.px(7);
    const ImVec2 forgetting = at(forget_u, notebook_v);
    const ImVec2 adding = at(update_u, notebook_v);
    const ImVec2 writing = at(update_u, middle_v);
    const ImVec2 speaking = at(speak_u, middle_v);
    const bool gated = has("output.value");
    const float before = has("kept") ? round : 0;
    pen_.wire({at(38, notebook_v), {forgetting.x - before, forgetting.y}}, Phase::forget, memory,
              "c_prev", Tip::plain);
    pen_.wire({{forgetting.x + before, forgetting.y}, {adding.x - round, adding.y}}, Phase::update,
              memory, has("kept") ? "kept" : "c_prev", Tip::plain);
    pen_.wire({{adding.x + round, adding.y}, at(state_left, notebook_v)}, Phase::update, memory,
              "c");
    const float stop = gated ? round : 0;
    pen_.wire({at(speak_u, notebook_v), {speaking.x, speaking.y - stop}}, Phase::speak, memory,
              has("tanh_c") ? "tanh_c" : "c", Tip::plain);
    pen_.wire({{speaking.x + stop, speaking.y}, at(state_left, middle_v)}, Phase::speak,
              frame_.theme->voice, "h", Tip::plain);
    writing_wires("forget.value", frame_.theme->forget);
    if (has("input.value")) {
        const ImVec2 input = head("input.value");
        pen_.wire({input, {input.x, writing.y}, {writing.x - round, writing.y}}, Phase::write,
                  frame_.theme->input, nullptr, Tip::plain);
    }
    if (gated)
        pen_.wire({head("output.value"), {speaking.x, speaking.y + round}}, Phase::speak,
                  frame_.theme->output, nullptr, Tip::plain);
    if (has("kept"))
        pen_.operation(forgetting, round, "×", Phase::forget, frame_.theme->forget, "kept");
    pen_.operation(adding, round, "+", Phase::update, memory, "c");
    if (has("written"))
        pen_.operation(writing, round, "×", Phase::write, frame_.theme->input, "written");
    if (gated) pen_.operation(speaking, round, "×", Phase::speak, frame_.theme->voice, "h");
    if (named_ && (has("tanh_c") || !gated))
        squash(at(speak_u, gated ? (notebook_v + middle_v) / 2 : middle_v));
}

void Miniature::gru_wires() {
    using Tip = DiagramPen::Tip;
    const ImVec4 voice = frame_.theme->voice;
    const ImVec4 update = frame_.theme.role(Role::keep);
    const float round = frame_.px(7);
    const ImVec2 keeping = at(forget_u, notebook_v);
    const ImVec2 adding = at(update_u, notebook_v);
    const ImVec2 writing = at(update_u, middle_v);
    pen_.wire({at(38, notebook_v), {keeping.x - round, keeping.y}}, Phase::update, voice, "h_prev",
              Tip::plain);
    pen_.wire({{keeping.x + round, keeping.y}, {adding.x - round, adding.y}}, Phase::speak, voice,
              "kept", Tip::plain);
    pen_.wire({{adding.x + round, adding.y}, at(state_left, notebook_v)}, Phase::speak, voice, "h");
    pen_.wire({{keeping.x, writing.y}, {writing.x - round, writing.y}}, Phase::update, update,
              "rest", Tip::plain);
    writing_wires("update.value", update);
    const float middle = at(0, clerks_v).y;
    pen_.wire({{at(74, 0).x, middle}, {at(80, 0).x, middle}}, Phase::write,
              frame_.theme.role(Role::reset), nullptr, Tip::plain);
    pen_.operation(keeping, round, "×", Phase::update, update, "kept");
    pen_.operation(adding, round, "+", Phase::speak, voice, "h");
    pen_.operation(writing, round, "×", Phase::update, frame_.theme->candidate, "written");
}

void Miniature::rnn_wires() {
    using Tip = DiagramPen::Tip;
    const float middle = at(0, clerks_v).y;
    const ImVec4 ink = frame_.theme->muted;
    pen_.wire({{at(36, 0).x, middle}, {at(41, 0).x, middle}}, Phase::speak, ink, nullptr,
              Tip::joint);
    pen_.wire({{at(74, 0).x, middle}, {at(80, 0).x, middle}}, Phase::speak, ink, nullptr,
              Tip::joint);
    const ImVec2 sum = head("hidden.z");
    const ImVec2 tanh{sum.x, at(0, middle_v).y};
    pen_.wire({sum, tanh}, Phase::speak, ink, "hidden.z", Tip::plain);
    pen_.wire({tanh, {sum.x, at(0, notebook_v).y}, at(state_left, notebook_v)}, Phase::speak,
              frame_.theme->voice, "h");
    if (named_) squash(tanh);
}

void Miniature::clerk(const Clerk& clerk) {
    Element element = pen_.element(clerk.gate);
    if (const Gate* gate = gate_of_value(frame_.cell(), element.quantity);
        gate != nullptr && pen_.backward())
        element.quantity = delta_of(*gate);
    const Quantity& quantity = frame_.cell().quantities[element.quantity];
    const ImVec4 colour = frame_.theme.quantity(frame_.cell(), element.quantity);
    const float middle = at(0, clerks_v).y;
    const ImVec2 min{at(clerk.left, 0).x, middle - box_half()};
    const ImVec2 max{at(clerk.right, 0).x, middle + box_half()};
    const bool lit = pen_.active(quantity.phase);
    list_.AddRectFilled(
        min, max, packed(lit ? blended(frame_.theme->writer, colour, 0.12F) : frame_.theme->writer),
        frame_.px(4));
    if (clamp_on(frame_, element) != nullptr) {
        held_frame(frame_, min, max, colour);
    } else {
        list_.AddRect(min, max, packed(pen_.reached(quantity.phase) ? colour : frame_.theme->rule),
                      frame_.px(4), 0, frame_.px(lit ? 2 : 1.2F));
    }
    // Comparison its wire, away from the sign above.
    const bool right = clerk.left < update_u + 7 && clerk.right > update_u + 7;
    const float symbol = right ? (min.x + max.x) / 2 + frame_.px(4) : min.x + frame_.px(2);
    draw_text(list_, frame_.theme.fonts.small, {symbol, min.y - frame_.px(8)}, colour,
              clerk.symbol);
    const std::optional<double> value = pen_.value(element);
    draw_text(list_, font(), {(min.x + max.x) / 2, middle - frame_.px(3)},
              value ? frame_.theme->ink : frame_.theme->muted,
              fitting(element, max.x - min.x - frame_.px(3)), Align::centre);
    const ImVec2 bar_min{min.x + frame_.px(4), max.y - frame_.px(6)};
    const ImVec2 bar_max{max.x - frame_.px(4), max.y - frame_.px(3)};
    if (pen_.backward()) {
        signed_bar(frame_, bar_min, bar_max, value, pen_.scale(element.quantity));
    } else if (frame_.cell().is_share(element.quantity)) {
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
    const std::optional<double> value = pen_.value(element);
    const ImVec4 colour = frame_.theme.quantity(frame_.cell(), element.quantity);
    list_.AddRectFilled(min, max,
                        packed(frame_.theme.signed_colour(
                            value.value_or(0), pen_.backward() ? pen_.scale(element.quantity) : 1)),
                        half_line());
    list_.AddRect(min, max, packed(value ? colour : frame_.theme->rule), half_line(), 0,
                  frame_.px(1.2F));
    draw_text(list_, font(), {(min.x + max.x) / 2, middle},
              value ? frame_.theme->ink : frame_.theme->muted,
              fitting(element, max.x - min.x - frame_.px(5)), Align::centre);
    touched_ |= pen_.touch(min, max, element);
    if (named_)
        draw_text(list_, frame_.theme.fonts.small, {min.x + frame_.px(6), min.y - frame_.px(8)},
                  colour, frame_.cell().quantities[element.quantity].symbol);
}

/// The sign of tanh on a wire.
void Miniature::squash(ImVec2 centre) {
    ImFont* const small = frame_.theme.fonts.small;
    const ImVec2 size = text_size(small, "tanh");
    const ImVec2 half{size.x / 2 + frame_.px(5), size.y / 2 + frame_.px(1)};
    const ImVec2 min{centre.x - half.x, centre.y - half.y};
    const ImVec2 max{centre.x + half.x, centre.y + half.y};
    list_.AddRectFilled(min, max, packed(frame_.theme->writer), half.y);
    list_.AddRect(min, max,
                  packed(pen_.reached(Phase::speak) ? frame_.theme->memory : frame_.theme->rule),
                  half.y, 0, frame_.px(1.2F));
    draw_text(list_, small, centre, frame_.theme->ink, "tanh", Align::centre);
}

void Miniature::title() {
    const bool chosen = frame_.view.cursor.unit == pen_.unit();
    const ImVec2 at_end{area_.max.x - frame_.px(6), at(0, clerks_v).y};
    const std::string number = std::to_string(pen_.unit());
    const Fonts& fonts = frame_.theme.fonts;
    draw_text(list_, fonts.bold, at_end, chosen ? frame_.theme->accent : frame_.theme->ink, number,
              Align::right);
    const float room = at_end.x - text_size(fonts.bold, number).x - frame_.px(4) - at(160 + 2, 0).x;
    if (text_size(fonts.small, "unit").x < room)
        draw_text(list_, fonts.small,
                  {at_end.x - text_size(fonts.bold, number).x - frame_.px(4), at_end.y},
                  frame_.theme->muted, "unit", Align::right);
}

void Miniature::draw() {
    wires();
    for (const Clerk& one : clerks_) clerk(one);
    if (has("c")) {
        state("c_prev", 2, 42, notebook_v);
        state("c", state_left, state_right, notebook_v);
        state("h", state_left, state_right, middle_v);
    } else {
        state("h_prev", 2, 42, notebook_v);
        state("h", state_left, state_right, notebook_v);
    }
}

}  // namespace

ImVec2 least_miniature(const Frame& frame) {
    // In the back row's large type, numbers take more room.
    return frame.view.look.presenter ? ImVec2(frame.px(238), frame.px(100))
                                     : ImVec2(frame.px(186), frame.px(78));
}

void draw_small_cell(Frame& frame, int unit, const PanelArea& area) {
    Miniature(frame, unit, area, true).draw();
}

void draw_miniature(Frame& frame, int unit, const PanelArea& area) {
    // Numbers come first: the area around them takes the clicks that they leave.
    Miniature miniature(frame, unit, area, false);
    miniature.draw();
    miniature.title();
    const std::string id = frame.prefix + "diagram/unit[" + std::to_string(unit) + "]";
    if (!frame.prefix.empty()) {  // a second run is only looked at
        const bool same = unit == frame.view.cursor.unit;
        ImGui::GetWindowDrawList()->AddRect(area.min, area.max,
                                            packed(same ? frame.theme->accent : frame.theme->rule),
                                            frame.px(6), 0, frame.px(same ? 2 : 1));
        frame.regions.add(id, area.min, area.max, std::to_string(unit));
        return;
    }
    ImGui::SetCursorScreenPos(area.min);
    const bool pressed = press_area(frame, id, {area.width(), area.height()}, std::to_string(unit));
    const bool hovered = ImGui::IsItemHovered() && !miniature.touched();
    const bool chosen = unit == frame.view.cursor.unit;
    ImGui::GetWindowDrawList()->AddRect(
        area.min, area.max, packed(chosen || hovered ? frame.theme->accent : frame.theme->rule),
        frame.px(6), 0, frame.px(chosen ? 2 : 1));
    if (hovered) ImGui::SetTooltip("Unit %d: click to see it large", unit);
    const bool on_number = miniature.touched() && ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    if (!pressed || on_number) return;
    frame.view.cursor.unit = unit;
    frame.view.cursor.all_units = false;
}

}  // namespace lstm
