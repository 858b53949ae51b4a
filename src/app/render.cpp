/// Drawing the window into a picture: the window's own code, on a framebuffer instead of a screen.
#include "app/render.h"

#include "app/application.h"
#include "app/framebuffer.h"
#include "app/graphics_error.h"
#include "app/gui.h"
#include "app/loading.h"
#include "app/offscreen.h"
#include "app/png.h"
#include "app/shader_heat_map.h"
#include "formats/files.h"
#include "formats/format_error.h"

#include <fmt/format.h>

#include <cstdio>
#include <utility>

namespace lstm {
namespace {

/// Dear ImGui needs the first frames to find the sizes of what it lays out.
constexpr int frames_to_settle = 4;

/// Throws FormatError where the scenario has no such timestep.
void require_step(int t, const Loaded& scenario) {
    const int steps = scenario.document.steps();
    if (t >= 1 && t <= steps) return;
    const std::string expected =
        steps == 0 ? "no timestep, as the sequence is empty" : fmt::format("1 to {}", steps);
    throw FormatError(scenario.name, "--t", expected, std::to_string(t));
}

void look_at(View& view, const RenderOptions& options) {
    view.t = options.t.value_or(view.t);
    for (int phase = 0; phase < phase_count; ++phase) {
        if (options.phase == name_of(static_cast<Phase>(phase)))
            view.phase = static_cast<Phase>(phase);
    }
    view.presenter = options.presenter;
    view.all_units = options.all_units;
    for (const Page page : pages)
        if (options.page == name_of(page)) view.page = page;
}

Picture draw(Loaded scenario, const RenderOptions& options) {
    const Offscreen context;
    const Framebuffer framebuffer(options.width, options.height);
    Gui gui;
    ShaderHeatMap painter;
    // Not the user's settings: the same command draws the same picture everywhere.
    Settings settings;
    settings.theme = options.theme;
    settings.zoom = static_cast<float>(options.scale);
    Application application(std::move(scenario), settings, painter);
    look_at(application.view(), options);

    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(static_cast<float>(options.width), static_cast<float>(options.height));
    io.DeltaTime = 1.0f / 60;
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.name());
    for (int frame = 0; frame < frames_to_settle; ++frame) gui.draw(application, 1);
    return framebuffer.read();
}

}  // namespace

int render(const RenderOptions& options) {
    Loaded scenario = load_scenario(options.file);
    if (options.t) require_step(*options.t, scenario);
    try {
        save_file(options.out, encode_png(draw(std::move(scenario), options)));
        return 0;
    } catch (const GraphicsError& error) {
        fmt::print(stderr, "lstm-notebook: {}\n", error.what());
        return 1;
    }
}

}  // namespace lstm
