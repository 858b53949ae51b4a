/// Dear ImGui's frames, drawn through OpenGL.
#pragma once

#include "platform/graphics/gui_painter.h"
#include "platform/graphics/shader_heat_map.h"
#include "platform/renderer.h"

namespace lstm {

/// Draws into one framebuffer. Lives while its OpenGL context is current.
class GlRenderer : public Renderer {
public:
    /// `target`: the framebuffer's name; 0: the window. Throws GraphicsError where the graphics
    /// driver is unfit.
    explicit GlRenderer(GLuint target = 0);

    [[nodiscard]] int texture_limit() const override { return texture_limit_; }
    [[nodiscard]] HeatMapPainter& heat_maps() override { return heat_maps_; }
    void begin_frame(bool fonts_rebuilt) override;
    void end_frame() override;

    /// Makes anew what the graphics have lost. Throws as the constructor does.
    void restore();

private:
    GLuint target_;
    int texture_limit_ = 0;
    GuiPainter gui_;
    ShaderHeatMap heat_maps_;
    bool fonts_uploaded_ = false;
};

}  // namespace lstm
