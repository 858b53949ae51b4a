/// A picture that OpenGL can draw into: its texture, and the pixels read back.
#include "platform/graphics/framebuffer.h"

#include "platform/graphics_error.h"

#include <fmt/format.h>

#include <cstdint>
#include <vector>

namespace lstm {

Framebuffer::Framebuffer(int width, int height) : width_(width), height_(height) {
    texture_ = GlTexture::made(glGenTextures);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);

    framebuffer_ = GlFramebuffer::made(glGenFramebuffers);
    glBindFramebuffer(GL_FRAMEBUFFER, name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture(), 0);
    const GLenum status = glCheckFramebufferStatus(GL_FRAMEBUFFER);
    if (status != GL_FRAMEBUFFER_COMPLETE) {
        throw GraphicsError(fmt::format(
            "the graphics driver cannot draw into a picture of {} × {} pixels (status 0x{:x})",
            width, height, status));
    }
}

Picture Framebuffer::read() const {
    // The only layout that every OpenGL reads.
    const std::size_t row = 4 * static_cast<std::size_t>(width_);
    std::vector<std::uint8_t> rgba(row * height_);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, name());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());

    Picture picture{width_, height_, {}};
    picture.rgb.reserve(3 * static_cast<std::size_t>(width_) * height_);
    for (int y = height_ - 1; y >= 0; --y) {  // OpenGL counts rows from the bottom
        const std::uint8_t* pixel = rgba.data() + row * y;
        for (int x = 0; x < width_; ++x, pixel += 4)
            picture.rgb.insert(picture.rgb.end(), pixel, pixel + 3);
    }
    return picture;
}

}  // namespace lstm
