/// What the program remembers of its user: settings.json, read leniently and written safely.
#include "app/settings.h"

#include "app/telling.h"
#include "platform/file_stamp.h"
#include "platform/files.h"
#include "platform/user_folders.h"
#include "ui/state/view.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace lstm {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::json;

/// Of the file; grows where an older program would misread what this one writes.
constexpr int version = 1;

std::optional<WindowPlace> place_of(const Json& json) {
    if (!json.contains("window")) return {};
    const Json& window = json.at("window");
    const auto number = [&](const char* name) { return window.at(name).get<int>(); };
    return WindowPlace{{number("x"), number("y"), number("width"), number("height")},
                       window.value("maximised", false)};
}

/// Throws what nlohmann's parser throws. Unknown members pass: a later version wrote them.
Settings parse(const std::string& text) {
    const Json json = Json::parse(text);
    Settings settings;
    settings.theme = json.value("theme", settings.theme);
    if (!theme_named(settings.theme)) settings.theme = "light";
    settings.zoom = std::clamp(json.value("zoom", settings.zoom), min_zoom, max_zoom);
    settings.language = json.value("language", settings.language);
    if (!language_named(settings.language)) settings.language.clear();
    settings.reduced_motion = json.value("reduced_motion", settings.reduced_motion);
    settings.page_address = json.value("page_address", settings.page_address);
    settings.recent_files = json.value("recent_files", settings.recent_files);
    if (settings.recent_files.size() > max_recent_files) {
        settings.recent_files.resize(max_recent_files);
    }
    settings.window = place_of(json);
    return settings;
}

/// `settings` among what else stood in `members`: a later version, or a person, wrote that.
std::string text_of(const Settings& settings, Json members) {
    members.update({{"version", version},
                    {"theme", settings.theme},
                    {"zoom", settings.zoom},
                    {"reduced_motion", settings.reduced_motion},
                    {"recent_files", settings.recent_files}});
    if (!settings.page_address.empty()) members["page_address"] = settings.page_address;
    if (!settings.language.empty()) members["language"] = settings.language;
    if (settings.window) {
        const auto& [area, maximised] = *settings.window;
        members["window"] = {{"x", area.x},
                             {"y", area.y},
                             {"width", area.width},
                             {"height", area.height},
                             {"maximised", maximised}};
    }
    // A file's name need not be UTF-8; one that is not will not be found again, and no more.
    return members.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Whether this program understands all that it needs of `text`, and no later one more.
bool is_of_this_version(const std::string& text) {
    try {
        (void)parse(text);
        return Json::parse(text).value("version", version) == version;
    } catch (const Json::exception&) {
        return false;
    }
}

/// The members that stand in `file` now. Where this program does not understand it, it is kept as
/// `file`~ before it is written over. Throws std::runtime_error.
Json members_of(const fs::path& file) {
    std::error_code unknown;
    if (!fs::exists(file, unknown)) return Json::object();
    const std::string text = load_file(file);
    if (!is_of_this_version(text)) keep_previous_version(file);
    Json members = Json::parse(text, nullptr, false);
    return members.is_object() ? members : Json::object();
}

}  // namespace

fs::path settings_file() {
    const fs::path folder = settings_folder();
    return folder.empty() ? folder : folder / "settings.json";
}

Settings load_settings() {
    const fs::path file = settings_file();
    std::error_code unknown;
    if (file.empty() || !fs::exists(file, unknown)) return {};
    try {
        return parse(load_file(file));
    } catch (const Json::exception& error) {
        tell(fmt::format("{}: expected the program's settings ({}); it goes on without them",
                         file.string(), error.what()));
    } catch (const FileError& error) {
        tell(fmt::format("{}; it goes on without its settings", error.what()));
    }
    return {};
}

void save_settings(const Settings& settings) {
    const fs::path file = settings_file();
    if (file.empty()) return;
    try {
        fs::create_directories(file.parent_path());
        save_file(file, text_of(settings, members_of(file)));
    } catch (const std::runtime_error& error) {
        tell(fmt::format("the settings were not saved: {}", error.what()));
    }
}

void remember_file(Settings& settings, const fs::path& file) {
    std::error_code failed;
    fs::path absolute = fs::absolute(file, failed);
    if (failed) absolute = file;
    const std::string name = absolute.lexically_normal().string();
    std::vector<std::string>& files = settings.recent_files;
    std::erase(files, name);
    files.insert(files.begin(), name);
    if (files.size() > max_recent_files) files.resize(max_recent_files);
}

}  // namespace lstm
