/// The contexts of Dear ImGui and ImPlot, in which an application is drawn.
#pragma once

struct ImGuiContext;
struct ImPlotContext;

namespace lstm {

/// Contexts of their own, current once they are made; whoever uses one of several makes them
/// current. They write no files that the user did not ask for.
class GuiContexts {
public:
    GuiContexts();
    GuiContexts(const GuiContexts&) = delete;
    GuiContexts& operator=(const GuiContexts&) = delete;
    ~GuiContexts();

    void make_current() const;

private:
    ImGuiContext* gui_;
    ImPlotContext* plot_;
};

/// Makes those current again, when it goes, that were when it was made.
class ContextGuard {
public:
    ContextGuard();
    ContextGuard(const ContextGuard&) = delete;
    ContextGuard& operator=(const ContextGuard&) = delete;
    ~ContextGuard();

private:
    ImGuiContext* gui_;
    ImPlotContext* plot_;
};

}  // namespace lstm
