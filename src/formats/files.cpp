/// Reading through the C library, which tells why something failed.
#include "formats/files.h"

#include "formats/atomic_file.h"
#include "formats/text.h"

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

std::string load(std::FILE* file, const fs::path& name) {
    std::string text;
    std::size_t size = 0;
    do {
        constexpr std::size_t chunk = std::size_t{1} << 16;
        text.resize(size + std::max(size, chunk));
        size += std::fread(text.data() + size, 1, text.size() - size, file);
        if (std::ferror(file)) throw FileError(name, "cannot be read: " + reason_of(errno));
        if (size > max_file_bytes) throw FileError(name, "is larger than 1 GB");
    } while (!std::feof(file));
    text.resize(size);
    return text;
}

}  // namespace

FileError::FileError(const fs::path& file, const std::string& reason)
    : std::runtime_error(on_one_line(file.string(), 1000) + ": " + reason) {}

std::string load_file(const fs::path& path) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) throw FileError(path, "expected a file, found a folder");
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
