/// Draws the triangles that Dear ImGui lays out.
#pragma once

#include "platform/graphics/gl_name.h"
#include "platform/graphics/shader_program.h"

struct ImDrawData;
struct ImDrawList;

namespace lstm {

/// Dear ImGui's own backend asks OpenGL for all of its state before each frame, to put it back: in
/// a browser each question waits for the graphics process, some 70 ms a frame. This one asks
/// nothing. Whoever draws here sets all the state that he depends on. Lives while its OpenGL
/// context is current.
class GuiPainter {
public:
    /// Throws GraphicsError where the shader does not compile.
    GuiPainter();

    /// Makes the texture of the font atlas of Dear ImGui's current context: a byte a texel, how
    /// much of it is covered.
    void upload_fonts();
    /// Draws over all of the bound framebuffer; of `data` all lengths are pixels.
    void draw(const ImDrawData& data) const;

private:
    void set_state(const ImDrawData& data) const;
    void draw(const ImDrawList& list, const ImDrawData& data) const;

    ShaderProgram program_;
    GLint size_, coverage_;
    GlVertexArray array_;
    GlBuffer vertices_, indices_;
    GlTexture fonts_;
};

}  // namespace lstm
