/// The user's folders, from the environment.
#include "platform/user_folders.h"

#include <cstdlib>

namespace lstm {
namespace fs = std::filesystem;
namespace {

/// The folder that the environment variable `name` names; empty where it names none.
fs::path folder_of(const char* name) {
    const char* const value = std::getenv(name);
    // The XDG specification has a relative path ignored: it would follow the working folder.
    return value != nullptr && fs::path(value).is_absolute() ? fs::path(value) : fs::path();
}

/// The program's own folder in the one that the environment variable `xdg` names, else in
/// `below_home` of the user's home, else in what the variable `windows` names.
fs::path program_folder(const char* xdg, const fs::path& below_home, const char* windows) {
    fs::path folder = folder_of(xdg);
    if (const fs::path home = folder_of("HOME"); folder.empty() && !home.empty())
        folder = home / below_home;
    if (folder.empty()) folder = folder_of(windows);
    return folder.empty() ? folder : folder / "lstm-notebook";
}

}  // namespace

fs::path settings_folder() {
    return program_folder("XDG_CONFIG_HOME", ".config", "APPDATA");
}

fs::path state_folder() {
    return program_folder("XDG_STATE_HOME", ".local/state", "LOCALAPPDATA");
}

}  // namespace lstm
