/// Films, by the program ffmpeg.
#pragma once

#include "app/picture.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

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
    class Child;
    std::unique_ptr<Child> child_;
};

}  // namespace lstm
