/// The window in which a scenario is seen, stepped and changed.
#pragma once

#include <string>

namespace lstm {

/// `lstm-notebook [FILE]`
struct WindowOptions {
    std::string file;        ///< a path, an example's name or "-"; empty: the first example
    std::string language{};  ///< "en", "de"; empty: as the settings or the system have it
};

/// Opens the window and returns when it is closed, with the program's exit status.
int open_window(const WindowOptions& options);

}  // namespace lstm
