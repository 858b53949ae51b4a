/// Reading and safe saving through the C library, which tells why something failed.
#include "formats/files.h"

#include "formats/text.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <ostream>
#include <streambuf>
#include <system_error>

#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

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

/// The file that `path` leads to through any number of links.
fs::path followed(fs::path path) {
    constexpr int most_links = 40;
    for (int k = 0; k < most_links && fs::is_symlink(path); ++k)
        path = path.parent_path() / fs::read_symlink(path);
    return path;
}

/// A rename would replace what cannot be written, so ask first.
void require_writable(const fs::path& target) {
    if (fs::is_directory(target)) throw FileError(target, "cannot be saved: it is a folder");
    if (!fs::is_regular_file(target)) throw FileError(target, "cannot be saved: it is no file");
    if (!open(target, "ab")) throw FileError(target, "cannot be saved: " + reason_of(errno));
}

/// Lets a stream write to a file of the C library, which tells why it failed.
class Buffer : public std::streambuf {
public:
    explicit Buffer(std::FILE* file) : file_(file) {}

protected:
    int_type overflow(int_type c) override {
        return c == traits_type::eof() ? 0 : std::fputc(c, file_);
    }
    std::streamsize xsputn(const char* text, std::streamsize size) override {
        return static_cast<std::streamsize>(
            std::fwrite(text, 1, static_cast<std::size_t>(size), file_));
    }

private:
    std::FILE* file_;
};

/// A file beside `target` that goes when this does, unless it was renamed.
class TemporaryFile {
public:
    explicit TemporaryFile(const fs::path& target) : target_(target) {
        constexpr int attempts = 100;
        for (int k = 0; k < attempts && !file_; ++k) {
            // A name of its own, since the target's may already be as long as names can be.
            path_ = target.parent_path() / (".lstm-notebook-" + std::to_string(k) + ".tmp");
            file_ = open(path_, "wbx");
            if (!file_ && errno != EEXIST) break;
        }
        require(file_ != nullptr);
    }
    ~TemporaryFile() {
        file_.reset();
        std::error_code ignored;
        if (!renamed_) fs::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    void write(const std::function<void(std::ostream&)>& write_to) {
        Buffer buffer(file_.get());
        std::ostream out(&buffer);
        write_to(out);
        require(out.good());
        require(std::fflush(file_.get()) == 0);
#ifdef _WIN32
        require(_commit(_fileno(file_.get())) == 0);
#else
        require(fsync(fileno(file_.get())) == 0);
#endif
        require(std::fclose(file_.release()) == 0);
    }

    [[nodiscard]] const fs::path& path() const {
        return path_;
    }

    void copy_permissions() {
        fs::permissions(path_, fs::status(target_).permissions());
    }

    void rename() {
        fs::rename(path_, target_);
        renamed_ = true;
    }

private:
    void require(bool done) const {
        if (!done) throw FileError(target_, "cannot be saved: " + reason_of(errno));
    }

    const fs::path& target_;
    fs::path path_;
    File file_;
    bool renamed_ = false;
};

/// Makes the rename last through a power cut. The text is safe either way, so a failure is no
/// error.
void flush_folder([[maybe_unused]] const fs::path& folder) {
#ifndef _WIN32
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY);
    if (descriptor < 0) return;
    fsync(descriptor);
    close(descriptor);
#endif
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

void save_file(const fs::path& path, std::string_view text) {
    save_file(path, [&](std::ostream& out) { out << text; });
}

/// The target with links followed, and what will take its place.
class Draft::Files {
public:
    explicit Files(const fs::path& path)
        : asked_(path), target_(writable(followed(path))), file_(target_) {
        if (fs::exists(target_)) file_.copy_permissions();
    }

    [[nodiscard]] TemporaryFile& file() { return file_; }
    void keep() {
        try {
            file_.rename();
        } catch (const fs::filesystem_error& error) {
            throw FileError(asked_, "cannot be saved: " + error.code().message());
        }
        flush_folder(target_.parent_path());
    }

private:
    static fs::path writable(fs::path target) {
        if (fs::exists(target)) require_writable(target);
        return target;
    }

    fs::path asked_;
    fs::path target_;
    TemporaryFile file_;
};

Draft::Draft(const fs::path& target) try : files_(std::make_unique<Files>(target)) {
} catch (const fs::filesystem_error& error) {
    throw FileError(target, "cannot be saved: " + error.code().message());
}

Draft::~Draft() = default;

const fs::path& Draft::path() const {
    return files_->file().path();
}

void Draft::keep() {
    files_->keep();
}

void Draft::write(const std::function<void(std::ostream&)>& write) {
    files_->file().write(write);
}

void save_file(const fs::path& path, const std::function<void(std::ostream&)>& write) {
    Draft draft(path);
    draft.write(write);
    draft.keep();
}

}  // namespace lstm
