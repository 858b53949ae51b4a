/// lstm-notebook completions
#include "app/command_line/completions.h"

#include "app/command_line/options.h"
#include "app/command_line/subcommands/subcommands.h"

#include <iostream>
#include <memory>

namespace lstm {

Subcommand completions_subcommand() {
    const auto shell = std::make_shared<std::string>();
    return {
        .name = "completions",
        .help = "Print what a shell reads to complete commands, options, kinds and examples",
        .options = {required(choice("SHELL", "", "The shell", completion_shells(), *shell))},
        .samples = {{"completions bash > ~/.local/share/bash-completion/completions/lstm-notebook",
                     "Has bash complete from its next start on"}},
        .run = [shell] {
            std::cout << completion_script(*shell, subcommands());
            return 0;
        }};
}

}  // namespace lstm
