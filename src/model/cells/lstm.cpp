/// The LSTM, and what is left of it without one of its parts.
#include "model/cells/cell_builder.h"
#include "model/cells/cells.h"

namespace lstm {
namespace {

/// Which of its parts an LSTM has.
struct Parts {
    bool forget = true, input = true, output = true;  ///< gates
    bool squash = true;                               ///< tanh between c and h
    bool coupled_forget = false, coupled_input = false;  ///< 1 − the other gate's value
};

/// An LSTM in the making.
struct Maker {
    Maker(const CellName& name, const CellForm& form)
        : cell(name, form),
          peepholes(form.peepholes),
          x(cell.input()),
          h(cell.state("h", Role::hidden_state)),
          c(cell.state("c", Role::cell_state)) {}

    /// `seen`: the c that it sees, where gates see c.
    Gate gate(const char* name, const char* symbol, Role role, Phase phase, QuantityId seen) {
        GateBuilder gate = cell.gate(name, symbol, role, phase);
        gate.product("W", x).product("U", h.previous);
        if (peepholes) gate.peephole(seen);
        return gate.sigmoid();
    }
    Gate output_gate() { return gate("output", "o", Role::expose, Phase::output, c.now); }
    Gate candidate() {
        return cell.gate("candidate", "c̃", Role::candidate, Phase::write)
            .product("W", x)
            .product("U", h.previous)
            .tanh();
    }

    CellBuilder cell;
    bool peepholes;
    QuantityId x;
    State h, c;
};

Cell make(const CellName& name, const Parts& parts, const CellForm& form) {
    Maker lstm(name, form);
    Gate forget, input, output;
    const Phase writing = parts.coupled_forget ? Phase::forget : Phase::write;
    if (parts.forget && !parts.coupled_forget)
        forget = lstm.gate("forget", "f", Role::keep, Phase::forget, lstm.c.previous);
    if (parts.input && !parts.coupled_input)
        input = lstm.gate("input", "i", Role::admit, writing, lstm.c.previous);
    // The three sigmoids stand together, so that the forward plan can evaluate them in one sweep;
    // an output gate that sees c waits for it.
    if (parts.output && !form.peepholes) output = lstm.output_gate();
    const Gate candidate = lstm.candidate();
    if (parts.coupled_forget)
        forget = lstm.cell.opposite("forget", "f", Role::keep, Phase::forget, input);
    if (parts.coupled_input)
        input = lstm.cell.opposite("input", "i", Role::admit, Phase::write, forget);
    QuantityId kept = lstm.c.previous;
    if (parts.forget)
        kept = lstm.cell.multiply("kept", "f ⊙ c₋", Role::kept, Phase::forget, forget.value,
                                  lstm.c.previous);
    QuantityId written = candidate.value;
    if (parts.input)
        written = lstm.cell.multiply("written", "i ⊙ c̃", Role::written, Phase::write, input.value,
                                     candidate.value);
    lstm.cell.add(lstm.c.now, Phase::update, kept, written);
    if (parts.output && form.peepholes) output = lstm.output_gate();

    if (!parts.output) {
        lstm.cell.squash(lstm.h.now, Phase::speak, lstm.c.now);
    } else {
        QuantityId said = lstm.c.now;
        if (parts.squash)
            said = lstm.cell.squash("tanh_c", Role::squashed, Phase::speak, lstm.c.now);
        lstm.cell.multiply(lstm.h.now, Phase::speak, output.value, said);
    }
    if (form.readout) lstm.cell.readout(lstm.h.now);
    std::vector<Gate> gates;
    if (parts.forget) gates.push_back(forget);
    if (parts.input) gates.push_back(input);
    gates.push_back(candidate);
    if (parts.output) gates.push_back(output);
    return lstm.cell.finish(std::move(gates));
}

const char* const greff = "Greff, Srivastava, Koutník, Steunebrink & Schmidhuber 2017";

}  // namespace

Cell make_lstm(const CellForm& form) {
    return make({"lstm", Family::lstm, "LSTM", "LSTM",
                 "Hochreiter & Schmidhuber 1997; Gers, Schmidhuber & Cummins 2000"},
                {}, form);
}

Cell make_lstm_no_forget_gate(const CellForm& form) {
    return make({"lstm_no_forget_gate", Family::lstm, "LSTM of 1997: forget gate fixed at 1",
                 "LSTM of 1997", "Hochreiter & Schmidhuber 1997"},
                {.forget = false}, form);
}

Cell make_lstm_no_input_gate(const CellForm& form) {
    return make({"lstm_no_input_gate", Family::lstm, "LSTM, input gate fixed at 1",
                 "LSTM without i", greff},
                {.input = false}, form);
}

Cell make_lstm_no_output_gate(const CellForm& form) {
    return make({"lstm_no_output_gate", Family::lstm, "LSTM, output gate fixed at 1",
                 "LSTM without o", greff},
                {.output = false}, form);
}

Cell make_lstm_no_output_activation(const CellForm& form) {
    return make({"lstm_no_output_activation", Family::lstm, "LSTM without output activation",
                 "LSTM (h = o ⊙ c)", greff},
                {.squash = false}, form);
}

Cell make_lstm_peephole(const CellForm& form) {
    return make({"lstm_peephole", Family::lstm, "LSTM with peepholes", "peephole LSTM",
                 "Gers, Schraudolph & Schmidhuber 2002"},
                {}, form);
}

Cell make_lstm_coupled_forget(const CellForm& form) {
    return make({"lstm_coupled_forget", Family::lstm, "LSTM, coupled gates: f = 1 − i",
                 "LSTM (f = 1 − i)", greff},
                {.coupled_forget = true}, form);
}

Cell make_lstm_coupled_input(const CellForm& form) {
    return make({"lstm_coupled_input", Family::lstm, "LSTM, coupled gates: i = 1 − f",
                 "LSTM (i = 1 − f)", "Olah 2015, Understanding LSTM Networks"},
                {.coupled_input = true}, form);
}

}  // namespace lstm
