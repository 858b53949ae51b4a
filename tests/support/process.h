/// Starting programs and hearing what they say, for tests.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lstm {

/// What a program is started with, beyond its arguments.
struct Surroundings {
    std::string input{};  ///< its standard input
    /// Environment variables that differ from the test's own; nothing: not set.
    std::map<std::string, std::optional<std::string>> environment{};
};

/// How long a test waits for what must come: no measure of speed, only an end to a wait for
/// nothing. Ample on a busy machine, and less than what CTest allows a test.
inline constexpr std::chrono::seconds patience{240};

/// Whether `condition` comes true before our patience ends.
[[nodiscard]] bool comes_true(const std::function<bool()>& condition);

/// A program that runs beside the test, and no longer than this lives.
class Process {
public:
    /// `command`: the program, looked for in PATH, and its arguments. One that cannot be started
    /// ends with status 127, as in a shell.
    explicit Process(std::vector<std::string> command, const Surroundings& surroundings = {});
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process();

    /// Its exit status (128 + N if signal N ended it), or nothing where that takes too long.
    std::optional<int> wait(std::chrono::milliseconds how_long = patience);
    [[nodiscard]] pid_t id() const { return id_; }

    /// What it has written so far.
    [[nodiscard]] std::string out() const;
    [[nodiscard]] std::string err() const;

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    using File = std::unique_ptr<std::FILE, Close>;

    File in_, out_, err_;  ///< files without a name: unlike pipes they never fill up
    pid_t id_ = -1;
    std::optional<int> status_;
};

/// A program that has ended.
struct Finished {
    int status = 0;
    std::string out;
    std::string err;
};

/// Runs `command` to its end; one that outlasts our patience fails the test by its status, −1.
[[nodiscard]] Finished run(std::vector<std::string> command, const Surroundings& surroundings = {});

}  // namespace lstm
