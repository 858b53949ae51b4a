/// The plain recurrent network.
#include "model/cells/cell_builder.h"
#include "model/cells/cells.h"

namespace lstm {

Cell make_rnn(bool with_readout) {
    CellBuilder cell("rnn", "Plain RNN", "Elman 1990");
    const QuantityId x = cell.input();
    const State h = cell.state("h");
    const Gate hidden =
        cell.gate("hidden", "h", Phase::speak).product("W", x).product("U", h.previous).tanh(h.now);
    if (with_readout) cell.readout(h.now);
    return cell.finish({hidden});
}

}  // namespace lstm
