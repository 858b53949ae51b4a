/// The system's ways of asking a program to leave: TERM, HUP, and INT from a terminal.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace lstm {

/// Hears those signals while it lives; one that was ignored when the program began (nohup) stays
/// ignored. There is one at a time.
class LeaveSignals {
public:
    /// When a signal comes, `wake` is called from another thread. Where the program has not left
    /// within a few seconds, or another signal comes, `rescue` is called from there and the program
    /// ended with exit status 128 + the signal.
    LeaveSignals(std::function<void()> wake, std::function<void()> rescue);
    LeaveSignals(const LeaveSignals&) = delete;
    LeaveSignals& operator=(const LeaveSignals&) = delete;
    ~LeaveSignals();

    /// The signal that came; 0: none.
    [[nodiscard]] int heard() const { return heard_; }

private:
    void listen();

    std::function<void()> wake_, rescue_;
    std::atomic<int> heard_ = 0;
    std::thread listener_;
};

}  // namespace lstm
