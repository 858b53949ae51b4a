/// A clean slate to draw on, and OpenGL's state put back as it was.
#pragma once

#include <glad/gl.h>

#include <array>

namespace lstm {

/// Switches off whatever would change a picture's pixels on their way (scissors, blending, depth,
/// culling), and when it goes out of scope restores that and the bindings that drawing changes.
class GlCleanSlate {
public:
    GlCleanSlate();
    GlCleanSlate(const GlCleanSlate&) = delete;
    GlCleanSlate& operator=(const GlCleanSlate&) = delete;
    ~GlCleanSlate();

private:
    static constexpr std::array switches{GL_SCISSOR_TEST, GL_BLEND, GL_DEPTH_TEST, GL_CULL_FACE};

    std::array<GLint, 4> viewport_{};
    std::array<GLboolean, switches.size()> enabled_{};
    GLint draw_framebuffer_ = 0;
    GLint read_framebuffer_ = 0;
    GLint program_ = 0;
    GLint vertex_array_ = 0;
    GLint active_texture_ = 0;
    GLint texture_ = 0;  ///< of texture unit 0, which is the active one meanwhile
};

}  // namespace lstm
