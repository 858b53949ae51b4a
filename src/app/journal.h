/// The journal: unsaved work is written beside the settings while it grows, so that whatever ends
/// the program costs seconds of it.
#pragma once

#include "app/kept_work.h"
#include "platform/background.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lstm {

/// The journal of one window, written in the background, so that no frame waits for a disk. Its
/// members are for the window's thread, but `flush` for any.
class Journal {
public:
    /// Changes are gathered for so long before they are written.
    static constexpr std::chrono::milliseconds usual_pace{2000};

    /// Keeps nothing where `folder` is empty.
    explicit Journal(std::filesystem::path folder, std::chrono::milliseconds pace = usual_pace);
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;
    /// Writes what is still to be written. Work that was not cleared stays for the next start.
    ~Journal() = default;

    /// `work` is what is unsaved now; its time is set here. Costs next to nothing.
    void keep(Work work);
    /// Nothing is unsaved any more.
    void clear();
    /// Waits until all that was kept or cleared is on the disk, or could not be written.
    void flush();
    /// Why the last write failed; each reason once.
    [[nodiscard]] std::optional<std::string> trouble();

    /// What earlier runs left in the folder.
    [[nodiscard]] std::vector<OrphanedWork> orphans() const;
    /// Goes on with the file of an orphan, as `work`; nothing else is kept at that time.
    void adopt(OrphanedWork orphan);

private:
    /// Keeps `work`, or nothing. Throws FileError.
    void carry_out(const std::optional<Work>& work);

    std::filesystem::path folder_;
    std::optional<WorkFiles> files_;
    std::string told_;  ///< of what went wrong
    /// Goes first: it may still be at the files. It lets go of documents in the window's thread
    /// alone: a document's parts are shared, and one that is its only holder may change them.
    std::unique_ptr<Background> background_;
};

}  // namespace lstm
