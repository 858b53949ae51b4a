/// ffmpeg as a child process: raw pictures go to its standard input.
#include "platform/film_encoder.h"

#include "platform/child_process.h"
#include "platform/text.h"

#include <fmt/format.h>

#include <cstdint>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

namespace lstm {
namespace {

/// For which ffmpeg is waited before others have their turn.
constexpr std::chrono::milliseconds moment{20};

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
    } else if (format.name == "webm") {
        add({"-vf", "fps=25,format=yuv420p", "-c:v", "libvpx-vp9", "-crf", "30", "-b:v", "0",
             "-deadline", "realtime", "-cpu-used", "8", "-fflags", "+bitexact", "-f",
             "webm"});  // no random marks
    } else {
        // What players everywhere can show: even sizes, 4:2:0, and a usual rate.
        add({"-vf", "fps=25,pad=ceil(iw/2)*2:ceil(ih/2)*2,format=yuv420p", "-movflags",
             "+faststart", "-f", "mp4"});
    }
    command.push_back("file:" + file.string());
    return command;
}

std::unique_ptr<ChildProcess> start(const std::vector<std::string>& command) try {
    return std::make_unique<ChildProcess>(command);
} catch (const std::system_error& error) {
    if (error.code() == std::errc::no_such_file_or_directory)
        throw FilmError(
            "a film needs ffmpeg, which is not installed (on Debian and Ubuntu: apt install "
            "ffmpeg)");
    if (error.code() == std::errc::function_not_supported)
        throw FilmError("films cannot be made on this system as yet; export png instead");
    throw FilmError("ffmpeg cannot be started: " + error.code().message());
}

/// A running ffmpeg.
class Ffmpeg : public FilmEncoder {
public:
    Ffmpeg(const FilmFormat& format, const std::filesystem::path& file)
        : file_(file), patience_(format.patience), process_(start(command_for(format, file))) {}

    bool ready() override;
    void give(Picture picture) override;
    bool finished() override;

private:
    /// Whether ffmpeg has ended; if not, a moment has passed.
    bool ended();
    /// Throws where it has done nothing for too long: neither read nor written.
    void require_patience();
    [[noreturn]] void fail() const;

    using Clock = std::chrono::steady_clock;

    std::filesystem::path file_;
    std::chrono::milliseconds patience_;
    Clock::time_point last_moved_ = Clock::now();
    /// The file's size and time when it was last looked at.
    std::pair<std::uintmax_t, std::filesystem::file_time_type> seen_;
    Picture picture_;
    std::size_t given_ = 0;  ///< bytes of the picture that it has
    std::unique_ptr<ChildProcess> process_;
    int status_ = 0;  ///< with which it ended
};

void Ffmpeg::give(Picture picture) {
    picture_ = std::move(picture);
    given_ = 0;
    last_moved_ = Clock::now();
}

bool Ffmpeg::ready() {
    const std::span<const std::uint8_t> bytes = picture_.rgb;
    while (given_ < bytes.size()) {
        const auto taken = process_->write(bytes.subspan(given_), moment);
        if (!taken) {  // what it says comes with its end
            if (ended()) fail();
            return false;
        }
        if (*taken == 0) {
            require_patience();
            return false;
        }
        given_ += *taken;
        last_moved_ = Clock::now();
    }
    return true;
}

bool Ffmpeg::finished() {
    if (!ready()) return false;
    process_->end_input();
    if (!ended()) return false;
    if (status_ != 0) fail();
    return true;
}

bool Ffmpeg::ended() {
    if (const auto status = process_->status(moment)) {
        status_ = *status;
        return true;
    }
    require_patience();
    return false;
}

void Ffmpeg::require_patience() {
    std::error_code none;
    const std::uintmax_t size = std::filesystem::file_size(file_, none);
    const std::pair now(size, std::filesystem::last_write_time(file_, none));
    if (std::exchange(seen_, now) != now) last_moved_ = Clock::now();
    if (Clock::now() - last_moved_ < patience_) return;
    throw FilmError(fmt::format("ffmpeg was given up: it did nothing for {} seconds",
                                std::chrono::duration<double>(patience_).count()));
}

void Ffmpeg::fail() const {
    const std::string words = process_->errors();
    throw FilmError("ffmpeg gave up" + (words.empty() ? "" : ": " + on_one_line(words, 300)));
}

}  // namespace

std::unique_ptr<FilmEncoder> open_film_encoder(const FilmFormat& format,
                                               const std::filesystem::path& file) {
    return std::make_unique<Ffmpeg>(format, file);
}

}  // namespace lstm
