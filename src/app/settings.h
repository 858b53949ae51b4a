/// What the program remembers of its user between one start and the next.
#pragma once

#include "platform/window_place.h"
#include "ui/state/view.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lstm {

inline constexpr std::size_t max_recent_files = 10;

/// The user's choices. Unlike a document they are never undone, and belong to no file of his.
struct Settings {
    std::string theme = "light";  ///< "light", "dark" or "print"
    float zoom = 1;               ///< size of everything, min_zoom to max_zoom
    std::string language;         ///< "en", "de"; empty: as the system speaks
    bool reduced_motion = false;  ///< nothing moves that need not
    std::string page_address;     ///< of the page in a browser that links lead to; may be empty
    /// Absolute paths, the newest first; at most max_recent_files.
    std::vector<std::string> recent_files;
    std::optional<WindowPlace> window;  ///< where it was last

    friend bool operator==(const Settings&, const Settings&) = default;
};

/// settings.json in `settings_folder()`; empty where there is none.
[[nodiscard]] std::filesystem::path settings_file();

/// Reads `settings_file()`. What is missing there has its default; a file that cannot be read as
/// settings is told in a line on stderr, and the defaults are used.
[[nodiscard]] Settings load_settings();

/// Writes `settings_file()`. Members that this version does not know stay; what stood there and
/// cannot be read, or is of a later version, is kept beside it as settings.json~. A failure is told
/// in a line on stderr and is otherwise no matter.
void save_settings(const Settings& settings);

/// Puts `file` at the front of the recent files; one that stood there already only moves.
void remember_file(Settings& settings, const std::filesystem::path& file);

}  // namespace lstm
