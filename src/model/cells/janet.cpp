/// JANET: an LSTM of which only the forget gate is left.
#include "model/cells/cell_builder.h"
#include "model/cells/cells.h"

namespace lstm {

Cell make_janet(const CellForm& form) {
    CellBuilder cell({"janet", Family::gru, "JANET: forget gate only", "JANET",
                      "van der Westhuizen & Lasenby 2018"},
                     form);
    const QuantityId x = cell.input();
    const State h = cell.state("h", Role::hidden_state);
    const Gate forget = cell.gate("forget", "f", Role::keep, Phase::forget)
                            .product("W", x)
                            .product("U", h.previous)
                            .sigmoid();
    const QuantityId kept =
        cell.multiply("kept", "f ⊙ h₋", Role::kept, Phase::forget, forget.value, h.previous);
    const Gate candidate = cell.gate("candidate", "h̃", Role::candidate, Phase::write)
                               .product("W", x)
                               .product("U", h.previous)
                               .tanh();
    const QuantityId rest =
        cell.one_minus("rest", "1 − f", Role::admit, Phase::write, forget.value);
    const QuantityId written =
        cell.multiply("written", "(1 − f) ⊙ h̃", Role::written, Phase::write, rest, candidate.value);
    cell.add(h.now, Phase::speak, kept, written);
    if (form.readout) cell.readout(h.now);
    return cell.finish({forget, candidate});
}

}  // namespace lstm
