/// The nodes of a cell's picture: gates, states, tanh, and boxes of numbers.
#include "ui/comparison/pinned_run.h"
#include "ui/diagram/fitting.h"
#include "ui/diagram/painter.h"
#include "ui/state/backward.h"
#include "ui/state/cell_facts.h"
#include "ui/widgets/value_glyphs.h"
#include "ui/words/narration.h"
#include "ui/words/numbers.h"

#include <algorithm>

namespace lstm {
namespace {

using Kind = SchematicNode::Kind;

ImFont* largest_that_fits(const Fonts& fonts, const std::string& text, float width) {
    if (text_size(fonts.large, text).x <= width) return fonts.large;
    return text_size(fonts.text, text).x <= width ? fonts.text : fonts.small;
}

/// What a gate does: "σ", "ReLU", or "1 − i" of one that is another's opposite.
std::string function_of(const Cell& cell, const Gate& gate) {
    if (!gate.opposite) return facts_of(gate.activation).symbol;
    return formula_of(cell, gate.value).substr(cell.quantities[gate.value].symbol.size() + 3);
}

}  // namespace

QuantityId CellPainter::shown_of(QuantityId quantity) const {
    const Gate* const gate = gate_of_value(cell_, quantity);
    return gate != nullptr && pen_.backward() ? delta_of(*gate) : quantity;
}

ImVec4 CellPainter::colour_of(const SchematicNode& node) const {
    const bool gates_own = node.kind == Kind::number;
    return gates_own ? frame_.theme.quantity(cell_, node.shows) : frame_.theme.role(node.colour);
}

/// The box of a gate, which is lit in its phase and dashed while it is held.
void CellPainter::gate_frame(const SchematicNode& node, const Box& box, float rounding) {
    const ImVec4 colour = colour_of(node);
    const bool large = places_.is_large(), bright = lit(node.shows);
    const ImVec4& paper = frame_.theme->paper;
    list_.AddRectFilled(box.min(), box.max(),
                        packed(bright ? blended(paper, colour, 0.12F) : paper), rounding);
    if (clamp_on(frame_, pen_.element(node.shows)) != nullptr) {
        held_frame(frame_, box.min(), box.max(), colour);
        return;
    }
    const float thickness = large ? (bright ? 2.6F : 1.4F) : (bright ? 2 : 1.2F);
    list_.AddRect(box.min(), box.max(), packed(reached(node.shows) ? colour : frame_.theme->rule),
                  rounding, 0, frame_.px(thickness));
}

/// The value as a bar: of a share how full it is, else a sign and a size.
void CellPainter::bar(QuantityId quantity, ImVec4 colour, ImVec2 min, ImVec2 max) {
    const std::optional<double> value = pen_.value(pen_.element(quantity));
    if (pen_.backward())
        signed_bar(frame_, min, max, value, pen_.scale(quantity));
    else if (cell_.is_share(quantity))
        gate_bar(frame_, min, max, colour, value);
    else
        signed_bar(frame_, min, max, value, 1);
}

void CellPainter::gate(const SchematicNode& node, const Box& box) {
    const Element own = pen_.element(node.shows);
    const Element element = pen_.element(shown_of(node.shows));
    const ImVec2 min = box.min(), max = box.max();
    gate_frame(node, box, frame_.px(7));
    if (clamp_on(frame_, own) != nullptr)
        held_tag(frame_, pen_.id_of(own), {min.x + frame_.px(24), min.y}, colour_of(node));
    pen_.moved(element, {min.x + frame_.px(2), max.y + frame_.px(7)}, Align::left);
    gate_words(*cell_.gate_of(node.shows), element.quantity, box);
    bar(element.quantity, colour_of(node), {min.x + len(8), max.y - len(11)},
        {max.x - len(8), max.y - len(5)});
    pen_.touch(min, max, element);
}

/// Its name, what it does, its letter and its value.
void CellPainter::gate_words(const Gate& gate, QuantityId shown, const Box& box) {
    const Fonts& fonts = frame_.theme.fonts;
    const ImVec4 colour = frame_.theme.gate(gate);
    const float left = box.min().x + len(8), right = box.max().x - len(8);
    const float first = box.min().y + len(11), second = box.min().y + len(31);
    const std::string title = title_of(frame_.words, gate), function = function_of(cell_, gate);
    draw_text(list_, fonts.small, {left, first}, colour, title);
    const float taken =
        text_size(fonts.small, title).x + text_size(fonts.small, function).x + frame_.px(6);
    if (taken < right - left)
        draw_text(list_, fonts.small, {right, first}, frame_.theme->muted, function, Align::right);
    const std::string label =
        pen_.backward() ? gradient_label(cell_, shown) : cell_.quantities[gate.value].symbol;
    draw_text(list_, fonts.text, {left, second}, colour, label);
    const std::optional<double> value = pen_.value(pen_.element(shown));
    std::string text = pen_.shown(pen_.element(shown));
    const float room =
        right - left - std::max(text_size(fonts.text, label).x + frame_.px(4), frame_.px(14));
    if (value && text_size(fonts.small, text).x > room)
        text = fitting_gradient(fonts.small, *value, frame_.view.look.decimals, room);
    draw_text(list_, largest_that_fits(fonts, text, room), {right, second},
              value ? frame_.theme->ink : frame_.theme->muted, text, Align::right);
}

/// A gate, or a number, of the small drawing: its value, a bar below it and its symbol above.
void CellPainter::small_box(const SchematicNode& node, const Box& box) {
    const Element element = pen_.element(shown_of(node.shows));
    const ImVec2 min = box.min(), max = box.max();
    const ImVec4 colour = colour_of(node);
    gate_frame(node, box, frame_.px(4));
    // Beside its wire, and away from a sign that stands above.
    bool below_sign = false;
    for (std::size_t n = 0; n < schematic_.nodes.size(); ++n) {
        const Box& sign = places_.box(static_cast<int>(n));
        below_sign |= schematic_.nodes[n].kind == Kind::operation &&
                      places_.sees(schematic_.nodes[n].seen) && sign.centre.x < box.centre.x &&
                      sign.max().x > min.x;
    }
    const float symbol = below_sign ? box.centre.x + frame_.px(4) : min.x + frame_.px(2);
    draw_text(list_, frame_.theme.fonts.small, {symbol, min.y - frame_.px(8)}, colour,
              cell_.quantities[node.shows].symbol);
    const bool known = pen_.value(element).has_value();
    draw_text(list_, places_.small_font(), {box.centre.x, box.centre.y - frame_.px(3)},
              known ? frame_.theme->ink : frame_.theme->muted,
              small_value(element, max.x - min.x - frame_.px(3)), Align::centre);
    bar(element.quantity, colour, {min.x + frame_.px(4), max.y - frame_.px(6)},
        {max.x - frame_.px(4), max.y - frame_.px(3)});
    touched_ |= pen_.touch(min, max, element);
}

/// As many digits as there is room for, the same for all of a drawing.
std::string CellPainter::small_value(Element element, float room) const {
    const std::optional<double> value = pen_.value(element);
    if (!value) return "?";
    ImFont* const font = places_.small_font();
    const auto fits = [&](int decimals, double number, float width) {
        return text_size(font, format_value(number, decimals)).x <= width - frame_.px(5);
    };
    int decimals = frame_.view.look.decimals;
    while (decimals > 1 && !(fits(decimals, 0.5, places_.small_length(33)) &&
                             fits(decimals, -0.5, places_.small_length(40))))
        --decimals;
    return pen_.backward() ? fitting_gradient(font, *value, decimals, room)
                           : fitting_value(font, *value, decimals, room);
}

/// c or h with its value, at an end of a wire.
void CellPainter::state(const SchematicNode& node, const Box& box) {
    const bool large = places_.is_large();
    const Element element = pen_.element(node.shows);
    const std::optional<double> value = pen_.value(element);
    const double full = pen_.backward() ? pen_.scale(node.shows) : 1;
    list_.AddRectFilled(box.min(), box.max(),
                        packed(frame_.theme.signed_colour(value.value_or(0), full)), box.half.y);
    list_.AddRect(box.min(), box.max(), packed(value ? colour_of(node) : frame_.theme->rule),
                  box.half.y, 0, frame_.px(large ? 1.6F : 1.2F));
    if (large) {
        state_words(node.shows, box);
        below_state(node.shows, box);
    } else {
        draw_text(list_, places_.small_font(), box.centre,
                  value ? frame_.theme->ink : frame_.theme->muted,
                  small_value(element, 2 * box.half.x - frame_.px(5)), Align::centre);
    }
    touched_ |= pen_.touch(box.min(), box.max(), element);
    if (places_.detail() == Detail::named)
        draw_text(list_, frame_.theme.fonts.small,
                  {box.min().x + frame_.px(6), box.min().y - frame_.px(8)}, colour_of(node),
                  cell_.quantities[node.shows].symbol);
    if (large && node.shows != cell_.memory().previous) terms(node.shows, box);
}

void CellPainter::state_words(QuantityId id, const Box& box) {
    const Fonts& fonts = frame_.theme.fonts;
    ImFont* const font = pen_.backward() ? fonts.small : fonts.bold;
    const std::string label =
        pen_.backward() ? gradient_label(cell_, id) : cell_.quantities[id].symbol;
    draw_text(list_, font, {box.min().x + len(12), box.centre.y}, frame_.theme.quantity(cell_, id),
              label);
    const std::string shown = pen_.shown(pen_.element(id));
    const float taken = std::max(text_size(font, label).x, frame_.px(14));
    const float room = 2 * box.half.x - len(23) - taken - frame_.px(4);
    draw_text(list_, largest_that_fits(fonts, shown, room), {box.max().x - len(11), box.centre.y},
              pen_.value(pen_.element(id)) ? frame_.theme->ink : frame_.theme->muted, shown,
              Align::right);
}

/// How far it is from the pinned run, or what it would be without rounding.
void CellPainter::below_state(QuantityId id, const Box& box) {
    const Element element = pen_.element(id);
    const ImVec2 below{box.centre.x, box.max().y + frame_.px(7)};
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
}

/// The sign of what is applied to c, on a wire; with its result beside it, if that is a quantity of
/// its own.
void CellPainter::squash(const SchematicNode& node, const Box& box) {
    const bool large = places_.is_large();
    list_.AddRectFilled(box.min(), box.max(), packed(frame_.theme->paper), box.half.y);
    list_.AddRect(box.min(), box.max(),
                  packed(reached(node.shows) ? frame_.theme->memory : frame_.theme->rule),
                  box.half.y, 0, frame_.px(large ? 1.4F : 1.2F));
    const char* const name = facts_of(cell_.equation_of(node.shows).function).symbol;
    draw_text(list_, frame_.theme.fonts.small, box.centre, frame_.theme->ink, name, Align::centre);
    if (large) frame_.regions.add(frame_.prefix + "diagram/function", box.min(), box.max(), name);
    if (large && cell_.quantities[node.shows].role == Role::squashed)
        value_label({box.max().x + frame_.px(6), box.centre.y + frame_.px(1)}, node.shows, "",
                    Align::left);
}

void CellPainter::enclosure(const SchematicNode& node, const Box& box) {
    const ImVec4 colour = colour_of(node);
    list_.AddRect(box.min(), box.max(), packed(reached(node.shows) ? colour : frame_.theme->rule),
                  frame_.px(9), 0, frame_.px(lit(node.shows) ? 2.4F : 1.4F));
    draw_text(list_, frame_.theme.fonts.small,
              {box.max().x - frame_.px(7), box.min().y + frame_.px(10)}, colour,
              frame_.words("diagram.only_gate"), Align::right);
}

}  // namespace lstm
