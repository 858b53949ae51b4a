/// The manual page, made from the table of commands.
#pragma once

#include "app/command_line/subcommand.h"

#include <string>
#include <vector>

namespace lstm {

/// In the language of groff's man macros, all of it ASCII.
[[nodiscard]] std::string man_page(const std::vector<Subcommand>& commands);

}  // namespace lstm
