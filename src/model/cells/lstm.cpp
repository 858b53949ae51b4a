/// The LSTM, and what is left of it without one of its parts.
#include "model/cells/cell_builder.h"
#include "model/cells/cells.h"

namespace lstm {
namespace {

/// What every LSTM begins with: x, h and c.
struct Start {
    Start(const char* kind, const char* title, const char* short_title, const char* source)
        : cell({kind, Family::lstm, title, short_title, source}),
          x(cell.input()),
          h(cell.state("h", Role::hidden_state)),
          c(cell.state("c", Role::cell_state)) {}

    Gate gate(const char* name, const char* symbol, Role role, Phase phase) {
        return cell.gate(name, symbol, role, phase)
            .product("W", x)
            .product("U", h.previous)
            .sigmoid();
    }
    Gate forget_gate() { return gate("forget", "f", Role::keep, Phase::forget); }
    Gate input_gate(Phase phase = Phase::write) { return gate("input", "i", Role::admit, phase); }
    Gate output_gate() { return gate("output", "o", Role::expose, Phase::output); }
    Gate candidate() {
        return cell.gate("candidate", "c̃", Role::candidate, Phase::write)
            .product("W", x)
            .product("U", h.previous)
            .tanh();
    }
    QuantityId kept(const Gate& forget) {
        return cell.multiply("kept", "f ⊙ c₋", Role::kept, Phase::forget, forget.value, c.previous);
    }
    QuantityId written(const Gate& input, const Gate& candidate) {
        return cell.multiply("written", "i ⊙ c̃", Role::written, Phase::write, input.value,
                             candidate.value);
    }
    void speak(const Gate& output) {
        const QuantityId tanh_c =
            cell.tanh("tanh_c", "tanh c", Role::squashed, Phase::speak, c.now);
        cell.multiply(h.now, Phase::speak, output.value, tanh_c);
    }
    Cell finish(bool with_readout, std::vector<Gate> gates) {
        if (with_readout) cell.readout(h.now);
        return cell.finish(std::move(gates));
    }

