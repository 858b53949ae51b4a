/// What just happened, in plain words made from the numbers.
#pragma once

#include "panels/frame.h"

#include <string>

namespace lstm {

/// One sentence about the chosen unit at the selected step and phase: "Slot 1: kept 99.7 % of 2.000,
/// wrote +0.953; it says 2.948 now."
[[nodiscard]] std::string narrate(const Frame& frame);

}  // namespace lstm
