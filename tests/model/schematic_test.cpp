/// The pictures of all kinds of cells: complete, and with nothing on top of anything else.
#include "model/cells/schematic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace lstm {
namespace {

using Kind = SchematicNode::Kind;

bool is_seen(Seen seen, Seen drawing) {
    return seen == Seen::always || seen == drawing;
}

/// Whether `quantity` can be read somewhere in the drawing.
bool is_shown(const Schematic& picture, QuantityId quantity, Seen drawing) {
    const auto node = [&](const SchematicNode& n) {
        return is_seen(n.seen, drawing) && n.shows == quantity;
    };
    const auto wire = [&](const SchematicWire& w) {
        return drawing == Seen::large && w.carries == quantity &&
               w.label != SchematicWire::Label::no && w.text.empty();
    };
    return std::any_of(picture.nodes.begin(), picture.nodes.end(), node) ||
           std::any_of(picture.wires.begin(), picture.wires.end(), wire);
}

TEST(Schematic, ShowsEveryGateAndStateInEachDrawing) {
    for (const Cell* cell : cells()) {
        for (const Seen drawing : {Seen::large, Seen::small}) {
            for (const Gate& gate : cell->gates)
                EXPECT_TRUE(is_shown(*cell->schematic, gate.value, drawing))
                    << cell->kind << ": " << gate.name;
            for (const State& state : cell->states)
                EXPECT_TRUE(is_shown(*cell->schematic, state.now, drawing)) << cell->kind;
            EXPECT_TRUE(is_shown(*cell->schematic, cell->memory().previous, drawing)) << cell->kind;
        }
    }
}

TEST(Schematic, ShowsWhatIsKeptWrittenAndHeardInTheLargeDrawing) {
    for (const Cell* cell : cells())
        for (const Role role : {Role::kept, Role::written, Role::heard, Role::squashed})
            EXPECT_TRUE(!cell->has(role) || is_shown(*cell->schematic, cell->at(role), Seen::large))
                << cell->kind << ": " << cell->quantities[cell->at(role)].name;
}

TEST(Schematic, ShowsTheReadOutOfEveryCellThatHasOne) {
    for (const Cell* kind : cells()) {
        const Cell& cell = *find_cell(kind->kind, true);
        EXPECT_TRUE(is_shown(*cell.schematic, cell.readout.y, Seen::large)) << cell.kind;
        EXPECT_FALSE(kind->schematic->nodes.size() == cell.schematic->nodes.size()) << cell.kind;
    }
}

TEST(Schematic, BringsEachGateOfWeightsItsBias) {
    for (const Cell* cell : cells())
        for (const Gate& gate : cell->gates) {
            if (gate.z == none) continue;
            const ParameterId bias = cell->find_parameter(gate.name, "b");
            EXPECT_TRUE(std::any_of(cell->schematic->nodes.begin(), cell->schematic->nodes.end(),
                                    [&](const SchematicNode& node) { return node.bias == bias; }))
                << cell->kind << ": " << gate.name;
        }
}

TEST(Schematic, BringsTwoBiasesToEachGateThatAddsThem) {
    for (const Cell* kind : cells()) {
        CellForm form = kind->form;
        form.biases = 2;
        const Cell& cell = *find_cell(form);
        for (const Gate& gate : cell.gates) {
            // What a reset gate works on has had its bias before.
            const bool reset = cell.kind == "gru_reset_after" && gate.role == Role::candidate;
            if (gate.z == none || reset) continue;
            const ParameterId bias = cell.find_parameter(gate.name, "b_u");
            ASSERT_NE(bias, none) << cell.kind;
            EXPECT_EQ(
                std::count_if(cell.schematic->nodes.begin(), cell.schematic->nodes.end(),
                              [&](const SchematicNode& node) { return node.hidden_bias == bias; }),
                1)
                << cell.kind << ": " << gate.name;
        }
    }
}

TEST(Schematic, PutsNoTwoNodesInOnePlaceWhateverTheBiases) {
    for (const Cell* kind : cells())
        for (const int biases : {0, 1, 2}) {
            CellForm form = kind->form;
            form.biases = biases;
            const Cell& cell = *find_cell(form);
            const std::vector<SchematicNode>& nodes = cell.schematic->nodes;
            EXPECT_EQ(nodes.size(), kind->schematic->nodes.size()) << cell.kind << biases;
            for (std::size_t a = 0; a < nodes.size(); ++a)
                for (std::size_t b = 0; b < a; ++b) {
                    if (nodes[a].seen != nodes[b].seen) continue;
                    const Spot one = nodes[a].at, other = nodes[b].at;
                    EXPECT_FALSE(nodes[a].seen == Seen::small
                                     ? one.small_u == other.small_u && one.small_v == other.small_v
                                     : one.u == other.u && one.v == other.v)
                        << cell.kind << ", " << biases << " biases: " << b << " and " << a;
                }
        }
}

TEST(Schematic, EndsEachWireAtANodeThatIsInTheSameDrawing) {
    for (const Cell* kind : cells()) {
        const Schematic& picture = *find_cell(kind->kind, true)->schematic;
        for (const SchematicWire& wire : picture.wires) {
            ASSERT_GE(wire.points.size(), 2U);
            for (const SchematicWire::Point& point : wire.points) {
                if (point.node == none) continue;
                ASSERT_LT(point.node, std::ssize(picture.nodes));
                const SchematicNode& node = picture.nodes[static_cast<std::size_t>(point.node)];
                for (const Seen drawing : {Seen::large, Seen::small})
                    EXPECT_TRUE(!is_seen(wire.seen, drawing) || is_seen(node.seen, drawing))
                        << kind->kind << ": a wire to "
                        << kind->quantities[static_cast<std::size_t>(wire.to)].name;
            }
        }
    }
}

TEST(Schematic, KeepsNodesApart) {
    // Half of what the narrowest of them, a sign in its circle, takes at the smallest size.
    constexpr float least_large = 24, least_small = 12;
    for (const Cell* kind : cells()) {
        const std::vector<SchematicNode>& nodes = kind->schematic->nodes;
        for (std::size_t a = 0; a < nodes.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) {
                if (nodes[a].kind == Kind::enclosure || nodes[b].kind == Kind::enclosure) continue;
                const Spot &p = nodes[a].at, &q = nodes[b].at;
                const auto both = [&](Seen drawing) {
                    return is_seen(nodes[a].seen, drawing) && is_seen(nodes[b].seen, drawing);
                };
                if (both(Seen::large)) {
                    EXPECT_GE(std::hypot(p.u - q.u, p.v - q.v), least_large) << kind->kind;
                }
                if (both(Seen::small)) {
                    EXPECT_GE(std::hypot(p.small_u - q.small_u, p.small_v - q.small_v), least_small)
                        << kind->kind;
                }
            }
    }
}

}  // namespace
}  // namespace lstm
