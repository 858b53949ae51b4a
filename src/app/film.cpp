/// One picture after the other, from the window's code to ffmpeg.
#include "app/film.h"

#include "platform/atomic_file.h"
#include "platform/film_encoder.h"
#include "ui/state/backward.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace lstm {
namespace {

/// How long a picture stays: time to see what changed.
constexpr int milliseconds_a_phase = 900;
constexpr int milliseconds_a_step = 600;

class Film : public ExportTask {
public:
    Film(const ExportWork& job, const std::string& format)
        : job_(job),
          phases_(phases_as_walked(job.look.view, job.scenario.document.cell())),
          file_(job.out),
          encoder_(open_film_encoder({format, job.look.width, job.look.height,
                                      job.by_phase ? milliseconds_a_phase : milliseconds_a_step},
                                     file_.path())),
          pictures_(job.open(job.scenario, job.look)) {}

    void advance() override {
        if (!encoder_->ready()) return;
        if (drawn_ < pieces()) {
            const int each = pictures_a_step();
            const auto phase =
                job_.by_phase ? phases_[static_cast<std::size_t>(drawn_ % each)] : phases_.back();
            const int step = drawn_ / each;
            const int t = job_.look.view.cursor.backward_phase ? job_.what.steps.last - step
                                                               : job_.what.steps.first + step;
            encoder_->give(pictures_->draw(t, phase));
            ++drawn_;
        } else if (encoder_->finished()) {
            file_.keep();
            kept_ = true;
        }
    }
    [[nodiscard]] int done() const override { return kept_ ? pieces() : std::max(drawn_ - 1, 0); }
    [[nodiscard]] int pieces() const override {
        return (job_.what.steps.count()) * pictures_a_step();
    }

private:
    [[nodiscard]] int pictures_a_step() const {
        return job_.by_phase ? static_cast<int>(phases_.size()) : 1;
    }

    ExportWork job_;
    std::vector<Phase> phases_;
    AtomicFile file_;
    std::unique_ptr<FilmEncoder> encoder_;
    std::unique_ptr<Pictures> pictures_;
    int drawn_ = 0;
    bool kept_ = false;
};

}  // namespace

std::unique_ptr<ExportTask> start_film(const ExportWork& job, const std::string& format) {
    if (job.out.empty())
        throw FilmError("--as " + format + ": expected --out PATH, as a film is no text");
    if (job.what.steps.last < job.what.steps.first)
        throw FilmError(job.scenario.name +
                        ": expected timesteps to film, found an empty sequence");
    return std::make_unique<Film>(job, format);
}

}  // namespace lstm
