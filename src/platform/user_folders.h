/// Where a user's programs keep what is theirs.
#pragma once

#include <filesystem>

namespace lstm {

/// The folder that the environment variable `xdg` names, else `below_home` in the user's home, else
/// what the variable `windows` names; empty where none is known.
[[nodiscard]] std::filesystem::path user_folder(const char* xdg,
                                                const std::filesystem::path& below_home,
                                                const char* windows);

}  // namespace lstm
