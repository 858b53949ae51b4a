/// The cell of a scenario: its kind, its sizes, and how it differs from its kind.
#pragma once

#include "formats/json/json.h"
#include "model/cells/cell.h"

namespace lstm {

struct CellAndSizes {
    const Cell* cell = nullptr;
    Sizes sizes;
};

/// Reads the value of "cell". Throws FormatError with the place of what makes no sense there.
[[nodiscard]] CellAndSizes read_cell(JsonValue value, bool with_readout);

}  // namespace lstm
