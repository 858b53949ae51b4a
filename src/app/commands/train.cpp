/// lstm-notebook train
#include "app/commands/commands.h"
#include "app/loading.h"
#include "document/edit.h"
#include "document/lessons.h"
#include "formats/files.h"
#include "formats/scenario_writer.h"
#include "model/score.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string>

namespace lstm {
namespace {

/// A bar on a terminal; elsewhere a line for each tenth.
class Progress {
public:
    explicit Progress(int steps) : steps_(steps), terminal_(isatty(STDERR_FILENO) == 1) {}

    void show(int done, double loss) {
        const int parts = terminal_ ? 40 : 10;
        const int part = static_cast<int>(static_cast<long long>(done) * parts / steps_);
        if (part == shown_) return;
        shown_ = part;
        if (terminal_)
            std::cerr << fmt::format("\r[{}{}] {}/{}  loss {:.6g}   ", std::string(part, '#'),
                                     std::string(parts - part, '.'), done, steps_, loss);
        else
            std::cerr << fmt::format("step {} of {}: loss {:.6g}\n", done, steps_, loss);
    }
    void end() const {
        if (terminal_) std::cerr << '\n';
    }

private:
    int steps_;
    bool terminal_;
    int shown_ = 0;
};

/// How it does on lessons that it was not trained on: those of another seed.
void print_score(const Document& document) {
    if (!document.task) return;
    constexpr int lessons = 1000;
    const Task& task = *find_task(document.task->name);
    const TaskScore result =
        score(document.network, document.initial, task,
              static_cast<std::uint64_t>(document.task->seed) + 1, lessons, document.task->length);
    const bool shares = task.loss == LossKind::cross_entropy;
    const auto text = [&](double quality) {
        return shares ? fmt::format("{:.1f} % right", 100 * quality)
                      : fmt::format("root mean squared error {:.4g}", quality);
    };
    std::cerr << fmt::format("On {} fresh lessons: {}; where it takes the longest memory, {}.\n",
                             lessons, text(result.quality), text(result.key_quality));
}

}  // namespace

int train(const TrainOptions& options) {
    const Loaded loaded = load_scenario(options.file);
    Document document = loaded.document;
    if (!document.task && !document.has_targets())
        throw UsageError(loaded.name + ": expected targets or a task to train on, found neither");
    if (options.seed)
        document = edited(document, Randomise{static_cast<std::uint64_t>(*options.seed)});

    // A scenario without steps shows a fresh lesson.
    if (document.task && document.steps() == 0)
        document.sequence = sequence_of(draw_lesson(
            *find_task(document.task->name), static_cast<std::uint64_t>(document.task->seed) + 1, 0,
            document.task->length));

    Trainer trainer = trainer_of(document);
    Progress progress(options.steps);
    bool finite = true;
    for (int step = 1; step <= options.steps && finite; ++step) {
        const auto loss = trainer.step(lesson_of(document, trainer.state().steps));
        finite = loss.has_value();
        if (finite) progress.show(step, *loss);
    }
    progress.end();
    document.network = trainer.network();
    document.trained = trainer.state();
    save_file(options.out, write_scenario(document));
    if (!finite) {
        std::cerr << loaded.name << ": training stopped after "
                  << trainer.state().steps - loaded.document.trained->steps
                  << " steps: a gradient was no finite number; the last good weights were saved\n";
        return 1;
    }
    print_score(document);
    return 0;
}

}  // namespace lstm
