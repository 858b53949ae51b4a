/// Reading the selected step.
#include "panels/frame.h"

namespace lstm {

std::optional<double> Frame::value(QuantityId quantity, int element) const {
    if (view.t == 0) {
        // No step at all: only the initial states exist, as what the first step would start from.
        const QuantityId now = cell().quantities[quantity].previous_of;
        if (now == none) return {};
        return trace().value(now, element, 0);
    }
    if (!view.knows(cell(), quantity, view.t)) return {};
    return trace().value(quantity, element, view.t);
}

}  // namespace lstm
