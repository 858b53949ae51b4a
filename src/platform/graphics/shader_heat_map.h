/// Heat maps drawn by a shader of ours.
#pragma once

#include "platform/graphics/framebuffer.h"
#include "platform/graphics/shader_program.h"
#include "platform/heat_map.h"

#include <cstdint>
#include <map>

namespace lstm {

/// Draws heat maps with shaders/heatmap.frag. Each place on the screen (`HeatMap::key`) keeps its
/// picture, which is drawn again only where something about it changes. Lives while its OpenGL
/// context is current; another framebuffer is bound when it has drawn.
class ShaderHeatMap : public HeatMapPainter {
public:
    /// Throws GraphicsError where the shader does not compile.
    ShaderHeatMap();

    /// Where there are more cells than pixels, a pixel shows the one of largest magnitude of those
    /// it stands for; what is not finite counts as the largest. Sizes are brought within 1 and
    /// GL_MAX_TEXTURE_SIZE. Throws GraphicsError where there is no memory for the picture.
    std::uintptr_t paint(const HeatMap& map, int width, int height) override;

    /// Makes anew what the graphics have lost.
    void restore();

private:
    struct Entry {
        HeatMap drawn{};  ///< its `values` are not looked at: they were its caller's
        Framebuffer picture;
        int last_frame = 0;  ///< of Dear ImGui's count
    };

    void draw(const HeatMap& map, const Framebuffer& picture) const;
    void forget_unused(int frame);

    ShaderProgram program_;
    GlVertexArray no_vertices_;
    int max_size_ = 0;  ///< of a texture's side, in pixels
    std::map<std::uint64_t, Entry> entries_;
};

}  // namespace lstm
