/// What stands beside a cell's nodes: inputs and biases that can be changed, and what gradients add
/// up from.
#include "ui/diagram/painter.h"
#include "ui/state/backward.h"
#include "ui/state/saved_values.h"
#include "ui/words/narration.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <string>
#include <vector>

namespace lstm {

/// A whole vector: up to three elements, one below the other.
void CellPainter::vector(const SchematicNode& node, const Box& box) {
    if (node.shows == cell_.readout.p && !pen_.backward()) return prediction(box);
    // Going back the loss comes to y: with a cross-entropy as p − target.
    const QuantityId id = node.shows == cell_.readout.p ? cell_.readout.y : node.shows;
    const Fonts& fonts = frame_.theme.fonts;
    const int size = frame_.trace().plan().size(id);
    const int rows = places_.rows(id);
    const float row = frame_.px(16);
    const ImVec2 min = box.min(), max = box.max();
    list_.AddRectFilled(min, max, packed(frame_.theme->sunken), frame_.px(6));
    list_.AddRect(min, max, packed(frame_.theme->rule), frame_.px(6));
    const auto label_of = [&](int k) { return short_name(frame_.document(), id, k); };
    // Going back all of them are dL by what they stand for, if there is room to say so of each.
    std::string prefix = pen_.backward() ? "dL/d" : "";
    for (int k = 0; k < rows; ++k) {
        const float taken = text_size(fonts.small, prefix + label_of(k)).x +
                            text_size(fonts.text, pen_.shown({id, k})).x;
        if (taken + frame_.px(18) > max.x - min.x) prefix.clear();
    }
    for (int k = 0; k < rows; ++k) {
        const float y = min.y + frame_.px(3) + row * (static_cast<float>(k) + 0.5F);
        const bool summary = size > rows && k == rows - 1;
        const bool editable =
            id == cell_.input && !summary && frame_.view.cursor.t > 0 && !pen_.backward();
        std::string label = summary ? "…" : prefix + label_of(k);
        // A word gives way to the field beside it.
        if (editable) label = elided(fonts.small, label, (max.x - min.x) / 2 - frame_.px(7));
        draw_text(list_, fonts.small, {min.x + frame_.px(7), y}, frame_.theme.quantity(cell_, id),
                  label);
        if (editable) {
            const float taken = frame_.px(7 + 4) + text_size(fonts.small, label).x;
            draw_input_field(frame_, {min.x + std::max(taken, frame_.px(24)), y - row / 2},
                             {max.x - frame_.px(3), y + row / 2}, k);
            continue;
        }
        const std::string text = summary ? std::to_string(size) + " values" : pen_.shown({id, k});
        draw_text(list_, fonts.text, {max.x - frame_.px(7), y}, frame_.theme->ink, text,
                  Align::right);
        if (!summary)
            pen_.touch({min.x + frame_.px(2), y - row / 2}, {max.x - frame_.px(2), y + row / 2},
                       {id, k});
    }
}

/// A bias that is added in `box`, beside the wire that comes from below and `align`ed there, if
/// there is room.
void CellPainter::bias_field(ParameterId bias, const Box& box, Align align) {
    const int unit = pen_.unit();
    const float foot = box.max().y, bottom = places_.below_gates();
    const float height = std::min(frame_.px(18), bottom - foot - frame_.px(4));
    if (height < frame_.px(13) || pen_.backward()) return;
    const float y = (foot + bottom) / 2;
    const Parameter& parameter = cell_.parameters[bias];
    const bool on_right = align == Align::left;
    const float beside = frame_.px(9), least = frame_.px(32);
    const float letter = std::max(
        frame_.px(11), text_size(frame_.theme.fonts.small, parameter.letter).x + frame_.px(3));
    const ImVec2 wire{box.centre.x, y};
    const float room = on_right ? places_.room_right_of(wire) : places_.room_left_of(wire);
    const bool named = room >= beside + letter + least;
    const float taken = named ? beside + letter : frame_.px(4);
    const float width = std::min(frame_.px(on_right ? 46 : 40), room - taken);
    if (width < least) return;
    const float begin = on_right ? wire.x : wire.x - taken - width;
    const float left = on_right ? begin + taken : begin + taken - (named ? beside : frame_.px(4));
    if (named)
        draw_text(list_, frame_.theme.fonts.small, {on_right ? begin + beside : begin, y},
                  frame_.theme->muted, parameter.letter);
    NumberField field;
    field.id = "diagram/" + parameter.name() + "[" + std::to_string(unit) + "]";
    field.value = (*frame_.document().network.parameters[bias])(unit, 0);
    field.limit = 4;
    field.tooltip = frame_.words(
        "diagram.bias", {{"gate", title_of(frame_.words, *cell_.find_gate(parameter.gate))},
                         {"unit", std::to_string(unit)}});
    field.weight = ParameterPlace{bias, unit, 0};
    field.original = original_weight(frame_.session, *field.weight);
    ImGui::SetCursorScreenPos({left, y - height / 2});
    if (const auto change = number_field(frame_, field, {width, height}))
        frame_.proposals.edit(SetParameter{bias, unit, 0, change->value}, change->gesture);
}

namespace {

/// "−0.120 target", "0.301 step 4"
std::string words_of(const Words& words, const Cell& cell, const ShownTerm& term) {
    if (term.source.kind == TermSource::Kind::loss)
        return words("diagram.from_target", {{"value", term.value}});
    if (term.source.kind == TermSource::Kind::next_step)
        return words("diagram.from_step",
                     {{"value", term.value}, {"t", std::to_string(term.source.quantity.t)}});
    return term.value + " " + source_of(words, cell, term.source);
}

}  // namespace

/// Going back: what adds up to dL by a state that stands in `box`, one below the other.
void CellPainter::terms(QuantityId state, const Box& box) {
    const Element element = pen_.element(state);
    if (!pen_.backward() || !pen_.value(element)) return;
    ImFont* const font = frame_.theme.fonts.small;
    const float line = text_size(font, "0").y;
    const bool apart = cell_.quantities[state].role == Role::cell_state;
    ImVec2 at{box.max().x, box.max().y + line * 0.8F};
    float room = at.x - places_.end_of_gates() - frame_.px(4);
    if (apart) {  // beside the way down to h, as far as what is written
        at = {places_.at({readout_column, 0}).x - len(28), box.centre.y + line};
        room = at.x - end_of_written() - frame_.px(6);
    } else if (cell_.has_readout()) {
        return;
    }
    std::vector<std::string> texts;
    for (const ShownTerm& term : shown_terms_of(frame_, state))
        texts.push_back(words_of(frame_.words, cell_, term));
    const bool fits = std::all_of(texts.begin(), texts.end(), [&](const std::string& text) {
        return text_size(font, text).x <= room;
    });
    // All of them or none: some would not add up.
    if (!fits || texts.size() < 2) return;
    for (std::size_t k = 0; k < texts.size(); ++k) {
        const float width = text_size(font, texts[k]).x;
        const float y = at.y + line * static_cast<float>(k);
        draw_text(list_, font, {at.x, y}, frame_.theme->muted, texts[k], Align::right);
        frame_.regions.add(pen_.id_of(element) + "/share/" + std::to_string(k),
                           {at.x - width, y - line / 2}, {at.x, y + line / 2}, texts[k]);
    }
}

/// The right end of what stands beside the wire that comes to the memory's +.
float CellPainter::end_of_written() const {
    const Fonts& fonts = frame_.theme.fonts;
    float end = 0;
    for (std::size_t n = 0; n < schematic_.nodes.size(); ++n)
        if (schematic_.nodes[n].kind == SchematicNode::Kind::operation &&
            schematic_.nodes[n].shows == cell_.memory().now)
            end = places_.box(static_cast<int>(n)).max().x;
    const QuantityId written = cell_.find(Role::written);
    if (written == none) return end;
    return end + text_size(fonts.small, cell_.quantities[written].symbol + " ").x +
           text_size(fonts.bold, pen_.shown(pen_.element(written))).x;
}

void draw_input_field(Frame& frame, ImVec2 min, ImVec2 max, int k) {
    const int t = frame.view.cursor.t;
    NumberField field;
    field.id = "diagram/" + element_name(frame.cell(), frame.cell().input, k);
    field.value = frame.document().step(t).x[k];
    field.original = original_input(frame.session, t, k);
    field.limit = frame.scales.input;
    field.tooltip = frame.words(
        "inputs.of_step",
        {{"what", element_name(frame.cell(), frame.cell().input, k)}, {"t", std::to_string(t)}});
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
