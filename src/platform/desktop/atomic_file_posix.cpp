/// Files without a name where POSIX has them, locked ones with a random name elsewhere.
#include "platform/atomic_replacement.h"
#include "platform/desktop/descriptor.h"
#include "platform/files.h"

#ifndef _WIN32

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <ostream>
#include <random>
#include <streambuf>
#include <string>
#include <system_error>

namespace lstm {
namespace fs = std::filesystem;
namespace {

const std::string name_begins = ".lstm-notebook-";
const std::string name_ends = ".tmp";

/// A name that nobody else takes. It is one of its own, since the target's may already be as long
/// as names can be.
fs::path random_name(const fs::path& folder) {
    std::random_device random;
    std::array<char, 17> digits{};
    (void)std::snprintf(digits.data(), digits.size(), "%08x%08x", random(), random());
    return folder / (name_begins + digits.data() + name_ends);
}

/// Removes what killed programs left in `folder`: such a file is locked by whoever still needs it.
void remove_left_over(const fs::path& folder) {
    std::error_code ignored;
    for (fs::directory_iterator entry(folder, ignored), end; !ignored && entry != end;
         entry.increment(ignored)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(name_begins) || !name.ends_with(name_ends)) continue;
        const Descriptor file(
            ::open(entry->path().c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        if (file && ::flock(*file, LOCK_EX | LOCK_NB) == 0) ::unlink(entry->path().c_str());
    }
}

/// Lets a stream write to a descriptor, and remembers why it could not.
class Buffer : public std::streambuf {
public:
    explicit Buffer(int file) : file_(file) { setp(room_.data(), room_.data() + room_.size()); }

    /// 0, or the error of the first write that failed.
    [[nodiscard]] int error() const { return error_; }

protected:
    int_type overflow(int_type c) override {
        if (sync() != 0) return traits_type::eof();
        if (c == traits_type::eof()) return traits_type::not_eof(c);
        return sputc(traits_type::to_char_type(c));
    }
    int sync() override {
        if (error_ == 0)
            error_ = write_all(file_, pbase(), static_cast<std::size_t>(pptr() - pbase()));
        setp(room_.data(), room_.data() + room_.size());
        return error_ == 0 ? 0 : -1;
    }

private:
    int file_;
    int error_ = 0;
    std::array<char, std::size_t{1} << 16> room_{};
};

/// The target with links followed, and a file without a name or with a random one.
class PosixReplacement : public AtomicFile::Replacement {
public:
    explicit PosixReplacement(const fs::path& path)
        : asked_(path), target_(followed(path)), folder_(folder_of(target_)), out_(nullptr) {
        const bool exists = require_writable();
        remove_left_over(folder_);
        open(exists);
        buffer_.emplace(*file_);
        out_.rdbuf(&*buffer_);
    }
    PosixReplacement(const PosixReplacement&) = delete;
    PosixReplacement& operator=(const PosixReplacement&) = delete;
    ~PosixReplacement() override {
        if (!name_.empty()) ::unlink(name_.c_str());
    }

    [[nodiscard]] std::ostream& out() override { return out_; }
    [[nodiscard]] fs::path path() const override { return name_.empty() ? path_of(*file_) : name_; }

    void keep(const fs::path& model) override {
        out_.flush();
        if (buffer_->error() != 0) fail(buffer_->error());
        const Descriptor old = open_old();
        const bool can_replace =
            static_cast<bool>(old) && !elsewhere_ && (!model.empty() || takes_over(*old, *file_));
        if (!model.empty() && ::fchmod(*file_, mode_of(model)) != 0) fail(errno);
        if (::fsync(*file_) != 0) fail(errno);
        if (!old)
            appear();
        else if (!can_replace || !replace())
            rewrite(*old);
        flush_folder();
    }

private:
    static fs::path folder_of(const fs::path& file) {
        return file.has_parent_path() ? file.parent_path() : fs::path(".");
    }
    static mode_t mode_of(const fs::path& file) {
        return static_cast<mode_t>(fs::status(file).permissions() & fs::perms::mask);
    }
    /// A name for a file that has none, under which this process and those it starts find it.
    static fs::path path_of(int file) {
        return "/proc/" + std::to_string(::getpid()) + "/fd/" + std::to_string(file);
    }
    [[noreturn]] void fail(int error) const {
        throw FileError(asked_, "cannot be saved: " + std::generic_category().message(error));
    }

    [[nodiscard]] Descriptor open_old() const {
        Descriptor old(::open(target_.c_str(), O_WRONLY | O_CLOEXEC));
        if (!old && errno != ENOENT) fail(errno);
        return old;
    }
    /// A rename would replace what cannot be written, so ask first. Whether there is a file.
    [[nodiscard]] bool require_writable() const {
        const fs::file_status status = fs::status(target_);
        if (!fs::exists(status)) return false;
        if (fs::is_directory(status)) throw FileError(asked_, "cannot be saved: it is a folder");
        if (!fs::is_regular_file(status)) throw FileError(asked_, "cannot be saved: it is no file");
        (void)open_old();
        return true;
    }

    /// One that nobody sees, one with a random name, or where the folder takes no new files but the
    /// old one can be written, one elsewhere.
    void open(bool exists) {
        const mode_t mode = exists ? 0600 : 0666;  // no more than the old one has
        file_ = nameless(folder_, mode);
        if (!file_) open_named(mode);
        if (!file_ && exists && (errno == EACCES || errno == EPERM || errno == EROFS)) {
            elsewhere_ = true;
            file_ = nameless_anywhere();
        }
        if (!file_) fail(errno);
    }
    static Descriptor nameless([[maybe_unused]] const fs::path& folder,
                               [[maybe_unused]] mode_t mode) {
#ifdef O_TMPFILE
        Descriptor file(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, mode));
        if (file && ::faccessat(AT_FDCWD, path_of(*file).c_str(), F_OK, AT_EACCESS) == 0)
            return file;
#endif
        return {};
    }
    void open_named(mode_t mode) {
        constexpr int attempts = 100;
        for (int k = 0; k < attempts && !file_; ++k) {
            const fs::path name = random_name(folder_);
            file_ = Descriptor(::open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode));
            if (!file_ && errno != EEXIST) return;
            if (!file_) continue;
            // Who takes it for a leftover holds the lock now, and will remove it.
            if (::flock(*file_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
                file_ = Descriptor();
            else
                name_ = name;
        }
    }

    /// Gives the file its name where there was none before.
    void appear() {
        if (name_.empty() && link_as(target_.c_str())) return;
        if (!replace()) fail(errno);
    }
    /// Puts it into the old one's place; false where that one must stay, and errno says why.
    [[nodiscard]] bool replace() {
        if (name_.empty()) return replace_nameless();
        if (::rename(name_.c_str(), target_.c_str()) != 0) return false;
        name_.clear();
        return true;
    }
    /// Only what has a name can take another's place. Two calls, then, and a program that is killed
    /// between them would leave that name: a process of its own makes them, which nobody kills.
    [[nodiscard]] bool replace_nameless() const {
        (void)::flock(*file_, LOCK_EX | LOCK_NB);  // for the moment in which it has a name
        const std::string name = random_name(folder_).string();
        volatile int error = 0;
        const auto act = [&] {
            if (!link_as(name.c_str())) {
                error = errno;
            } else if (::rename(name.c_str(), target_.c_str()) != 0) {
                error = errno;
                ::unlink(name.c_str());
            }
        };
        const pid_t helper = ::vfork();  // it shares our memory, and we go on when it has ended
        if (helper == 0) {
            ::setpgid(0, 0);
            act();
            ::_exit(0);
        }
        if (helper < 0) act();
        while (helper > 0 && ::waitpid(helper, nullptr, 0) < 0 && errno == EINTR) {
        }
        errno = error;
        return error == 0;
    }
    [[nodiscard]] bool link_as(const char* name) const {
        std::array<char, 40> own{};  // memory is not to be had where this may be called
        (void)std::snprintf(own.data(), own.size(), "/proc/self/fd/%d", *file_);
        return ::linkat(AT_FDCWD, own.data(), AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
    }

    /// Writes the old file anew, and what it held, where that fails.
    void rewrite(int old) {
        const Descriptor readable(::open(target_.c_str(), O_RDONLY | O_CLOEXEC));
        if (!readable) fail(errno);
        const Descriptor before = nameless_anywhere();
        if (!before) fail(errno);
        if (const int error = copy_contents(*readable, *before)) fail(error);
        if (const int error = copy_contents(*file_, old)) {
            (void)copy_contents(*before, old);
            fail(error);
        }
    }
    static Descriptor nameless_anywhere() {
        std::error_code none;
        fs::path folder = fs::temp_directory_path(none);
        if (none) folder = "/tmp";
        Descriptor file = nameless(folder, 0600);
        if (file) return file;
        std::string name = (folder / "lstm-notebook-XXXXXX").string();
        file = Descriptor(::mkstemp(name.data()));
        if (file) ::unlink(name.c_str());
        return file;
    }

    /// Makes the new name last through a power cut. The text is safe either way, so a failure is no
    /// error.
    void flush_folder() const {
        const Descriptor folder(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (folder) ::fsync(*folder);
    }

    fs::path asked_;
    fs::path target_;
    fs::path folder_;
    Descriptor file_;
    fs::path name_;           ///< empty: it has none
    bool elsewhere_ = false;  ///< it cannot take the old one's place
    std::optional<Buffer> buffer_;
    std::ostream out_;
};

}  // namespace

std::unique_ptr<AtomicFile::Replacement> AtomicFile::Replacement::begin(const fs::path& target) {
    return std::make_unique<PosixReplacement>(target);
}

}  // namespace lstm

#endif
