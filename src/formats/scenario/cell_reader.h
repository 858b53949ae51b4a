/// The cell of a scenario: its kind, its sizes, how it differs from its kind, and its inputs'
/// names.
#pragma once

#include "formats/json/json.h"
#include "model/cells/cell.h"

#include <optional>
#include <string>
#include <vector>

namespace lstm {

struct CellAndSizes {
    const Cell* cell = nullptr;
    Sizes sizes;
    std::vector<std::string> input_labels;
};

/// Reads the value of "cell"; `readout`: what a read-out applies to y, where there is one. Throws
/// FormatError with the place of what makes no sense there.
[[nodiscard]] CellAndSizes read_cell(JsonValue value, std::optional<Activation> readout);

}  // namespace lstm
