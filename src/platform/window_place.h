/// Where a window stands on its screens.
#pragma once

#include <optional>
#include <vector>

namespace lstm {

/// A rectangle of the screens, in their units.
struct ScreenArea {
    int x = 0, y = 0, width = 0, height = 0;

    friend bool operator==(const ScreenArea&, const ScreenArea&) = default;
};

/// A window's place: while it is maximised, the one that it goes back to.
struct WindowPlace {
    ScreenArea area;
    bool maximised = false;

    friend bool operator==(const WindowPlace&, const WindowPlace&) = default;
};

/// `wanted` on the screen that shows most of it, moved and shrunk until it lies inside; nothing
/// where none of `screens` shows any of it, as where its screen is there no longer.
[[nodiscard]] std::optional<ScreenArea> fitted_on(const std::vector<ScreenArea>& screens,
                                                  ScreenArea wanted);

}  // namespace lstm
