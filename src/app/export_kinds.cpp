/// The table of kinds: what is no text joins those that are.
#include "app/export_kinds.h"

#include "app/film.h"
#include "app/png.h"
#include "formats/export_text.h"
#include "platform/atomic_file.h"
#include "platform/files.h"
#include "ui/panels.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <optional>
#include <utility>

namespace lstm {
namespace {

/// A text, a piece at a time.
class TextExport : public ExportTask {
public:
    TextExport(const TextKind& kind, const ExportWork& job)
        : document_(job.scenario.document),
          results_(job.results ? *job.results : Shared(results_of(job.scenario))),
          writing_(kind.print(open(job.out), document_, results_->trace(), job.what)) {}

    void advance() override {
        if (writing_.advance()) return;
        if (file_) file_->keep();
        kept_ = true;
    }
    [[nodiscard]] int done() const override {
        return kept_ ? pieces() : static_cast<int>(writing_.progress() * (pieces() - 1));
    }
    [[nodiscard]] int pieces() const override { return 100; }

private:
    std::ostream& open(const std::filesystem::path& out) {
        if (out.empty()) return std::cout;
        return file_.emplace(out).out();
    }

    Document document_;
    Shared<Results> results_;
    std::optional<AtomicFile> file_;
    Writing writing_;
    bool kept_ = false;
};

/// A picture: drawn, then written.
class StillExport : public ExportTask {
public:
    explicit StillExport(const ExportWork& job) : job_(job) {}

    void advance() override {
        if (done_ == 0) {
            const View& view = job_.look.view;
            picture_ =
                job_.open(job_.scenario, job_.look)->draw(view.cursor.t, view.cursor.phase_now());
        } else if (job_.out.empty()) {
            std::cout << encode_png(picture_);
        } else {
            save_file(job_.out, encode_png(picture_));
        }
        ++done_;
    }
    [[nodiscard]] int done() const override { return done_; }
    [[nodiscard]] int pieces() const override { return 2; }

private:
    ExportWork job_;
    Picture picture_;
    int done_ = 0;
};

ExportKind text(const TextKind& kind) {
    const auto start = [&kind](const ExportWork& job) {
        return std::make_unique<TextExport>(kind, job);
    };
    return {std::string(kind.name),
            std::string(kind.title),
            std::string(kind.ending),
            Medium::text,
            Alone::no,
            kind.backward,
            start};
}

ExportKind still(std::string name, std::string title, Alone alone) {
    const auto start = [](const ExportWork& job) { return std::make_unique<StillExport>(job); };
    return {std::move(name), std::move(title), ".png", Medium::still, alone, true, start};
}

ExportKind film(std::string name, std::string title) {
    const std::string ending = "." + name;
    const auto start = [name](const ExportWork& job) { return start_film(job, name); };
    return {std::move(name), std::move(title), ending, Medium::film, Alone::no, true, start};
}

std::vector<ExportKind> all_kinds() {
    std::vector<ExportKind> kinds;
    for (const TextKind& kind : text_kinds()) kinds.push_back(text(kind));
    kinds.push_back(still("png", "A picture of the window", Alone::no));
    kinds.push_back(still("png-diagram", "A picture of the diagram", Alone::diagram));
    kinds.push_back(still("png-notebook", "A picture of the notebook", Alone::notebook));
    kinds.push_back(still("png-working", "A picture of the working", Alone::derivation));
    kinds.push_back(film("gif", "The run as a moving picture (GIF)"));
    kinds.push_back(film("mp4", "The run as a film (MP4)"));
    kinds.push_back(film("webm", "The run as a film for web pages (WebM)"));
    return kinds;
}

/// The size in which everything on it has room, at scale 1.
ImVec2 size_of(const ExportKind& kind, const Document& document, const View& view) {
    constexpr int most_slots = 32;  // more of them scroll
    const int units = document.sizes().hidden;
    switch (kind.alone) {
        case Alone::no: return {1280, 720};
        case Alone::diagram:
            if (!view.cursor.all_units) return {840, 260};
            return {840, 30 + 90 * std::ceil(static_cast<float>(std::min(units, most_slots)) / 4)};
        case Alone::notebook: return {840, usual_notebook_height(std::min(units, most_slots))};
        case Alone::derivation: return {520, 640};
    }
    return {};
}

}  // namespace

const std::vector<ExportKind>& export_kinds() {
    static const std::vector<ExportKind> kinds = all_kinds();
    return kinds;
}

const ExportKind& export_kind(std::string_view name) {
    return *std::find_if(export_kinds().begin(), export_kinds().end(),
                         [&](const ExportKind& kind) { return kind.name == name; });
}

PictureLook usual_look(const ExportKind& kind, const Document& document, View view) {
    const ImVec2 size = size_of(kind, document, view);
    const float scale = kind.alone == Alone::no ? 1 : view.look.zoom;
    PictureLook look;
    look.width = static_cast<int>(std::ceil(size.x * scale));
    look.height = static_cast<int>(std::ceil(size.y * scale));
    look.view = std::move(view);
    look.view.look.alone = kind.alone;
    if (kind.alone != Alone::no) look.view.look.presenter = false;
    look.view.look.reduced_motion = true;  // each picture stands still
    look.view.clamp_to(document);
    return look;
}

}  // namespace lstm
