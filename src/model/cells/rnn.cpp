/// The plain recurrent network.
#include "model/cells/cell_builder.h"
#include "model/cells/cells.h"

namespace lstm {

Cell make_rnn(const CellForm& form) {
    CellBuilder cell({"rnn", Family::rnn, "Plain RNN", "plain RNN", "Elman 1990"}, form);
    const QuantityId x = cell.input();
    const State h = cell.state("h", Role::hidden_state);
    const Gate hidden = cell.gate("hidden", "h", Role::candidate, Phase::speak)
                            .product("W", x)
                            .product("U", h.previous)
                            .tanh(h.now);
    if (form.readout) cell.readout(h.now);
    return cell.finish({hidden});
}

}  // namespace lstm
