/// Programs on a terminal, for tests.
#pragma once

#include "support/process.h"

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace lstm {

/// A program whose standard streams are a terminal of its own; it runs no longer than this lives.
class OnTerminal {
public:
    /// `command`: the program, looked for in PATH, and its arguments.
    explicit OnTerminal(std::vector<std::string> command);
    OnTerminal(const OnTerminal&) = delete;
    OnTerminal& operator=(const OnTerminal&) = delete;
    ~OnTerminal();

    /// Waits until it has printed `text`; false where it ends, or time does, before that.
    bool prints(const std::string& text, std::chrono::seconds how_long = patience);
    /// Waits for its end: its exit status, 128 + N if signal N ended it, or nothing where
    /// time ends first.
    std::optional<int> wait(std::chrono::seconds how_long = patience);
    /// What it has printed so far, as the terminal got it.
    [[nodiscard]] const std::string& screen() const { return screen_; }
    [[nodiscard]] pid_t id() const { return id_; }

private:
    /// Takes what it printed meanwhile; false where it has ended.
    bool read();

    int terminal_ = -1;
    pid_t id_ = -1;
    std::string screen_;
};

}  // namespace lstm
