/// lstm-notebook link
#include "app/command_line/options.h"
#include "app/command_line/subcommands/subcommands.h"
#include "app/loading.h"

#include <iostream>
#include <memory>

namespace lstm {

Subcommand link_subcommand() {
    const auto file = std::make_shared<std::string>();
    return {.name = "link",
            .help = "Print the end of an address that holds a scenario, for the page in a browser",
            .options = {scenario(*file)},
            .samples = {{"link gomez", "Prints what goes behind the address of the page"}},
            .run = [file] {
                std::cout << link_to(load_scenario(*file).document) << '\n';
                return 0;
            }};
}

}  // namespace lstm
