/// The cell of one unit, small: the same parts in the same places, without names.
#pragma once

#include "ui/panels.h"
#include "ui/state/frame.h"

namespace lstm {

/// The size in which everything on it can still be read, in pixels.
[[nodiscard]] ImVec2 least_miniature(const Frame& frame);

/// Draws the cell of `unit` into `area`, with nothing but its numbers to click on.
void draw_small_cell(Frame& frame, int unit, const PanelArea& area);

/// Draws `unit` into `area`. A click beside its numbers brings it to the large diagram;
/// not of a second run.
void draw_miniature(Frame& frame, int unit, const PanelArea& area);

}  // namespace lstm
