/// Where the parts of a cell stand, and what runs between them.
#include "model/cells/schematic.h"

#include <algorithm>
#include <utility>

namespace lstm {
namespace {

using Kind = SchematicNode::Kind;
using Label = SchematicWire::Label;
using Point = SchematicWire::Point;

/// A column or a row, in the large and in the small drawing.
struct Line {
    float large, small;
};

Spot at(Line column, Line row) {
    return {column.large, row.large, column.small, row.small};
}

constexpr Line left{66, 22}, right{754, 172.5F};
constexpr Line memory_row{34, 17}, squash_row{66, 31.5F}, product_row{88, 46}, read_row{100, 46};
constexpr Line gate_row{148, 77}, rail_row{215, 96};
constexpr Line rail_start{140, 0}, peephole_start{141, 0};
constexpr float signed_width = 42;  ///< of a box in the small drawing that holds a minus sign

/// What both pictures are made with.
class Drawing {
public:
    explicit Drawing(const Cell& cell) : cell_(cell) {}

    int node(Kind kind, QuantityId shows, Role colour, Spot at, const char* sign = "",
             Seen seen = Seen::always) {
        SchematicNode node{kind, shows, colour, at, seen, sign};
        result_.nodes.push_back(std::move(node));
        return static_cast<int>(result_.nodes.size()) - 1;
    }
    int state(QuantityId id, Spot at) { return node(Kind::state, id, role(id), at); }
    int vector(QuantityId id, Spot at) {
        return node(Kind::vector, id, role(id), at, "", Seen::large);
    }
    SchematicNode& operator[](int node) { return result_.nodes[static_cast<std::size_t>(node)]; }

    SchematicWire& wire(std::vector<Point> points, QuantityId to, QuantityId carries,
                        std::optional<Role> colour, Seen seen = Seen::always) {
        result_.wires.push_back({std::move(points), to, carries, colour, seen});
        return result_.wires.back();
    }

    [[nodiscard]] Role role(QuantityId id) const { return cell_.quantities[id].role; }
    [[nodiscard]] const std::string& symbol(QuantityId id) const {
        return cell_.quantities[id].symbol;
    }
    /// What is made of all units' h, below it.
    void readout(int h) {
        if (!cell_.has_readout()) return;
        const QuantityId said = cell_.prediction();
        const int answer = vector(said, {right.large, large_height - 2});
        SchematicWire& wire = this->wire({{h}, {answer}}, said, none, {}, Seen::large);
        wire.label = Label::beside;
        wire.text = cell_.parameters[cell_.readout.W].letter + " " + symbol(cell_.hidden().now) +
                    " + " + cell_.parameters[cell_.readout.b].letter;
        if (cell_.readout.p != none)
            wire.text = std::string(facts_of(cell_.form.readout_activation).symbol) + " (" +
                        wire.text + ")";
    }
    /// The biases that a gate adds where `node` is.
    void add_biases(const Gate& gate, int node) {
        (*this)[node].bias = cell_.find_parameter(gate.name, "b");
        for (const Operand& addend : cell_.equation_of(gate.z).operands)
            if (addend.kind == Operand::Kind::quantity && has_bias(addend.id, "b_u"))
                (*this)[node].hidden_bias = cell_.find_parameter(gate.name, "b_u");
    }
    /// W x of W x + b, which is one itself.
    [[nodiscard]] QuantityId product_in(QuantityId addend) const {
        const Equation& equation = cell_.equation_of(addend);
        return equation.operation == Operation::add ? equation.operands.front().id : addend;
    }
    /// Whether `addend` is a product and the bias of that name.
    [[nodiscard]] bool has_bias(QuantityId addend, const char* letter) const {
        const Operand& last = cell_.equation_of(addend).operands.back();
        return cell_.equation_of(addend).operation == Operation::add &&
               last.kind == Operand::Kind::parameter && cell_.parameters[last.id].letter == letter;
    }

protected:
    const Cell& cell_;
    Schematic result_;
};

/// A cell that keeps some of its memory and adds to it.
class GatedDrawing : Drawing {
public:
    explicit GatedDrawing(const Cell& cell)
        : Drawing(cell),
          hears_(cell.has(Role::heard)),
          keep_(cell.find(Role::keep)),
          admit_(cell.find(Role::admit)),
          sum_{hears_ ? 445.0F : 430.0F, 79},
          candidate_column_{hears_ ? 530.0F : 498.0F, 101} {}

