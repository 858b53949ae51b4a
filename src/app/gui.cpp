/// Dear ImGui and ImPlot, drawn through OpenGL.
#include "app/gui.h"

#include "app/graphics_error.h"

#include <glad/gl.h>

#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <implot.h>

namespace lstm {

Gui::Gui() {
    IMGUI_CHECKVERSION();
    // Another one may be at work: it leaves its contexts current.
    ImGui::SetCurrentContext(gui_ = ImGui::CreateContext());
    ImPlot::SetCurrentContext(plot_ = ImPlot::CreateContext());
    ImGui::GetIO().IniFilename = nullptr;  // nothing that the user did not ask for is written
    if (!ImGui_ImplOpenGL3_Init("#version 330 core")) {
        ImPlot::DestroyContext(plot_);
        ImGui::DestroyContext(gui_);
        throw GraphicsError("the graphics driver's OpenGL could not be loaded");
    }
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture_limit_);
}

Gui::~Gui() {
    ImGui_ImplOpenGL3_Shutdown();
    ImPlot::DestroyContext(plot_);
    ImGui::DestroyContext(gui_);
}

void Gui::draw(Application& application, float content_scale) {
    // The frame begins by making again what is missing, the texture of the new font among it.
    if (application.prepare(content_scale, texture_limit_))
        ImGui_ImplOpenGL3_DestroyDeviceObjects();
    ImGui_ImplOpenGL3_NewFrame();
    application.frame();

    const ImGuiIO& io = ImGui::GetIO();
    glViewport(0, 0, static_cast<GLsizei>(io.DisplaySize.x),
               static_cast<GLsizei>(io.DisplaySize.y));
    const ImVec4 desk = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
    glClearColor(desk.x, desk.y, desk.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace lstm
