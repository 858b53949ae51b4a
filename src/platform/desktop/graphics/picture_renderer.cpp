/// Pictures of frames: OpenGL draws into a texture, with a context of its own or with the current
/// one.
#include "platform/desktop/graphics/framebuffer.h"
#include "platform/desktop/graphics/gl_renderer.h"
#include "platform/desktop/graphics/offscreen_context.h"

#include <memory>
#include <utility>

namespace lstm {
namespace {

/// Which framebuffer is drawn into now, to be so again.
class FramebufferGuard {
public:
    FramebufferGuard() { glGetIntegerv(GL_FRAMEBUFFER_BINDING, &name_); }
    FramebufferGuard(const FramebufferGuard&) = delete;
    FramebufferGuard& operator=(const FramebufferGuard&) = delete;
    ~FramebufferGuard() { glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(name_)); }

private:
    GLint name_ = 0;
};

class GlPictureRenderer : public PictureRenderer {
public:
    /// `context`: of its own, or nullptr.
    GlPictureRenderer(std::unique_ptr<OffscreenContext> context, int width, int height)
        : context_(std::move(context)) {
        const FramebufferGuard guard;
        framebuffer_ = Framebuffer(width, height);
    }

    [[nodiscard]] int texture_limit() const override { return renderer_.texture_limit(); }
    [[nodiscard]] HeatMapPainter& heat_maps() override { return renderer_.heat_maps(); }
    void begin_frame(bool fonts_rebuilt) override { renderer_.begin_frame(fonts_rebuilt); }
    void end_frame() override {
        const FramebufferGuard guard;
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
        renderer_.end_frame();
    }
    [[nodiscard]] Picture picture() const override {
        const FramebufferGuard guard;
        return framebuffer_.read();
    }

private:
    std::unique_ptr<OffscreenContext> context_;  // goes last: the others need it
    GlRenderer renderer_;
    Framebuffer framebuffer_;
};

}  // namespace

std::unique_ptr<PictureRenderer> open_picture_renderer(int width, int height) {
    return std::make_unique<GlPictureRenderer>(nullptr, width, height);
}

std::unique_ptr<PictureRenderer> open_offscreen_renderer(int width, int height) {
    return std::make_unique<GlPictureRenderer>(std::make_unique<OffscreenContext>(), width, height);
}

}  // namespace lstm
