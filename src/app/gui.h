/// Dear ImGui and ImPlot, drawn through OpenGL: what the window and the render command share.
#pragma once

#include "app/application.h"

struct ImGuiContext;
struct ImPlotContext;

namespace lstm {

/// The contexts of Dear ImGui and ImPlot and their way to OpenGL, whose context must be current for
/// as long as this lives. They are current once it is made; where there are several, whoever uses
/// one makes its contexts current.
class Gui {
public:
    /// Throws GraphicsError where the graphics driver is unfit.
    Gui();
    Gui(const Gui&) = delete;
    Gui& operator=(const Gui&) = delete;
    ~Gui();

    /// Draws one frame of `application` into the bound framebuffer. ImGuiIO already says how large
    /// that is, how much time has passed, and what the user did meanwhile.
    void draw(Application& application, float content_scale);

private:
    ImGuiContext* gui_ = nullptr;
    ImPlotContext* plot_ = nullptr;
    int texture_limit_ = 0;  ///< the graphics card's
};

}  // namespace lstm
