/// Reading the selected step.
#include "ui/state/frame.h"

namespace lstm {

std::optional<double> Frame::value(QuantityId quantity, int element) const {
    if (view.cursor.t == 0) {
        // No step at all: only the initial states exist, as what the first step would start from.
        const QuantityId now = cell().quantities[quantity].previous_of;
        if (now == none) return {};
        return trace().value(now, element, 0);
    }
    if (!view.cursor.knows(cell(), quantity, view.cursor.t)) return {};
    return trace().value(quantity, element, view.cursor.t);
}

}  // namespace lstm
