/// ffmpeg as a child process, without a shell: raw pictures go to its standard input.
#include "app/encoder.h"

#include "platform/text.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <utility>
#include <vector>

#ifndef _WIN32
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;  // NOLINT(readability-redundant-declaration): not every system declares it
#endif

namespace lstm {

#ifdef _WIN32

class Encoder::Child {};
Encoder::Encoder(const FilmFormat&, const std::filesystem::path&) {
    throw FilmError("films cannot be made on this system as yet; export png instead");
}
Encoder::~Encoder() = default;
bool Encoder::ready() {
    return false;
}
void Encoder::give(Picture) {}
bool Encoder::finished() {
    return false;
}

#else

namespace {

std::vector<std::string> command_for(const FilmFormat& format, const std::filesystem::path& file) {
    std::vector<std::string> command{"ffmpeg",
                                     "-hide_banner",
                                     "-nostdin",
                                     "-loglevel",
                                     "error",
                                     "-y",
                                     "-f",
                                     "rawvideo",
                                     "-pixel_format",
                                     "rgb24",
                                     "-video_size",
                                     fmt::format("{}x{}", format.width, format.height),
                                     "-framerate",
                                     fmt::format("1000/{}", format.milliseconds),
                                     "-i",
                                     "pipe:0",
                                     "-an"};
    const auto add = [&](std::initializer_list<const char*> words) {
        command.insert(command.end(), words.begin(), words.end());
    };
    if (format.name == "gif") {
        // A palette for each picture: one for all would keep the whole film in memory.
        add({"-filter_complex",
             "split[a][b];[a]palettegen=stats_mode=single[p];[b][p]paletteuse=new=1:dither=none",
             "-loop", "0", "-f", "gif"});
    } else {
        // What players everywhere can show: even sizes, 4:2:0, and a usual rate.
        add({"-vf", "fps=25,pad=ceil(iw/2)*2:ceil(ih/2)*2,format=yuv420p", "-movflags",
             "+faststart", "-f", "mp4"});
    }
    command.push_back("file:" + file.string());
    return command;
}

}  // namespace

/// The process and the two ways to it.
class Encoder::Child {
public:
    Child(std::vector<std::string> command, std::filesystem::path file,
          std::chrono::milliseconds patience)
        : file_(std::move(file)), patience_(patience), words_(std::tmpfile()) {
        std::array<int, 2> pipe{-1, -1};
        if (words_ == nullptr || ::pipe2(pipe.data(), O_CLOEXEC) != 0)
            throw FilmError(fmt::format("ffmpeg cannot be started: {}", std::strerror(errno)));
        in_ = pipe[1];
        ::fcntl(in_, F_SETFL, O_NONBLOCK);
        const int error = spawn(std::move(command), pipe[0]);
        ::close(pipe[0]);
        if (error == 0) return;
        close();
        id_ = -1;
        if (error == ENOENT)
            throw FilmError(
                "a film needs ffmpeg, which is not installed (on Debian "
                "and Ubuntu: apt install ffmpeg)");
        throw FilmError(fmt::format("ffmpeg cannot be started: {}", std::strerror(error)));
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (id_ > 0) {
            ::kill(id_, SIGKILL);
            (void)wait(0);
        }
        close();
        if (words_ != nullptr) std::fclose(words_);
    }

    void give(Picture picture) {
        picture_ = std::move(picture);
        given_ = 0;
        moved();
    }

    bool ready() {
        const std::vector<std::uint8_t>& bytes = picture_.rgb;
        while (given_ < bytes.size()) {
            const ssize_t written = ::write(in_, bytes.data() + given_, bytes.size() - given_);
            if (written < 0 && errno == EINTR) continue;
            if (written < 0 &&
                errno != EAGAIN) {  // it reads no more: what it says comes with its end
                if (ended()) fail();
                return false;
            }
            if (written < 0) {
                pollfd room{in_, POLLOUT, 0};
                if (::poll(&room, 1, moment) > 0) continue;
                require_patience();
                return false;
            }
            given_ += static_cast<std::size_t>(written);
            moved();
        }
        return true;
    }

    bool finished() {
        if (!ready()) return false;
        close();
        if (!ended()) return false;
        if (status_ != 0) fail();
        return true;
    }

private:
    /// Milliseconds for which it is waited, before others have their turn.
    static constexpr int moment = 20;
    using Clock = std::chrono::steady_clock;

    int spawn(std::vector<std::string> command, int in) {
        std::vector<char*> arguments;
        for (std::string& word : command) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_adddup2(&files, fileno(words_), STDERR_FILENO);
        // A group of its own: Ctrl-C is for us, and we end it.
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

    /// Whether it has ended; if not, a moment has passed.
    bool ended() {
        if (wait(WNOHANG)) return true;
        ::poll(nullptr, 0, moment);
        require_patience();
        return false;
    }
    /// Whether it has ended; its exit status is known then: −1 where a signal ended it.
    bool wait(int how) {
        int status = 0;
        pid_t ended = 0;
        while ((ended = ::waitpid(id_, &status, how)) < 0 && errno == EINTR) {
        }
        if (ended == 0) return false;
        id_ = -1;
        status_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        return true;
    }

    void moved() { last_moved_ = Clock::now(); }
    /// Throws where it has done nothing for too long: neither read nor written.
    void require_patience() {
        struct stat now {};
        if (::stat(file_.c_str(), &now) == 0 &&
            (now.st_size != seen_.st_size || now.st_mtim.tv_sec != seen_.st_mtim.tv_sec ||
             now.st_mtim.tv_nsec != seen_.st_mtim.tv_nsec)) {
            seen_ = now;
            moved();
        }
        if (Clock::now() - last_moved_ < patience_) return;
        throw FilmError(fmt::format("ffmpeg was given up: it did nothing for {} seconds",
                                    std::chrono::duration<double>(patience_).count()));
    }

    void close() {
        if (in_ >= 0) ::close(in_);
        in_ = -1;
    }

    [[noreturn]] void fail() const {
        std::string words;
        std::rewind(words_);
        for (int c = std::fgetc(words_); c != EOF; c = std::fgetc(words_))
            words.push_back(static_cast<char>(c));
        throw FilmError("ffmpeg gave up" + (words.empty() ? "" : ": " + on_one_line(words, 300)));
    }

    std::filesystem::path file_;
    std::chrono::milliseconds patience_;
    Clock::time_point last_moved_ = Clock::now();
    struct stat seen_ {};  ///< the file when it was last looked at
    Picture picture_;
    std::size_t given_ = 0;  ///< bytes of the picture that it has
    std::FILE* words_;       ///< what it complains about
    int in_ = -1;
    pid_t id_ = -1;
    int status_ = 0;
};

Encoder::Encoder(const FilmFormat& format, const std::filesystem::path& file)
    : child_(std::make_unique<Child>(command_for(format, file), file, format.patience)) {}

Encoder::~Encoder() = default;

bool Encoder::ready() {
    return child_->ready();
}

void Encoder::give(Picture picture) {
    child_->give(std::move(picture));
}

bool Encoder::finished() {
    return child_->finished();
}

#endif

}  // namespace lstm
