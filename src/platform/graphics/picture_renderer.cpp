/// Pictures of frames: OpenGL draws into a texture.
#include "platform/graphics/framebuffer.h"
#include "platform/graphics/gl_renderer.h"
#include "platform/renderer.h"

#include <memory>

namespace lstm {
namespace {

class GlPictureRenderer : public PictureRenderer {
public:
    GlPictureRenderer(int width, int height) : framebuffer_(width, height) {}

    [[nodiscard]] int texture_limit() const override { return renderer_.texture_limit(); }
    [[nodiscard]] HeatMapPainter& heat_maps() override { return renderer_.heat_maps(); }
    void begin_frame(bool fonts_rebuilt) override { renderer_.begin_frame(fonts_rebuilt); }
    void end_frame() override { renderer_.end_frame(); }
    [[nodiscard]] Picture picture() const override { return framebuffer_.read(); }

private:
    Framebuffer framebuffer_;
    GlRenderer renderer_{framebuffer_.name()};
};

}  // namespace

std::unique_ptr<PictureRenderer> open_picture_renderer(int width, int height) {
    return std::make_unique<GlPictureRenderer>(width, height);
}

}  // namespace lstm
