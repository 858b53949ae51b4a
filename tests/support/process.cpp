/// Starting programs and hearing what they say, with POSIX's fork and exec.
#include "support/process.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>
#include <utility>

namespace lstm {
namespace {

std::FILE* nameless_file(const std::string& contents = {}) {
    std::FILE* const file = std::tmpfile();
    if (file == nullptr) throw std::runtime_error("no temporary file could be made");
    std::fwrite(contents.data(), 1, contents.size(), file);
    std::rewind(file);  // also flushes
    return file;
}

std::string contents_of(std::FILE* file) {
    std::string contents;
    char part[4096];
    ssize_t count = 0;
    // Read at a place of our own: the program's descriptor shares the file's position.
    while ((count = pread(fileno(file), part, sizeof part, static_cast<off_t>(contents.size()))) >
           0)
        contents.append(part, static_cast<std::size_t>(count));
    return contents;
}

}  // namespace

bool comes_true(const std::function<bool()>& condition) {
    using namespace std::chrono_literals;
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(20ms);
    }
    return true;
}

Process::Process(std::vector<std::string> command, const Surroundings& surroundings)
    : in_(nameless_file(surroundings.input)), out_(nameless_file()), err_(nameless_file()) {
    std::vector<char*> arguments;
    for (std::string& word : command) arguments.push_back(word.data());
    arguments.push_back(nullptr);

    id_ = fork();
    if (id_ < 0) throw std::runtime_error("no process could be started");
    if (id_ > 0) return;
    for (const auto& [name, value] : surroundings.environment) {
        if (value) {
            setenv(name.c_str(), value->c_str(), 1);
        } else {
            unsetenv(name.c_str());
        }
    }
    // As a terminal starts it, whatever the tests were started by.
    for (const int signal : {SIGINT, SIGHUP}) std::signal(signal, SIG_DFL);
    dup2(fileno(in_.get()), STDIN_FILENO);
    dup2(fileno(out_.get()), STDOUT_FILENO);
    dup2(fileno(err_.get()), STDERR_FILENO);
    execvp(arguments.front(), arguments.data());
    _exit(127);
}

Process::~Process() {
    if (status_) return;
    kill(id_, SIGKILL);
    wait();
}

std::optional<int> Process::wait(std::chrono::milliseconds how_long) {
    using namespace std::chrono_literals;
    const auto deadline = std::chrono::steady_clock::now() + how_long;
    while (!status_) {
        int status = 0;
        if (waitpid(id_, &status, WNOHANG) == id_) {
            status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        } else if (std::chrono::steady_clock::now() > deadline) {
            return {};
        } else {
            std::this_thread::sleep_for(5ms);
        }
    }
    return status_;
}

std::string Process::out() const {
    return contents_of(out_.get());
}

std::string Process::err() const {
    return contents_of(err_.get());
}

Finished run(std::vector<std::string> command, const Surroundings& surroundings) {
    Process process(std::move(command), surroundings);
    const int status = process.wait().value_or(-1);
    return {status, process.out(), process.err()};
}

}  // namespace lstm
