/// lstm-notebook man
#include "app/commands/commands.h"
#include "app/man_page.h"

#include <iostream>

namespace lstm {

Command man_command() {
    return {.name = "man",
            .help = "Print the manual page",
            .options = {},
            .samples = {{"man | man -l -", "Reads it"}},
            .run = [] {
                std::cout << man_page(commands());
                return 0;
            }};
}

}  // namespace lstm
