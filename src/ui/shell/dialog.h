/// What all dialogs share.
#pragma once

#include "ui/state/frame.h"

namespace lstm {

/// The width of a dialog's contents: `most` pixels at scale 1, less where the window is narrower.
[[nodiscard]] float dialog_width(const Frame& frame, float most);

}  // namespace lstm
