/// Files as a whole: read at once, and saved so that a failure costs nothing.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
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

/// All of the file. Throws FileError.
[[nodiscard]] std::string load_file(const std::filesystem::path& path);

/// All of standard input. Throws FileError.
[[nodiscard]] std::string load_standard_input();

/// Puts `text` into the file at `path`, new or not: written to a temporary file beside it, flushed
/// to the disk, then renamed. Keeps the file's permissions; a link stays, and what it points to is
/// saved. Throws FileError, and then the old file is whole and the temporary one gone.
void save_file(const std::filesystem::path& path, std::string_view text);

/// The same for a text that `write` writes piece by piece, and that memory need not hold.
void save_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);

/// What may take the place of a file: a temporary one beside it that goes when this does, unless it
/// was kept.
class Draft {
public:
    /// Throws FileError where the target could not be written.
    explicit Draft(const std::filesystem::path& target);
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    ~Draft();

    [[nodiscard]] const std::filesystem::path& path() const;
    /// Fills it and flushes it to the disk; where another program does so, this is not called.
    /// Throws FileError.
    void write(const std::function<void(std::ostream&)>& write);
    /// Puts it into the target's place. Throws FileError.
    void keep();

private:
    class Files;
    std::unique_ptr<Files> files_;
};

}  // namespace lstm
