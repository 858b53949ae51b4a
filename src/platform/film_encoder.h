/// Films: pictures to a file that plays them. ffmpeg makes them on the desktop, the browser in a
/// page.
#pragma once

#include "platform/picture.h"

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
    std::string name;  ///< "gif", "mp4" or "webm"
    int width = 0;     ///< pixels
    int height = 0;
    int milliseconds = 1000;  ///< that each picture stays
    /// How long whoever makes it may neither take nor write anything before he is given up.
    std::chrono::milliseconds patience = std::chrono::seconds(60);
};

/// Somebody who is given one picture after the other. Whoever asks him waits a moment, a few
/// hundredths of a second, and no longer. He ends what is not finished when he goes.
class FilmEncoder {
public:
    FilmEncoder() = default;
    FilmEncoder(const FilmEncoder&) = delete;
    FilmEncoder& operator=(const FilmEncoder&) = delete;
    virtual ~FilmEncoder() = default;

    /// Hands on what it can: whether all that was given is taken, and the next picture can be
    /// given. Throws FilmError, with the maker's own words, where he has given up, or is given up.
    [[nodiscard]] virtual bool ready() = 0;
    /// Gives the next picture, once it is ready.
    virtual void give(Picture picture) = 0;
    /// Whether the file is complete; there is no next picture from the first call on. Throws as
    /// `ready` does.
    [[nodiscard]] virtual bool finished() = 0;
};

/// One that writes over `file`. Throws FilmError where nobody here makes such films. On the desktop
/// the process must ignore SIGPIPE.
[[nodiscard]] std::unique_ptr<FilmEncoder> open_film_encoder(const FilmFormat& format,
                                                             const std::filesystem::path& file);

}  // namespace lstm