    Schematic make() {
        gates();
        memory_line();
        shares();
        writing();
        if (hears_) hearing();
        if (cell_.has_cell_state()) reading_out();
        readout(hidden_);
        rail();
        return std::move(result_);
    }

private:
    /// The gate that chooses `share`, which may be 1 − its value; nullptr where there is none.
    [[nodiscard]] const Gate* chooser(QuantityId share) const {
        if (share == none) return nullptr;
        const Gate* const own = cell_.gate_of(share);
        return own != nullptr ? own : cell_.gate_of(cell_.equation_of(share).operands[0].id);
    }
    [[nodiscard]] int node_of(const Gate* gate) const {
        const auto place = std::find(gates_.begin(), gates_.end(), gate);
        return static_cast<int>(place - gates_.begin());
    }

    /// From left to right: who keeps, who admits or resets, what may be written, who reads out.
    void gates() {
        const Gate* const keeper = chooser(keep_);
        const Gate* const admits = chooser(admit_);
        const Gate* const resets =
            hears_ ? cell_.gate_of(cell_.equation_of(cell_.at(Role::heard)).operands[0].id)
                   : nullptr;
        const Gate* const second = admits != keeper ? admits : resets != keeper ? resets : nullptr;
        const auto add = [&](const Gate* gate, Line column) {
            if (gate == nullptr) return;
            const int made = node(Kind::gate, gate->value, gate->role, at(column, gate_row));
            if (gate->z != none) add_biases(*gate, made);
            if (!cell_.is_share(gate->value)) (*this)[made].small_width = signed_width;
            gates_.push_back(gate);
        };
        add(keeper, keep_gate);
        add(second, second_gate);
        add(cell_.find_gate(Role::candidate), candidate_column_);
        add(cell_.find_gate(Role::expose), expose_column);
        for (const Gate* gate : gates_) couple(*gate);
    }

    /// A gate that is another's opposite hears nobody else.
    void couple(const Gate& gate) {
        if (!gate.opposite) return;
        const Gate* const other = cell_.gate_of(cell_.equation_of(gate.value).operands[0].id);
        SchematicWire& joined =
            wire({{node_of(other)}, {node_of(&gate)}}, gate.value, none, gate.role);
        joined.label = Label::above;
        joined.text = "1 −";
    }

    /// One straight line with nothing on it but × and +.
    void memory_line() {
        const auto [now, previous] = cell_.memory();
        const Role memory = role(now);
        const int before = state(previous, at(left, memory_row));
        const int after = state(now, at(right, memory_row));
        plus_ = node(Kind::operation, now, memory, at(sum_, memory_row), "+");
        wire({{plus_}, {after}}, now, now, memory);
        hidden_ = after;
        const QuantityId kept = cell_.find(Role::kept);
        if (kept == none) {  // nothing can strike it out
            wire({{before}, {plus_}}, now, previous, memory);
            return;
        }
        keeping_ =
            node(Kind::operation, kept, chooser(keep_)->role, at(keep_column, memory_row), "×");
        wire({{before}, {keeping_}}, kept, previous, memory);
        wire({{keeping_}, {plus_}}, now, kept, memory).label = Label::above;
    }

    /// From whoever chooses how much is kept, and how much is written, to where that is done.
    void shares() {
        const QuantityId written = cell_.find(Role::written);
        if (written != none)
            writing_ =
                node(Kind::operation, written, chooser(admit_)->role, at(sum_, product_row), "×");
        if (keeping_ != none) keeping();
        if (writing_ != none && chooser(admit_) != chooser(keep_)) {
            const Gate& gate = *chooser(admit_);
            const int from = node_of(&gate);
            wire({{from}, {none, over((*this)[from].at)}, {writing_}}, written, none, gate.role);
        }
    }

    void keeping() {
        const Gate& gate = *chooser(keep_);
        const QuantityId kept = cell_.at(Role::kept);
        const int from = node_of(&gate);
        const Spot branch = at(keep_column, product_row);
        const std::vector<Point> up{{from}, {none, over((*this)[from].at)}, {none, branch}};
        const auto to = [&](int node) {
            std::vector<Point> points = up;
            points.push_back({node});
            return points;
        };
        const bool opposite = cell_.gate_of(keep_) == nullptr;
        if (opposite) {  // 1 − its value keeps
            const int rest = node(Kind::operation, keep_, gate.role, at(keep_column, opposite_row),
                                  "1−", Seen::large);
            wire(to(rest), keep_, none, gate.role, Seen::large);
            wire({{rest}, {keeping_}}, kept, keep_, gate.role, Seen::large);
            wire(to(keeping_), kept, none, gate.role, Seen::small);
        } else {
            wire(to(keeping_), kept, none, gate.role);
        }
        if (writing_ == none || chooser(admit_) != &gate) return;
        const QuantityId written = cell_.at(Role::written);
        if (cell_.gate_of(admit_) != nullptr) {  // its value writes
            wire({{none, branch}, {writing_}}, written, admit_, gate.role);
            return;
        }
        const int rest = node(Kind::operation, admit_, gate.role, at(opposite_column, product_row),
                              "1−", Seen::large);
        wire({{none, branch}, {rest}}, admit_, none, gate.role, Seen::large);
        wire({{rest}, {writing_}}, written, admit_, gate.role, Seen::large);
        wire({{none, branch}, {writing_}}, written, admit_, gate.role, Seen::small);
    }

