/// Choosing a file to open or to save to.
#pragma once

#include "ui/state/frame.h"

namespace lstm {

/// A folder's scenarios, recent files, and a line to type a name into.
void draw_open_dialog(Frame& frame);
void draw_save_dialog(Frame& frame);

}  // namespace lstm
