/// The LSTM, and what is left of it without one of its parts.
#include "model/cells/cell_builder.h"
#include "model/cells/cells.h"

namespace lstm {
namespace {

/// What every LSTM begins with: x, h and c.
struct Start {
    Start(const char* kind, const char* title, const char* source)
        : cell(kind, title, source), x(cell.input()), h(cell.state("h")), c(cell.state("c")) {}

    Gate gate(const char* name, const char* symbol, Phase phase) {
        return cell.gate(name, symbol, phase).product("W", x).product("U", h.previous).sigmoid();
    }
    Gate candidate() {
        return cell.gate("candidate", "c̃", Phase::write)
            .product("W", x)
            .product("U", h.previous)
            .tanh();
    }
    QuantityId kept(const Gate& forget) {
        return cell.multiply("kept", "f ⊙ c₋", Phase::forget, forget.value, c.previous);
    }
    QuantityId written(const Gate& input, const Gate& candidate) {
        return cell.multiply("written", "i ⊙ c̃", Phase::write, input.value, candidate.value);
    }
    void speak(const Gate& output) {
        const QuantityId tanh_c = cell.tanh("tanh_c", "tanh c", Phase::speak, c.now);
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
    Start lstm("lstm", "LSTM", "Hochreiter & Schmidhuber 1997; Gers, Schmidhuber & Cummins 2000");
    // The three sigmoids stand together, so that the forward plan can evaluate them in one sweep.
    const Gate forget = lstm.gate("forget", "f", Phase::forget);
    const Gate input = lstm.gate("input", "i", Phase::write);
    const Gate output = lstm.gate("output", "o", Phase::output);
    const Gate candidate = lstm.candidate();
    const QuantityId kept = lstm.kept(forget);
    const QuantityId written = lstm.written(input, candidate);
    lstm.cell.add(lstm.c.now, Phase::update, kept, written);
    lstm.speak(output);
    return lstm.finish(with_readout, {forget, input, candidate, output});
}

Cell make_lstm_no_forget_gate(bool with_readout) {
    Start lstm("lstm_no_forget_gate", "LSTM of 1997: forget gate fixed at 1",
               "Hochreiter & Schmidhuber 1997");
    const Gate input = lstm.gate("input", "i", Phase::write);
    const Gate output = lstm.gate("output", "o", Phase::output);
    const Gate candidate = lstm.candidate();
    const QuantityId written = lstm.written(input, candidate);
    lstm.cell.add(lstm.c.now, Phase::update, lstm.c.previous, written);
    lstm.speak(output);
    return lstm.finish(with_readout, {input, candidate, output});
}

Cell make_lstm_no_input_gate(bool with_readout) {
    Start lstm("lstm_no_input_gate", "LSTM, input gate fixed at 1", greff);
    const Gate forget = lstm.gate("forget", "f", Phase::forget);
    const Gate output = lstm.gate("output", "o", Phase::output);
    const Gate candidate = lstm.candidate();
    const QuantityId kept = lstm.kept(forget);
    lstm.cell.add(lstm.c.now, Phase::update, kept, candidate.value);
    lstm.speak(output);
    return lstm.finish(with_readout, {forget, candidate, output});
}

Cell make_lstm_no_output_gate(bool with_readout) {
    Start lstm("lstm_no_output_gate", "LSTM, output gate fixed at 1", greff);
    const Gate forget = lstm.gate("forget", "f", Phase::forget);
    const Gate input = lstm.gate("input", "i", Phase::write);
    const Gate candidate = lstm.candidate();
    const QuantityId kept = lstm.kept(forget);
    const QuantityId written = lstm.written(input, candidate);
    lstm.cell.add(lstm.c.now, Phase::update, kept, written);
    lstm.cell.tanh(lstm.h.now, Phase::speak, lstm.c.now);
    return lstm.finish(with_readout, {forget, input, candidate});
}

Cell make_lstm_no_output_activation(bool with_readout) {
    Start lstm("lstm_no_output_activation", "LSTM without output activation", greff);
    const Gate forget = lstm.gate("forget", "f", Phase::forget);
    const Gate input = lstm.gate("input", "i", Phase::write);
    const Gate output = lstm.gate("output", "o", Phase::output);
    const Gate candidate = lstm.candidate();
    const QuantityId kept = lstm.kept(forget);
    const QuantityId written = lstm.written(input, candidate);
    lstm.cell.add(lstm.c.now, Phase::update, kept, written);
    lstm.cell.multiply(lstm.h.now, Phase::speak, output.value, lstm.c.now);
    return lstm.finish(with_readout, {forget, input, candidate, output});
}

Cell make_lstm_peephole(bool with_readout) {
    Start lstm("lstm_peephole", "LSTM with peepholes", "Gers, Schraudolph & Schmidhuber 2002");
    const auto seeing = [&](const char* name, const char* symbol, Phase phase, QuantityId c) {
        return lstm.cell.gate(name, symbol, phase)
            .product("W", lstm.x)
            .product("U", lstm.h.previous)
            .peephole(c)
            .sigmoid();
    };
    const Gate forget = seeing("forget", "f", Phase::forget, lstm.c.previous);
    const Gate input = seeing("input", "i", Phase::write, lstm.c.previous);
    const Gate candidate = lstm.candidate();
    const QuantityId kept = lstm.kept(forget);
    const QuantityId written = lstm.written(input, candidate);
    lstm.cell.add(lstm.c.now, Phase::update, kept, written);
    const Gate output = seeing("output", "o", Phase::output, lstm.c.now);
    lstm.speak(output);
    return lstm.finish(with_readout, {forget, input, candidate, output});
}

Cell make_lstm_coupled_forget(bool with_readout) {
    Start lstm("lstm_coupled_forget", "LSTM, coupled gates: f = 1 − i", greff);
    const Gate input = lstm.gate("input", "i", Phase::forget);
    const Gate output = lstm.gate("output", "o", Phase::output);
    const Gate candidate = lstm.candidate();
    const Gate forget = lstm.cell.opposite("forget", "f", Phase::forget, input);
    const QuantityId kept = lstm.kept(forget);
    const QuantityId written = lstm.written(input, candidate);
    lstm.cell.add(lstm.c.now, Phase::update, kept, written);
    lstm.speak(output);
    return lstm.finish(with_readout, {forget, input, candidate, output});
}

Cell make_lstm_coupled_input(bool with_readout) {
    Start lstm("lstm_coupled_input", "LSTM, coupled gates: i = 1 − f",
               "Olah 2015, Understanding LSTM Networks");
    const Gate forget = lstm.gate("forget", "f", Phase::forget);
    const Gate output = lstm.gate("output", "o", Phase::output);
    const Gate candidate = lstm.candidate();
    const Gate input = lstm.cell.opposite("input", "i", Phase::write, forget);
    const QuantityId kept = lstm.kept(forget);
    const QuantityId written = lstm.written(input, candidate);
    lstm.cell.add(lstm.c.now, Phase::update, kept, written);
    lstm.speak(output);
    return lstm.finish(with_readout, {forget, input, candidate, output});
}

}  // namespace lstm
