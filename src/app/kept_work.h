/// Work that is in no file yet, as a file of its own: what it is of, and the scenario.
#pragma once

#include "document/history.h"
#include "platform/file_lock.h"
#include "platform/file_stamp.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lstm {

/// A document with changes, and where it belongs.
struct Work {
    Snapshot document;
    std::string file;                  ///< that it was read from or saved to; empty: none
    std::optional<FileStamp> stamp{};  ///< of what that file held then
    std::string example{};             ///< that it was; empty: none
    std::int64_t when = 0;             ///< seconds since 1970
};

/// The files of one running window: the work, and the lock that says that somebody is at it.
struct WorkFiles {
    std::filesystem::path work;
    FileLock lock;

    /// Names of their own in `folder`, which is made where there is none. Throws FileError.
    [[nodiscard]] static WorkFiles in(const std::filesystem::path& folder);
    /// The lock's file.
    [[nodiscard]] std::filesystem::path lock_file() const;
    /// Removes both. A failure is no matter: the work is offered once more.
    void remove() const;
};

/// Writes `work` in the place of what the file holds. Throws FileError; it is then as it was.
void write_work(const std::filesystem::path& file, const Work& work);

/// Work that a window left which is no more.
struct OrphanedWork {
    WorkFiles files;
    Work work;  ///< all but the document
    std::string title;

    /// Throws FileError or FormatError.
    [[nodiscard]] Document document() const;
};

/// All in `folder` that nobody is at, the newest first, each locked for whoever asks. What cannot
/// be read stays where it is.
[[nodiscard]] std::vector<OrphanedWork> orphans_in(const std::filesystem::path& folder);

}  // namespace lstm
