/// Comparing files by content, and keeping the version before a save.
#include "platform/file_stamp.h"

#include "platform/atomic_file.h"
#include "platform/files.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <ostream>
#include <system_error>

namespace lstm {
namespace fs = std::filesystem;

FileStamp stamp_of(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return {text.size(), hash};
}

FileState state_of(const fs::path& path, const FileStamp& stamp) {
    std::error_code error;
    if (!fs::exists(path, error)) return FileState::gone;
    if (fs::is_regular_file(path, error) && fs::file_size(path, error) != stamp.size)
        return FileState::changed;
    return stamp_of(load_file(path)) == stamp ? FileState::same : FileState::changed;
}

std::string date_and_time(std::int64_t seconds_since_1970) {
    const auto time = static_cast<std::time_t>(seconds_since_1970);
    return fmt::format("{0:%e} {0:%B %Y, %H:%M}", fmt::localtime(time));
}

std::string date_and_size(const fs::path& path) {
    using namespace std::chrono;
    std::error_code error;
    const fs::file_time_type written = fs::last_write_time(path, error);
    if (error) return {};
    // The clocks of files and of people are read one after the other: a moment lies between.
    constexpr milliseconds moment{5};
    const auto when = system_clock::now() + (written - fs::file_time_type::clock::now()) + moment;
    const auto since_1970 = floor<seconds>(when.time_since_epoch());
    std::string text = "written on " + date_and_time(since_1970.count());
    const std::uintmax_t size = fs::file_size(path, error);
    if (error) return text;
    constexpr double kilo = 1000;
    if (size < 1000) return text + fmt::format(", {} bytes", size);
    const double kilobytes = static_cast<double>(size) / kilo;
    return text + (kilobytes < kilo ? fmt::format(", {:.1f} kB", kilobytes)
                                    : fmt::format(", {:.1f} MB", kilobytes / kilo));
}

fs::path previous_version(const fs::path& path) {
    return path.string() + "~";
}

void keep_previous_version(const fs::path& path) {
    const fs::path kept = previous_version(path);
    std::error_code error;
    if (!fs::exists(path, error)) return;
    // A link would be followed, and what may not be written could not be replaced.
    const fs::file_status old = fs::symlink_status(kept, error);
    const bool ours =
        fs::is_regular_file(old) && (old.permissions() & fs::perms::owner_write) != fs::perms::none;
    if (!ours && !fs::is_directory(old)) fs::remove(kept, error);
    AtomicFile copy(kept);
    copy.out() << load_file(path);
    copy.keep(path);
}

}  // namespace lstm
