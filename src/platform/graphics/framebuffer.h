/// A picture that OpenGL can draw into.
#pragma once

#include "platform/graphics/gl_name.h"
#include "platform/picture.h"

namespace lstm {

/// An RGBA texture, 8 bits a channel, and the framebuffer that draws into it.
class Framebuffer {
public:
    Framebuffer() = default;
    /// `width` and `height` in pixels, 1 to GL_MAX_TEXTURE_SIZE. Binds them. Throws GraphicsError
    /// where the driver refuses.
    Framebuffer(int width, int height);

    [[nodiscard]] GLuint name() const { return framebuffer_.get(); }
    [[nodiscard]] GLuint texture() const { return texture_.get(); }
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }

    /// What was drawn, without its alpha. Changes the framebuffer that is read from.
    [[nodiscard]] Picture read() const;

private:
    int width_ = 0;
    int height_ = 0;
    GlTexture texture_;
    GlFramebuffer framebuffer_;
};

}  // namespace lstm
