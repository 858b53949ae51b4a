/// Where the program keeps what it remembers of its user.
#pragma once

#include <filesystem>

namespace lstm {

/// lstm-notebook/ in $XDG_CONFIG_HOME, ~/.config or (Windows) %APPDATA%; empty where none of these
/// is known, and then nothing is remembered. In a browser: a folder that the page keeps.
[[nodiscard]] std::filesystem::path settings_folder();

/// For what is kept until it is saved: lstm-notebook/ in $XDG_STATE_HOME, ~/.local/state or
/// (Windows) %LOCALAPPDATA%; empty where none of these is known.
[[nodiscard]] std::filesystem::path state_folder();

}  // namespace lstm
