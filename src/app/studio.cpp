/// An application of its own, with contexts of its own, for each series of pictures.
#include "app/studio.h"

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
class Presence {
public:
    Presence() { glGetIntegerv(GL_FRAMEBUFFER_BINDING, &framebuffer_); }
    Presence(const Presence&) = delete;
    Presence& operator=(const Presence&) = delete;
    ~Presence() {
        ImGui::SetCurrentContext(gui_);
        ImPlot::SetCurrentContext(plot_);
        glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(framebuffer_));
    }

private:
    ImGuiContext* gui_ = ImGui::GetCurrentContext();
    ImPlotContext* plot_ = ImPlot::GetCurrentContext();
    GLint framebuffer_ = 0;
};

class Studio : public Pictures {
public:
    Studio(const Loaded& scenario, const PictureLook& look) : look_(look) {
        const Presence presence;
        framebuffer_ = Framebuffer(look.width, look.height);
        gui_.emplace();
        gui_context_ = ImGui::GetCurrentContext();
        plot_context_ = ImPlot::GetCurrentContext();
        painter_.emplace();
        settings_.theme = name_of(look.view.theme);
        application_.emplace(scenario, settings_, *painter_);
        application_->view() = look.view;
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = ImVec2(static_cast<float>(look.width), static_cast<float>(look.height));
        io.DeltaTime = 1.0F / 60;
    }
    ~Studio() override {
        const Presence presence;
        enter();
        application_.reset();
        painter_.reset();
        gui_.reset();
    }
    Studio(const Studio&) = delete;
    Studio& operator=(const Studio&) = delete;

    Picture draw(int t, Phase phase) override {
        const Presence presence;
        enter();
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
        application_->view().t = t;
        application_->view().set_phase(phase);
        for (int frame = 0; frame < frames_; ++frame)
            gui_->draw(*application_, look_.content_scale);
        frames_ = frames_to_settle;
        return framebuffer_.read();
    }

private:
    void enter() const {
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

/// A studio with the OpenGL context that it needs.
class OffscreenStudio : public Pictures {
public:
    OffscreenStudio(const Loaded& scenario, const PictureLook& look) : studio_(scenario, look) {}
    Picture draw(int t, Phase phase) override { return studio_.draw(t, phase); }

private:
    Offscreen context_;
    Studio studio_;
};

}  // namespace

std::unique_ptr<Pictures> open_pictures(const Loaded& scenario, const PictureLook& look) {
    return std::make_unique<Studio>(scenario, look);
}

std::unique_ptr<Pictures> open_pictures_offscreen(const Loaded& scenario, const PictureLook& look) {
    return std::make_unique<OffscreenStudio>(scenario, look);
}

}  // namespace lstm
