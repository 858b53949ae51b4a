/// Reading through the C library, which tells why something failed.
#include "platform/files.h"

#include "platform/atomic_file.h"
#include "platform/text.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <ostream>
#include <system_error>

namespace lstm {
namespace fs = std::filesystem;
namespace {

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

std::string reason_of(int error) {
    return std::generic_category().message(error);
}

File open(const fs::path& path, const char* mode) {
    return File(std::fopen(path.string().c_str(), mode));
}

[[noreturn]] void refuse_size(const fs::path& name) {
    throw FileError(name, "expected at most 1 GiB, found more");
}

std::string load(std::FILE* file, const fs::path& name) {
    std::string text;
    std::size_t size = 0;
    do {
        constexpr std::size_t chunk = std::size_t{1} << 16;
        text.resize(std::min(size + std::max(size, chunk), max_file_bytes + 1));
        size += std::fread(text.data() + size, 1, text.size() - size, file);
        if (std::ferror(file)) throw FileError(name, "cannot be read: " + reason_of(errno));
        if (size > max_file_bytes) refuse_size(name);
    } while (!std::feof(file));
    text.resize(size);
    return text;
}

/// Whether `path` is a name of what the program was started with as open: standard input, or what a
/// shell puts in the place of <(…). Reading it waits for nobody who may never come.
bool is_open_already(const fs::path& path) {
    const std::string name = path.lexically_normal().generic_string();
    return name == "/dev/stdin" || name.starts_with("/dev/fd/") ||
           name.starts_with("/proc/self/fd/");
}

/// A folder has no text, a pipe with no writer never ends, a device may have no end.
void require_readable(const fs::path& path) {
    std::error_code unknown;
    const fs::file_status status = fs::status(path, unknown);
    const auto refuse = [&](const char* found) {
        throw FileError(path, std::string("expected a file, found ") + found);
    };
    if (fs::is_directory(status)) refuse("a folder");
    if (is_open_already(path)) return;
    if (fs::is_fifo(status)) refuse("a pipe (standard input takes one: - < PIPE)");
    if (fs::exists(status) && !fs::is_regular_file(status)) refuse("a device");
    const auto size = fs::file_size(path, unknown);
    if (!unknown && size > max_file_bytes) refuse_size(path);
}

}  // namespace

FileError::FileError(const fs::path& file, const std::string& reason)
    : std::runtime_error(on_one_line(file.string(), 1000) + ": " + reason) {}

std::string load_file(const fs::path& path) {
    require_readable(path);
    const File file = open(path, "rb");
    if (!file) throw FileError(path, "cannot be read: " + reason_of(errno));
    return load(file.get(), path);
}

std::string load_standard_input() {
    return load(stdin, "standard input");
}

fs::path followed(fs::path path) {
    constexpr int most_links = 40;
    for (int k = 0; k < most_links && fs::is_symlink(path); ++k)
        path = path.parent_path() / fs::read_symlink(path);
    return path;
}

void save_file(const fs::path& path, std::string_view text) {
    AtomicFile file(path);
    file.out() << text;
    file.keep();
}

}  // namespace lstm
