/// The LSTM as a list of equations.
#include "model/cell_builder.h"

namespace lstm {
namespace {

Cell build() {
    CellBuilder cell("lstm");
    const QuantityId x = cell.input("x", "x", Extent::input);
    const State h = cell.state("h", "h");
    const State c = cell.state("c", "c");

    // The three sigmoids stand together, so that the forward plan can evaluate them in one sweep.
    const Gate forget = cell.gate("forget", "f", Operation::sigmoid, Phase::forget, x, h.previous);
    const Gate input = cell.gate("input", "i", Operation::sigmoid, Phase::write, x, h.previous);
    const Gate output = cell.gate("output", "o", Operation::sigmoid, Phase::output, x, h.previous);
    const Gate candidate =
        cell.gate("candidate", "c̃", Operation::tanh, Phase::write, x, h.previous);

    const QuantityId kept =
        cell.multiply("kept", "f ⊙ c₋", Phase::forget, forget.value, c.previous);
    const QuantityId written =
        cell.multiply("written", "i ⊙ c̃", Phase::write, input.value, candidate.value);
    cell.add(c.now, Phase::update, kept, written);
    const QuantityId tanh_c = cell.tanh("tanh_c", "tanh c", Phase::speak, c.now);
    cell.multiply(h.now, Phase::speak, output.value, tanh_c);

    return cell.finish({forget, input, candidate, output});
}

}  // namespace

const Cell& lstm_cell() {
    static const Cell cell = build();
    return cell;
}

}  // namespace lstm
