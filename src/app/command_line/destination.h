/// Where `--out` leads: a file, or standard output by one of its names; a pipe or a device takes
/// its place.
#pragma once

#include "app/command_line/options.h"
#include "app/loading.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string_view>

namespace lstm {

/// What is to be written: a terminal is shown no picture.
enum class Content { text, picture };

/// A place to write to.
class Destination {
public:
    /// `input`: what was read, or nullptr. Throws UsageError where the place is the file that it
    /// was read from, by whatever name, and this is not forced, or where it is a terminal and
    /// `content` is not for one. A pipe or a device is opened, and is the program's standard output
    /// from now on. Throws FileError where it cannot be opened.
    Destination(const OutWish& wish, const Loaded* input, Content content);

    /// Whether it is a file, which may be written again and again, each time as a whole.
    [[nodiscard]] bool is_file() const { return !path_.empty(); }
    /// The file; empty: standard output.
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// Throws FileError where it could not be written, for those who will only do so much later.
    void require_writable() const;
    /// Puts a text there. Throws FileError; that standard output cannot be written is told at the
    /// program's end.
    void write(std::string_view text) const;

private:
    std::filesystem::path path_;
};

}  // namespace lstm
