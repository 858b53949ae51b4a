/// The picture of a cell as data: nodes, and wires between them, made from its equations and roles.
///
/// One description serves every size in which a cell is drawn. A place has two pairs of
/// coordinates, u to the right and v down: one in a drawing of 820 × 230, one in a small drawing of
/// 196 × 96. What only one of the two has room for, or needs, says so. Gradients run along the same
/// wires, the other way.
#pragma once

#include "model/cells/cell.h"

#include <optional>
#include <string>
#include <vector>

namespace lstm {

/// The sizes of both drawings, in their own units.
inline constexpr float large_width = 820, large_height = 230;
inline constexpr float small_width = 196, small_height = 96;

/// Where h is made from the memory, in the large one.
inline constexpr float readout_column = 650;

/// In which drawings something is seen.
enum class Seen { always, large, small };

/// A place in both drawings.
struct Spot {
    float u = 0, v = 0;              ///< in the large one
    float small_u = 0, small_v = 0;  ///< in the small one
};

/// Something that stands somewhere and shows a number.
struct SchematicNode {
    enum class Kind {
        vector,  ///< all elements of what every unit reads, or of what all units make: x, h₋, y
        state,   ///< a state, at an end of a wire
        gate,    ///< a gate, with what it does and its value
        number,  ///< a number in a box
        operation,  ///< a sign in a circle
        squash,     ///< tanh on a wire
        enclosure,  ///< a frame around all that one gate does
    };
    Kind kind;
    QuantityId shows;  ///< what is made here; it is lit in the phase of that
    Role colour;       ///< in the colour of which role it is drawn
    Spot at;           ///< its middle
    Seen seen = Seen::always;
    const char* sign = "";           ///< of an operation: "×", "+", "1−"
    ParameterId bias = none;         ///< what is added here, beside the wire that comes from below
    ParameterId hidden_bias = none;  ///< the same of a second bias, beside U h₋
    float width = 0, height = 0;     ///< of an enclosure, in the large drawing
    float small_width = 33;          ///< of a gate or a number, in the small drawing
};

/// A wire through `points`. It runs straight from one to the next, or where they are not in line,
/// to the side first.
struct SchematicWire {
    struct Point {
        int node = none;       ///< the index of the node that it begins or ends at
        Spot at{};             ///< its place where there is no node: a bend, or another wire
        float du = 0, dv = 0;  ///< how far beside that place, in the large drawing
    };
    /// Where something is written, in the large drawing.
    enum class Label {
        no,
        above,   ///< over the longest stretch
        beside,  ///< to the right of the last one
        before,  ///< to the left of the end
    };
    std::vector<Point> points;
    QuantityId to;                 ///< what it leads to: it is lit in the phase of that
    QuantityId carries = none;     ///< whose value makes it thick; none: it is thin
    std::optional<Role> colour{};  ///< nothing: it only brings what every unit reads
    Seen seen = Seen::always;
    Label label = Label::no;
    std::string text{};  ///< of the label; empty: the symbol and the value of what it carries
    bool joint = false;  ///< it has no direction
};

/// The whole picture.
struct Schematic {
    std::vector<SchematicNode> nodes;
    std::vector<SchematicWire> wires;  ///< below the nodes
};

/// The picture of `cell`: a line of memory with what is taken from it and added to it, and the
/// gates below; or of a cell whose only gate writes the state anew, that gate from within.
[[nodiscard]] Schematic make_schematic(const Cell& cell);

}  // namespace lstm
