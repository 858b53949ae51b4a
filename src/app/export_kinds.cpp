/// The table of kinds: what is no text joins those that are.
#include "app/export_kinds.h"

#include "app/film.h"
#include "app/png.h"
#include "formats/export_text.h"
#include "formats/files.h"
#include "panels/panels.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <utility>

namespace lstm {
namespace {

/// An export in one piece.
class AtOnce : public ExportTask {
public:
    explicit AtOnce(std::function<void()> act) : act_(std::move(act)) {}
    void advance() override {
        act_();
        done_ = 1;
    }
    [[nodiscard]] int done() const override { return done_; }
    [[nodiscard]] int pieces() const override { return 1; }

private:
    std::function<void()> act_;
    int done_ = 0;
};

ExportKind text(const TextKind& kind) {
    const auto start = [&kind](const ExportJob& job) {
        return std::make_unique<AtOnce>([&kind, job] {
            const Results results = results_of(job.scenario);
            const auto print = [&](std::ostream& out) {
                kind.print(out, job.scenario.document, results.trace(), job.what).finish();
            };
            if (job.out.empty())
                print(std::cout);
            else
                save_file(job.out, print);
        });
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
    const auto start = [](const ExportJob& job) {
        return std::make_unique<AtOnce>([job] {
            const View& view = job.look.view;
            const Picture picture =
                job.open(job.scenario, job.look)->draw(view.t, view.phase_now());
            if (job.out.empty())
                std::cout << encode_png(picture);
            else
                save_file(job.out, encode_png(picture));
        });
    };
    return {std::move(name), std::move(title), ".png", Medium::still, alone, true, start};
}

ExportKind film(std::string name, std::string title) {
    const std::string ending = "." + name;
    const auto start = [name](const ExportJob& job) { return start_film(job, name); };
    return {std::move(name), std::move(title), ending, Medium::film, Alone::no, true, start};
}

std::vector<ExportKind> all_kinds() {
    std::vector<ExportKind> kinds;
    for (const TextKind& kind : text_kinds()) kinds.push_back(text(kind));
    kinds.push_back(still("png", "A picture of the window", Alone::no));
    kinds.push_back(still("png-diagram", "A picture of the diagram", Alone::diagram));
    kinds.push_back(still("png-notebook", "A picture of the notebook", Alone::notebook));
    kinds.push_back(still("png-working", "A picture of the working", Alone::working));
    kinds.push_back(film("gif", "The run as a moving picture (GIF)"));
    kinds.push_back(film("mp4", "The run as a film (MP4)"));
    return kinds;
}

/// The size in which everything on it has room, at scale 1.
ImVec2 size_of(const ExportKind& kind, const Document& document, const View& view) {
    constexpr int most_slots = 32;  // more of them scroll
    const int units = document.sizes().hidden;
    switch (kind.alone) {
        case Alone::no: return {1280, 720};
        case Alone::diagram:
            if (!view.all_units) return {840, 260};
            return {840, 30 + 90 * std::ceil(static_cast<float>(std::min(units, most_slots)) / 4)};
        case Alone::notebook: return {840, usual_notebook_height(std::min(units, most_slots))};
        case Alone::working: return {520, 640};
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
    const float scale = kind.alone == Alone::no ? 1 : view.zoom;
    PictureLook look;
    look.width = static_cast<int>(std::ceil(size.x * scale));
    look.height = static_cast<int>(std::ceil(size.y * scale));
    look.view = std::move(view);
    look.view.alone = kind.alone;
    if (kind.alone != Alone::no) look.view.presenter = false;
    look.view.reduced_motion = true;  // each picture stands still
    look.view.fit(document);
    return look;
}

}  // namespace lstm
