/// The cell of one unit: the notebook line on top, the clerks below, live values on everything.
#include "panels/ghost.h"
#include "panels/marks.h"
#include "panels/numbers.h"
#include "panels/originals.h"
#include "panels/panels.h"
#include "panels/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace lstm {
namespace {

/// The drawing's own coordinates: 820 wide and 230 high, stretched to the space there is. The
/// columns at both ends, where pills stand, keep the width that a number needs.
class Canvas {
public:
    Canvas(const Frame& frame, Area area)
        : area_(area),
          size_(std::clamp(std::min(area.width() / frame.px(820), area.height() / frame.px(230)),
                           0.4F, 1.7F)),
          end_(std::max(end_u / 820 * area.width(), frame.px(126))) {}

    [[nodiscard]] ImVec2 at(float u, float v) const {
        const float y = area_.min.y + v / 230 * area_.height();
        if (u <= end_u) return {area_.min.x + u / end_u * end_, y};
        if (u >= 820 - end_u) return {area_.max.x - (820 - u) / end_u * end_, y};
        return {area_.min.x + end_ + (u - end_u) / (820 - 2 * end_u) * (area_.width() - 2 * end_),
                y};
    }
    /// How much larger than at its smallest everything may be drawn.
    [[nodiscard]] float size() const { return size_; }

private:
    static constexpr float end_u = 132;

    Area area_;
    float size_;
    float end_;  ///< width of the end columns, in pixels
};

/// Draws nodes and wires of one unit.
class Drawing {
public:
    Drawing(Frame& frame, Canvas canvas)
        : frame_(frame), canvas_(canvas), list_(*ImGui::GetWindowDrawList()), cell_(frame.cell()) {}

    void draw();

private:
    struct Clerk {
        const char* gate;
        float u;
        const char* title;
        const char* function;
    };

    static constexpr float notebook_v = 34;
    static constexpr float clerks_v = 148;
    static constexpr float bus_v = 215;
    static constexpr float written_v = 88;
    static constexpr float forget_u = 222, input_u = 364, candidate_u = 498, output_u = 650;
    static constexpr float update_u = 430;  ///< ⊕
    static constexpr std::array<Clerk, 4> clerks{{{"forget", forget_u, "forget gate", "σ"},
                                                  {"input", input_u, "input gate", "σ"},
                                                  {"candidate", candidate_u, "candidate", "tanh"},
                                                  {"output", output_u, "output gate", "σ"}}};

    [[nodiscard]] ImVec2 at(float u, float v) const { return canvas_.at(u, v); }
    [[nodiscard]] float len(float length) const { return frame_.px(length) * canvas_.size(); }
    /// Half the size of the pills of c and h: they hold "c₋ −0.570" at any size.
    [[nodiscard]] ImVec2 state_half() const {
        return {std::max(len(54), frame_.px(57)), std::max(len(17), frame_.px(15))};
    }
    [[nodiscard]] ImFont* largest_that_fits(const std::string& text, float width) const {
        const Fonts& fonts = frame_.theme.fonts;
        if (text_size(fonts.large, text).x <= width) return fonts.large;
        return text_size(fonts.text, text).x <= width ? fonts.text : fonts.small;
    }
    [[nodiscard]] bool active(Phase phase) const {
        return frame_.view.t > 0 && frame_.view.phase == phase;
    }
    [[nodiscard]] bool reached(Phase phase) const {
        return frame_.view.t > 0 && frame_.view.phase >= phase;
    }

    enum class Tip { arrow, plain };
    void wire(std::vector<ImVec2> points, Phase phase, ImVec4 colour, const char* carries = nullptr,
              Tip tip = Tip::arrow);
    void flow(const std::vector<ImVec2>& points, ImVec4 colour, float thickness);
    void operation(ImVec2 centre, const char* sign, Phase phase, ImVec4 colour, QuantityId result);
    void clerk(const Clerk& clerk);
    void state(ImVec2 centre, const char* name, const std::string& symbol);
    [[nodiscard]] int shown_inputs(const char* name) const;
    [[nodiscard]] float inputs_height(const char* name) const;
    void inputs(ImVec2 centre, const char* name, const std::string& symbol);
    void input_field(ImVec2 min, ImVec2 max, int k);
    void bias_field(const Gate& gate, ImVec2 foot, float bottom);
    void wire_label(ImVec2 at, const char* name, const std::string& symbol, Align align);
    void touch(ImVec2 min, ImVec2 max, Element element);
    [[nodiscard]] std::string id_of(Element element) const {
        return "diagram/" + element_name(cell_, element.quantity, element.element);
    }

