/// Where everything in a cell stands, and what runs between.
#include "panels/diagram/cell.h"

#include "panels/diagram/cell_drawing.h"

namespace lstm {

void CellDrawing::wires() {
    const ImVec4 memory = frame_.theme->memory;
    const auto above = [&](ImVec2 p) { return ImVec2(p.x, p.y - radius()); };
    const auto below = [&](ImVec2 p) { return ImVec2(p.x, p.y + radius()); };
    const auto left_of = [&](ImVec2 p) { return ImVec2(p.x - radius(), p.y); };
    const auto right_of = [&](ImVec2 p) { return ImVec2(p.x + radius(), p.y); };

    // The notebook: one straight line with nothing on it but × and +.
    pen_.wire({{c_prev().x + state_half().x, c_prev().y}, left_of(forgetting())}, Phase::forget,
              memory, "c_prev");
    pen_.wire({right_of(forgetting()), left_of(adding())}, Phase::update, memory, "kept");
    pen_.wire({right_of(adding()), {c().x - state_half().x, c().y}}, Phase::update, memory, "c");
    pen_.wire({at(output_u, notebook_v), {squashing().x, squashing().y - len(10)}}, Phase::speak,
              memory, "c", DiagramPen::Tip::plain);
    pen_.wire({{squashing().x, squashing().y + len(10)}, above(speaking())}, Phase::speak, memory,
              "tanh_c");
    pen_.wire({right_of(speaking()), {h().x - state_half().x, h().y}}, Phase::speak,
              frame_.theme->voice, "h");
    rail(h_prev(), x());

    const float box = len(28);
    const auto head = [&](float u) { return ImVec2(at(u, clerks_v).x, at(u, clerks_v).y - box); };
    pen_.wire({head(forget_u), below(forgetting())}, Phase::forget, frame_.theme->forget);
    pen_.wire({head(input_u), {head(input_u).x, writing().y}, left_of(writing())}, Phase::write,
              frame_.theme->input);
    pen_.wire({head(candidate_u), {head(candidate_u).x, writing().y}, right_of(writing())},
              Phase::write, frame_.theme->candidate);
    pen_.wire({above(writing()), below(adding())}, Phase::update, memory, "written");
    pen_.wire({head(output_u), below(speaking())}, Phase::speak, frame_.theme->output);
}

/// What every clerk reads: one rail with h₋ and x on it.
void CellDrawing::rail(ImVec2 h_prev, ImVec2 x) {
    const float left = at(140, bus_v).x;
    const ImVec4 ink = frame_.theme->muted;
    pen_.wire({h_prev, {left, h_prev.y}, at(140, bus_v)}, Phase::read, ink, nullptr,
              DiagramPen::Tip::plain);
    pen_.wire({x, {left, x.y}, at(140, bus_v)}, Phase::read, ink, nullptr, DiagramPen::Tip::plain);
    pen_.wire({at(140, bus_v), at(output_u, bus_v)}, Phase::read, ink, nullptr,
              DiagramPen::Tip::plain);
    for (const Clerk& one : clerks) {
        const ImVec2 foot = at(one.u, clerks_v);
        const Phase phase = cell_.quantities[cell_.at(std::string(one.gate) + ".value")].phase;
        pen_.wire({at(one.u, bus_v), {foot.x, foot.y + len(28)}}, phase,
                  frame_.theme.gate(one.gate));
    }
}

void CellDrawing::draw() {
    wires();
    for (const Clerk& one : clerks) {
        clerk(one);
        const auto gate = std::find_if(cell_.gates.begin(), cell_.gates.end(),
                                       [&](const Gate& g) { return g.name == one.gate; });
        bias_field(*gate, {at(one.u, clerks_v).x, at(one.u, clerks_v).y + len(28)},
                   at(one.u, bus_v).y);
    }
    const float round = len(12);
    pen_.operation(forgetting(), round, "×", Phase::forget, frame_.theme->forget, "kept");
    pen_.operation(adding(), round, "+", Phase::update, frame_.theme->memory, "c");
    pen_.operation(writing(), round, "×", Phase::write, frame_.theme->input, "written");
    pen_.operation(speaking(), round, "×", Phase::speak, frame_.theme->voice, "h");
    squash(squashing());

    wire_label({(forgetting().x + adding().x) / 2, forgetting().y - frame_.px(11)}, "kept",
               "f ⊙ c₋", Align::centre);
    wire_label({adding().x + frame_.px(8), (adding().y + writing().y) / 2}, "written", "i ⊙ c̃",
               Align::left);

    state(c_prev(), "c_prev", "c₋");
    state(c(), "c", "c");
    state(h(), "h", "h");
    inputs(h_prev(), "h_prev", "h₋");
    inputs(x(), "x", "x");
}

void draw_cell(Frame& frame, const Area& area) {
    CellDrawing(frame, Canvas(frame, area)).draw();
}

}  // namespace lstm
