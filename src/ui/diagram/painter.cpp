/// Wires and what is written at them; nodes in their order.
#include "ui/diagram/painter.h"

#include "ui/widgets/widgets.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lstm {
namespace {

using Kind = SchematicNode::Kind;
using Label = SchematicWire::Label;

/// The ends of the longest stretch of `route` that is level; of the last one where none is.
std::pair<ImVec2, ImVec2> longest_level(const std::vector<ImVec2>& route) {
    std::pair<ImVec2, ImVec2> found{route[route.size() - 2], route.back()};
    float longest = 0;
    for (std::size_t n = 1; n < route.size(); ++n) {
        const float length = std::abs(route[n].x - route[n - 1].x);
        if (length > longest) found = {route[n - 1], route[n]}, longest = length;
    }
    return found;
}

ImVec2 middle(ImVec2 a, ImVec2 b) {
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

}  // namespace

void CellPainter::draw() {
    for (const SchematicWire& each : schematic_.wires)
        if (places_.sees(each.seen)) wire(each);
    for (int n = 0; n < static_cast<int>(schematic_.nodes.size()); ++n) node(n);
    if (places_.is_large() && cell_.family == Family::rnn)
        draw_text(list_, frame_.theme.fonts.text, places_.at({430, 22}), frame_.theme->muted,
                  frame_.words("diagram.no_memory"), Align::centre);
}

void CellPainter::wire(const SchematicWire& wire) {
    using Tip = DiagramPen::Tip;
    const std::vector<ImVec2> route = places_.route(wire);
    if (route.size() < 2) return;
    const int end = wire.points.back().node;
    const Kind into =
        end == none ? Kind::squash : schematic_.nodes[static_cast<std::size_t>(end)].kind;
    // Small drawings have room for few arrows: where something is said.
    const bool arrow = places_.is_large() ? into != Kind::squash : into == Kind::state;
    const Tip tip = wire.joint ? Tip::joint : arrow ? Tip::arrow : Tip::plain;
    const ImVec4 colour = wire.colour ? frame_.theme.role(*wire.colour) : frame_.theme->muted;
    pen_.wire(route, cell_.quantities[wire.to].phase, colour, wire.carries, tip);
    if (places_.is_large() && wire.label != Label::no) label(wire, route);
}

void CellPainter::label(const SchematicWire& wire, const std::vector<ImVec2>& route) {
    const auto [from, to] = longest_level(route);
    const ImVec2 above = middle(from, to);
    const ImVec2 beside = middle(route[route.size() - 2], route.back());
    const ImVec4 colour = wire.colour ? frame_.theme.role(*wire.colour) : frame_.theme->muted;
    ImFont* const small = frame_.theme.fonts.small;
    if (wire.label == Label::before) {
        draw_text(list_, small, {route.back().x - frame_.px(5), route.back().y - frame_.px(17)},
                  colour, wire.text, Align::right);
    } else if (wire.text.empty() && wire.label == Label::above) {
        value_label({above.x, above.y - frame_.px(11)}, wire.carries,
                    cell_.quantities[wire.carries].symbol, Align::centre);
    } else if (wire.text.empty()) {
        value_label({beside.x + frame_.px(8), beside.y}, wire.carries,
                    cell_.quantities[wire.carries].symbol, Align::left);
    } else if (wire.label == Label::above) {
        draw_text(list_, frame_.theme.fonts.bold, {above.x, above.y - frame_.px(10)}, colour,
                  wire.text, Align::centre);
    } else if (std::abs(route.back().y - route[route.size() - 2].y) > frame_.px(26)) {
        const float width = text_size(small, wire.text).x;
        if (places_.room_right_of(beside) > width + frame_.px(6))
            draw_text(list_, small, {beside.x + frame_.px(6), beside.y}, colour, wire.text);
        else if (places_.room_left_of(beside) > width + frame_.px(6))
            draw_text(list_, small, {beside.x - frame_.px(6), beside.y}, colour, wire.text,
                      Align::right);
    }
}

/// A symbol and its value, which can be pointed at.
void CellPainter::value_label(ImVec2 where, QuantityId quantity, const std::string& symbol,
                              Align align) {
    const Element element = pen_.element(quantity);
    const std::string value = pen_.shown(element);
    const Fonts& fonts = frame_.theme.fonts;
    const ImVec2 symbol_size = text_size(fonts.small, symbol + " ");
    const ImVec2 value_size = text_size(fonts.bold, value);
    const float width = symbol_size.x + value_size.x;
    const float left = align == Align::centre ? where.x - width / 2 : where.x;
    draw_text(list_, fonts.small, {left, where.y}, frame_.theme->muted, symbol);
    draw_text(list_, fonts.bold, {left + symbol_size.x, where.y}, frame_.theme->ink, value);
    // Under the value; of one that stands on a wire, under the wire.
    const float below = where.y + frame_.px(align == Align::centre ? 26 : 13);
    pen_.moved(element, {where.x, below}, align);
    pen_.touch({left - frame_.px(3), where.y - value_size.y / 2 - frame_.px(1)},
               {left + width + frame_.px(3), where.y + value_size.y / 2 + frame_.px(1)}, element);
}

void CellPainter::node(int index) {
    const SchematicNode& node = schematic_.nodes[static_cast<std::size_t>(index)];
    if (!places_.sees(node.seen)) return;
    const Box& box = places_.box(index);
    switch (node.kind) {
        case Kind::vector: vector(node, box); break;
        case Kind::state: state(node, box); break;
        case Kind::gate:
            if (places_.is_large())
                gate(node, box);
            else
                small_box(node, box);
            break;
        case Kind::number: small_box(node, box); break;
        case Kind::operation:
            pen_.operation(box.centre, box.half.x, node.sign, colour_of(node), node.shows);
            break;
        case Kind::squash:
            if (places_.detail() != Detail::tiny) squash(node, box);
            break;
        case Kind::enclosure: enclosure(node, box); break;
    }
    if (!places_.is_large()) return;
    if (node.bias != none) bias_field(node.bias, box, Align::left);
    if (node.hidden_bias != none) bias_field(node.hidden_bias, box, Align::right);
}

}  // namespace lstm
