/// All units beside each other, each as a small diagram.
#pragma once

#include "ui/panels.h"
#include "ui/state/frame.h"

namespace lstm {

/// Draws as many units into `area` as are legible, with the others to scroll to; below them what
/// all read.
void draw_multiples(Frame& frame, const PanelArea& area);

}  // namespace lstm
