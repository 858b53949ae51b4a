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

}  // namespace

fs::path user_folder(const char* xdg, const fs::path& below_home, const char* windows) {
    if (fs::path folder = folder_of(xdg); !folder.empty()) return folder;
    if (const fs::path home = folder_of("HOME"); !home.empty()) return home / below_home;
    return folder_of(windows);
}

}  // namespace lstm
