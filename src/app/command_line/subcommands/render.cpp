/// lstm-notebook render: the window's own code, on a framebuffer instead of a screen.
#include "app/command_line/destination.h"
#include "app/command_line/options.h"
#include "app/command_line/subcommands/subcommands.h"
#include "app/loading.h"
#include "app/offscreen_renderer.h"
#include "app/png.h"
#include "formats/format_error.h"
#include "model/cells/cell.h"
#include "ui/state/page.h"

#include <fmt/format.h>

#include <memory>

namespace lstm {
namespace {

struct RenderOptions {
    std::string file;
    std::optional<std::string> sequence;
    OutWish out;
    std::optional<int> t;              ///< the timestep to show; absent: the window's own choice
    std::optional<std::string> phase;  ///< a phase's name, see `name_of`
    PictureOptions look;
    bool presenter = false;
    bool backward = false;              ///< gradients instead of values
    std::optional<std::string> beside;  ///< the kind of a second cell
    std::optional<std::string> page;    ///< of the inspector, see `name_of`
};

std::vector<std::string> phase_names() {
    std::vector<std::string> names;
    for (int phase = 0; phase < phase_count; ++phase)
        names.emplace_back(name_of(static_cast<Phase>(phase)));
    return names;
}

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
    const auto [width, height] = options.look.size.value_or(std::pair(1280, 720));
    PictureLook look{width, height};
    View& view = look.view;
    options.look.apply_to(view);
    view.look.presenter = options.presenter;
    if (options.beside) {
        view.comparison.on = true;
        view.comparison.kind = *options.beside;
    }
    if (options.backward) view.cursor.backward_phase = Phase::read;
    if (options.page) view.look.page = *page_named(*options.page);
    if (options.phase) view.cursor.set_phase(*phase_named(*options.phase));
    return look;
}

int render(const RenderOptions& options) {
    const Loaded scenario = load_sequence(options.file, options.sequence);
    if (options.t) require_step(*options.t, scenario);
    if (options.beside) require_another_kind(*options.beside, scenario);
    if (options.backward) require_targets(scenario);
    const Destination destination(options.out, &scenario, Content::picture);
    const PictureLook look = look_of(options);
    const auto pictures = open_pictures_offscreen(scenario, look);
    destination.write(encode_png(
        pictures->draw(options.t.value_or(look.view.cursor.t), look.view.cursor.phase_now())));
    return 0;
}

std::vector<Option> options_for(RenderOptions& options) {
    const auto kind_of = [](const Cell* cell) { return cell->kind; };
    const auto page_name = [](Page page) { return name_of(page); };
    return {
        scenario(options.file),
        required(out_option("PNG", "The picture to write; - for standard output", options.out)),
        force_option(options.out),
        sequence_option(options.sequence),
        whole("--t", "The timestep to show", 0, max_steps, options.t),
        choice("--phase", "NAME", "The phase of the timestep", phase_names(), options.phase),
        size_option("1280x720", options.look),
        theme_option(options.look),
        language_option(options.look.language),
        scale_option(options.look),
        units_option(options.look),
        flag("--backward", "On the way back: gradients instead of values", options.backward),
        flag("--presenter", "In the large type for a class", options.presenter),
        choice("--beside", "KIND", "Another kind of cell beside it, on the same sequence",
               names_of(cells(), kind_of), options.beside),
        choice("--page", "NAME", "What stands on the right, weights if not given",
               names_of(pages, page_name), options.page),
    };
}

}  // namespace

Subcommand render_subcommand() {
    const auto options = std::make_shared<RenderOptions>();
    return {.name = "render",
            .help = "Draw the window into a picture, with no display",
            .options = options_for(*options),
            .samples = {{"render gomez --t 2 --phase write --out gomez.png",
                         "Draws the window at a moment"}},
            .run = [options] { return render(*options); }};
}

}  // namespace lstm
