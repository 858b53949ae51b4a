/// The table of commands.
#pragma once

#include "app/command_line/subcommand.h"

#include <vector>

namespace lstm {

/// Every command of the program, in the order in which help lists them; each is a file of this
/// folder. Made anew at each call: what is read into one is read into no other.
[[nodiscard]] std::vector<Subcommand> subcommands();

}  // namespace lstm
