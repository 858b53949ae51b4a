/// Pictures of cells without a notebook of their own: the GRU and the plain RNN.
#include "ui/diagram/cell_drawing.h"

namespace lstm {

/// h is both notebook and voice: the line on top is kept by u and written by 1 − u.
void CellDrawing::gru_wires() {
    const ImVec4 voice = frame_.theme->voice;
    const float r = radius();
    const ImVec2 keeping = at(keep_u, notebook_v);
    const ImVec2 plus = at(mix_u, notebook_v);
    const ImVec2 times = at(mix_u, written_v);
    const ImVec2 rest = at(rest_u, written_v);
    pen_.wire({{c_prev().x + state_half().x, keeping.y}, {keeping.x - r, keeping.y}}, Phase::update,
              voice, "h_prev");
    pen_.wire({{keeping.x + r, keeping.y}, {plus.x - r, plus.y}}, Phase::speak, voice, "kept");
    pen_.wire({{plus.x + r, plus.y}, {c().x - state_half().x, c().y}}, Phase::speak, voice, "h");
    const ImVec4 update = frame_.theme.role(Role::keep);
    pen_.wire({head(keep_u), {keeping.x, keeping.y + r}}, Phase::update, update);
    pen_.wire({{keeping.x, rest.y}, {rest.x - r, rest.y}}, Phase::update, update);
    pen_.wire({{rest.x + r, rest.y}, {times.x - r, times.y}}, Phase::update, update, "rest");
    const ImVec2 idea = head(idea_u);
    pen_.wire({idea, {idea.x, times.y}, {times.x + r, times.y}}, Phase::update,
              frame_.theme->candidate);
    pen_.wire({{times.x, times.y - r}, {plus.x, plus.y + r}}, Phase::speak, voice, "written");

    // What r lets through: of h₋ before the matrix, or of the sum behind it.
    const ImVec4 reset = frame_.theme.role(Role::reset);
    const ImVec2 through = at(mix_u, clerks_v);
    const float half = clerk_half().x;
    const Phase phase = cell_.quantities[cell_.at("reset.value")].phase;
    pen_.wire({{at(reset_u, 0).x + half, through.y}, {through.x - r, through.y}}, phase, reset);
    pen_.wire({at(mix_u, bus_v), {through.x, through.y + r}}, phase, frame_.theme->muted);
    pen_.wire({{through.x + r, through.y}, {at(idea_u, 0).x - half, through.y}}, Phase::write,
              reset);
}

void CellDrawing::draw_gru() {
    rail(h_prev(), x());
    gru_wires();
    draw_clerks();
    const float round = len(12);
    const bool before = has("reset_h");
    const ImVec4 update = frame_.theme.role(Role::keep);
    const ImVec2 keeping = at(keep_u, notebook_v);
    const ImVec2 plus = at(mix_u, notebook_v);
    const ImVec2 times = at(mix_u, written_v);
    pen_.operation(keeping, round, "×", Phase::update, update, "kept");
    pen_.operation(at(rest_u, written_v), round, "1−", Phase::update, update, "rest");
    pen_.operation(times, round, "×", Phase::update, frame_.theme->candidate, "written");
    pen_.operation(plus, round, "+", Phase::speak, frame_.theme->voice, "h");
    pen_.operation(at(mix_u, clerks_v), round, "×", before ? Phase::forget : Phase::write,
                   frame_.theme.role(Role::reset), before ? "reset_h" : "candidate.ra");
    wire_label({(keeping.x + plus.x) / 2, keeping.y - frame_.px(11)}, "kept", "u ⊙ h₋",
               Align::centre);
    wire_label({times.x + frame_.px(8), (plus.y + times.y) / 2}, "written", "(1 − u) ⊙ h̃",
               Align::left);
    const ImVec2 heard{at(mix_u, 0).x + frame_.px(5), at(0, 187).y};
    draw_text(list_, frame_.theme.fonts.small, heard, frame_.theme->muted,
              before ? "h₋" : "U h₋ + b", Align::left);
    state(c_prev(), "h_prev", "h₋");
    state(c(), "h", "h");
    readout({c().x, c().y + state_half().y});
    const ImVec2 below{c().x + state_half().x, c().y + state_half().y + frame_.px(11)};
    if (!cell_.has_readout()) shares(below, "h", 4 * state_half().x);
}

/// One clerk: the sum of what x and h₋ say, squashed, is all there is.
void CellDrawing::draw_rnn() {
    const ImVec4 ink = frame_.theme->muted;
    const ImVec4 voice = frame_.theme->voice;
    const ImVec4 colour = frame_.theme.role(Role::candidate);
    const ImVec2 sum = at(430, 110);
    const ImVec2 tanh = at(560, 110);
    const float r = radius();
    const auto term = [&](ImVec2 from, const char* name, const char* symbol) {
        pen_.wire({{from.x + len(52), from.y},
                   {sum.x, from.y},
                   {sum.x, from.y < sum.y ? sum.y - r : sum.y + r}},
                  Phase::speak, ink, name);
        wire_label({at(300, 0).x, from.y - frame_.px(12)}, name, symbol, Align::centre);
    };
    list_.AddRect({at(372, 0).x, at(0, 74).y}, {at(612, 0).x, at(0, 146).y},
                  packed(pen_.reached(Phase::speak) ? colour : frame_.theme->rule), frame_.px(9), 0,
                  frame_.px(pen_.active(Phase::speak) ? 2.4F : 1.4F));
    draw_text(list_, frame_.theme.fonts.small, {at(605, 0).x, at(0, 74).y + frame_.px(10)}, colour,
              "the only clerk", Align::right);
    term(h_prev(), "hidden.uh", "U h₋");
    term(x(), "hidden.wx", "W x");
    pen_.wire({{sum.x + r, sum.y}, {tanh.x - len(22), tanh.y}}, Phase::speak, colour, "hidden.z");
    pen_.wire({{tanh.x + len(22), tanh.y}, {h().x - state_half().x, tanh.y}}, Phase::speak, voice,
              "h");
    pen_.operation(sum, len(12), "+", Phase::speak, colour, "hidden.z");
    wire_label({(sum.x + tanh.x) / 2, sum.y - frame_.px(12)}, "hidden.z", "z", Align::centre);
    squash(tanh, "");
    bias_field(*cell_.find_gate("hidden"), {sum.x, sum.y + r}, at(0, 146).y,
               tanh.x - len(22) - sum.x);
    draw_text(list_, frame_.theme.fonts.text, at(430, 22), frame_.theme->muted,
              "No notebook: h₋ is heard, but nothing of it is kept as it was.", Align::centre);
    state({h().x, tanh.y}, "h", "h");
    readout({h().x, tanh.y + state_half().y});
    const ImVec2 below{h().x + state_half().x, tanh.y + state_half().y + frame_.px(11)};
    if (!cell_.has_readout()) shares(below, "h", 2 * state_half().x);
}

}  // namespace lstm
