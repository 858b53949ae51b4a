/// Two cells side by side.
#pragma once

#include "panels/frame.h"
#include "panels/panels.h"

namespace lstm {

/// Draws this cell on the left and the second one on the right, at the same step, phase and unit.
/// `frame.second` exists.
void draw_side_by_side(Frame& frame, const Area& area);

}  // namespace lstm
