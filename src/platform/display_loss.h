/// The end of the display: the X server died, or the user was logged out.
#pragma once

#include <functional>

namespace lstm {

/// Has `rescue` (nothing: none) called when the connection to the X server breaks; the program then
/// ends with exit status 1. Does nothing where no X server is used. To be called once GLFW has been
/// started.
void when_display_is_lost(std::function<void()> rescue);

}  // namespace lstm
