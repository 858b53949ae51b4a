/// The browser's recorder: it films a canvas, in the time that the film takes.
#include "platform/film_encoder.h"

#include "platform/web/page.h"

#include <chrono>
#include <string>
#include <utility>

namespace lstm {

namespace {

class Recorder : public FilmEncoder {
public:
    Recorder(const FilmFormat& format, std::filesystem::path file)
        : file_(std::move(file)), patience_(format.patience) {
        const std::string reason =
            page::begin_film(format.name, format.width, format.height, format.milliseconds);
        if (!reason.empty()) throw FilmError(reason);
    }
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;
    ~Recorder() override { page::stop_film(); }

    bool ready() override { return page::film_is_ready(); }
    void give(Picture picture) override {
        page::give_to_film(picture.rgb.data(), picture.width, picture.height);
    }
    /// The page has been asked to end it from the first call on.
    bool finished() override {
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

}  // namespace

std::unique_ptr<FilmEncoder> open_film_encoder(const FilmFormat& format,
                                               const std::filesystem::path& file) {
    return std::make_unique<Recorder>(format, file);
}

}  // namespace lstm
