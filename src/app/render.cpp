/// Drawing the window into a picture: the window's own code, on a framebuffer instead of a screen.
#include "app/render.h"

#include "app/graphics_error.h"
#include "app/loading.h"
#include "app/png.h"
#include "app/studio.h"
#include "formats/files.h"
#include "formats/format_error.h"

#include <fmt/format.h>

#include <cstdio>

namespace lstm {
namespace {

/// Throws FormatError where the scenario has no such timestep.
void require_step(int t, const Loaded& scenario) {
    const int steps = scenario.document.steps();
    if (t >= 1 && t <= steps) return;
    const std::string expected =
        steps == 0 ? "no timestep, as the sequence is empty" : fmt::format("1 to {}", steps);
    throw FormatError(scenario.name, "--t", expected, std::to_string(t));
}

/// Throws FormatError where there is nothing to compare.
void require_another_kind(const std::string& kind, const Loaded& scenario) {
    if (kind != scenario.document.cell().kind) return;
    throw FormatError(scenario.name, "--beside", "another kind of cell than the scenario's", kind);
}

PictureLook look_of(const RenderOptions& options) {
    PictureLook look{options.width, options.height};
    View& view = look.view;
    view.theme = theme_named(options.theme).value_or(ThemeName::light);
    view.zoom = static_cast<float>(options.scale);
    view.presenter = options.presenter;
    view.all_units = options.all_units;
    if (options.beside) view.beside = {true, *options.beside};
    if (options.backward) view.back = Phase::read;
    for (const Page page : pages)
        if (options.page == name_of(page)) view.page = page;
    for (int phase = 0; phase < phase_count; ++phase)
        if (options.phase == name_of(static_cast<Phase>(phase)))
            view.set_phase(static_cast<Phase>(phase));
    return look;
}

}  // namespace

int render(const RenderOptions& options) {
    const Loaded scenario = load_scenario(options.file);
    if (options.t) require_step(*options.t, scenario);
    if (options.beside) require_another_kind(*options.beside, scenario);
    if (options.backward) require_targets(scenario);
    try {
        const PictureLook look = look_of(options);
        const auto pictures = open_pictures_offscreen(scenario, look);
        const Picture picture =
            pictures->draw(options.t.value_or(look.view.t), look.view.phase_now());
        save_file(options.out, encode_png(picture));
        return 0;
    } catch (const GraphicsError& error) {
        fmt::print(stderr, "lstm-notebook: {}\n", error.what());
        return 1;
    }
}

}  // namespace lstm
