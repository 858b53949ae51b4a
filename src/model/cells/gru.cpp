/// The gated recurrent unit, in its two published forms.
#include "model/cells/cell_builder.h"
#include "model/cells/cells.h"

namespace lstm {
namespace {

/// Both forms; `after`: the reset gate works behind the matrix.
Cell make_gru(CellBuilder cell, bool after, bool with_readout) {
    const QuantityId x = cell.input();
    const State h = cell.state("h");
    const auto gate = [&](const char* name, const char* symbol, Phase phase) {
        return cell.gate(name, symbol, phase).product("W", x).product("U", h.previous).sigmoid();
    };
    const Gate reset = gate("reset", "r", Phase::forget);
    const Gate update = gate("update", "u", Phase::update);
    GateBuilder candidate = cell.gate("candidate", "h̃", Phase::write);
    candidate.product("W", x);
    if (after)
        candidate.reset_product(reset.value, h.previous);
    else
        candidate.product(
            "U", cell.multiply("reset_h", "r ⊙ h₋", Phase::forget, reset.value, h.previous));
    const Gate idea = candidate.tanh();

    const QuantityId kept =
        cell.multiply("kept", "u ⊙ h₋", Phase::update, update.value, h.previous);
    const QuantityId rest = cell.one_minus("rest", "1 − u", Phase::update, update.value);
    const QuantityId written =
        cell.multiply("written", "(1 − u) ⊙ h̃", Phase::update, rest, idea.value);
    cell.add(h.now, Phase::speak, kept, written);
    if (with_readout) cell.readout(h.now);
    return cell.finish({reset, idea, update});
}

}  // namespace

Cell make_gru_reset_before(bool with_readout) {
    return make_gru({"gru_reset_before", "GRU, reset before the matrix", "Cho et al. 2014"}, false,
                    with_readout);
}

Cell make_gru_reset_after(bool with_readout) {
    return make_gru({"gru_reset_after", "GRU, reset after the matrix",
                     "Cho et al. 2014, as cuDNN, PyTorch and Keras compute it"},
                    true, with_readout);
}

}  // namespace lstm
