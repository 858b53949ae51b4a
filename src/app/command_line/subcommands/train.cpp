/// lstm-notebook train
#include "app/command_line/destination.h"
#include "app/command_line/options.h"
#include "app/command_line/subcommands/counted.h"
#include "app/command_line/subcommands/progress.h"
#include "app/command_line/subcommands/score_text.h"
#include "app/command_line/subcommands/subcommands.h"
#include "app/loading.h"
#include "app/telling.h"
#include "document/edit.h"
#include "document/training_sequences.h"
#include "formats/scenario/scenario_writer.h"
#include "platform/files.h"
#include "platform/leave_signals.h"

#include <fmt/format.h>

#include <chrono>
#include <iostream>
#include <memory>
#include <string>

namespace lstm {
namespace {

struct TrainOptions {
    std::string file;
    int steps = 0;
    OutWish out;
    std::optional<int> seed;  ///< begin anew, with random weights of this seed
    int save_every = 60;      ///< seconds
    bool quiet = false;
};

/// Whether every weight is zero: then all units compute the same for ever, whatever they learn.
bool all_weights_zero(const Network& network) {
    for (std::size_t k = 0; k < network.parameters.size(); ++k) {
        const bool bias = network.cell->parameters[k].columns == Extent::one;
        if (!bias && !network.parameters[k]->isZero(0)) return false;
    }
    return true;
}

/// The document to train. Throws UsageError where there is nothing to learn.
Document begin(const Loaded& loaded, const TrainOptions& options) {
    Document document = loaded.document;
    if (!document.task && !document.has_targets())
        throw UsageError(loaded.name + ": expected targets or a task to train on, found neither");
    if (options.seed)
        document = edited(document, Randomise{static_cast<std::uint64_t>(*options.seed)});
    // A scenario without steps shows a fresh sequence.
    if (document.task && document.steps() == 0)
        document.sequence = steps_of(draw_sequence(
            *find_task(document.task->name), static_cast<std::uint64_t>(document.task->seed) + 1, 0,
            document.task->length));
    if (all_weights_zero(document.network) && !options.quiet)
        tell(loaded.name +
             ": all weights are zero, so all units learn the same and are as good as one; --seed N "
             "begins with random weights");
    return document;
}

/// A network while it learns, and where it is saved.
class Training {
public:
    Training(Document document, const Destination& out, const TrainOptions& options)
        : document_(std::move(document)),
          trainer_(trainer_of(document_)),
          out_(out),
          options_(options),
          progress_(options.steps, Progress::voice(options.quiet)) {}

    /// Trains to the end, or until a number is not finite, or a signal comes; saves now and then,
    /// and at last.
    void run(const LeaveSignals& signals) {
        while (finite_ && done_ < options_.steps && signals.heard() == 0) {
            const auto loss = trainer_.step(training_sequences(document_, trainer_.state().steps));
            finite_ = loss.has_value();
            if (finite_) progress_.show(++done_, *loss);
            save_now_and_then();
        }
        progress_.end();
        if (learned_or_failed()) save();
    }

    [[nodiscard]] bool finite() const { return finite_; }
    [[nodiscard]] int done() const { return done_; }
    /// Whether there is anything to save: it was not interrupted before its first step.
    [[nodiscard]] bool learned_or_failed() const { return done_ > 0 || !finite_; }
    /// With the network as it was saved last.
    [[nodiscard]] const Document& document() const { return document_; }

private:
    using Clock = std::chrono::steady_clock;

    void save() {
        document_.network = trainer_.network();
        document_.trained = trainer_.state();
        out_.write(write_scenario(document_));
    }

    /// What cannot be saved now may be saved later: training goes on.
    void save_now_and_then() {
        if (!out_.is_file() || Clock::now() - saved_ < std::chrono::seconds(options_.save_every))
            return;
        try {
            save();
        } catch (const FileError& error) {
            progress_.end();
            tell(std::string(error.what()) + " (training goes on)");
        }
        saved_ = Clock::now();
    }

    Document document_;
    Trainer trainer_;
    const Destination& out_;
    const TrainOptions& options_;
    Progress progress_;
    bool finite_ = true;
    int done_ = 0;
    Clock::time_point saved_ = Clock::now();
};

int train(const TrainOptions& options) {
    const Loaded loaded = load_scenario(options.file);
    const Destination out(options.out, &loaded, Content::text);
    out.require_writable();
    Training training(begin(loaded, options), out, options);
    int signal = 0;
    {  // however long a step takes, and to save what was learned
        const LeaveSignals signals({}, {}, LeaveSignals::for_ever);
        training.run(signals);
        signal = signals.heard();
    }
    const std::string done = counted(training.done(), "step");
    if (!training.finite()) {
        tell(
            fmt::format("{}: training stopped after {}: a gradient was no finite number; the last "
                        "good weights were saved",
                        loaded.name, done));
        return 1;
    }
    if (training.done() < options.steps) {
        tell(loaded.name + ": interrupted after " + done + " of " + std::to_string(options.steps) +
             (training.learned_or_failed()
                  ? "; the network so far was saved, and can be trained on from there"
                  : "; nothing was written"));
        return 128 + signal;
    }
    const Document& document = training.document();
    if (document.task && !options.quiet)
        print_score(std::cerr, score_of(document, fresh_seed(document), 1000));
    return 0;
}

std::vector<Option> options_for(TrainOptions& options) {
    return {
        scenario(options.file),
        required(whole("--steps", "Steps of the optimizer", 1, 1'000'000'000, options.steps)),
        required(out_option("FILE", "The scenario to write; - for standard output", options.out)),
        force_option(options.out),
        seed_option("Begin with random weights made from this seed", options.seed),
        whole("--save-every", "Seconds between savings meanwhile, 60 if not given", 1, 86'400,
              options.save_every),
        flag("--quiet", "Say nothing but what went wrong", options.quiet),
    };
}

}  // namespace

Subcommand train_subcommand() {
    const auto options = std::make_shared<TrainOptions>();
    return {.name = "train",
            .help = "Let the network learn, and save it",
            .options = options_for(*options),
            .samples = {{"train gomez --steps 500 --out learned.json",
                         "Trains, and saves every minute, at Ctrl+C, and at the end"}},
            .run = [options] { return train(*options); }};
}

}  // namespace lstm