    /// What may be written, and what is.
    void writing() {
        const Gate* const gate = cell_.find_gate(Role::candidate);
        if (gate == nullptr) return;
        const int idea = node_of(gate);
        const QuantityId now = cell_.memory().now;
        const Role memory = role(now);
        const Point bend{none, over((*this)[idea].at)};
        if (writing_ == none) {  // it is let in whole
            wire({{idea}, bend, {none, at(sum_, product_row)}, {plus_}}, now, gate->value, memory);
            return;
        }
        const QuantityId written = (*this)[writing_].shows;
        wire({{idea}, bend, {writing_}}, written, none, gate->role);
        wire({{writing_}, {plus_}}, now, written, memory).label = Label::beside;
    }

    /// What is let through to the candidate: of h₋ before the matrix, or of the sum behind it.
    void hearing() {
        const QuantityId heard = cell_.at(Role::heard);
        const std::vector<Operand>& factors = cell_.equation_of(heard).operands;
        const Gate& gate = *cell_.gate_of(factors.front().id);
        const Gate& candidate = *cell_.find_gate(Role::candidate);
        const Role colour = gate.role;
        const int through =
            node(Kind::operation, heard, colour, at(sum_, gate_row), "×", Seen::large);
        const int from = node_of(&gate), idea = node_of(&candidate);
        wire({{from}, {through}}, heard, none, colour, Seen::large);
        wire({{through}, {idea}}, candidate.value, none, colour, Seen::large);
        wire({{from}, {idea}}, candidate.value, none, colour, Seen::small);
        SchematicWire& past =
            wire({{none, at(sum_, rail_row)}, {through}}, heard, none, {}, Seen::large);
        past.label = Label::beside;
        past.text = symbol(factors.back().id);
    }

    /// From the memory to h.
    void reading_out() {
        const auto [c, c_prev] = cell_.memory();
        const QuantityId h = cell_.hidden().now;
        const Role memory = role(c), hidden = role(h);
        hidden_ = state(h, at(right, read_row));
        const Gate* const gate = cell_.find_gate(Role::expose);
        QuantityId carried = c;
        Point from{none, at(expose_column, memory_row)};
        if (cell_.squashed != none) {
            carried = cell_.squashed;
            const int squash = node(Kind::squash, carried, memory, at(expose_column, squash_row));
            wire({from, {squash}}, h, c, memory);
            from = {squash};
        }
        if (gate == nullptr) {
            wire({from, {none, at(expose_column, read_row)}, {hidden_}}, h, h, hidden);
            return;
        }
        const int reading = node(Kind::operation, h, hidden, at(expose_column, read_row), "×");
        wire({from, {reading}}, h, carried, memory);
        wire({{reading}, {hidden_}}, h, h, hidden);
        wire({{node_of(gate)}, {reading}}, h, none, gate->role);
    }

    /// What every gate reads: one rail with h₋ and x on it; and c, where a gate looks at that.
    void rail() {
        const QuantityId h_prev = cell_.hidden().previous;
        const int past = vector(h_prev, {left.large, 158});
        const int x = vector(cell_.input, {left.large, large_height - 2});
        const Point start{none, at(rail_start, rail_row)};
        for (const int from : {past, x}) wire({{from}, start}, h_prev, none, {}, Seen::large);
        const Spot last = (*this)[static_cast<int>(gates_.size()) - 1].at;
        wire({start, {none, {last.u, rail_row.large}}}, h_prev, none, {}, Seen::large);
        for (const Gate* gate : gates_) {
            if (gate->z == none) continue;
            const int to = node_of(gate);
            const Spot below{(*this)[to].at.u, rail_row.large};
            wire({{none, below}, {to}}, gate->value, none, gate->role, Seen::large);
            peephole(*gate, to);
        }
    }

