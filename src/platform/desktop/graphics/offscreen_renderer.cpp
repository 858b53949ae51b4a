/// Pictures with graphics of their own, through EGL.
#include "platform/desktop/graphics/offscreen_context.h"
#include "platform/renderer.h"

#include <memory>

namespace lstm {
namespace {

class OffscreenRenderer : public PictureRenderer {
public:
    OffscreenRenderer(int width, int height) : renderer_(open_picture_renderer(width, height)) {}

    [[nodiscard]] int texture_limit() const override { return renderer_->texture_limit(); }
    [[nodiscard]] HeatMapPainter& heat_maps() override { return renderer_->heat_maps(); }
    void begin_frame(bool fonts_rebuilt) override { renderer_->begin_frame(fonts_rebuilt); }
    void end_frame() override { renderer_->end_frame(); }
    [[nodiscard]] Picture picture() const override { return renderer_->picture(); }

private:
    OffscreenContext context_;  // goes last: the other needs it
    std::unique_ptr<PictureRenderer> renderer_;
};

}  // namespace

std::unique_ptr<PictureRenderer> open_offscreen_renderer(int width, int height) {
    return std::make_unique<OffscreenRenderer>(width, height);
}

}  // namespace lstm
