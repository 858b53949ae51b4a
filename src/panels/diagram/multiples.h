/// All units beside each other, each as a small diagram.
#pragma once

#include "panels/frame.h"
#include "panels/panels.h"

namespace lstm {

/// Draws as many units into `area` as are legible, with the others to scroll to; below them what
/// all read.
void draw_multiples(Frame& frame, const Area& area);

}  // namespace lstm
