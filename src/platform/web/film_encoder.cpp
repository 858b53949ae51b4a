/// The browser's recorder: it films a canvas, in the time that the film takes.
#include "platform/film_encoder.h"

#include "platform/files.h"
#include "platform/web/page.h"

#include <string>
#include <utility>

namespace lstm {

class FilmEncoder::Maker {
public:
    Maker(const FilmFormat& format, std::filesystem::path file)
        : file_(std::move(file)), patience_(format.patience) {
        const std::string reason =
            page::begin_film(format.name, format.width, format.height, format.milliseconds);
        if (!reason.empty()) throw FilmError(reason);
    }
    Maker(const Maker&) = delete;
    Maker& operator=(const Maker&) = delete;
    ~Maker() { page::stop_film(); }

    static bool ready() { return page::film_is_ready(); }
    static void give(const Picture& picture) {
        page::give_to_film(picture.rgb.data(), picture.width, picture.height);
    }
    /// The page has been asked to end it from the first call on.
    bool finished() {
        if (!ready()) return false;
        const auto now = std::chrono::steady_clock::now();
        if (!std::exchange(ending_, true)) asked_ = now;
        switch (page::film_is_in(file_.string())) {
            case page::Filmed::all: return true;
            case page::Filmed::nothing:
                throw FilmError("this browser makes no such films: choose another kind");
            case page::Filmed::not_yet: break;
        }
        if (now - asked_ > patience_) throw FilmError("the browser did not end the film");
        return false;
    }

private:
    std::filesystem::path file_;
    std::chrono::milliseconds patience_;
    bool ending_ = false;
    std::chrono::steady_clock::time_point asked_;
};

FilmEncoder::FilmEncoder(const FilmFormat& format, const std::filesystem::path& file)
    : maker_(std::make_unique<Maker>(format, file)) {}

FilmEncoder::~FilmEncoder() = default;

bool FilmEncoder::ready() {
    return maker_->ready();
}

void FilmEncoder::give(Picture picture) {
    maker_->give(picture);
}

bool FilmEncoder::finished() {
    return maker_->finished();
}

}  // namespace lstm
