/// What a cell has, whatever its kind: its phases, its formulas in letters.
#pragma once

#include "model/cells/cell.h"

#include <string>

namespace lstm {

/// The phase of `cell` that comes before (−1) or after (+1) `phase`; `phase` itself at an end.
[[nodiscard]] Phase adjacent_phase(const Cell& cell, Phase phase, int direction);

/// What `phase`, which `cell` has, is about: c of update, h of speak, x of read.
[[nodiscard]] QuantityId main_result(const Cell& cell, Phase phase);

/// "i = σ(W x + U h₋ + b)", from the list of equations. `quantity` is computed.
[[nodiscard]] std::string formula_of(const Cell& cell, QuantityId quantity);

}  // namespace lstm
