/// A lock that ends with the process that holds it, however that ends.
#pragma once

#include <filesystem>
#include <optional>

namespace lstm {

/// Holds the lock on a file until it goes.
class FileLock {
public:
    /// Makes the file where there is none. Nothing where the lock is held already. Throws FileError
    /// where the file cannot be made or locked.
    [[nodiscard]] static std::optional<FileLock> take(const std::filesystem::path& file);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_ = -1;
};

}  // namespace lstm
