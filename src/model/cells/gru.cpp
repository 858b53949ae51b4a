/// The gated recurrent unit, in its two published forms.
#include "model/cells/cell_builder.h"
#include "model/cells/cells.h"

namespace lstm {
namespace {

/// Both forms; `after`: the reset gate works behind the matrix.
Cell make_gru(const CellName& name, bool after, bool with_readout) {
    CellBuilder cell(name);
    const QuantityId x = cell.input();
    const State h = cell.state("h", Role::hidden_state);
    const auto gate = [&](const char* called, const char* symbol, Role role, Phase phase) {
        return cell.gate(called, symbol, role, phase)
            .product("W", x)
            .product("U", h.previous)
            .sigmoid();
    };
    const Gate reset = gate("reset", "r", Role::reset, Phase::forget);
    const Gate update = gate("update", "u", Role::keep, Phase::update);
    GateBuilder candidate = cell.gate("candidate", "h̃", Role::candidate, Phase::write);
    candidate.product("W", x);
    if (after)
        candidate.reset_product(reset.value, h.previous);
    else
        candidate.product("U", cell.multiply("reset_h", "r ⊙ h₋", Role::heard, Phase::forget,
                                             reset.value, h.previous));
    const Gate idea = candidate.tanh();

    const QuantityId kept =
        cell.multiply("kept", "u ⊙ h₋", Role::kept, Phase::update, update.value, h.previous);
    const QuantityId rest =
        cell.one_minus("rest", "1 − u", Role::admit, Phase::update, update.value);
    const QuantityId written =
        cell.multiply("written", "(1 − u) ⊙ h̃", Role::written, Phase::update, rest, idea.value);
    cell.add(h.now, Phase::speak, kept, written);
    if (with_readout) cell.readout(h.now);
    return cell.finish({reset, idea, update});
}

}  // namespace

Cell make_gru_reset_before(bool with_readout) {
    return make_gru({"gru_reset_before", Family::gru, "GRU, reset before the matrix",
                     "GRU (reset before)", "Cho et al. 2014"},
                    false, with_readout);
}

Cell make_gru_reset_after(bool with_readout) {
    return make_gru(
        {"gru_reset_after", Family::gru, "GRU, reset after the matrix", "GRU (reset after)",
         "Cho et al. 2014, as cuDNN, PyTorch and Keras compute it"},
        true, with_readout);
}

}  // namespace lstm
