/// The system's ways of asking a program to leave: TERM, HUP, and INT from a terminal.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

namespace lstm {

/// Hears those signals while it lives, for whoever looks at `heard` between two pieces of work; one
/// that was ignored when the program began (nohup) stays ignored. There is one at a time. A
/// browser has none of this.
class LeaveSignals {
public:
    /// When a signal comes, `wake` is called from another thread. Where the program has not left
    /// after `patience`, or another signal comes, `rescue` is called from there and the program
    /// ended with exit status 128 + the signal.
    explicit LeaveSignals(std::function<void()> wake = {}, std::function<void()> rescue = {},
                          std::chrono::milliseconds patience = std::chrono::seconds(5));
    LeaveSignals(const LeaveSignals&) = delete;
    LeaveSignals& operator=(const LeaveSignals&) = delete;
    ~LeaveSignals();

    /// A patience that never ends.
    static constexpr std::chrono::milliseconds for_ever{-1};

    /// The signal that came; 0: none. A program that stops for it ends with status 128 + signal.
    [[nodiscard]] int heard() const { return heard_; }

private:
    void listen();

    std::function<void()> wake_, rescue_;
    std::chrono::milliseconds patience_;
    std::atomic<int> heard_ = 0;
    std::thread listener_;
};

}  // namespace lstm
