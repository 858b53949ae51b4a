/// Making contexts, and making them current.
#include "app/gui_contexts.h"

#include <imgui.h>
#include <implot.h>

namespace lstm {

// Another one may be at work, and stays current where a context is only created.
GuiContexts::GuiContexts() : gui_(ImGui::CreateContext()), plot_(ImPlot::CreateContext()) {
    make_current();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().LogFilename = nullptr;
}

GuiContexts::~GuiContexts() {
    ImPlot::DestroyContext(plot_);
    ImGui::DestroyContext(gui_);
}

void GuiContexts::make_current() const {
    ImGui::SetCurrentContext(gui_);
    ImPlot::SetCurrentContext(plot_);
}

ContextGuard::ContextGuard()
    : gui_(ImGui::GetCurrentContext()), plot_(ImPlot::GetCurrentContext()) {}

ContextGuard::~ContextGuard() {
    ImGui::SetCurrentContext(gui_);
    ImPlot::SetCurrentContext(plot_);
}

}  // namespace lstm
