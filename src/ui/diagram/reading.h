/// A row of the numbers that are the same for all units.
#pragma once

#include "ui/panels.h"
#include "ui/state/frame.h"

#include <span>
#include <string>

namespace lstm {

/// The height of the row, at scale 1.
inline constexpr float reading_height = 22;

/// Draws `words`, and after them as many elements of `quantities` as there is room for. Inputs can
/// be changed there, but not those of a second run.
void draw_reading(Frame& frame, const PanelArea& area, const std::string& words,
                  std::span<const QuantityId> quantities);

}  // namespace lstm
