/// The cell of one unit among others, small.
#pragma once

#include "ui/panels.h"
#include "ui/state/frame.h"

namespace lstm {

/// The size in which everything on it can still be read, in pixels.
[[nodiscard]] ImVec2 least_miniature(const Frame& frame);

/// Draws `unit` into `area`. A click beside its numbers brings it to the large diagram;
/// not of a second run.
void draw_miniature(Frame& frame, int unit, const PanelArea& area);

}  // namespace lstm