    CellBuilder cell;
    QuantityId x;
    State h, c;
};

const char* const greff = "Greff, Srivastava, Koutník, Steunebrink & Schmidhuber 2017";

}  // namespace

Cell make_lstm(bool with_readout) {
    Start lstm("lstm", "LSTM", "LSTM",
               "Hochreiter & Schmidhuber 1997; Gers, Schmidhuber & Cummins 2000");
    // The three sigmoids stand together, so that the forward plan can evaluate them in one sweep.
    const Gate forget = lstm.forget_gate();
    const Gate input = lstm.input_gate();
    const Gate output = lstm.output_gate();
    const Gate candidate = lstm.candidate();
    const QuantityId kept = lstm.kept(forget);
    const QuantityId written = lstm.written(input, candidate);
    lstm.cell.add(lstm.c.now, Phase::update, kept, written);
    lstm.speak(output);
    return lstm.finish(with_readout, {forget, input, candidate, output});
}

Cell make_lstm_no_forget_gate(bool with_readout) {
    Start lstm("lstm_no_forget_gate", "LSTM of 1997: forget gate fixed at 1", "LSTM of 1997",
               "Hochreiter & Schmidhuber 1997");
    const Gate input = lstm.input_gate();
    const Gate output = lstm.output_gate();
    const Gate candidate = lstm.candidate();
    const QuantityId written = lstm.written(input, candidate);
    lstm.cell.add(lstm.c.now, Phase::update, lstm.c.previous, written);
    lstm.speak(output);
    return lstm.finish(with_readout, {input, candidate, output});
}

Cell make_lstm_no_input_gate(bool with_readout) {
    Start lstm("lstm_no_input_gate", "LSTM, input gate fixed at 1", "LSTM without i", greff);
    const Gate forget = lstm.forget_gate();
    const Gate output = lstm.output_gate();
    const Gate candidate = lstm.candidate();
    const QuantityId kept = lstm.kept(forget);
    lstm.cell.add(lstm.c.now, Phase::update, kept, candidate.value);
    lstm.speak(output);
    return lstm.finish(with_readout, {forget, candidate, output});
}

Cell make_lstm_no_output_gate(bool with_readout) {
    Start lstm("lstm_no_output_gate", "LSTM, output gate fixed at 1", "LSTM without o", greff);
    const Gate forget = lstm.forget_gate();
    const Gate input = lstm.input_gate();
    const Gate candidate = lstm.candidate();
    const QuantityId kept = lstm.kept(forget);
    const QuantityId written = lstm.written(input, candidate);
    lstm.cell.add(lstm.c.now, Phase::update, kept, written);
    lstm.cell.tanh(lstm.h.now, Phase::speak, lstm.c.now);
    return lstm.finish(with_readout, {forget, input, candidate});
}

Cell make_lstm_no_output_activation(bool with_readout) {
    Start lstm("lstm_no_output_activation", "LSTM without output activation", "LSTM (h = o ⊙ c)",
               greff);
    const Gate forget = lstm.forget_gate();
    const Gate input = lstm.input_gate();
    const Gate output = lstm.output_gate();
    const Gate candidate = lstm.candidate();
    const QuantityId kept = lstm.kept(forget);
    const QuantityId written = lstm.written(input, candidate);
    lstm.cell.add(lstm.c.now, Phase::update, kept, written);
    lstm.cell.multiply(lstm.h.now, Phase::speak, output.value, lstm.c.now);
    return lstm.finish(with_readout, {forget, input, candidate, output});
}

Cell make_lstm_peephole(bool with_readout) {
    Start lstm("lstm_peephole", "LSTM with peepholes", "peephole LSTM",
               "Gers, Schraudolph & Schmidhuber 2002");
    const auto seeing = [&](const char* name, const char* symbol, Role role, Phase phase,
                            QuantityId c) {
        return lstm.cell.gate(name, symbol, role, phase)
            .product("W", lstm.x)
            .product("U", lstm.h.previous)
            .peephole(c)
            .sigmoid();
    };
    const Gate forget = seeing("forget", "f", Role::keep, Phase::forget, lstm.c.previous);
    const Gate input = seeing("input", "i", Role::admit, Phase::write, lstm.c.previous);
    const Gate candidate = lstm.candidate();
    const QuantityId kept = lstm.kept(forget);
    const QuantityId written = lstm.written(input, candidate);
    lstm.cell.add(lstm.c.now, Phase::update, kept, written);
    const Gate output = seeing("output", "o", Role::expose, Phase::output, lstm.c.now);
    lstm.speak(output);
    return lstm.finish(with_readout, {forget, input, candidate, output});
}

Cell make_lstm_coupled_forget(bool with_readout) {
    Start lstm("lstm_coupled_forget", "LSTM, coupled gates: f = 1 − i", "LSTM (f = 1 − i)", greff);
    const Gate input = lstm.input_gate(Phase::forget);
    const Gate output = lstm.output_gate();
    const Gate candidate = lstm.candidate();
    const Gate forget = lstm.cell.opposite("forget", "f", Role::keep, Phase::forget, input);
    const QuantityId kept = lstm.kept(forget);
    const QuantityId written = lstm.written(input, candidate);
    lstm.cell.add(lstm.c.now, Phase::update, kept, written);
    lstm.speak(output);
    return lstm.finish(with_readout, {forget, input, candidate, output});
}

Cell make_lstm_coupled_input(bool with_readout) {
    Start lstm("lstm_coupled_input", "LSTM, coupled gates: i = 1 − f", "LSTM (i = 1 − f)",
               "Olah 2015, Understanding LSTM Networks");
    const Gate forget = lstm.forget_gate();
    const Gate output = lstm.output_gate();
    const Gate candidate = lstm.candidate();
    const Gate input = lstm.cell.opposite("input", "i", Role::admit, Phase::write, forget);
    const QuantityId kept = lstm.kept(forget);
    const QuantityId written = lstm.written(input, candidate);
    lstm.cell.add(lstm.c.now, Phase::update, kept, written);
    lstm.speak(output);
    return lstm.finish(with_readout, {forget, input, candidate, output});
}

}  // namespace lstm
