/// The clerks, the states, the inputs and the labels of a cell.
#include "ui/comparison/pinned_run.h"
#include "ui/diagram/cell.h"
#include "ui/diagram/cell_drawing.h"
#include "ui/diagram/fitting.h"
#include "ui/state/backward.h"
#include "ui/state/cell_facts.h"
#include "ui/state/saved_values.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/words/numbers.h"

namespace lstm {

void CellDrawing::clerk(const Clerk& clerk) {
    const Gate& gate = *cell_.find_gate(clerk.gate);
    const Quantity& quantity = cell_.quantities[gate.value];
    const Element own{gate.value, pen_.unit()};
    const Element element{pen_.backward() ? delta_of(gate) : gate.value, pen_.unit()};
    const ImVec2 centre = at(clerk.u, clerks_v);
    const ImVec2 half = clerk_half();
    const ImVec2 min{centre.x - half.x, centre.y - half.y};
    const ImVec2 max{centre.x + half.x, centre.y + half.y};
    const ImVec4 colour = frame_.theme.gate(*cell_.find_gate(clerk.gate));
    const bool lit = pen_.active(quantity.phase);
    list_.AddRectFilled(
        min, max, packed(lit ? blended(frame_.theme->writer, colour, 0.12F) : frame_.theme->writer),
        frame_.px(7));
    if (clamp_on(frame_, own) != nullptr) {
        held_frame(frame_, min, max, colour);
        held_tag(frame_, pen_.id_of(own), {min.x + frame_.px(24), min.y}, colour);
    } else {
        list_.AddRect(min, max, packed(pen_.reached(quantity.phase) ? colour : frame_.theme->rule),
                      frame_.px(7), 0, frame_.px(lit ? 2.6F : 1.4F));
    }
    pen_.moved(element, {min.x + frame_.px(2), max.y + frame_.px(7)}, Align::left);

    const float inset = len(8);
    draw_text(list_, frame_.theme.fonts.small, {min.x + inset, min.y + len(11)}, colour,
              clerk.title);
    const std::string function =
        gate.activation == Operation::one_minus
            ? formula_of(cell_, gate.value).substr(quantity.symbol.size() + 3)
            : clerk.function;
    const float taken = text_size(frame_.theme.fonts.small, clerk.title).x +
                        text_size(frame_.theme.fonts.small, function).x + frame_.px(6);
    if (taken < max.x - min.x - 2 * inset)
        draw_text(list_, frame_.theme.fonts.small, {max.x - inset, min.y + len(11)},
                  frame_.theme->muted, function, Align::right);
    const std::string label =
        pen_.backward() ? gradient_label(cell_, element.quantity) : quantity.symbol;
    draw_text(list_, frame_.theme.fonts.text, {min.x + inset, min.y + len(31)}, colour, label);
    const std::optional<double> value = pen_.value(element);
    std::string shown = pen_.shown(element);
    const float symbol =
        std::max(text_size(frame_.theme.fonts.text, label).x + frame_.px(4), frame_.px(14));
    const float room = 2 * half.x - 2 * inset - symbol;
    if (value && text_size(frame_.theme.fonts.small, shown).x > room)
        shown = fitting_gradient(frame_.theme.fonts.small, *value, frame_.view.look.decimals, room);
    draw_text(list_, largest_that_fits(shown, room), {max.x - inset, min.y + len(31)},
              value ? frame_.theme->ink : frame_.theme->muted, shown, Align::right);
    const ImVec2 bar_min{min.x + inset, max.y - len(11)};
    const ImVec2 bar_max{max.x - inset, max.y - len(5)};
    if (pen_.backward()) {
        signed_bar(frame_, bar_min, bar_max, value, pen_.scale(element.quantity));
    } else if (cell_.is_share(element.quantity)) {
        gate_bar(frame_, bar_min, bar_max, colour, value);
    } else {
        signed_bar(frame_, bar_min, bar_max, value, 1);
    }
    pen_.touch(min, max, element);
}

/// c or h with its value, at an end of a wire.
void CellDrawing::state(ImVec2 centre, const char* name, const std::string& symbol) {
    const QuantityId id = cell_.at(name);
    const Element element{id, pen_.unit()};
    const ImVec2 half = state_half();
    const ImVec2 min{centre.x - half.x, centre.y - half.y};
    const ImVec2 max{centre.x + half.x, centre.y + half.y};
    const std::optional<double> value = pen_.value(element);
    const ImVec4 colour = frame_.theme.quantity(cell_, id);
    const double full = pen_.backward() ? pen_.scale(id) : 1;
    list_.AddRectFilled(min, max, packed(frame_.theme.signed_colour(value.value_or(0), full)),
                        half.y);
    list_.AddRect(min, max, packed(value ? colour : frame_.theme->rule), half.y, 0,
                  frame_.px(1.6F));
    ImFont* const font = pen_.backward() ? frame_.theme.fonts.small : frame_.theme.fonts.bold;
    const std::string label = pen_.backward() ? gradient_label(cell_, id) : symbol;
    draw_text(list_, font, {min.x + len(12), centre.y}, colour, label);
    const std::string shown = pen_.shown(element);
    const float taken = std::max(text_size(font, label).x, frame_.px(14));
    draw_text(list_, largest_that_fits(shown, 2 * half.x - len(23) - taken - frame_.px(4)),
              {max.x - len(11), centre.y}, value ? frame_.theme->ink : frame_.theme->muted, shown,
              Align::right);
    // Below it: how far it is from the pinned run, or what it would be without rounding.
    const ImVec2 below{centre.x, max.y + frame_.px(7)};
    const std::string unrounded = exactly(frame_, element);
    if (!pen_.backward() && moved_by(frame_, element).empty() && !unrounded.empty()) {
        const ImVec2 size = text_size(frame_.theme.fonts.small, unrounded);
        draw_text(list_, frame_.theme.fonts.small, below, frame_.theme->muted, unrounded,
                  Align::centre);
        frame_.regions.add(pen_.id_of(element) + "/exactly",
                           {below.x - size.x / 2, below.y - size.y / 2},
                           {below.x + size.x / 2, below.y + size.y / 2}, unrounded);
    }
    pen_.moved(element, below, Align::centre);
    pen_.touch(min, max, element);
}

/// The tanh that makes `name`, if that is a quantity of its own.
void CellDrawing::squash(ImVec2 centre, const char* name) {
    const ImVec2 half{len(22), len(10)};
    const ImVec2 min{centre.x - half.x, centre.y - half.y};
    const ImVec2 max{centre.x + half.x, centre.y + half.y};
    list_.AddRectFilled(min, max, packed(frame_.theme->writer), half.y);
    list_.AddRect(min, max,
                  packed(pen_.reached(Phase::speak) ? frame_.theme->memory : frame_.theme->rule),
                  half.y, 0, frame_.px(1.4F));
    draw_text(list_, frame_.theme.fonts.small, centre, frame_.theme->ink, "tanh", Align::centre);
    if (has(name))
        wire_label({max.x + frame_.px(6), centre.y + frame_.px(1)}, name, "", Align::left);
}

int CellDrawing::shown_inputs(const char* name) const {
    return std::min(frame_.trace().plan().size(cell_.at(name)), 3);
}

float CellDrawing::inputs_height(const char* name) const {
    return frame_.px(16) * static_cast<float>(shown_inputs(name)) + frame_.px(6);
}

/// A whole vector that all gates read: up to three elements, one below the other.
void CellDrawing::inputs(ImVec2 centre, const char* name, const std::string& symbol,
                         std::optional<float> half_width) {
    const QuantityId id = cell_.at(name);
    const int size = frame_.trace().plan().size(id);
    const int rows = shown_inputs(name);
    const float row = frame_.px(16);
    const ImVec2 half{half_width.value_or(std::max(len(52), frame_.px(50))),
                      inputs_height(name) / 2};
    const ImVec2 min{centre.x - half.x, centre.y - half.y};
    const ImVec2 max{centre.x + half.x, centre.y + half.y};
    const ImVec4 colour = frame_.theme.quantity(cell_, id);
    list_.AddRectFilled(min, max, packed(frame_.theme->sunken), frame_.px(6));
    list_.AddRect(min, max, packed(frame_.theme->rule), frame_.px(6));
    // On the way back all of them are dL by what they stand for, if there is room to say so of
    // each.
    std::string prefix = pen_.backward() ? "dL/d" : "";
    for (int k = 0; k < rows; ++k) {
        const float taken =
            text_size(frame_.theme.fonts.small, prefix + symbol + (size == 1 ? "" : subscript(k)))
                .x +
            text_size(frame_.theme.fonts.text, pen_.shown({id, k})).x;
        if (taken + frame_.px(18) > max.x - min.x) prefix.clear();
    }
    for (int k = 0; k < rows; ++k) {
        const float y = min.y + frame_.px(3) + row * (static_cast<float>(k) + 0.5F);
        const bool summary = size > rows && k == rows - 1;
        const std::string text = summary ? std::to_string(size) + " values" : pen_.shown({id, k});
        const std::string label = prefix + symbol + (size == 1 ? "" : subscript(k));
        draw_text(list_, frame_.theme.fonts.small, {min.x + frame_.px(7), y}, colour,
                  summary ? "…" : label);
        if (id == cell_.input && !summary && frame_.view.cursor.t > 0 && !pen_.backward()) {
            draw_input_field(frame_, {min.x + frame_.px(24), y - row / 2},
                             {max.x - frame_.px(3), y + row / 2}, k);
            continue;
        }
        draw_text(list_, frame_.theme.fonts.text, {max.x - frame_.px(7), y}, frame_.theme->ink,
                  text, Align::right);
        if (!summary)
            pen_.touch({min.x + frame_.px(2), y - row / 2}, {max.x - frame_.px(2), y + row / 2},
                       {id, k});
    }
}

/// On the way back: what adds up to dL by a state, one below the other, with their right end at
/// `at`.
void CellDrawing::shares(ImVec2 at, const char* name, float room) {
    const Element element = pen_.element(name);
    if (!pen_.backward() || !pen_.value(element)) return;
    const std::vector<Share> ways = shares_of(frame_, element.quantity);
    if (ways.size() < 2) return;
    ImFont* const font = frame_.theme.fonts.small;
    const float line = text_size(font, "0").y;
    std::vector<std::string> texts;
    texts.reserve(ways.size());
    for (const auto& [value, path] : ways)
        texts.push_back(value + (path.kind == Path::Kind::loss ? " target"
                                 : path.kind == Path::Kind::next_step
                                     ? " step " + std::to_string(path.through.t)
                                     : " " + words_for(cell_, path)));
    // All of them or none: some would not add up.
    for (const std::string& text : texts)
        if (text_size(font, text).x > room) return;
    for (std::size_t k = 0; k < texts.size(); ++k) {
        const std::string& text = texts[k];
        const float width = text_size(font, text).x;
        const float y = at.y + line * static_cast<float>(k);
        draw_text(list_, font, {at.x, y}, frame_.theme->muted, text, Align::right);
        frame_.regions.add(pen_.id_of(element) + "/share/" + std::to_string(k),
                           {at.x - width, y - line / 2}, {at.x, y + line / 2}, text);
    }
}

/// The bias of a clerk, beside the wire that feeds it, if there is `room`.
void CellDrawing::bias_field(const Gate& gate, ImVec2 foot, float bottom, float room) {
    const int unit = pen_.unit();
    const ParameterId bias = cell_.find_parameter(gate.name, "b");
    const float height = std::min(frame_.px(18), bottom - foot.y - frame_.px(4));
    if (bias == none || height < frame_.px(13) || pen_.backward()) return;
    const float y = (foot.y + bottom) / 2;
    const float beside = frame_.px(9), letter = frame_.px(11), least = frame_.px(32);
    const bool named = room >= beside + letter + least;
    const float left = foot.x + (named ? beside + letter : frame_.px(4));
    const float width = std::min(frame_.px(46), foot.x + room - left);
    if (width < least) return;
    if (named)
        draw_text(list_, frame_.theme.fonts.small, {foot.x + beside, y}, frame_.theme->muted, "b");
    NumberField field;
    field.id = "diagram/" + cell_.parameters[bias].name() + "[" + std::to_string(unit) + "]";
    field.value = (*frame_.document().network.parameters[bias])(unit, 0);
    field.limit = 4;
    field.tooltip = "bias of the " + gate.name +
                    (gate.activation == Operation::tanh ? "" : " gate") + ", unit " +
                    std::to_string(unit);
    field.weight = ParameterPlace{bias, unit, 0};
    field.original = original_weight(frame_.session, *field.weight);
    ImGui::SetCursorScreenPos({left, y - height / 2});
    if (const auto change = number_field(frame_, field, {width, height}))
        frame_.proposals.edit(SetParameter{bias, unit, 0, change->value}, change->gesture);
}

void CellDrawing::wire_label(ImVec2 where, const char* name, const std::string& symbol,
                             Align align) {
    const QuantityId id = cell_.at(name);
    const Element element{id, pen_.unit()};
    const std::string value = pen_.shown(element);
    const ImVec2 symbol_size = text_size(frame_.theme.fonts.small, symbol + " ");
    const ImVec2 value_size = text_size(frame_.theme.fonts.bold, value);
    const float width = symbol_size.x + value_size.x;
    const float left = align == Align::centre ? where.x - width / 2 : where.x;
    draw_text(list_, frame_.theme.fonts.small, {left, where.y}, frame_.theme->muted, symbol);
    draw_text(list_, frame_.theme.fonts.bold, {left + symbol_size.x, where.y}, frame_.theme->ink,
              value);
    // Under the value; of one that stands on a wire, under the wire.
    const float below = where.y + frame_.px(align == Align::centre ? 26 : 13);
    pen_.moved(element, {where.x, below}, align);
    pen_.touch({left - frame_.px(3), where.y - value_size.y / 2 - frame_.px(1)},
               {left + width + frame_.px(3), where.y + value_size.y / 2 + frame_.px(1)}, element);
}

void draw_input_field(Frame& frame, ImVec2 min, ImVec2 max, int k) {
    const int t = frame.view.cursor.t;
    NumberField field;
    field.id = "diagram/" + element_name(frame.cell(), frame.cell().input, k);
    field.value = frame.document().step(t).x[k];
    field.original = original_input(frame.session, t, k);
    field.limit = frame.scales.input;
    field.tooltip =
        element_name(frame.cell(), frame.cell().input, k) + " of step " + std::to_string(t);
    field.element = Element{frame.cell().input, k};
    ImGui::SetCursorScreenPos(min);
    if (const auto change =
            number_field(frame, field, {max.x - min.x, max.y - min.y - frame.px(1)}))
        frame.proposals.edit(SetInput{t, k, change->value}, change->gesture);
    // It is a number of the selected step, which must not go on while it is in hand.
    if (ImGui::IsItemActive() || frame.view.input.number_entry.id == field.id)
        frame.view.playback.playing = false;
}

}  // namespace lstm
