/// Where the parts of a cell's picture stand on the screen, at a level of detail.
#pragma once

#include "model/cells/schematic.h"
#include "ui/panels.h"
#include "ui/state/frame.h"

#include <vector>

namespace lstm {

/// How much of a cell is drawn.
enum class Detail {
    full,   ///< the large drawing: with names, inputs, biases and the numbers on its wires
    named,  ///< the small one, with symbols at its states
    tiny,   ///< the small one among others: wires are thin
};

/// A rectangle of pixels around a middle.
struct Box {
    ImVec2 centre;
    ImVec2 half;

    [[nodiscard]] ImVec2 min() const { return {centre.x - half.x, centre.y - half.y}; }
    [[nodiscard]] ImVec2 max() const { return {centre.x + half.x, centre.y + half.y}; }
};

/// A schematic stretched to an area. In the large drawing the columns at both ends, where states
/// stand, keep the width that a number needs.
class Places {
public:
    Places(Frame& frame, const PanelArea& area, Detail detail);

    [[nodiscard]] bool is_large() const { return detail_ == Detail::full; }
    [[nodiscard]] Detail detail() const { return detail_; }
    [[nodiscard]] bool sees(Seen seen) const {
        return seen == Seen::always || (seen == Seen::large) == is_large();
    }
    /// How much larger than at its smallest everything may be drawn.
    [[nodiscard]] float size() const { return size_; }
    /// A length that grows with the drawing, in pixels.
    [[nodiscard]] float len(float length) const { return frame_.px(length) * size_; }
    /// A width of the small drawing, in pixels.
    [[nodiscard]] float small_length(float u) const { return u / small_width * area_.width(); }
    /// Whether the small drawing has room for larger type.
    [[nodiscard]] bool roomy() const { return roomy_; }
    /// The type of the small drawing's numbers.
    [[nodiscard]] ImFont* small_font() const {
        return roomy_ ? frame_.theme.fonts.text : frame_.theme.fonts.small;
    }

    [[nodiscard]] ImVec2 at(const Spot& spot) const;
    /// The pixels that `node` takes.
    [[nodiscard]] const Box& box(int node) const { return boxes_[static_cast<std::size_t>(node)]; }
    /// The corners of `wire`, from border to border of the nodes at its ends.
    [[nodiscard]] std::vector<ImVec2> route(const SchematicWire& wire) const;
    /// From `from` to the middle of the next node on its right, or to the end of the drawing.
    [[nodiscard]] float room_right_of(ImVec2 from) const;
    /// The same to its left, where biases stand too.
    [[nodiscard]] float room_left_of(ImVec2 from) const;
    /// The right end of the gates; that of the drawing's left side where there are none.
    [[nodiscard]] float end_of_gates() const;
    /// The lower end of the wires that come to the gates, or of what encloses one.
    [[nodiscard]] float below_gates() const;
    /// How many elements of a vector are shown, one below the other.
    [[nodiscard]] int rows(QuantityId vector) const;

private:
    [[nodiscard]] ImVec2 large(float u, float v) const;
    [[nodiscard]] ImVec2 place(const SchematicWire::Point& point) const;
    [[nodiscard]] ImVec2 half_of(const SchematicNode& node) const;
    [[nodiscard]] ImVec2 gate_half() const;
    [[nodiscard]] ImVec2 small_half(const SchematicNode& node) const;
    [[nodiscard]] float squash_width(const SchematicNode& node) const;
    [[nodiscard]] float vector_height(QuantityId vector) const;
    [[nodiscard]] float readout_half() const;
    void stack_vectors();

    Frame& frame_;
    const Schematic& schematic_;
    PanelArea area_;
    Detail detail_;
    float size_ = 1;
    float end_ = 0;  ///< width of the end columns, in pixels
    bool roomy_ = false;
    std::vector<Box> boxes_;
};

}  // namespace lstm
