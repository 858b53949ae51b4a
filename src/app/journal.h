/// The journal: unsaved work is written beside the settings while it grows, so that whatever ends
/// the program costs seconds of it.
#pragma once

#include "app/kept_work.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace lstm {

/// The journal of one window. A thread of its own writes it, so that no frame waits for a disk. Its
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
    ~Journal();

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
    void ask_for(std::optional<Work> work, bool at_once);
    void run();
    /// Returns why it failed; empty where it did not.
    std::string carry_out(const std::optional<Work>& work);

    std::filesystem::path folder_;
    std::chrono::milliseconds pace_;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<Work> wanted_;  ///< to be on the disk; nothing: no file
    bool due_ = false;            ///< `wanted_` is not on the disk yet
    bool busy_ = false;           ///< it is being written
    bool at_once_ = false;        ///< without gathering
    bool ending_ = false;
    /// What has been written. Let go by the window's thread alone: a document's parts are shared,
    /// and one that is its only holder may change them in place.
    std::vector<std::optional<Work>> written_;
    std::string trouble_, told_;
    std::optional<WorkFiles> files_;

    std::thread writer_;  ///< begins when it is needed
};

}  // namespace lstm
