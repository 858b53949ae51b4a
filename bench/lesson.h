/// Documents to measure with.
#pragma once

#include "document/document.h"

namespace lstm {

/// Random weights and inputs, the same each time.
[[nodiscard]] Document sequence(Sizes sizes, int steps);

}  // namespace lstm
