/// Dear ImGui's frames, drawn through OpenGL.
#pragma once

#include "platform/desktop/graphics/shader_heat_map.h"
#include "platform/renderer.h"

struct ImGuiContext;

namespace lstm {

/// Draws into the bound framebuffer. Lives while its OpenGL context is current.
class GlRenderer : public Renderer {
public:
    /// Throws GraphicsError where the graphics driver is unfit.
    GlRenderer();
    ~GlRenderer() override;

    [[nodiscard]] int texture_limit() const override { return texture_limit_; }
    [[nodiscard]] HeatMapPainter& heat_maps() override { return heat_maps_; }
    void begin_frame(bool fonts_rebuilt) override;
    void end_frame() override;

private:
    ImGuiContext* gui_;
    int texture_limit_ = 0;
    ShaderHeatMap heat_maps_;
};

}  // namespace lstm
