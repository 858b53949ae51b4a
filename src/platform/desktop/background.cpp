/// A thread that does the newest task, and how it is handed over.
#include "platform/background.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace lstm {
namespace {

class BackgroundThread : public Background {
public:
    explicit BackgroundThread(std::chrono::milliseconds pace) : pace_(pace) {}
    BackgroundThread(const BackgroundThread&) = delete;
    BackgroundThread& operator=(const BackgroundThread&) = delete;
    ~BackgroundThread() override {
        if (!thread_.joinable()) return;
        {
            const std::lock_guard lock(mutex_);
            ending_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }

    void give(Task task, bool at_once) override {
        std::vector<Task> gone;  // what goes, goes outside of the lock
        {
            const std::lock_guard lock(mutex_);
            gone = std::exchange(done_, {});
            std::swap(wanted_, task);
            at_once_ = at_once_ || at_once;
        }
        if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
        changed_.notify_all();
    }
    [[nodiscard]] bool used() const override { return thread_.joinable(); }
    void flush() override {
        std::unique_lock lock(mutex_);
        at_once_ = wanted_ != nullptr;
        changed_.notify_all();
        changed_.wait(lock, [this] { return !wanted_ && !busy_; });
    }
    [[nodiscard]] std::string failure() override {
        const std::lock_guard lock(mutex_);
        return failure_;
    }

private:
    void run() {
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock, [this] { return wanted_ || ending_; });
            if (!wanted_) return;
            changed_.wait_for(lock, pace_, [this] { return at_once_ || ending_; });
            Task task = std::exchange(wanted_, nullptr);
            at_once_ = false;
            busy_ = true;
            lock.unlock();
            std::string failure = task();
            lock.lock();
            done_.push_back(std::move(task));
            failure_ = std::move(failure);
            busy_ = false;
            changed_.notify_all();
        }
    }

    const std::chrono::milliseconds pace_;
    std::mutex mutex_;
    std::condition_variable changed_;
    Task wanted_;
    bool busy_ = false;     ///< one is being done
    bool at_once_ = false;  ///< without waiting for another
    bool ending_ = false;
    std::vector<Task> done_;
    std::string failure_;
    std::thread thread_;  ///< begins when it is needed
};

}  // namespace

std::unique_ptr<Background> open_background(std::chrono::milliseconds pace) {
    return std::make_unique<BackgroundThread>(pace);
}

}  // namespace lstm
