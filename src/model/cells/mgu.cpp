/// The minimal gated unit: a GRU whose two gates are one.
#include "model/cells/cell_builder.h"
#include "model/cells/cells.h"

namespace lstm {

Cell make_mgu(const CellForm& form) {
    CellBuilder cell(
        {"mgu", Family::gru, "MGU: minimal gated unit", "MGU", "Zhou, Wu, Zhang & Zhou 2016"}, form);
    const QuantityId x = cell.input();
    const State h = cell.state("h", Role::hidden_state);
    // Its name is the paper's; what it does is to admit: where f is 1, all is written anew.
    const Gate forget = cell.gate("forget", "f", Role::admit, Phase::forget)
                            .product("W", x)
                            .product("U", h.previous)
                            .sigmoid();
    const QuantityId heard =
        cell.multiply("forget_h", "f ⊙ h₋", Role::heard, Phase::forget, forget.value, h.previous);
    const Gate candidate = cell.gate("candidate", "h̃", Role::candidate, Phase::write)
                               .product("W", x)
                               .product("U", heard)
                               .tanh();
    const QuantityId rest =
        cell.one_minus("rest", "1 − f", Role::keep, Phase::update, forget.value);
    const QuantityId kept =
        cell.multiply("kept", "(1 − f) ⊙ h₋", Role::kept, Phase::update, rest, h.previous);
    const QuantityId written = cell.multiply("written", "f ⊙ h̃", Role::written, Phase::update,
                                             forget.value, candidate.value);
    cell.add(h.now, Phase::speak, kept, written);
    if (form.readout) cell.readout(h.now);
    return cell.finish({forget, candidate});
}

}  // namespace lstm
