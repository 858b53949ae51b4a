/// The gated recurrent unit, in its two published forms.
#include "model/cells/cell_builder.h"
#include "model/cells/cells.h"

namespace lstm {
namespace {

/// Both kinds; `after`: the reset gate works behind the matrix.
Cell make_gru(const CellName& name, bool after, const CellForm& form) {
    CellBuilder cell(name, form);
    const QuantityId x = cell.input();
    const State h = cell.state("h", Role::hidden_state);
    const auto gate = [&](const char* called, const char* symbol, Role role, Phase phase) {
        return cell.gate(called, symbol, role, phase)
            .product("W", x)
            .product("U", h.previous)
            .sigmoid();
    };
    const Gate reset = gate("reset", "r", Role::reset, Phase::forget);
    const bool renews = form.update_gate == UpdateGate::renews;
    const Gate update = gate("update", "u", renews ? Role::admit : Role::keep, Phase::update);
    GateBuilder candidate = cell.gate("candidate", "h̃", Role::candidate, Phase::write);
    candidate.product("W", x);
    if (after)
        candidate.reset_product(reset.value, h.previous);
    else
        candidate.product("U", cell.multiply("reset_h", "r ⊙ h₋", Role::heard, Phase::forget,
                                             reset.value, h.previous));
    const Gate idea = candidate.tanh();

    QuantityId kept = none, written = none;
    const auto keep = [&](const char* symbol, QuantityId share) {
        kept = cell.multiply("kept", symbol, Role::kept, Phase::update, share, h.previous);
    };
    if (!renews) keep("u ⊙ h₋", update.value);
    const QuantityId rest = cell.one_minus("rest", "1 − u", renews ? Role::keep : Role::admit,
                                           Phase::update, update.value);
    if (renews) keep("(1 − u) ⊙ h₋", rest);
    written = cell.multiply("written", renews ? "u ⊙ h̃" : "(1 − u) ⊙ h̃", Role::written,
                            Phase::update, renews ? update.value : rest, idea.value);
    cell.add(h.now, Phase::speak, kept, written);
    if (form.readout) cell.readout(h.now);
    return cell.finish({reset, idea, update});
}

}  // namespace

Cell make_gru_reset_before(const CellForm& form) {
    return make_gru({"gru_reset_before", Family::gru, "GRU, reset before the matrix",
                     "GRU (reset before)", "Cho et al. 2014"},
                    false, form);
}

Cell make_gru_reset_after(const CellForm& form) {
    return make_gru(
        {"gru_reset_after", Family::gru, "GRU, reset after the matrix", "GRU (reset after)",
         "Cho et al. 2014, as cuDNN, PyTorch and Keras compute it"},
        true, form);
}

}  // namespace lstm
