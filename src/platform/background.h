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
/// `failure` for any. When it goes it does what is still to be done.
class Background {
public:
    /// What is to be done; it returns why that failed, or nothing.
    using Task = std::function<std::string()>;

    Background() = default;
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;
    virtual ~Background() = default;

    /// In the place of a task that is not begun yet.
    virtual void give(Task task, bool at_once) = 0;
    /// Whether it was ever given one.
    [[nodiscard]] virtual bool used() const = 0;
    /// Waits until what was given is done.
    virtual void flush() = 0;
    /// What the last task that was done returned.
    [[nodiscard]] virtual std::string failure() = 0;
};

/// Between being given a task and doing it `pace` passes, in which another may take its place.
[[nodiscard]] std::unique_ptr<Background> open_background(std::chrono::milliseconds pace);

}  // namespace lstm