    /// From the memory, before the step or after it, down to a gate that looks at it.
    void peephole(const Gate& gate, int to) {
        const ParameterId p = cell_.find_parameter(gate.name, "p");
        if (p == none) return;
        constexpr float aside = -34, above = -37;
        const QuantityId c = cell_.multiplied_by(p);
        const Spot head = (*this)[to].at;
        std::vector<Point> points{{none, {head.u, memory_row.large}, aside}};
        if (cell_.is_previous(c))
            points = {{none, at(peephole_start, memory_row)},
                      {none, {peephole_start.large, head.v}, 0, above}};
        points.push_back({none, head, aside, above});
        points.push_back({to, head, aside});
        SchematicWire& wire =
            this->wire(std::move(points), gate.value, none, gate.role, Seen::large);
        wire.label = Label::before;
        wire.text = cell_.parameters[p].letter + " ⊙ " + symbol(c);
    }

    /// Above a gate, in the row where products are made.
    static Spot over(Spot gate) {
        return {gate.u, product_row.large, gate.small_u, product_row.small};
    }

    static constexpr Line keep_gate{222, 19.5F}, keep_column{222, 52};
    static constexpr Line second_gate{364, 57.5F}, expose_column{readout_column, 143.5F};
    static constexpr Line opposite_column{300, 0}, opposite_row{62, 0};

    bool hears_;
    QuantityId keep_, admit_;
    Line sum_, candidate_column_;
    std::vector<const Gate*> gates_;  ///< in the order of their nodes, which are the first
    int plus_ = none, keeping_ = none, writing_ = none, hidden_ = none;
};

/// A cell of one gate, whose value is the state: what it adds up, and the tanh of that.
class PlainDrawing : Drawing {
public:
    using Drawing::Drawing;

    Schematic make() {
        const Gate& gate = cell_.gates.front();
        const auto [h, h_prev] = cell_.hidden();
        enclosure(gate);
        const int sum = node(Kind::operation, gate.z, gate.role, {430, 110}, "+", Seen::large);
        add_biases(gate, sum);
        const int squash = node(Kind::squash, h, role(h), at({560, z_column.small}, middle));
        const int after = state(h, {right.large, middle.large, right.small, memory_row.small});
        terms(gate, sum, squash);
        const Point corner{none, {560, middle.large, z_column.small, memory_row.small}};
        wire({{squash}, corner, {after}}, h, h, role(h));
        node(Kind::state, h_prev, role(h_prev), at(left, memory_row), "", Seen::small);
        readout(after);
        return std::move(result_);
    }

private:
    void enclosure(const Gate& gate) {
        const int box =
            node(Kind::enclosure, gate.value, gate.role, {492, middle.large}, "", Seen::large);
        (*this)[box].width = 240;
        (*this)[box].height = 72;
    }

    /// In the large drawing x and h₋ come to the sum; in the small one what they add stands in
    /// boxes.
    void terms(const Gate& gate, int sum, int squash) {
        int beside = none;
        float column = keep_gate_column;
        for (const Operand& addend : cell_.equation_of(gate.z).operands) {
            if (addend.kind != Operand::Kind::quantity) continue;
            const QuantityId id = addend.id;
            const QuantityId source = cell_.equation_of(product_in(id)).operands.back().id;
            const bool past = cell_.is_previous(source);
            const int from = vector(source, {left.large, past ? 50 : large_height - 2});
            wire({{from}, {sum}}, gate.z, id, {}, Seen::large).label = Label::above;
            const int box =
                node(Kind::number, id, role(id), at({0, column}, gate_row), "", Seen::small);
            if (beside != none) join(beside, box, gate.z);
            beside = box;
            column += 38;
        }
        wire({{sum}, {squash}}, gate.value, gate.z, gate.role, Seen::large).label = Label::above;
        const int z =
            node(Kind::number, gate.z, gate.role, at(z_column, gate_row), "", Seen::small);
        (*this)[z].small_width = signed_width;
        join(beside, z, gate.z);
        wire({{z}, {squash}}, gate.value, gate.z, {}, Seen::small);
    }

    void join(int a, int b, QuantityId sum) {
        wire({{a}, {b}}, sum, none, {}, Seen::small).joint = true;
    }

    static constexpr Line middle{110, product_row.small}, z_column{0, 101};
    static constexpr float keep_gate_column = 19.5F;
};

}  // namespace

Schematic make_schematic(const Cell& cell) {
    return cell.family == Family::rnn ? PlainDrawing(cell).make() : GatedDrawing(cell).make();
}

}  // namespace lstm