    Frame& frame_;
    Canvas canvas_;
    ImDrawList& list_;
    const Cell& cell_;
};

/// Registers, links and explains what was drawn for `element`.
void Drawing::touch(ImVec2 min, ImVec2 max, Element element) {
    frame_.regions.add(id_of(element), min, max, shown_value(frame_, element));
    if (link(frame_, min, max, element))
        list_.AddRect({min.x - frame_.px(2), min.y - frame_.px(2)},
                      {max.x + frame_.px(2), max.y + frame_.px(2)}, packed(frame_.theme->accent),
                      frame_.px(7), 0, frame_.px(2));
    if (!ImGui::IsWindowHovered() || !ImGui::IsMouseHoveringRect(min, max)) return;
    ImGui::SetTooltip("%s\nClick for its working", full_value(frame_, element).c_str());
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) show_working(frame_, element);
}

/// A wire. Lit in its phase; and where the value that it carries is known, its colour is the
/// value's sign and its thickness the size.
void Drawing::wire(std::vector<ImVec2> points, Phase phase, ImVec4 colour, const char* carries,
                   Tip tip) {
    const bool lit = active(phase);
    float thickness = frame_.px(lit ? 2.6F : 1.5F);
    if (!lit)
        colour = blended(frame_.theme->rule, frame_.theme->muted, reached(phase) ? 0.55F : 0.0F);
    const QuantityId id = carries == nullptr ? none : cell_.at(carries);
    const std::optional<double> value =
        id == none ? std::nullopt : frame_.value(id, frame_.view.unit);
    if (value && std::isfinite(*value)) {
        const double share = std::min(std::abs(*value) / frame_.scales.of(cell_, id), 1.0);
        const ImVec4& sign = *value < 0 ? frame_.theme->negative : frame_.theme->positive;
        colour = blended(frame_.theme->rule, sign, static_cast<float>(0.35 + 0.65 * share));
        thickness = frame_.px(static_cast<float>(1.5 + 4.5 * share));
    }
    if (tip == Tip::arrow) {
        ImVec2& end = points.back();
        const ImVec2 from = points[points.size() - 2];
        const float size = std::max(frame_.px(6), thickness * 1.7F);
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
void Drawing::flow(const std::vector<ImVec2>& points, ImVec4 colour, float thickness) {
    const float apart = frame_.px(26);
    const float travelled = static_cast<float>(frame_.view.since_phase) * frame_.px(95);
    const auto fading =
        static_cast<float>(std::min(1.0, 3 * (flow_seconds - frame_.view.since_phase)));
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

void Drawing::operation(ImVec2 centre, const char* sign, Phase phase, ImVec4 colour,
                        QuantityId result) {
    const float radius = len(12);
    const bool lit = active(phase);
    list_.AddCircleFilled(
        centre, radius,
        packed(lit ? blended(frame_.theme->paper, colour, 0.22F) : frame_.theme->paper));
    list_.AddCircle(centre, radius, packed(reached(phase) ? colour : frame_.theme->rule), 0,
                    frame_.px(lit ? 2.4F : 1.5F));
    draw_text(list_, frame_.theme.fonts.title, centre,
              reached(phase) ? colour : frame_.theme->muted, sign, Align::centre);
    touch({centre.x - radius, centre.y - radius}, {centre.x + radius, centre.y + radius},
          {result, frame_.view.unit});
}

void Drawing::clerk(const Clerk& clerk) {
    const QuantityId value_id = cell_.at(std::string(clerk.gate) + ".value");
    const Quantity& quantity = cell_.quantities[value_id];
    const Element element{value_id, frame_.view.unit};
    const ImVec2 centre = at(clerk.u, clerks_v);
    const float room = (at(candidate_u, 0).x - at(input_u, 0).x) / 2 - frame_.px(4);
    const ImVec2 half{std::min(std::max(len(58), frame_.px(48)), room), len(28)};
    const ImVec2 min{centre.x - half.x, centre.y - half.y};
    const ImVec2 max{centre.x + half.x, centre.y + half.y};
    const ImVec4 colour = frame_.theme.gate(clerk.gate);
    const bool lit = active(quantity.phase);
    list_.AddRectFilled(
        min, max, packed(lit ? blended(frame_.theme->paper, colour, 0.12F) : frame_.theme->paper),
        frame_.px(7));
    if (force_on(frame_, element) != nullptr) {
        held_frame(frame_, min, max, colour);
        held_tag(frame_, id_of(element), {min.x + frame_.px(24), min.y}, colour);
    } else {
        list_.AddRect(min, max, packed(reached(quantity.phase) ? colour : frame_.theme->rule),
                      frame_.px(7), 0, frame_.px(lit ? 2.6F : 1.4F));
    }
    draw_moved_by(frame_, id_of(element), element, {min.x + frame_.px(2), max.y + frame_.px(7)},
                  Align::left);

    const float inset = len(8);
    draw_text(list_, frame_.theme.fonts.small, {min.x + inset, min.y + len(11)}, colour,
              clerk.title);
    const float taken = text_size(frame_.theme.fonts.small, clerk.title).x +
                        text_size(frame_.theme.fonts.small, clerk.function).x + frame_.px(6);
    if (taken < max.x - min.x - 2 * inset)
        draw_text(list_, frame_.theme.fonts.small, {max.x - inset, min.y + len(11)},
                  frame_.theme->muted, clerk.function, Align::right);
    draw_text(list_, frame_.theme.fonts.text, {min.x + inset, min.y + len(31)}, colour,
              quantity.symbol);
    const std::optional<double> value = frame_.value(value_id, frame_.view.unit);
    const std::string shown = shown_value(frame_, element);
    draw_text(list_, largest_that_fits(shown, 2 * half.x - 2 * inset - frame_.px(14)),
              {max.x - inset, min.y + len(31)}, value ? frame_.theme->ink : frame_.theme->muted,
              shown, Align::right);
    const ImVec2 bar_min{min.x + inset, max.y - len(11)};
    const ImVec2 bar_max{max.x - inset, max.y - len(5)};
    if (is_gate_share(cell_, value_id)) {
        gate_bar(frame_, bar_min, bar_max, colour, value);
    } else {
        signed_bar(frame_, bar_min, bar_max, value, 1);
    }
    touch(min, max, element);
}

/// c or h with its value, at an end of a wire.
void Drawing::state(ImVec2 centre, const char* name, const std::string& symbol) {
    const QuantityId id = cell_.at(name);
    const Element element{id, frame_.view.unit};
    const ImVec2 half = state_half();
    const ImVec2 min{centre.x - half.x, centre.y - half.y};
    const ImVec2 max{centre.x + half.x, centre.y + half.y};
    const std::optional<double> value = frame_.value(id, frame_.view.unit);
    const ImVec4 colour = frame_.theme.quantity(cell_, id);
    list_.AddRectFilled(min, max, packed(frame_.theme.signed_colour(value.value_or(0), 1)), half.y);
    list_.AddRect(min, max, packed(value ? colour : frame_.theme->rule), half.y, 0,
                  frame_.px(1.6F));
    draw_text(list_, frame_.theme.fonts.bold, {min.x + len(12), centre.y}, colour, symbol);
    const std::string shown = shown_value(frame_, element);
    draw_text(list_, largest_that_fits(shown, 2 * half.x - len(23) - frame_.px(18)),
              {max.x - len(11), centre.y}, value ? frame_.theme->ink : frame_.theme->muted, shown,
              Align::right);
    draw_moved_by(frame_, id_of(element), element, {centre.x, max.y + frame_.px(7)}, Align::centre);
    touch(min, max, element);
}

int Drawing::shown_inputs(const char* name) const {
    return std::min(frame_.trace().layout().size(cell_.at(name)), 3);
}

float Drawing::inputs_height(const char* name) const {
    return frame_.px(16) * static_cast<float>(shown_inputs(name)) + frame_.px(6);
}

/// A whole vector that all gates read: up to three elements, one below the other.
void Drawing::inputs(ImVec2 centre, const char* name, const std::string& symbol) {
    const QuantityId id = cell_.at(name);
    const int size = frame_.trace().layout().size(id);
    const int rows = shown_inputs(name);
    const float row = frame_.px(16);
    const ImVec2 half{std::max(len(52), frame_.px(50)), inputs_height(name) / 2};
    const ImVec2 min{centre.x - half.x, centre.y - half.y};
    const ImVec2 max{centre.x + half.x, centre.y + half.y};
    const ImVec4 colour = frame_.theme.quantity(cell_, id);
    list_.AddRectFilled(min, max, packed(frame_.theme->sunken), frame_.px(6));
    list_.AddRect(min, max, packed(frame_.theme->rule), frame_.px(6));
    for (int k = 0; k < rows; ++k) {
        const float y = min.y + frame_.px(3) + row * (static_cast<float>(k) + 0.5F);
        const bool summary = size > rows && k == rows - 1;
        const std::string label = size == 1 ? symbol : symbol + subscript(k);
        draw_text(list_, frame_.theme.fonts.small, {min.x + frame_.px(7), y}, colour,
                  summary ? "…" : label);
        if (id == cell_.input && !summary && frame_.view.t > 0) {
            input_field({min.x + frame_.px(24), y - row / 2}, {max.x - frame_.px(3), y + row / 2},
                        k);
            continue;
        }
        const std::string text =
            summary ? std::to_string(size) + " values" : shown_value(frame_, {id, k});
        draw_text(list_, frame_.theme.fonts.text, {max.x - frame_.px(7), y}, frame_.theme->ink,
                  text, Align::right);
        if (!summary)
            touch({min.x + frame_.px(2), y - row / 2}, {max.x - frame_.px(2), y + row / 2},
                  {id, k});
    }
}

/// x_t[k] of the selected step, to be changed right here.
void Drawing::input_field(ImVec2 min, ImVec2 max, int k) {
    const int t = frame_.view.t;
    NumberField field;
    field.id = "diagram/" + element_name(cell_, cell_.input, k);
    field.value = frame_.document().step(t).x[k];
    field.original = original_input(frame_.session, t, k);
    field.limit = frame_.scales.input;
    field.tooltip = element_name(cell_, cell_.input, k) + " of step " + std::to_string(t);
    field.element = Element{cell_.input, k};
    ImGui::SetCursorScreenPos(min);
    if (const auto change =
            number_field(frame_, field, {max.x - min.x, max.y - min.y - frame_.px(1)}))
        frame_.proposals.edit(SetInput{t, k, change->value}, change->gesture);
    // It is a number of the selected step, which must not go on while it is in hand.
    if (ImGui::IsItemActive() || frame_.view.entry.id == field.id) frame_.view.playing = false;
}

/// The bias of a clerk, beside the wire that feeds it.
void Drawing::bias_field(const Gate& gate, ImVec2 foot, float bottom) {
    const int unit = frame_.view.unit;
    const float height = std::min(frame_.px(18), bottom - foot.y - frame_.px(4));
    if (height < frame_.px(13)) return;
    const float y = (foot.y + bottom) / 2;
    const float left = foot.x + frame_.px(9);
    draw_text(list_, frame_.theme.fonts.small, {left, y}, frame_.theme->muted, "b");
    NumberField field;
    field.id = "diagram/" + cell_.parameters[gate.b].name() + "[" + std::to_string(unit) + "]";
    field.value = (*frame_.document().network.parameters[gate.b])(unit, 0);
    field.limit = 4;
    field.tooltip = "bias of the " + gate.name +
                    (gate.activation == Operation::tanh ? "" : " gate") + ", unit " +
                    std::to_string(unit);
    field.weight = ParameterPlace{gate.b, unit, 0};
    field.original = original_weight(frame_.session, *field.weight);
    ImGui::SetCursorScreenPos({left + frame_.px(11), y - height / 2});
    if (const auto change = number_field(frame_, field, {frame_.px(46), height}))
        frame_.proposals.edit(SetParameter{gate.b, unit, 0, change->value}, change->gesture);
}

void Drawing::wire_label(ImVec2 where, const char* name, const std::string& symbol, Align align) {
    const QuantityId id = cell_.at(name);
    const Element element{id, frame_.view.unit};
    const std::string value = shown_value(frame_, element);
    const ImVec2 symbol_size = text_size(frame_.theme.fonts.small, symbol + " ");
    const ImVec2 value_size = text_size(frame_.theme.fonts.bold, value);
    const float width = symbol_size.x + value_size.x;
    const float left = align == Align::centre ? where.x - width / 2 : where.x;
    draw_text(list_, frame_.theme.fonts.small, {left, where.y}, frame_.theme->muted, symbol);
    draw_text(list_, frame_.theme.fonts.bold, {left + symbol_size.x, where.y}, frame_.theme->ink,
              value);
    // Under the value; of one that stands on a wire, under the wire.
    const float below = where.y + frame_.px(align == Align::centre ? 26 : 13);
    draw_moved_by(frame_, id_of(element), element, {where.x, below}, align);
    touch({left - frame_.px(3), where.y - value_size.y / 2 - frame_.px(1)},
          {left + width + frame_.px(3), where.y + value_size.y / 2 + frame_.px(1)}, element);
}

void Drawing::draw() {
    const ImVec4 memory = frame_.theme->memory;
    const float radius = len(12) + frame_.px(1);
    const auto above = [&](ImVec2 p) { return ImVec2(p.x, p.y - radius); };
    const auto below = [&](ImVec2 p) { return ImVec2(p.x, p.y + radius); };
    const auto left_of = [&](ImVec2 p) { return ImVec2(p.x - radius, p.y); };
    const auto right_of = [&](ImVec2 p) { return ImVec2(p.x + radius, p.y); };

    const ImVec2 c_prev = at(66, notebook_v);
    const ImVec2 forgetting = at(forget_u, notebook_v);
    const ImVec2 adding = at(update_u, notebook_v);
    const ImVec2 writing = at(update_u, written_v);
    const ImVec2 c = at(754, notebook_v);
    const ImVec2 branch = at(output_u, notebook_v);
    const ImVec2 squash = at(output_u, 66);
    const ImVec2 speaking = at(output_u, 100);
    const ImVec2 h = at(754, 100);
    // x stands at the bottom, h₋ above it, however many numbers each has.
    const float margin = frame_.px(4);
    const ImVec2 x{at(66, 0).x, at(0, 228).y - inputs_height("x") / 2};
    const ImVec2 h_prev{x.x, std::min(at(0, 158).y, x.y - inputs_height("x") / 2 - margin -
                                                        inputs_height("h_prev") / 2)};
    const float box = len(28);

    // The notebook: one straight line with nothing on it but × and +.
    wire({{c_prev.x + state_half().x, c_prev.y}, left_of(forgetting)}, Phase::forget, memory,
         "c_prev");
    wire({right_of(forgetting), left_of(adding)}, Phase::update, memory, "kept");
    wire({right_of(adding), {c.x - state_half().x, c.y}}, Phase::update, memory, "c");
    wire({branch, {squash.x, squash.y - len(10)}}, Phase::speak, memory, "c", Tip::plain);
    wire({{squash.x, squash.y + len(10)}, above(speaking)}, Phase::speak, memory, "tanh_c");
    wire({right_of(speaking), {h.x - state_half().x, h.y}}, Phase::speak, frame_.theme->voice, "h");

    // What every clerk reads: one rail with h₋ and x on it.
    const float rail_left = at(140, bus_v).x;
    const ImVec4 ink = frame_.theme->muted;
    wire({h_prev, {rail_left, h_prev.y}, at(140, bus_v)}, Phase::read, ink, nullptr, Tip::plain);
    wire({x, {rail_left, x.y}, at(140, bus_v)}, Phase::read, ink, nullptr, Tip::plain);
    wire({at(140, bus_v), at(output_u, bus_v)}, Phase::read, ink, nullptr, Tip::plain);
    for (const Clerk& one : clerks) {
        const ImVec2 foot = at(one.u, clerks_v);
        const Phase phase = cell_.quantities[cell_.at(std::string(one.gate) + ".value")].phase;
        wire({at(one.u, bus_v), {foot.x, foot.y + box}}, phase, frame_.theme.gate(one.gate));
    }
    const auto head = [&](float u) { return ImVec2(at(u, clerks_v).x, at(u, clerks_v).y - box); };
    wire({head(forget_u), below(forgetting)}, Phase::forget, frame_.theme->forget);
    wire({head(input_u), {head(input_u).x, writing.y}, left_of(writing)}, Phase::write,
         frame_.theme->input);
    wire({head(candidate_u), {head(candidate_u).x, writing.y}, right_of(writing)}, Phase::write,
         frame_.theme->candidate);
    wire({above(writing), below(adding)}, Phase::update, memory, "written");
    wire({head(output_u), below(speaking)}, Phase::speak, frame_.theme->output);

    for (const Clerk& one : clerks) {
        clerk(one);
        const auto gate = std::find_if(cell_.gates.begin(), cell_.gates.end(),
                                       [&](const Gate& g) { return g.name == one.gate; });
        bias_field(*gate, {at(one.u, clerks_v).x, at(one.u, clerks_v).y + box}, at(one.u, bus_v).y);
    }
    operation(forgetting, "×", Phase::forget, frame_.theme->forget, cell_.at("kept"));
    operation(adding, "+", Phase::update, memory, cell_.at("c"));
    operation(writing, "×", Phase::write, frame_.theme->input, cell_.at("written"));
    operation(speaking, "×", Phase::speak, frame_.theme->voice, cell_.at("h"));
    const ImVec2 half{len(22), len(10)};
    list_.AddRectFilled({squash.x - half.x, squash.y - half.y},
                        {squash.x + half.x, squash.y + half.y}, packed(frame_.theme->paper),
                        half.y);
    list_.AddRect({squash.x - half.x, squash.y - half.y}, {squash.x + half.x, squash.y + half.y},
                  packed(reached(Phase::speak) ? frame_.theme->memory : frame_.theme->rule), half.y,
                  0, frame_.px(1.4F));
    draw_text(list_, frame_.theme.fonts.small, squash, frame_.theme->ink, "tanh", Align::centre);

    wire_label({(forgetting.x + adding.x) / 2, forgetting.y - frame_.px(11)}, "kept", "f ⊙ c₋",
               Align::centre);
    wire_label({adding.x + frame_.px(8), (adding.y + writing.y) / 2}, "written", "i ⊙ c̃",
               Align::left);
    wire_label({squash.x + half.x + frame_.px(6), squash.y + frame_.px(1)}, "tanh_c", "",
               Align::left);

    state(c_prev, "c_prev", "c₋");
    state(c, "c", "c");
    state(h, "h", "h");
    inputs(h_prev, "h_prev", "h₋");
    inputs(x, "x", "x");
}

/// Which unit is on show, with a way to the others; and what to look at, from the scenario.
float draw_header(Frame& frame, const Area& area) {
    const float line = frame.px(17);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const int units = frame.document().sizes().hidden;
    float right = area.max.x - frame.px(12);
    if (units > 1) {
        const float width = frame.px(132);
        ImGui::SetCursorScreenPos({right - width, top.y - frame.px(3)});
        const auto unit = stepper(frame, "diagram/unit", "unit", frame.view.unit, 0, units - 1);
        if (unit) frame.view.unit = *unit;
        right -= width + frame.px(12);
    }
    // Two lines of the description, whole words.
    const std::string& words = frame.document().description;
    ImFont* font = frame.theme.fonts.small;
    const char* begin = words.data();
    const char* end = begin + words.size();
    float y = top.y + line / 2;
    for (int row = 0; row < 2 && begin < end; ++row, y += line) {
        const char* stop = font->CalcWordWrapPositionA(1.0F, begin, end, right - top.x);
        if (stop == begin) ++stop;
        std::string text(begin, row == 1 ? end : stop);
        if (row == 1) text = elided(font, text, right - top.x);
        draw_text(list, font, {top.x, y}, frame.theme->muted, text);
        begin = stop;
        while (begin < end && (*begin == ' ' || *begin == '\n')) ++begin;
    }
    if (!words.empty() && ImGui::IsWindowHovered() &&
        ImGui::IsMouseHoveringRect(top, {right, top.y + 2 * line})) {
        ImGui::BeginTooltip();
        ImGui::PushTextWrapPos(frame.px(480));
        ImGui::TextUnformatted(words.c_str());
        ImGui::PopTextWrapPos();
        ImGui::EndTooltip();
    }
    return words.empty() && units == 1 ? 0 : 2 * line;
}

}  // namespace

void draw_diagram(Frame& frame, const Area& area) {
    const Card card(frame, "diagram", area.min, area.max);
    const float header = frame.view.presenter ? 0 : draw_header(frame, area);
    const Area canvas{{area.min.x + frame.px(8), area.min.y + frame.px(8) + header},
                      {area.max.x - frame.px(8), area.max.y - frame.px(4)}};
    if (canvas.height() < 20 || canvas.width() < 20) return;
    Drawing(frame, Canvas(frame, canvas)).draw();
}

}  // namespace lstm
