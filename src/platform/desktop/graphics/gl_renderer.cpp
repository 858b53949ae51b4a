/// Dear ImGui's frames, drawn through OpenGL by its own backend.
#include "platform/desktop/graphics/gl_renderer.h"

#include "platform/graphics_error.h"

#include <glad/gl.h>

#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace lstm {

GlRenderer::GlRenderer() : gui_(ImGui::GetCurrentContext()) {
    if (!ImGui_ImplOpenGL3_Init("#version 330 core"))
        throw GraphicsError("the graphics driver's OpenGL could not be loaded");
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture_limit_);
}

GlRenderer::~GlRenderer() {
    ImGuiContext* const current = ImGui::GetCurrentContext();
    ImGui::SetCurrentContext(gui_);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::SetCurrentContext(current);
}

void GlRenderer::begin_frame(bool fonts_rebuilt) {
    // The frame begins by making again what is missing, the texture of the new font among it.
    if (fonts_rebuilt) ImGui_ImplOpenGL3_DestroyDeviceObjects();
    ImGui_ImplOpenGL3_NewFrame();
}

void GlRenderer::end_frame() {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    glViewport(0, 0, static_cast<GLsizei>(size.x), static_cast<GLsizei>(size.y));
    const ImVec4 desk = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
    glClearColor(desk.x, desk.y, desk.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace lstm
