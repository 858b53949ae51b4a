/// A clean slate to draw on, and OpenGL's state put back as it was.
#include "platform/desktop/graphics/gl_clean_slate.h"

namespace lstm {

GlCleanSlate::GlCleanSlate() {
    glGetIntegerv(GL_VIEWPORT, viewport_.data());
    for (std::size_t i = 0; i < switches.size(); ++i) {
        enabled_[i] = glIsEnabled(switches[i]);
        glDisable(switches[i]);
    }
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &draw_framebuffer_);
    glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &read_framebuffer_);
    glGetIntegerv(GL_CURRENT_PROGRAM, &program_);
    glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &vertex_array_);
    glGetIntegerv(GL_ACTIVE_TEXTURE, &active_texture_);
    glActiveTexture(GL_TEXTURE0);
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &texture_);
}

GlCleanSlate::~GlCleanSlate() {
    glViewport(viewport_[0], viewport_[1], viewport_[2], viewport_[3]);
    for (std::size_t i = 0; i < switches.size(); ++i) {
        (enabled_[i] == GL_TRUE ? glEnable : glDisable)(switches[i]);
    }
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, static_cast<GLuint>(draw_framebuffer_));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(read_framebuffer_));
    glUseProgram(static_cast<GLuint>(program_));
    glBindVertexArray(static_cast<GLuint>(vertex_array_));
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture_));
    glActiveTexture(static_cast<GLenum>(active_texture_));
}

}  // namespace lstm
