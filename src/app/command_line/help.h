/// The help that `--help` prints.
#pragma once

#include "app/command_line/subcommand.h"

#include <string>
#include <vector>

namespace lstm {

/// What the program is, each command in a line, exit statuses and examples.
[[nodiscard]] std::string help_text(const std::vector<Subcommand>& commands);

/// One command with its options.
[[nodiscard]] std::string help_text(const Subcommand& command);

/// "lstm-notebook trace FILE [--format NAME] …", without what `--help` adds. Options that need not
/// be there are in brackets.
[[nodiscard]] std::string synopsis(const Subcommand& command);

/// "--format NAME", "FILE...", "--backward".
[[nodiscard]] std::string spelling(const Option& option);

/// What the program is, in a line, and what FILE means, in another.
inline constexpr const char* program_does =
    "opens a small LSTM on a sequence and shows every number that it computes";
inline constexpr const char* about_arguments =
    "FILE is a scenario file, the name of an example (see list), a link that holds one (see link), "
    "or - for standard input. "
    "An option that is given twice counts as it was given last.";

}  // namespace lstm
