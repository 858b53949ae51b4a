/// The whole cell of one unit, with the clerks' names, inputs and biases.
#pragma once

#include "ui/panels.h"
#include "ui/state/frame.h"

namespace lstm {

/// Draws the unit that is chosen into `area`.
void draw_cell(Frame& frame, const PanelArea& area);

/// x_t[k] of the selected step, from `min` to `max`, to be changed right there.
void draw_input_field(Frame& frame, ImVec2 min, ImVec2 max, int k);

}  // namespace lstm
