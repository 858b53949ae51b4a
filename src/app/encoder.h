/// Films, by the program ffmpeg.
#pragma once

#include "app/picture.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

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
};

/// A running ffmpeg that is given one picture after the other. The process must ignore SIGPIPE.
class Encoder {
public:
    /// Writes over `file`. Throws FilmError where ffmpeg cannot be started.
    Encoder(const FilmFormat& format, const std::filesystem::path& file);
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
    /// Ends ffmpeg where it is not finished.
    ~Encoder();

    /// Throws FilmError, with ffmpeg's own words, where it has given up.
    void write(const Picture& picture);
    /// Waits until the file is complete. Throws FilmError.
    void finish();

private:
    class Child;
    std::unique_ptr<Child> child_;
};

}  // namespace lstm
