/// A thread that writes the newest work, and how the window hands it over.
#include "app/journal.h"

#include <ctime>
#include <exception>
#include <utility>

namespace lstm {

Journal::Journal(std::filesystem::path folder, std::chrono::milliseconds pace)
    : folder_(std::move(folder)), pace_(pace) {}

Journal::~Journal() {
    if (!writer_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
    writer_.join();
}

void Journal::keep(Work work) {
    work.when = std::time(nullptr);
    ask_for(std::move(work), false);
}

void Journal::clear() {
    ask_for({}, true);
}

void Journal::ask_for(std::optional<Work> work, bool at_once) {
    if (folder_.empty() || (!work && !writer_.joinable() && !files_)) return;
    decltype(written_) gone;  // what goes, goes outside of the lock
    {
        const std::lock_guard lock(mutex_);
        gone = std::exchange(written_, {});
        std::swap(wanted_, work);
        due_ = true;
        at_once_ = at_once_ || at_once;
    }
    if (!writer_.joinable()) writer_ = std::thread([this] { run(); });
    changed_.notify_all();
}

void Journal::flush() {
    std::unique_lock lock(mutex_);
    at_once_ = due_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return !due_ && !busy_; });
}

std::optional<std::string> Journal::trouble() {
    const std::lock_guard lock(mutex_);
    if (trouble_.empty() || trouble_ == told_) return {};
    return told_ = trouble_;
}

std::vector<OrphanedWork> Journal::orphans() const {
    return folder_.empty() ? std::vector<OrphanedWork>() : orphans_in(folder_);
}

void Journal::adopt(OrphanedWork orphan) {
    flush();
    if (files_) files_->remove();
    files_ = std::move(orphan.files);
}

void Journal::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return due_ || ending_; });
        if (!due_) return;
        changed_.wait_for(lock, pace_, [this] { return at_once_ || ending_; });
        std::optional<Work> work = std::exchange(wanted_, {});
        due_ = at_once_ = false;
        busy_ = true;
        lock.unlock();
        std::string failure = carry_out(work);
        lock.lock();
        written_.push_back(std::move(work));
        trouble_ = std::move(failure);
        busy_ = false;
        changed_.notify_all();
    }
}

std::string Journal::carry_out(const std::optional<Work>& work) {
    try {
        if (!work) {
            if (files_) files_->remove();
            files_.reset();
            return {};
        }
        if (!files_) files_ = WorkFiles::in(folder_);
        write_work(files_->work, *work);
        return {};
    } catch (const std::exception& error) {
        return error.what();
    }
}

}  // namespace lstm
