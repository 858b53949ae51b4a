/// How many numbers a cell learns, and why so many.
#pragma once

#include "model/cells/cell.h"

#include <cstdint>
#include <string>

namespace lstm {

/// How many numbers all parameters are together.
[[nodiscard]] std::int64_t parameter_count(const Cell& cell, Sizes sizes);

/// The same with its reasons, "48 = 4 · (2·3 + 2·2 + 2)": gates that have as many stand together, a
/// matrix as rows·columns, a vector as its length; the read-out last.
[[nodiscard]] std::string parameter_sum(const Cell& cell, Sizes sizes);

}  // namespace lstm
