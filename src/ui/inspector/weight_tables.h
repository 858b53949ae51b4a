/// The tables of the page Weights.
#pragma once

#include "ui/state/frame.h"

namespace lstm {

/// A table a gate, and one of the read-out; they scroll where there is no room for them.
void draw_weight_tables(Frame& frame);
/// The height in which they fit without scrolling.
[[nodiscard]] float weight_tables_height(const Frame& frame);

}  // namespace lstm
