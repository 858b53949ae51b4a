/// Locks among the tabs of a browser, which takes them back when a tab goes.
#include "platform/file_lock.h"

#include "platform/web/page.h"

#include <utility>

namespace lstm {

// A descriptor is the number that the page gives a lock.
std::optional<FileLock> FileLock::take(const std::filesystem::path& file) {
    const int lock = page::take_lock(file.string());
    if (lock < 0) return {};
    return FileLock(lock);
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

FileLock::~FileLock() {
    if (descriptor_ >= 0) page::give_lock_back(descriptor_);
}

}  // namespace lstm
