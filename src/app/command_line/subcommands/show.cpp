/// lstm-notebook show
#include "app/command_line/options.h"
#include "app/command_line/subcommands/subcommands.h"
#include "app/loading.h"

#include <iostream>
#include <memory>

namespace lstm {

Subcommand show_subcommand() {
    const auto name = std::make_shared<std::string>();
    Option argument = words("NAME", "", "An example, as list has it",
                            [name](const std::string& text) { *name = text; });
    argument.names = Names::example;
    return {.name = "show",
            .help = "Print the scenario file of an example, to begin one's own with",
            .options = {required(std::move(argument))},
            .samples = {{"show gomez > mine.json", "Makes an example a file of one's own"}},
            .run = [name] {
                std::cout << find_example(*name).text;
                return 0;
            }};
}

}  // namespace lstm
