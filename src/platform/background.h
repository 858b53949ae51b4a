/// Work that no frame waits for.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace lstm {

/// Does the newest task that it was given, a while later: on a desktop in a thread of its own, in a
/// browser, which lends none, between two frames. Tasks are let go by whoever gives them, when he
/// gives the next, and not by that thread. Its members are for one thread, but `flush` and
/// `failure` for any.
class Background {
public:
    /// What is to be done; it returns why that failed, or nothing.
    using Task = std::function<std::string()>;

    /// Between being given a task and doing it so long passes, in which another may take its place.
    explicit Background(std::chrono::milliseconds pace);
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;
    /// Does what is still to be done.
    ~Background();

    /// In the place of a task that is not begun yet.
    void give(Task task, bool at_once);
    /// Whether it was ever given one.
    [[nodiscard]] bool used() const;
    /// Waits until what was given is done.
    void flush();
    /// What the last task that was done returned.
    [[nodiscard]] std::string failure();

private:
    class Worker;
    std::unique_ptr<Worker> worker_;
};

}  // namespace lstm
