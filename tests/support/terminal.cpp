/// Programs on a pseudo-terminal.
#include "support/terminal.h"

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace lstm {

OnTerminal::OnTerminal(std::vector<std::string> command) {
    std::vector<char*> arguments;
    for (std::string& word : command) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    id_ = forkpty(&terminal_, nullptr, nullptr, nullptr);
    if (id_ < 0) throw std::runtime_error("no terminal could be made");
    if (id_ > 0) return;
    execvp(arguments.front(), arguments.data());
    _exit(127);
}

OnTerminal::~OnTerminal() {
    if (id_ > 0) {
        kill(id_, SIGKILL);
        waitpid(id_, nullptr, 0);
    }
    close(terminal_);
}

bool OnTerminal::read() {
    pollfd ready{terminal_, POLLIN, 0};
    constexpr int moment = 100;  // milliseconds to the next look at the clock
    if (poll(&ready, 1, moment) <= 0) return true;
    char part[4096];
    const ssize_t count = ::read(terminal_, part, sizeof part);
    if (count <= 0) return false;  // the last process that had it open is gone
    screen_.append(part, static_cast<std::size_t>(count));
    return true;
}

bool OnTerminal::prints(const std::string& text, std::chrono::seconds how_long) {
    const auto deadline = std::chrono::steady_clock::now() + how_long;
    while (screen_.find(text) == std::string::npos)
        if (std::chrono::steady_clock::now() > deadline || !read()) return false;
    return true;
}

std::optional<int> OnTerminal::wait(std::chrono::seconds how_long) {
    const auto deadline = std::chrono::steady_clock::now() + how_long;
    while (read())
        if (std::chrono::steady_clock::now() > deadline) return {};
    int status = 0;
    waitpid(id_, &status, 0);
    id_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace lstm
