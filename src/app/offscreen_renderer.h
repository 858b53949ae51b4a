/// The window's own code, drawing into a picture instead of a screen.
#pragma once

#include "app/pictures.h"

#include <memory>

namespace lstm {

/// Draws beside whatever else is drawn with the current OpenGL context, which must stay current
/// while the pictures live. Throws GraphicsError.
[[nodiscard]] std::unique_ptr<Pictures> open_pictures(const Loaded& scenario,
                                                      const PictureLook& look);

/// Draws with an OpenGL context of its own, which needs no display. Throws GraphicsError.
[[nodiscard]] std::unique_ptr<Pictures> open_pictures_offscreen(const Loaded& scenario,
                                                                const PictureLook& look);

}  // namespace lstm
