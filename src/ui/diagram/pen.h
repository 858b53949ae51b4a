/// What the drawings of a cell have in common: wires, signs, and numbers that can be pointed at.
#pragma once

#include "ui/state/frame.h"
#include "ui/widgets/widgets.h"

#include <optional>
#include <string>
#include <vector>

namespace lstm {

/// Draws what belongs to one unit, into the current window.
class DiagramPen {
public:
    /// `size`: how much larger than at its smallest everything is drawn.
    DiagramPen(Frame& frame, int unit, float size)
        : frame_(frame),
          list_(*ImGui::GetWindowDrawList()),
          cell_(frame.cell()),
          unit_(unit),
          size_(size) {}

    [[nodiscard]] int unit() const { return unit_; }
    [[nodiscard]] float len(float length) const { return frame_.px(length) * size_; }
    /// Whether `phase` is the present one.
    [[nodiscard]] bool active(Phase phase) const {
        return frame_.view.cursor.t > 0 && frame_.view.cursor.phase_now() == phase;
    }
    [[nodiscard]] bool reached(Phase phase) const { return frame_.view.cursor.reached(phase); }
    [[nodiscard]] Element element(QuantityId quantity) const { return {quantity, unit_}; }
    /// Whether it draws the way back: gradients instead of values, and every wire the other way.
    [[nodiscard]] bool backward() const { return frame_.view.cursor.backward_phase.has_value(); }
    /// What stands at an element: its value, or dL by it; nothing where that is not known yet.
    [[nodiscard]] std::optional<double> value(Element element) const;
    /// The same as it is written, "?" where it is not known.
    [[nodiscard]] std::string shown(Element element) const;
    /// Full length, or full colour, of it.
    [[nodiscard]] double scale(QuantityId quantity) const;
    /// How far `element` has moved from the pinned run, at `at`; on the way back nothing.
    void moved(Element element, ImVec2 at, Align align);
    /// The region of an element.
    [[nodiscard]] std::string id_of(Element element) const {
        return frame_.prefix + "diagram/" + element_name(cell_, element.quantity, element.element);
    }

    enum class Tip {
        arrow,  ///< at the end that is come to
        plain,  ///< it runs into another wire; on the way back it comes out of it, with an arrow
        joint,  ///< it has no direction: it only joins
    };
    /// A wire. Lit in its phase; and where the value of `carries` is known, its colour is the
    /// value's sign and its thickness the size.
    void wire(std::vector<ImVec2> points, Phase phase, ImVec4 colour, QuantityId carries, Tip tip);
    /// A sign in a circle that makes `result`.
    void operation(ImVec2 centre, float radius, const char* sign, ImVec4 colour, QuantityId result);
    /// Registers, links and explains what was drawn for `element`; a click, or Enter where Tab came
    /// to it, shows its working. `stop`: whether Tab comes to it. Returns whether the mouse is over
    /// it.
    bool touch(ImVec2 min, ImVec2 max, Element element, bool stop = true);

private:
    [[nodiscard]] std::string full(Element element) const;
    void show(Element element);
    void flow(const std::vector<ImVec2>& points, ImVec4 colour, float thickness);

    Frame& frame_;
    ImDrawList& list_;
    const Cell& cell_;
    int unit_;
    float size_;
};

}  // namespace lstm
