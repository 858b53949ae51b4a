/// Child processes of POSIX, their input a pipe and what they say in files without a name.
#include "platform/child_process.h"

#ifndef _WIN32

#include "platform/desktop/descriptor.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

extern char** environ;  // NOLINT(readability-redundant-declaration): not every system declares it

namespace lstm {
namespace {

[[noreturn]] void fail(int error) {
    throw std::system_error(error, std::generic_category());
}

int milliseconds(std::chrono::milliseconds wait) {
    return static_cast<int>(wait.count());
}

/// A file without a name: unlike a pipe it never fills up.
Descriptor open_nameless() {
    std::FILE* const file = std::tmpfile();
    if (file == nullptr) fail(errno);
    Descriptor own(::fcntl(fileno(file), F_DUPFD_CLOEXEC, 0));
    const int error = errno;
    std::fclose(file);
    if (!own) fail(error);
    return own;
}

/// All of the file, wherever the process that writes it stands.
std::string contents(const Descriptor& file) {
    std::string text;
    std::array<char, 4096> room{};
    ssize_t size = 0;
    while ((size = ::pread(*file, room.data(), room.size(), static_cast<off_t>(text.size()))) > 0)
        text.append(room.data(), static_cast<std::size_t>(size));
    return text;
}

}  // namespace

class ChildProcess::Running {
public:
    explicit Running(std::vector<std::string> command)
        : out_(open_nameless()), errors_(open_nameless()) {
        std::array<int, 2> pipe{-1, -1};
        if (::pipe2(pipe.data(), O_CLOEXEC) != 0) fail(errno);
        const Descriptor read(pipe[0]);
        in_ = Descriptor(pipe[1]);
        ::fcntl(*in_, F_SETFL, O_NONBLOCK);
        if (const int error = spawn(command, *read)) {
            id_ = -1;
            fail(error);
        }
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running() {
        if (id_ <= 0) return;
        ::kill(id_, SIGKILL);
        (void)has_ended(0);
    }

    std::optional<std::size_t> write(std::span<const std::uint8_t> bytes,
                                     std::chrono::milliseconds wait) {
        while (true) {
            const ssize_t written = ::write(*in_, bytes.data(), bytes.size());
            if (written >= 0) return static_cast<std::size_t>(written);
            if (errno == EINTR) continue;
            if (errno != EAGAIN) return {};
            pollfd room{*in_, POLLOUT, 0};
            if (::poll(&room, 1, milliseconds(wait)) <= 0) return 0;
        }
    }
    void end_input() { in_ = Descriptor(); }

    std::optional<int> status(std::chrono::milliseconds wait) {
        if (!has_ended(WNOHANG) && wait.count() > 0) {
            ::poll(nullptr, 0, milliseconds(wait));
            (void)has_ended(WNOHANG);
        }
        return status_;
    }
    [[nodiscard]] std::string output() const { return contents(out_); }
    [[nodiscard]] std::string errors() const { return contents(errors_); }

private:
    /// 0, or the error.
    int spawn(std::vector<std::string>& command, int in) {
        std::vector<char*> arguments;
        for (std::string& word : command) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&files, *out_, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&files, *errors_, STDERR_FILENO);
        posix_spawnattr_t how;
        posix_spawnattr_init(&how);
        sigset_t usual;
        sigemptyset(&usual);
        for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP}) sigaddset(&usual, signal);
        posix_spawnattr_setsigdefault(&how, &usual);
        posix_spawnattr_setpgroup(&how, 0);
        posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
        const int error =
            posix_spawnp(&id_, arguments.front(), &files, &how, arguments.data(), environ);
        posix_spawnattr_destroy(&how);
        posix_spawn_file_actions_destroy(&files);
        return error;
    }

    bool has_ended(int how) {
        if (id_ <= 0) return true;
        int status = 0;
        pid_t ended = 0;
        while ((ended = ::waitpid(id_, &status, how)) < 0 && errno == EINTR) {
        }
        if (ended == 0) return false;
        id_ = -1;
        status_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        return true;
    }

    Descriptor in_, out_, errors_;
    pid_t id_ = -1;
    std::optional<int> status_;
};

ChildProcess::ChildProcess(const std::vector<std::string>& command)
    : running_(std::make_unique<Running>(command)) {}

ChildProcess::~ChildProcess() = default;

std::optional<std::size_t> ChildProcess::write(std::span<const std::uint8_t> bytes,
                                               std::chrono::milliseconds wait) {
    return running_->write(bytes, wait);
}

void ChildProcess::end_input() {
    running_->end_input();
}

std::optional<int> ChildProcess::status(std::chrono::milliseconds wait) {
    return running_->status(wait);
}

std::string ChildProcess::output() const {
    return running_->output();
}

std::string ChildProcess::errors() const {
    return running_->errors();
}

}  // namespace lstm

#endif
