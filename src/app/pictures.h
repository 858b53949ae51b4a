/// Pictures of a scenario at one moment after another, whoever draws them.
#pragma once

#include "app/loading.h"
#include "platform/picture.h"
#include "ui/state/view.h"

#include <functional>
#include <memory>

namespace lstm {

/// How a scenario is looked at.
struct PictureLook {
    int width = 1280;  ///< pixels, 1 to 8192
    int height = 720;
    float content_scale = 1;  ///< the monitor's
    View view{};              ///< theme, size, what is chosen; and the moment
};

/// Draws one scenario.
class Pictures {
public:
    Pictures() = default;
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;
    virtual ~Pictures() = default;

    /// Timestep `t` once `phase` is known, forward or back as the view goes. Throws GraphicsError.
    [[nodiscard]] virtual Picture draw(int t, Phase phase) = 0;
};

/// Begins to draw a scenario. Throws GraphicsError.
using OpenPictures =
    std::function<std::unique_ptr<Pictures>(const Loaded& scenario, const PictureLook& look)>;

}  // namespace lstm
