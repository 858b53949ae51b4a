/// Draws the frames that Dear ImGui lays out, in a window or into a picture.
#pragma once

#include "platform/heat_map.h"
#include "platform/picture.h"

#include <memory>

namespace lstm {

/// Draws for the context of Dear ImGui that was current when it was made, and that is current
/// again whenever it is used, until it goes.
class Renderer {
public:
    Renderer() = default;
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;
    virtual ~Renderer() = default;

    /// The largest width and height of a texture, in pixels.
    [[nodiscard]] virtual int texture_limit() const = 0;
    [[nodiscard]] virtual HeatMapPainter& heat_maps() = 0;

    /// Before ImGui::NewFrame. Where the font atlas was rebuilt since the last frame, its texture
    /// is made anew.
    virtual void begin_frame(bool fonts_rebuilt) = 0;
    /// After ImGui::Render: draws what was laid out, over all of the window or the picture.
    virtual void end_frame() = 0;
};

/// A renderer whose frames nobody sees until they are asked for.
class PictureRenderer : public Renderer {
public:
    /// The last frame. Throws GraphicsError.
    [[nodiscard]] virtual Picture picture() const = 0;
};

/// Draws pictures of `width` × `height` pixels, 1 to `texture_limit` each, beside whatever else is
/// drawn with the graphics that the calling thread has in use, which must live longer. Throws
/// GraphicsError.
[[nodiscard]] std::unique_ptr<PictureRenderer> open_picture_renderer(int width, int height);

/// The same with graphics of its own, in use on this thread for as long as it lives, which need
/// neither a display nor a graphics card. In a browser, where the page's graphics are the only
/// ones, it is as the one above. Throws GraphicsError with a sentence that says what is missing and
/// what to install.
[[nodiscard]] std::unique_ptr<PictureRenderer> open_offscreen_renderer(int width, int height);

}  // namespace lstm
