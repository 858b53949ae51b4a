/// lstm-notebook export
#include "app/commands/commands.h"
#include "app/commands/interruption.h"
#include "app/commands/steps.h"
#include "app/encoder.h"
#include "app/export_kinds.h"
#include "app/graphics_error.h"
#include "app/studio.h"

#include <fmt/format.h>

#include <cstdio>
#include <tuple>
#include <utility>

#ifndef _WIN32
#include <unistd.h>
#endif

namespace lstm {
namespace {

/// A film of more steps than this has a picture a step, unless somebody wants otherwise.
constexpr int most_steps_by_phase = 12;

bool at_terminal() {
#ifdef _WIN32
    return false;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

/// How far a film is, on standard error: one line that changes, or some that do not.
class Progress {
public:
    explicit Progress(int pieces) : pieces_(pieces) {}

    void tell(int done) {
        if (pieces_ < 2) return;
        const int tenth = 10 * done / pieces_;
        if (terminal_) {
            fmt::print(stderr, "\r{} of {} pictures{}", done, pieces_, done == pieces_ ? "\n" : "");
        } else if (tenth != told_) {
            fmt::print(stderr, "{} of {} pictures\n", done, pieces_);
        }
        std::fflush(stderr);
        told_ = tenth;
    }
    void end_line() const {
        if (terminal_ && pieces_ > 1) fmt::print(stderr, "\n");
    }

private:
    int pieces_;
    int told_ = -1;
    bool terminal_ = at_terminal();
};

ExportJob job_of(const ExportOptions& options, const ExportKind& kind) {
    Loaded loaded = load_scenario(options.file);
    const auto [first, last] = steps_of(loaded, options.steps);
    if (options.backward && !kind.backward)
        throw UsageError("--backward: expected a kind that tells gradients, found " + kind.name);
    if (options.backward) require_targets(loaded);
    View view;
    if (options.backward) view.back = Phase::read;
    view.theme = theme_named(options.theme).value_or(ThemeName::light);
    view.zoom = static_cast<float>(options.scale);
    view.all_units = options.all_units;
    view.t = first;
    PictureLook look = usual_look(kind, loaded.document, std::move(view));
    if (options.size) std::tie(look.width, look.height) = *options.size;
    const bool by_phase = options.by_phase.value_or(last - first < most_steps_by_phase);
    Extract what{first, last};
    what.backward = options.backward;
    return {std::move(loaded),      what, by_phase, options.out, std::move(look),
            open_pictures_offscreen};
}

int carry_out(ExportTask& task, const ExportKind& kind, bool to_file) {
    Progress progress(kind.medium == Medium::film ? task.pieces() : 0);
    while (task.done() < task.pieces()) {
        if (interruption() != 0) {
            progress.end_line();
            fmt::print(stderr, "lstm-notebook: interrupted{}\n",
                       to_file ? ", nothing was written" : "");
            return 128 + interruption();
        }
        task.advance();
        progress.tell(task.done());
    }
    return 0;
}

}  // namespace

int export_run(const ExportOptions& options) {
    const ExportKind& kind = export_kind(options.kind);
    const ExportJob job = job_of(options, kind);
    try {
        heed_interruptions();
        const auto task = kind.start(job);
        return carry_out(*task, kind, !job.out.empty());
    } catch (const FilmError& error) {
        fmt::print(stderr, "lstm-notebook: {}\n", error.what());
        return 2;
    } catch (const GraphicsError& error) {
        fmt::print(stderr, "lstm-notebook: {}\n", error.what());
        return 1;
    }
}

}  // namespace lstm
