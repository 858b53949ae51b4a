/// lstm-notebook man
#include "app/command_line/man_page.h"
#include "app/command_line/subcommands/subcommands.h"

#include <iostream>

namespace lstm {

Subcommand man_subcommand() {
    return {.name = "man",
            .help = "Print the manual page",
            .options = {},
            .samples = {{"man | man -l -", "Reads it"}},
            .run = [] {
                std::cout << man_page(subcommands());
                return 0;
            }};
}

}  // namespace lstm
