/// Two cells side by side.
#pragma once

#include "ui/panels.h"
#include "ui/state/frame.h"

namespace lstm {

/// Draws this cell on the left and the second one on the right, at the same step, phase and unit.
/// `frame.comparison` exists.
void draw_side_by_side(Frame& frame, const PanelArea& area);

}  // namespace lstm
