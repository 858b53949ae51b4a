/// What stands on the screen, for the page: for tests, and for those who do not see it.
#pragma once

#include "app/application.h"

#include <string>

namespace lstm {

/// A list of {"name":…, "left":…, "top":…, "width":…, "height":…, "shown":…}, in pixels.
[[nodiscard]] std::string regions_json(const Regions& regions);

/// {"items": [{"id":…, "role":…, "name":…, "shown":…, "left":…, …}], "focus":…, "told": […],
/// "sentence":…}: controls and numbers in reading order, "role" one of heading, text, button and
/// number (one that can be typed into); the id of the one that Tab is at; the step on show in
/// sentences; and what has just happened.
[[nodiscard]] std::string mirror_json(const Application& application);

}  // namespace lstm
