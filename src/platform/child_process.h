/// Other programs that run beside this one.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lstm {

/// A program, started without a shell, and what goes in and comes out of it. It is in a group of
/// its own: Ctrl+C is for us, and we end it. Nobody waits for it longer than he says. The process
/// must ignore SIGPIPE.
class ChildProcess {
public:
    /// `command`: the program, looked for in PATH, and its arguments. Throws std::system_error:
    /// std::errc::no_such_file_or_directory where it is not installed, function_not_supported where
    /// the system starts none.
    explicit ChildProcess(const std::vector<std::string>& command);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// Ends it where it runs.
    ~ChildProcess();

    /// Hands what it takes of `bytes` to its standard input, waiting for so long at most, and says
    /// how many; 0: none as yet; nothing: it reads no more.
    [[nodiscard]] std::optional<std::size_t> write(std::span<const std::uint8_t> bytes,
                                                   std::chrono::milliseconds wait);
    /// There is no more for its standard input.
    void end_input();

    /// Its exit status, −1 where a signal ended it; nothing where it still runs after `wait`.
    [[nodiscard]] std::optional<int> status(std::chrono::milliseconds wait = {});
    /// What it has written to its standard output and standard error so far.
    [[nodiscard]] std::string output() const;
    [[nodiscard]] std::string errors() const;

private:
    class Running;
    std::unique_ptr<Running> running_;
};

}  // namespace lstm
