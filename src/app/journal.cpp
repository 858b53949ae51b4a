/// The newest work, handed to the background.
#include "app/journal.h"

#include <ctime>
#include <exception>
#include <utility>

namespace lstm {
namespace {

/// Why `action` failed, or nothing.
template <class Action>
std::string failure_of(const Action& action) {
    try {
        action();
        return {};
    } catch (const std::exception& error) {
        return error.what();
    }
}

}  // namespace

Journal::Journal(std::filesystem::path folder, std::chrono::milliseconds pace)
    : folder_(std::move(folder)), background_(open_background(pace)) {}

void Journal::keep(Work work) {
    if (folder_.empty()) return;
    work.when = std::time(nullptr);
    background_->give([this, work = std::optional(
                                 std::move(work))] { return failure_of([&] { carry_out(work); }); },
                      false);
}

void Journal::clear() {
    if (folder_.empty() || (!background_->used() && !files_)) return;
    background_->give([this] { return failure_of([&] { carry_out({}); }); }, true);
}

void Journal::flush() {
    background_->flush();
}

std::optional<std::string> Journal::trouble() {
    const std::string trouble = background_->failure();
    if (trouble.empty() || trouble == told_) return {};
    return told_ = trouble;
}

std::vector<OrphanedWork> Journal::orphans() const {
    return folder_.empty() ? std::vector<OrphanedWork>() : orphans_in(folder_);
}

void Journal::adopt(OrphanedWork orphan) {
    flush();
    if (files_) files_->remove();
    files_ = std::move(orphan.files);
}

void Journal::carry_out(const std::optional<Work>& work) {
    if (work) {
        if (!files_) files_ = WorkFiles::in(folder_);
        write_work(files_->work, *work);
        return;
    }
    if (files_) files_->remove();
    files_.reset();
}

}  // namespace lstm
