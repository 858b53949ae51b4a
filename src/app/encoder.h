/// Films, by the program ffmpeg.
#pragma once

#include "platform/child_process.h"
#include "platform/picture.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace lstm {

/// A film could not be made; what() is one line that says why.
class FilmError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What a film is to be.
struct FilmFormat {
    std::string name;  ///< "gif" or "mp4"
    int width = 0;     ///< pixels
    int height = 0;
    int milliseconds = 1000;  ///< that each picture stays
    /// How long ffmpeg may neither take nor write anything before it is given up.
    std::chrono::milliseconds patience = std::chrono::seconds(60);
};

/// A running ffmpeg that is given one picture after the other. Whoever asks it waits a moment, a
/// few hundredths of a second, and no longer. The process must ignore SIGPIPE.
class Encoder {
public:
    /// Writes over `file`. Throws FilmError where ffmpeg cannot be started.
    Encoder(const FilmFormat& format, const std::filesystem::path& file);
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
    /// Ends ffmpeg where it is not finished.
    ~Encoder();

    /// Hands on what it can: whether ffmpeg has all that was given, and can be given the next.
    /// Throws FilmError, with ffmpeg's own words, where it has given up, or is given up.
    [[nodiscard]] bool ready();
    /// Gives it the next picture, once it is ready.
    void give(Picture picture);
    /// Whether the file is complete; there is no next picture from the first call on. Throws as
    /// `ready` does.
    [[nodiscard]] bool finished();

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
    std::unique_ptr<ChildProcess> ffmpeg_;
    int status_ = 0;  ///< with which it ended
};

}  // namespace lstm
