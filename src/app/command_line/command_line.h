/// What the user asked for on the command line.
#pragma once

#include <functional>

namespace lstm {

/// What the command line says to do, with its options read; it returns the program's exit status.
/// `arguments` begin with the program's name. Throws UsageError.
[[nodiscard]] std::function<int()> parse_command_line(int count, const char* const* arguments);

}  // namespace lstm
