/// Draws a cell from its schematic, at any level of detail.
#pragma once

#include "ui/diagram/pen.h"
#include "ui/diagram/places.h"

#include <string>

namespace lstm {

/// The cell of one unit in an area of the current window.
class CellPainter {
public:
    CellPainter(Frame& frame, int unit, const PanelArea& area, Detail detail)
        : frame_(frame),
          cell_(frame.cell()),
          schematic_(*cell_.schematic),
          places_(frame, area, detail),
          pen_(frame, unit, places_.size()),
          list_(*ImGui::GetWindowDrawList()) {}

    void draw();
    /// Whether the mouse is over a number that was drawn.
    [[nodiscard]] bool touched() const { return touched_; }

private:
    void wire(const SchematicWire& wire);
    void label(const SchematicWire& wire, const std::vector<ImVec2>& route);
    void value_label(ImVec2 where, QuantityId quantity, const std::string& symbol, Align align);
    void node(int index);
    void gate(const SchematicNode& node, const Box& box);
    void gate_words(const Gate& gate, QuantityId shown, const Box& box);
    void small_box(const SchematicNode& node, const Box& box);
    void gate_frame(const SchematicNode& node, const Box& box, float rounding);
    void bar(QuantityId quantity, ImVec4 colour, ImVec2 min, ImVec2 max);
    void state(const SchematicNode& node, const Box& box);
    void state_words(QuantityId id, const Box& box);
    void below_state(QuantityId id, const Box& box);
    void squash(const SchematicNode& node, const Box& box);
    void enclosure(const SchematicNode& node, const Box& box);
    void vector(const SchematicNode& node, const Box& box);
    void prediction(const Box& box);
    void prediction_row(int element, ImVec2 min, ImVec2 max);
    void bias_field(ParameterId bias, const Box& box, Align align);
    void terms(QuantityId state, const Box& box);
    [[nodiscard]] float end_of_written() const;
    [[nodiscard]] std::string small_value(Element element, float room) const;
    /// What is shown of a gate: its value, or going back what its weights learn from.
    [[nodiscard]] QuantityId shown_of(QuantityId quantity) const;
    [[nodiscard]] ImVec4 colour_of(const SchematicNode& node) const;
    [[nodiscard]] bool reached(QuantityId id) const {
        return pen_.reached(cell_.quantities[id].phase);
    }
    [[nodiscard]] bool lit(QuantityId id) const { return pen_.active(cell_.quantities[id].phase); }
    [[nodiscard]] float len(float length) const { return places_.len(length); }

    Frame& frame_;
    const Cell& cell_;
    const Schematic& schematic_;
    Places places_;
    DiagramPen pen_;
    ImDrawList& list_;
    bool touched_ = false;
};

/// x_t[k] of the selected step, from `min` to `max`, to be changed right there.
void draw_input_field(Frame& frame, ImVec2 min, ImVec2 max, int k);

}  // namespace lstm
