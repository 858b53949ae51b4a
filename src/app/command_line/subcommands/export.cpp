/// lstm-notebook export
#include "app/command_line/destination.h"
#include "app/command_line/options.h"
#include "app/command_line/subcommands/steps.h"
#include "app/command_line/subcommands/subcommands.h"
#include "app/export_kinds.h"
#include "app/offscreen_renderer.h"
#include "app/telling.h"
#include "platform/leave_signals.h"
#include "platform/standard_streams.h"

#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <tuple>
#include <utility>

namespace lstm {
namespace {

/// A film of more steps than this has a picture a step, unless somebody wants otherwise.
constexpr int most_steps_by_phase = 12;

struct ExportOptions {
    std::string file;
    std::optional<std::string> sequence;
    std::string kind;  ///< the name of one of `export_kinds`
    RequestedSteps steps;
    OutWish out;
    PictureOptions look;            ///< of pictures and films
    bool backward = false;          ///< gradients too; of pictures and films: on the way back
    std::optional<std::string> by;  ///< a film's, "phase" or "step"; absent: by phase for few steps
    bool quiet = false;
};

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
    bool terminal_ = errors_are_terminal();
};

ExportWork job_of(const ExportOptions& options, const ExportKind& kind) {
    Loaded loaded = load_sequence(options.file, options.sequence);
    const auto [first, last] = steps_of(loaded, options.steps);
    if (options.backward && !kind.backward)
        throw UsageError("--backward: expected a kind that tells gradients, found " + kind.name);
    if (options.backward) require_targets(loaded);
    View view;
    if (options.backward) view.cursor.backward_phase = Phase::read;
    options.look.apply_to(view);
    view.cursor.t = first;
    PictureLook look = usual_look(kind, loaded.document, std::move(view));
    if (options.look.size) std::tie(look.width, look.height) = *options.look.size;
    const bool by_phase = options.by ? *options.by == "phase" : last - first < most_steps_by_phase;
    TextOptions what{{first, last}};
    what.backward = options.backward;
    const Content content = kind.medium == Medium::text ? Content::text : Content::picture;
    const Destination destination(options.out, &loaded, content);
    return {std::move(loaded),      what, by_phase, destination.path(), std::move(look),
            open_pictures_offscreen};
}

int carry_out(ExportTask& task, const ExportKind& kind, const ExportOptions& options,
              const LeaveSignals& signals, bool to_file) {
    const bool counts = kind.medium == Medium::film && !options.quiet;
    Progress progress(counts ? task.pieces() : 0);
    while (task.done() < task.pieces()) {
        if (const int signal = signals.heard()) {
            progress.end_line();
            tell(to_file ? "interrupted, nothing was written" : "interrupted");
            return 128 + signal;
        }
        task.advance();
        progress.tell(task.done());
    }
    return 0;
}

int export_run(const ExportOptions& options) {
    const ExportKind& kind = export_kind(options.kind);
    const ExportWork job = job_of(options, kind);
    const LeaveSignals signals;
    return carry_out(*kind.start(job), kind, options, signals, !job.out.empty());
}

std::vector<Option> options_for(ExportOptions& options) {
    const auto name_of_kind = [](const ExportKind& kind) { return kind.name; };
    return {
        scenario(options.file),
        required(choice("--as", "KIND", "What to write", names_of(export_kinds(), name_of_kind),
                        options.kind)),
        sequence_option(options.sequence),
        steps_option(options.steps),
        out_option("PATH", "The file to write, standard output if not given", options.out),
        force_option(options.out),
        size_option("what it needs", options.look),
        theme_option(options.look),
        scale_option(options.look),
        units_option(options.look),
        flag("--backward", "The gradients too; of pictures and films, on the way back",
             options.backward),
        choice("--by", "MOMENT",
               "A film's pictures: one a phase (up to 12 steps, if not given) or one a step",
               {"phase", "step"}, options.by),
        flag("--quiet", "Say nothing of progress", options.quiet),
    };
}

}  // namespace

Subcommand export_subcommand() {
    const auto options = std::make_shared<ExportOptions>();
    return {.name = "export",
            .help = "Take the run away: a table, a derivation, a program, a picture, a film",
            .options = options_for(*options),
            .samples = {{"export gomez --as latex --out gomez.tex", "Writes the derivation"}},
            .run = [options] { return export_run(*options); }};
}

}  // namespace lstm
