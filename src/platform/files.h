/// Files as a whole: read at once, and saved so that a failure costs nothing.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace lstm {

/// A file could not be read or written; what() is one line that names the file and says why.
class FileError : public std::runtime_error {
public:
    FileError(const std::filesystem::path& file, const std::string& reason);
};

/// A file that is larger is not read.
inline constexpr std::size_t max_file_bytes = std::size_t{1} << 30;

/// All of the file. Throws FileError, at once where it is a pipe or a device: reading one might
/// never end. Standard input and what a shell opened, /dev/fd/N, are read whatever they are.
[[nodiscard]] std::string load_file(const std::filesystem::path& path);

/// All of standard input. Throws FileError.
[[nodiscard]] std::string load_standard_input();

/// The file that `path` leads to through any number of links.
[[nodiscard]] std::filesystem::path followed(std::filesystem::path path);

/// Puts `text` into the file at `path`, new or not, all at once: see AtomicFile. Throws FileError,
/// and then the old file is whole.
void save_file(const std::filesystem::path& path, std::string_view text);

}  // namespace lstm
