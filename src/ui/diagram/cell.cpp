/// Where everything in a cell stands, and what runs between.
#include "ui/diagram/cell.h"

#include "ui/diagram/cell_drawing.h"

namespace lstm {

std::vector<CellDrawing::Clerk> CellDrawing::clerks_of(const Cell& cell) {
    std::vector<Clerk> found;
    if (cell.find_gate("update") != nullptr)
        found = {{"update", keep_u, "update gate", "σ"},
                 {"reset", reset_u, "reset gate", "σ"},
                 {"candidate", idea_u, "candidate", "tanh"}};
    else
        found = {{"forget", forget_u, "forget gate", "σ"},
                 {"input", input_u, "input gate", "σ"},
                 {"candidate", candidate_u, "candidate", "tanh"},
                 {"output", output_u, "output gate", "σ"}};
    std::erase_if(found, [&](const Clerk& clerk) { return cell.find_gate(clerk.gate) == nullptr; });
    return found;
}

void CellDrawing::wires() {
    notebook_wires();
    output_wires();
    rail(h_prev(), x());
    couple();
    peepholes();
    const ImVec4 memory = frame_.theme->memory;
    const ImVec2 foot{adding().x, adding().y + radius()};
    const ImVec2 candidate = head(candidate_u);
    if (has("forget.value"))
        pen_.wire({head(forget_u), {forgetting().x, forgetting().y + radius()}}, Phase::forget,
                  frame_.theme->forget);
    if (!has("written")) {  // the idea is let in whole
        pen_.wire({candidate, {candidate.x, writing().y}, writing(), foot}, Phase::update, memory,
                  "candidate.value");
        return;
    }
    pen_.wire(
        {head(input_u), {head(input_u).x, writing().y}, {writing().x - radius(), writing().y}},
        Phase::write, frame_.theme->input);
    pen_.wire({candidate, {candidate.x, writing().y}, {writing().x + radius(), writing().y}},
              Phase::write, frame_.theme->candidate);
    pen_.wire({{writing().x, writing().y - radius()}, foot}, Phase::update, memory, "written");
}

/// One straight line with nothing on it but × and +.
void CellDrawing::notebook_wires() {
    const ImVec4 memory = frame_.theme->memory;
    const ImVec2 start{c_prev().x + state_half().x, c_prev().y};
    const ImVec2 plus{adding().x - radius(), adding().y};
    if (has("forget.value")) {
        pen_.wire({start, {forgetting().x - radius(), forgetting().y}}, Phase::forget, memory,
                  "c_prev");
        pen_.wire({{forgetting().x + radius(), forgetting().y}, plus}, Phase::update, memory,
                  "kept");
    } else {  // nothing can strike it out
        pen_.wire({start, plus}, Phase::update, memory, "c_prev");
    }
    pen_.wire({{adding().x + radius(), adding().y}, {c().x - state_half().x, c().y}}, Phase::update,
              memory, "c");
}

/// From the notebook to what is spoken.
void CellDrawing::output_wires() {
    const ImVec4 memory = frame_.theme->memory;
    const bool gated = has("output.value");
    const bool squashed = has("tanh_c") || !gated;
    const ImVec2 from = at(output_u, notebook_v);
    const ImVec2 to{speaking().x, gated ? speaking().y - radius() : speaking().y};
    const ImVec2 spoken{h().x - state_half().x, h().y};
    if (squashed)
        pen_.wire({from, {squashing().x, squashing().y - len(10)}}, Phase::speak, memory, "c",
                  DiagramPen::Tip::plain);
    const ImVec2 below = squashed ? ImVec2(squashing().x, squashing().y + len(10)) : from;
    if (gated) {
        pen_.wire({below, to}, Phase::speak, memory, squashed ? "tanh_c" : "c");
        pen_.wire({{speaking().x + radius(), speaking().y}, spoken}, Phase::speak,
                  frame_.theme->voice, "h");
        pen_.wire({head(output_u), {speaking().x, speaking().y + radius()}}, Phase::speak,
                  frame_.theme->output);
    } else {
        pen_.wire({below, to, spoken}, Phase::speak, frame_.theme->voice, "h");
    }
}

/// A gate that is another's opposite hears nobody else.
void CellDrawing::couple() {
    for (const Clerk& clerk : clerks_) {
        const Gate& gate = *cell_.find_gate(clerk.gate);
        if (gate.activation != Operation::one_minus) continue;
        const bool leftwards = gate.name == "forget";
        const float half = clerk_half().x * (leftwards ? 1.0F : -1.0F);
        const float other = at(leftwards ? input_u : forget_u, clerks_v).x - half;
        const float end = at(clerk.u, clerks_v).x + half;
        const float y = at(0, clerks_v).y;
        pen_.wire({{other, y}, {end, y}}, cell_.quantities[gate.value].phase,
                  frame_.theme.gate(gate));
        draw_text(list_, frame_.theme.fonts.bold, {(other + end) / 2, y - frame_.px(10)},
                  frame_.theme.gate(gate), "1 −", Align::centre);
    }
}

/// From the notebook down to the clerks that look at it: before the step, or for o after.
void CellDrawing::peepholes() {
    for (const Clerk& clerk : clerks_) {
        const ParameterId p = cell_.find_parameter(clerk.gate, "p");
        if (p == none) continue;
        const ImVec2 end{head(clerk.u).x - len(34), head(clerk.u).y};
        const bool after = clerk.u == output_u;
        const float start = after ? end.x : at(150, 0).x;
        const float down = end.y - frame_.px(9);
        const Phase phase = cell_.quantities[cell_.find_gate(clerk.gate)->value].phase;
        pen_.wire({{start, c().y}, {start, down}, {end.x, down}, end}, phase,
                  frame_.theme.gate(*cell_.find_gate(clerk.gate)));
        draw_text(list_, frame_.theme.fonts.small, {end.x - frame_.px(5), end.y - frame_.px(17)},
                  frame_.theme.gate(*cell_.find_gate(clerk.gate)),
                  "p ⊙ c" + std::string(after ? "" : "₋"), after ? Align::right : Align::left);
    }
}

/// What every clerk reads: one rail with h₋ and x on it.
void CellDrawing::rail(ImVec2 h_prev, ImVec2 x) {
    const float left = at(140, bus_v).x;
    const ImVec4 ink = frame_.theme->muted;
    pen_.wire({h_prev, {left, h_prev.y}, at(140, bus_v)}, Phase::read, ink, nullptr,
              DiagramPen::Tip::plain);
    pen_.wire({x, {left, x.y}, at(140, bus_v)}, Phase::read, ink, nullptr, DiagramPen::Tip::plain);
    pen_.wire({at(140, bus_v), at(clerks_.back().u, bus_v)}, Phase::read, ink, nullptr,
              DiagramPen::Tip::plain);
    for (const Clerk& one : clerks_) {
        const Gate& gate = *cell_.find_gate(one.gate);
        if (gate.z == none) continue;
        const ImVec2 foot = at(one.u, clerks_v);
        pen_.wire({at(one.u, bus_v), {foot.x, foot.y + len(28)}},
                  cell_.quantities[gate.value].phase, frame_.theme.gate(gate));
    }
}

void CellDrawing::draw() {
    if (has("c")) {
        draw_lstm();
    } else if (cell_.find_gate("update") != nullptr) {
        draw_gru();
    } else {
        draw_rnn();
    }
    inputs(h_prev(), "h_prev", "h₋");
    inputs(x(), "x", "x");
}

void CellDrawing::draw_lstm() {
    wires();
    draw_clerks();
    const float round = len(12);
    if (has("kept"))
        pen_.operation(forgetting(), round, "×", Phase::forget, frame_.theme->forget, "kept");
    pen_.operation(adding(), round, "+", Phase::update, frame_.theme->memory, "c");
    if (has("written"))
        pen_.operation(writing(), round, "×", Phase::write, frame_.theme->input, "written");
    if (has("output.value"))
        pen_.operation(speaking(), round, "×", Phase::speak, frame_.theme->voice, "h");
    if (has("tanh_c") || !has("output.value")) squash(squashing(), "tanh_c");

    if (has("kept"))
        wire_label({(forgetting().x + adding().x) / 2, forgetting().y - frame_.px(11)}, "kept",
                   "f ⊙ c₋", Align::centre);
    if (has("written"))
        wire_label({adding().x + frame_.px(8), (adding().y + writing().y) / 2}, "written", "i ⊙ c̃",
                   Align::left);

    state(c_prev(), "c_prev", "c₋");
    state(c(), "c", "c");
    state(h(), "h", "h");
    readout({h().x, h().y + state_half().y});
    // Between ⊕ and the column of o; and beside the output gate, if there is no answer below h.
    const float line = text_size(frame_.theme.fonts.small, "0").y;
    const float taken =
        has("written")
            ? frame_.px(8) + text_size(frame_.theme.fonts.small, "i ⊙ c̃ ").x +
                  text_size(frame_.theme.fonts.bold, pen_.shown(pen_.element("written"))).x
            : radius();
    shares({speaking().x - len(28), c().y + line}, "c",
           speaking().x - len(28) - adding().x - taken - frame_.px(6));
    const float right = h().x + state_half().x;
    if (!cell_.has_readout())
        shares({right, h().y + state_half().y + line * 0.8F}, "h",
               right - at(output_u, 0).x - clerk_half().x - frame_.px(4));
}

void CellDrawing::draw_clerks() {
    for (const Clerk& one : clerks_) {
        clerk(one);
        bias_field(*cell_.find_gate(one.gate),
                   {at(one.u, clerks_v).x, at(one.u, clerks_v).y + len(28)}, at(one.u, bus_v).y,
                   room_for_comparison(one));
    }
}

/// From the wire that feeds `clerk` to what stands next on its right, in pixels.
float CellDrawing::room_for_comparison(const Clerk& clerk) const {
    const float wire = at(clerk.u, 0).x;
    float end = at(820, 0).x;
    for (const Clerk& other : clerks_)
        if (other.u > clerk.u) end = std::min(end, at(other.u, 0).x);
    const bool has_mix = cell_.find_gate("update") != nullptr;
    if (has_mix && clerk.u < mix_u) end = std::min(end, at(mix_u, 0).x);
    if (cell_.has_readout()) end = std::min(end, h().x + state_half().x - 2 * readout_half());
    return end - wire - frame_.px(4);
}

/// Half the width of the box of y: what its numbers need, as far to the right of the last clerk as
/// h ends.
float CellDrawing::readout_half() const {
    const Fonts& fonts = frame_.theme.fonts;
    float needed = frame_.px(60);
    const int size = frame_.trace().plan().size(cell_.at("y"));
    const auto see = [&](const std::string& value) {
        needed = std::max(needed, text_size(fonts.text, value).x + text_size(fonts.small, "y₀").x +
                                      frame_.px(22));
    };
    for (int k = 0; k < shown_inputs("y"); ++k) see(pen_.shown({cell_.at("y"), k}));
    if (size > shown_inputs("y")) see(std::to_string(size) + " values");
    float room = 2 * state_half().x;
    if (!clerks_.empty())
        room = h().x + state_half().x - at(clerks_.back().u, 0).x - clerk_half().x - frame_.px(6);
    return std::min(needed, room) / 2;
}

/// What is made of all units' h, below it.
void CellDrawing::readout(ImVec2 from) {
    if (!cell_.has_readout()) return;
    const float half = inputs_height("y") / 2;
    const float across = readout_half();
    const ImVec2 y{from.x + state_half().x - across, at(0, 228).y - half};
    from.x = y.x;
    pen_.wire({from, {y.x, y.y - half}}, Phase::speak, frame_.theme->muted);
    // What is done on the way stands where there is room for it.
    constexpr const char* done = "W h + b";
    const float width = text_size(frame_.theme.fonts.small, done).x + frame_.px(6);
    const bool right = y.x + width < at(820, 0).x;
    const bool left =
        clerks_.empty() || y.x - width > at(clerks_.back().u, 0).x + clerk_half().x + frame_.px(4);
    if (y.y - half - from.y > frame_.px(30) && (right || left))
        draw_text(list_, frame_.theme.fonts.small,
                  {y.x + frame_.px(right ? 6 : -6), (from.y + y.y - half) / 2 - frame_.px(2)},
                  frame_.theme->muted, done, right ? Align::left : Align::right);
    inputs(y, "y", "y", across);
}

void draw_cell(Frame& frame, const PanelArea& area) {
    CellDrawing(frame, Canvas(frame, area)).draw();
}

}  // namespace lstm
