/// ffmpeg as a child process, without a shell: raw pictures go to its standard input.
#include "app/encoder.h"

#include "formats/text.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#ifndef _WIN32
#include <fcntl.h>
#include <spawn.h>
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
void Encoder::write(const Picture&) {}
void Encoder::finish() {}

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
    explicit Child(std::vector<std::string> command) : words_(std::tmpfile()) {
        std::array<int, 2> pipe{-1, -1};
        if (words_ == nullptr || ::pipe2(pipe.data(), O_CLOEXEC) != 0)
            throw FilmError(fmt::format("ffmpeg cannot be started: {}", std::strerror(errno)));
        in_ = pipe[1];
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
            (void)wait();
        }
        close();
        if (words_ != nullptr) std::fclose(words_);
    }

    void write(const std::uint8_t* bytes, std::size_t count) {
        while (count > 0) {
            const ssize_t written = ::write(in_, bytes, count);
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail();
            bytes += written;
            count -= static_cast<std::size_t>(written);
        }
    }

    void finish() {
        close();
        if (wait() != 0) fail();
    }

private:
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
        sigaddset(&usual, SIGPIPE);
        sigaddset(&usual, SIGINT);
        posix_spawnattr_setsigdefault(&how, &usual);
        posix_spawnattr_setpgroup(&how, 0);
        posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
        const int error =
            posix_spawnp(&id_, arguments.front(), &files, &how, arguments.data(), environ);
        posix_spawnattr_destroy(&how);
        posix_spawn_file_actions_destroy(&files);
        return error;
    }

    /// Its exit status; −1 where a signal ended it.
    int wait() {
        int status = 0;
        while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
        }
        id_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    void close() {
        if (in_ >= 0) ::close(in_);
        in_ = -1;
    }

    [[noreturn]] void fail() {
        close();
        if (id_ > 0) (void)wait();
        std::string words;
        std::rewind(words_);
        for (int c = std::fgetc(words_); c != EOF; c = std::fgetc(words_))
            words.push_back(static_cast<char>(c));
        throw FilmError("ffmpeg gave up" + (words.empty() ? "" : ": " + on_one_line(words, 300)));
    }

    std::FILE* words_;  ///< what it complains about
    int in_ = -1;
    pid_t id_ = -1;
};

Encoder::Encoder(const FilmFormat& format, const std::filesystem::path& file)
    : child_(std::make_unique<Child>(command_for(format, file))) {}

Encoder::~Encoder() = default;

void Encoder::write(const Picture& picture) {
    child_->write(picture.rgb.data(), picture.rgb.size());
}

void Encoder::finish() {
    child_->finish();
}

#endif

}  // namespace lstm
