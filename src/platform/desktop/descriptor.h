/// Open files of POSIX: what closes them, and what is done with all of one.
#pragma once

#ifndef _WIN32

#include <unistd.h>

#include <cstddef>
#include <utility>

namespace lstm {

/// A file's descriptor, or none: −1.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }

    explicit operator bool() const { return number_ >= 0; }
    int operator*() const { return number_; }

private:
    int number_ = -1;
};

/// Writes all of it where `file` stands. 0, or the error.
[[nodiscard]] int write_all(int file, const char* text, std::size_t size);

/// Makes `to` hold what `from` holds, and flushes it to the disk. 0, or the error.
[[nodiscard]] int copy_contents(int from, int to);

/// Gives the owner, the permissions and the extended attributes of `old` to `fresh`. False where
/// they cannot be given, or where `old` has several names, of which `fresh` could take one only.
[[nodiscard]] bool takes_over(int old, int fresh);

}  // namespace lstm

#endif
