/// An application of its own, with contexts of its own, for each series of pictures.
#include "app/offscreen_renderer.h"

#include "app/application.h"
#include "app/gui_contexts.h"
#include "platform/renderer.h"

#include <imgui.h>

#include <optional>

namespace lstm {
namespace {

/// Dear ImGui needs some frames to find the sizes of what it lays out, the first time and later.
constexpr int frames_at_first = 4;
constexpr int frames_to_settle = 2;

using OpenRenderer = std::unique_ptr<PictureRenderer>(int width, int height);

class OffscreenRenderer : public Pictures {
public:
    OffscreenRenderer(const Loaded& scenario, const PictureLook& look, OpenRenderer* open)
        : look_(look) {
        const ContextGuard guard;
        contexts_.emplace();
        renderer_ = open(look.width, look.height);
        settings_.theme = name_of(look.view.look.theme);
        application_.emplace(scenario, settings_, renderer_->heat_maps());
        application_->view() = look.view;
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = ImVec2(static_cast<float>(look.width), static_cast<float>(look.height));
        io.DeltaTime = 1.0F / 60;
    }
    ~OffscreenRenderer() override {
        const ContextGuard guard;
        contexts_->make_current();
        application_.reset();
        renderer_.reset();
    }
    OffscreenRenderer(const OffscreenRenderer&) = delete;
    OffscreenRenderer& operator=(const OffscreenRenderer&) = delete;

    Picture draw(int t, Phase phase) override {
        const ContextGuard guard;
        contexts_->make_current();
        application_->view().cursor.t = t;
        application_->view().cursor.set_phase(phase);
        for (int frame = 0; frame < frames_; ++frame)
            application_->draw_with(*renderer_, look_.content_scale);
        frames_ = frames_to_settle;
        return renderer_->picture();
    }

private:
    PictureLook look_;
    Settings settings_;  // not the user's: the same command draws the same picture everywhere
    std::optional<GuiContexts> contexts_;
    std::unique_ptr<PictureRenderer> renderer_;
    std::optional<Application> application_;
    int frames_ = frames_at_first;
};

}  // namespace

std::unique_ptr<Pictures> open_pictures(const Loaded& scenario, const PictureLook& look) {
    return std::make_unique<OffscreenRenderer>(scenario, look, open_picture_renderer);
}

std::unique_ptr<Pictures> open_pictures_offscreen(const Loaded& scenario, const PictureLook& look) {
    return std::make_unique<OffscreenRenderer>(scenario, look, open_offscreen_renderer);
}

}  // namespace lstm
