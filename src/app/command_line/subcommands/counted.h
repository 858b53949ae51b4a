/// Numbers of things, in words.
#pragma once

#include <fmt/format.h>

#include <string>

namespace lstm {

/// "1 step", "4 steps"
[[nodiscard]] inline std::string counted(long long count, const char* noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace lstm
