/// Texts that are written piece by piece, so that a window stays alive meanwhile.
#pragma once

#include <coroutine>
#include <utility>

namespace lstm {

/// A text on its way: a coroutine that pauses after each piece and says then what fraction of the
/// text is written. Nothing is written before it is told to advance. What its function took by
/// reference must outlive it.
class [[nodiscard]] Writing {
public:
    /// What the compiler asks of a coroutine.
    struct promise_type {  // NOLINT(readability-identifier-naming): the language's name for it
        double progress = 0;

        Writing get_return_object() { return Writing(Handle::from_promise(*this)); }
        static std::suspend_always initial_suspend() noexcept { return {}; }
        static std::suspend_always final_suspend() noexcept { return {}; }
        std::suspend_always yield_value(double written) noexcept {
            progress = written;
            return {};
        }
        void return_void() noexcept { progress = 1; }
        static void unhandled_exception() { throw; }
    };

    Writing(Writing&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    Writing& operator=(Writing&&) = delete;
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
    ~Writing() {
        if (handle_) handle_.destroy();
    }

    /// Writes the next piece; false where that was the last. Throws what the writing throws.
    bool advance() {
        if (!handle_.done()) handle_.resume();
        return !handle_.done();
    }
    /// Writes all that is left. Throws what the writing throws.
    void finish() {
        while (advance()) {
        }
    }
    /// What fraction of it is written: 0 to 1.
    [[nodiscard]] double progress() const { return handle_.promise().progress; }

private:
    using Handle = std::coroutine_handle<promise_type>;
    explicit Writing(Handle handle) : handle_(handle) {}

    Handle handle_;
};

/// Counts pieces of a text.
class ProgressCounter {
public:
    /// `pieces` in all; of none, the fraction is never asked for.
    explicit ProgressCounter(double pieces) : pieces_(pieces) {}
    /// One more is written: the fraction of all that are.
    [[nodiscard]] double next() { return ++done_ / pieces_; }

private:
    double pieces_;
    double done_ = 0;
};

}  // namespace lstm
