/// An application of its own, with contexts of its own, for each series of pictures.
#include "app/offscreen_renderer.h"

#include "app/application.h"
#include "app/framebuffer.h"
#include "app/gui.h"
#include "app/offscreen.h"
#include "app/shader_heat_map.h"

#include <imgui.h>
#include <implot.h>

#include <optional>

namespace lstm {
namespace {

/// Dear ImGui needs some frames to find the sizes of what it lays out, the first time and later.
constexpr int frames_at_first = 4;
constexpr int frames_to_settle = 2;

/// What is current now, to be so again.
class ContextGuard {
public:
    ContextGuard() { glGetIntegerv(GL_FRAMEBUFFER_BINDING, &framebuffer_); }
    ContextGuard(const ContextGuard&) = delete;
    ContextGuard& operator=(const ContextGuard&) = delete;
    ~ContextGuard() {
        ImGui::SetCurrentContext(gui_);
        ImPlot::SetCurrentContext(plot_);
        glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(framebuffer_));
    }

private:
    ImGuiContext* gui_ = ImGui::GetCurrentContext();
    ImPlotContext* plot_ = ImPlot::GetCurrentContext();
    GLint framebuffer_ = 0;
};

class OffscreenRenderer : public Pictures {
public:
    OffscreenRenderer(const Loaded& scenario, const PictureLook& look) : look_(look) {
        const ContextGuard guard;
        framebuffer_ = Framebuffer(look.width, look.height);
        gui_.emplace();
        gui_context_ = ImGui::GetCurrentContext();
        plot_context_ = ImPlot::GetCurrentContext();
        painter_.emplace();
        settings_.theme = name_of(look.view.look.theme);
        application_.emplace(scenario, settings_, *painter_);
        application_->view() = look.view;
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = ImVec2(static_cast<float>(look.width), static_cast<float>(look.height));
        io.DeltaTime = 1.0F / 60;
    }
    ~OffscreenRenderer() override {
        const ContextGuard guard;
        make_current();
        application_.reset();
        painter_.reset();
        gui_.reset();
    }
    OffscreenRenderer(const OffscreenRenderer&) = delete;
    OffscreenRenderer& operator=(const OffscreenRenderer&) = delete;

    Picture draw(int t, Phase phase) override {
        const ContextGuard guard;
        make_current();
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
        application_->view().cursor.t = t;
        application_->view().cursor.set_phase(phase);
        for (int frame = 0; frame < frames_; ++frame)
            gui_->draw(*application_, look_.content_scale);
        frames_ = frames_to_settle;
        return framebuffer_.read();
    }

private:
    void make_current() const {
        ImGui::SetCurrentContext(gui_context_);
        ImPlot::SetCurrentContext(plot_context_);
    }

    PictureLook look_;
    Settings settings_;  // not the user's: the same command draws the same picture everywhere
    Framebuffer framebuffer_;
    std::optional<Gui> gui_;
    ImGuiContext* gui_context_ = nullptr;
    ImPlotContext* plot_context_ = nullptr;
    std::optional<ShaderHeatMap> painter_;
    std::optional<Application> application_;
    int frames_ = frames_at_first;
};

/// A renderer with the OpenGL context that it needs.
class DetachedRenderer : public Pictures {
public:
    DetachedRenderer(const Loaded& scenario, const PictureLook& look) : renderer_(scenario, look) {}
    Picture draw(int t, Phase phase) override { return renderer_.draw(t, phase); }

private:
    Offscreen context_;
    OffscreenRenderer renderer_;
};

}  // namespace

std::unique_ptr<Pictures> open_pictures(const Loaded& scenario, const PictureLook& look) {
    return std::make_unique<OffscreenRenderer>(scenario, look);
}

std::unique_ptr<Pictures> open_pictures_offscreen(const Loaded& scenario, const PictureLook& look) {
    return std::make_unique<DetachedRenderer>(scenario, look);
}

}  // namespace lstm
