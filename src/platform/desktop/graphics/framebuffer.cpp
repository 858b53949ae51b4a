/// A picture that OpenGL can draw into: its texture, and the pixels read back.
#include "platform/desktop/graphics/framebuffer.h"

#include "platform/graphics_error.h"

#include <fmt/format.h>

#include <algorithm>

namespace lstm {

Framebuffer::Framebuffer(int width, int height) : width_(width), height_(height) {
    GLuint name = 0;
    glGenTextures(1, &name);
    texture_ = GlTexture(name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);

    glGenFramebuffers(1, &name);
    framebuffer_ = GlFramebuffer(name);
    glBindFramebuffer(GL_FRAMEBUFFER, name);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture(), 0);
    const GLenum status = glCheckFramebufferStatus(GL_FRAMEBUFFER);
    if (status != GL_FRAMEBUFFER_COMPLETE) {
        throw GraphicsError(fmt::format(
            "the graphics driver cannot draw into a picture of {} × {} pixels (status 0x{:x})",
            width, height, status));
    }
}

Picture Framebuffer::read() const {
    const std::size_t row = 3 * static_cast<std::size_t>(width_);
    Picture picture{width_, height_, std::vector<std::uint8_t>(row * height_)};
    glBindFramebuffer(GL_READ_FRAMEBUFFER, name());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_, height_, GL_RGB, GL_UNSIGNED_BYTE, picture.rgb.data());

    // OpenGL counts rows from the bottom.
    for (int y = 0; y < height_ / 2; ++y) {
        const auto top = picture.rgb.begin() + static_cast<std::ptrdiff_t>(row * y);
        const auto bottom =
            picture.rgb.begin() + static_cast<std::ptrdiff_t>(row * (height_ - 1 - y));
        std::swap_ranges(top, top + static_cast<std::ptrdiff_t>(row), bottom);
    }
    return picture;
}

}  // namespace lstm
