/// Dear ImGui's frames, drawn through OpenGL.
#include "platform/graphics/gl_renderer.h"

#include <imgui.h>

#include <utility>

namespace lstm {

GlRenderer::GlRenderer(GLuint target) : target_(target) {
    ImGui::GetIO().BackendRendererName = "lstm-notebook";
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture_limit_);
}

void GlRenderer::begin_frame(bool fonts_rebuilt) {
    if (fonts_rebuilt || !std::exchange(fonts_uploaded_, true)) gui_.upload_fonts();
}

void GlRenderer::end_frame() {
    glBindFramebuffer(GL_FRAMEBUFFER, target_);
    glDisable(GL_SCISSOR_TEST);
    const ImVec4 desk = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
    glClearColor(desk.x, desk.y, desk.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    gui_.draw(*ImGui::GetDrawData());
}

void GlRenderer::restore() {
    gui_ = GuiPainter();
    heat_maps_.restore();
    fonts_uploaded_ = false;
}

}  // namespace lstm
