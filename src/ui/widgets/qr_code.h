/// A text as a QR code (ISO/IEC 18004), which a telephone reads from the screen.
#pragma once

#include "ui/state/frame.h"

#include <string>

namespace lstm {

/// Draws `text` as a code, `side` pixels wide and high with the white border that it needs, at the
/// cursor. Returns whether there was room in it: a code holds 2,953 bytes, and fewer where `side`
/// gives its squares less than two pixels each.
bool draw_qr_code(Frame& frame, const std::string& id, const std::string& text, float side);

}  // namespace lstm
