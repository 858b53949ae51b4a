/// Reading, writing and what surrounds a file's contents, by POSIX and Linux.
#include "platform/desktop/descriptor.h"

#ifndef _WIN32

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string>
#include <vector>

#ifdef __linux__
#include <sys/xattr.h>
#endif

namespace lstm {
namespace {

#ifdef __linux__

/// The names of its extended attributes; nothing where they cannot be told.
std::optional<std::vector<std::string>> attributes_of(int file) {
    std::string names;
    for (ssize_t size = 0; (size = ::flistxattr(file, nullptr, 0)) != 0;) {
        if (size < 0 && errno == ENOTSUP) break;
        if (size < 0) return {};
        names.resize(static_cast<std::size_t>(size));
        size = ::flistxattr(file, names.data(), names.size());
        if (size < 0 && errno == ERANGE) continue;  // there are more by now
        if (size < 0) return {};
        names.resize(static_cast<std::size_t>(size));
        break;
    }
    std::vector<std::string> result;
    for (std::size_t at = 0; at < names.size(); at += result.back().size() + 1)
        result.emplace_back(names.c_str() + at);
    return result;
}

std::optional<std::string> attribute(int file, const std::string& name) {
    std::string value;
    while (true) {
        const ssize_t size = ::fgetxattr(file, name.c_str(), nullptr, 0);
        if (size < 0) return {};
        value.resize(static_cast<std::size_t>(size));
        const ssize_t read = ::fgetxattr(file, name.c_str(), value.data(), value.size());
        if (read == size) return value;
        if (read < 0 && errno != ERANGE) return {};
    }
}

bool take_over_attributes(int old, int fresh) {
    const auto wanted = attributes_of(old);
    const auto found = attributes_of(fresh);
    if (!wanted || !found) return false;
    for (const std::string& name : *found)
        if (!attribute(old, name) && ::fremovexattr(fresh, name.c_str()) != 0) return false;
    return std::ranges::all_of(*wanted, [&](const std::string& name) {
        const auto value = attribute(old, name);
        return value && (attribute(fresh, name) == value ||
                         ::fsetxattr(fresh, name.c_str(), value->data(), value->size(), 0) == 0);
    });
}

#else

bool take_over_attributes(int, int) {
    return true;
}

#endif

}  // namespace

int write_all(int file, const char* text, std::size_t size) {
    while (size > 0) {
        const ssize_t written = ::write(file, text, size);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        text += written;
        size -= static_cast<std::size_t>(written);
    }
    return 0;
}

int copy_contents(int from, int to) {
    std::array<char, std::size_t{1} << 16> room{};
    off_t at = 0;
    if (::lseek(to, 0, SEEK_SET) < 0) return errno;
    while (const ssize_t size = ::pread(from, room.data(), room.size(), at)) {
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return errno;
        if (const int error = write_all(to, room.data(), static_cast<std::size_t>(size)))
            return error;
        at += size;
    }
    return ::ftruncate(to, at) == 0 && ::fsync(to) == 0 ? 0 : errno;
}

bool takes_over(int old, int fresh) {
    struct stat was {
    }, is{};
    if (::fstat(old, &was) != 0 || ::fstat(fresh, &is) != 0) return false;
    if (was.st_nlink > 1) return false;
    if ((was.st_uid != is.st_uid || was.st_gid != is.st_gid) &&
        ::fchown(fresh, was.st_uid, was.st_gid) != 0)
        return false;
    constexpr mode_t permissions = 07777;
    return take_over_attributes(old, fresh) && ::fchmod(fresh, was.st_mode & permissions) == 0;
}

}  // namespace lstm

#endif
