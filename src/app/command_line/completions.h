/// What shells complete, made from the table of commands.
#pragma once

#include "app/command_line/subcommand.h"

#include <string>
#include <vector>

namespace lstm {

/// The shells whose scripts there are.
[[nodiscard]] std::vector<std::string> completion_shells();

/// The script that one of those shells reads.
[[nodiscard]] std::string completion_script(const std::string& shell,
                                            const std::vector<Subcommand>& commands);

}  // namespace lstm
