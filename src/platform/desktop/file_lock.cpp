/// Locks of the operating system: it ends them when the process dies.
#include "platform/file_lock.h"

#include "platform/files.h"

#include <cerrno>
#include <system_error>
#include <utility>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <share.h>
#include <sys/stat.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace lstm {

std::optional<FileLock> FileLock::take(const std::filesystem::path& file) {
    const auto fail = [&] {
        throw FileError(file, "cannot be locked: " + std::generic_category().message(errno));
    };
#ifdef _WIN32
    int descriptor = -1;
    if (_wsopen_s(&descriptor, file.c_str(), _O_CREAT | _O_RDWR, _SH_DENYRW, _S_IWRITE) == 0)
        return FileLock(descriptor);
    if (errno != EACCES) fail();
    return {};
#else
    const int descriptor = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0) fail();
    FileLock lock(descriptor);
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
    if (errno != EWOULDBLOCK) fail();
    return {};
#endif
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

FileLock::~FileLock() {
    if (descriptor_ < 0) return;
#ifdef _WIN32
    _close(descriptor_);
#else
    ::close(descriptor_);
#endif
}

}  // namespace lstm
