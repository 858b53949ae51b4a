/// lstm-notebook [FILE]
#include "app/command_line/window.h"
#include "app/command_line/options.h"
#include "app/command_line/subcommands/subcommands.h"

#include <memory>

namespace lstm {

Subcommand window_subcommand() {
    const auto options = std::make_shared<WindowOptions>();
    Option file = scenario(options->file);
    file.required = false;
    return {.name = "",
            .help = "Open the window on a scenario, the first example if none is given",
            .options = {std::move(file), language_option(options->language)},
            .samples = {{"gomez", "Opens the window on an example"}},
            .run = [options] { return open_window(*options); }};
}

}  // namespace lstm
