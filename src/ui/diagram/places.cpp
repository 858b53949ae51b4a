/// From a schematic's coordinates to pixels.
#include "ui/diagram/places.h"

#include "ui/diagram/pen.h"
#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

namespace lstm {
namespace {

using Kind = SchematicNode::Kind;

constexpr float end_u = 132;  ///< width of the end columns

/// `inside` a box, on the way to `outside`, which is straight beside it: where its border is.
ImVec2 border(const Box& box, ImVec2 inside, ImVec2 outside) {
    if (std::abs(outside.x - inside.x) > std::abs(outside.y - inside.y))
        return {box.centre.x + (outside.x > inside.x ? box.half.x : -box.half.x), inside.y};
    return {inside.x, box.centre.y + (outside.y > inside.y ? box.half.y : -box.half.y)};
}

/// Moves the first of two corners, which is in `box`, straight opposite the other if that is
/// opposite the box.
void face(ImVec2& corner, const Box& box, ImVec2 other) {
    if (std::abs(other.x - box.centre.x) < box.half.x) corner.x = other.x;
    if (std::abs(other.y - box.centre.y) < box.half.y) corner.y = other.y;
}

bool same(ImVec2 a, ImVec2 b) {
    return std::abs(a.x - b.x) < 0.5F && std::abs(a.y - b.y) < 0.5F;
}

}  // namespace

Places::Places(Frame& frame, const PanelArea& area, Detail detail)
    : frame_(frame), schematic_(*frame.cell().schematic), area_(area), detail_(detail) {
    size_ = is_large() ? std::clamp(std::min(area.width() / frame.px(large_width),
                                             area.height() / frame.px(large_height)),
                                    0.4F, 1.7F)
                       : (detail == Detail::named ? 1 : 0.6F);
    end_ = std::max(end_u / large_width * area.width(), frame.px(126));
    roomy_ = frame.view.look.presenter ||
             (area.width() > frame.px(290) && area.height() > frame.px(130));
    boxes_.reserve(schematic_.nodes.size());
    for (const SchematicNode& node : schematic_.nodes)
        boxes_.push_back({at(node.at), half_of(node)});
    if (is_large()) stack_vectors();
}

ImVec2 Places::large(float u, float v) const {
    const float y = area_.min.y + v / large_height * area_.height();
    if (u <= end_u) return {area_.min.x + u / end_u * end_, y};
    if (u >= large_width - end_u) return {area_.max.x - (large_width - u) / end_u * end_, y};
    return {
        area_.min.x + end_ + (u - end_u) / (large_width - 2 * end_u) * (area_.width() - 2 * end_),
        y};
}

ImVec2 Places::at(const Spot& spot) const {
    if (is_large()) return large(spot.u, spot.v);
    return {area_.min.x + spot.small_u / small_width * area_.width(),
            area_.min.y + spot.small_v / small_height * area_.height()};
}

ImVec2 Places::half_of(const SchematicNode& node) const {
    if (!sees(node.seen)) return {};
    if (!is_large()) return small_half(node);
    switch (node.kind) {
        case Kind::vector:
            return {node.shows == frame_.cell().prediction() ? readout_half()
                                                             : std::max(len(52), frame_.px(50)),
                    vector_height(node.shows) / 2};
        // They hold "c₋ −0.570" at any size.
        case Kind::state:
            return {std::max(len(54), frame_.px(57)), std::max(len(17), frame_.px(15))};
        case Kind::gate: return gate_half();
        case Kind::operation: return {len(12), len(12)};
        case Kind::squash: return {std::max(len(22), squash_width(node) / 2 + len(6)), len(10)};
        case Kind::enclosure:
            return {node.width / large_width * area_.width() / 2,
                    node.height / large_height * area_.height() / 2};
        case Kind::number: break;
    }
    return {};
}

/// Of the name of what is applied there.
float Places::squash_width(const SchematicNode& node) const {
    const Activation function = frame_.cell().equation_of(node.shows).function;
    return text_size(frame_.theme.fonts.small, facts_of(function).symbol).x;
}

ImVec2 Places::small_half(const SchematicNode& node) const {
    const float half_line = small_font()->FontSize / 2 + frame_.px(2);
    const float unit = area_.width() / small_width;
    switch (node.kind) {
        case Kind::state: return {20 * unit, half_line};
        case Kind::operation: return {frame_.px(7), frame_.px(7)};
        case Kind::squash: {
            if (detail_ == Detail::tiny) return {};
            const float height = frame_.theme.fonts.small->FontSize;
            return {squash_width(node) / 2 + frame_.px(5), height / 2 + frame_.px(1)};
        }
        default: return {node.small_width / 2 * unit, half_line + frame_.px(4)};
    }
}

/// As wide as the narrowest gap allows, between two gates or between a gate and a circle beside it.
ImVec2 Places::gate_half() const {
    float half = std::max(len(58), frame_.px(48));
    const SchematicNode* before = nullptr;
    for (const SchematicNode& gate : schematic_.nodes) {
        if (gate.kind != Kind::gate) continue;
        const float x = at(gate.at).x;
        if (before != nullptr) half = std::min(half, (x - at(before->at).x) / 2 - frame_.px(4));
        before = &gate;
        for (const SchematicNode& node : schematic_.nodes)
            if (node.kind == Kind::operation && node.at.v == gate.at.v && sees(node.seen))
                half = std::min(half, std::abs(x - at(node.at).x) - len(12) - frame_.px(3));
    }
    return {half, len(28)};
}

int Places::rows(QuantityId vector) const {
    return std::min(frame_.trace().plan().size(vector), 3);
}

float Places::vector_height(QuantityId vector) const {
    return frame_.px(16) * static_cast<float>(rows(vector)) + frame_.px(6);
}

/// Half the width of the box of the answer, y or p: what its numbers need, as far to the right of
/// the last gate as h ends.
float Places::readout_half() const {
    const Fonts& fonts = frame_.theme.fonts;
    const QuantityId y = frame_.cell().prediction();
    const int size = frame_.trace().plan().size(y);
    const DiagramPen numbers(frame_, 0, 1);
    float needed = frame_.px(60);
    const auto see = [&](const std::string& value) {
        needed = std::max(needed, text_size(fonts.text, value).x + text_size(fonts.small, "y₀").x +
                                      frame_.px(22));
    };
    if (frame_.cell().readout.p != none) needed = frame_.px(150);  // names, bars and numbers
    for (int k = 0; k < rows(y); ++k) see(numbers.shown({y, k}));
    if (size > rows(y)) see(std::to_string(size) + " values");
    const float pill = std::max(len(54), frame_.px(57));
    const float end = large(large_width - 66, 0).x + pill;
    const float gates = end_of_gates();
    const float room = gates > area_.min.x ? end - gates - frame_.px(6) : 2 * pill;
    return std::min(needed, room) / 2;
}

float Places::end_of_gates() const {
    float end = area_.min.x;
    for (const SchematicNode& node : schematic_.nodes)
        if (node.kind == Kind::gate) end = std::max(end, at(node.at).x + gate_half().x);
    return end;
}

/// x stands at the bottom, h₋ above it, however many numbers each has; y at the bottom below the
/// end of h.
void Places::stack_vectors() {
    const float bottom = large(0, large_height - 2).y;
    std::vector<Box*> read;
    for (std::size_t n = 0; n < boxes_.size(); ++n) {
        const SchematicNode& node = schematic_.nodes[n];
        Box& box = boxes_[n];
        if (node.kind != Kind::vector) continue;
        if (node.shows == frame_.cell().prediction()) {
            const float pill = std::max(len(54), frame_.px(57));
            box.centre = {box.centre.x + pill - box.half.x, bottom - box.half.y};
        } else {
            read.push_back(&box);
        }
    }
    std::ranges::sort(read, std::greater{}, [](const Box* box) { return box->centre.y; });
    float floor = bottom;
    for (Box* box : read) {
        box->centre.y = std::min(box->centre.y, floor - box->half.y);
        floor = box->min().y - frame_.px(4);
    }
}

ImVec2 Places::place(const SchematicWire::Point& point) const {
    const ImVec2 place = point.node == none ? at(point.at) : box(point.node).centre;
    return {place.x + len(point.du), place.y + len(point.dv)};
}

std::vector<ImVec2> Places::route(const SchematicWire& wire) const {
    std::vector<ImVec2> corners;
    for (const SchematicWire::Point& point : wire.points) corners.push_back(place(point));
    const int first = wire.points.front().node;
    const int last = wire.points.back().node;
    if (first != none) face(corners.front(), box(first), corners[1]);
    if (last != none && wire.points.back().du == 0)
        face(corners.back(), box(last), corners[corners.size() - 2]);

    std::vector<ImVec2> route{corners.front()};
    for (std::size_t n = 1; n < corners.size(); ++n) {
        const ImVec2 from = route.back();
        const ImVec2 to = corners[n];
        if (same(from, to)) continue;
        if (std::abs(from.x - to.x) >= 0.5F && std::abs(from.y - to.y) >= 0.5F)
            route.emplace_back(to.x, from.y);
        route.push_back(to);
    }
    if (route.size() < 2) return {};
    if (first != none) route.front() = border(box(first), route[0], route[1]);
    if (last != none) route.back() = border(box(last), route.back(), route[route.size() - 2]);
    return route;
}

float Places::room_right_of(ImVec2 from) const {
    float end = area_.max.x;
    for (std::size_t n = 0; n < boxes_.size(); ++n) {
        const SchematicNode& node = schematic_.nodes[n];
        if (!sees(node.seen) || node.kind == Kind::enclosure) continue;
        const float left = node.kind == Kind::vector || node.kind == Kind::state
                               ? boxes_[n].min().x
                               : boxes_[n].centre.x;
        if (left > from.x + 1) end = std::min(end, left);
    }
    return end - from.x - frame_.px(4);
}

float Places::room_left_of(ImVec2 from) const {
    const float bias = frame_.px(76);  // stands to the right of the wire below a gate
    float start = area_.min.x;
    for (std::size_t n = 0; n < boxes_.size(); ++n) {
        const SchematicNode& node = schematic_.nodes[n];
        if (!sees(node.seen)) continue;
        if (node.kind == Kind::enclosure && boxes_[n].max().x > from.x)  // it is inside
            start = std::max(start, boxes_[n].min().x);
        if (boxes_[n].centre.x > from.x - 1) continue;
        start = std::max(start, node.bias != none ? boxes_[n].centre.x + bias
                                : node.kind == Kind::vector || node.kind == Kind::state
                                    ? boxes_[n].max().x
                                    : boxes_[n].centre.x);
    }
    return from.x - start - frame_.px(4);
}

float Places::below_gates() const {
    float end = large(0, 215).y;
    for (std::size_t n = 0; n < boxes_.size(); ++n)
        if (schematic_.nodes[n].kind == Kind::enclosure) end = boxes_[n].max().y;
    return end;
}

}  // namespace lstm
