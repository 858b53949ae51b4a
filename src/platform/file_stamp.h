/// What became of a file since it was read or written, and the version before it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace lstm {

/// Tells one content of a file from another.
struct FileStamp {
    std::uint64_t size = 0;
    std::uint64_t hash = 0;  ///< FNV-1a

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

[[nodiscard]] FileStamp stamp_of(std::string_view text);

enum class FileState { same, changed, gone };

/// Whether the file at `path` still holds what `stamp` is of. Its content counts, not its date: a
/// clock is too coarse for two programs that save at once, and a copy may be newer and the same.
/// Throws FileError where it cannot be read.
[[nodiscard]] FileState state_of(const std::filesystem::path& path, const FileStamp& stamp);

/// "26 November 2026, 00:41", in the local time.
[[nodiscard]] std::string date_and_time(std::int64_t seconds_since_1970);

/// "written on 26 November 2026, 00:41, 2.1 kB"; empty where there is no file.
[[nodiscard]] std::string date_and_size(const std::filesystem::path& path);

/// The name under which the version before a save is kept: "FILE~".
[[nodiscard]] std::filesystem::path previous_version(const std::filesystem::path& path);

/// Keeps what the file at `path` holds as its previous version, with the same permissions. Does
/// nothing where there is no file. Throws FileError.
void keep_previous_version(const std::filesystem::path& path);

}  // namespace lstm
