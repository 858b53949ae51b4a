/// lstm-notebook train
#include "app/commands/commands.h"
#include "app/commands/score_text.h"
#include "app/loading.h"
#include "document/edit.h"
#include "document/lessons.h"
#include "formats/files.h"
#include "formats/scenario_writer.h"

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
    int done = 0;
    while (finite && done < options.steps) {
        const auto loss = trainer.step(lesson_of(document, trainer.state().steps));
        finite = loss.has_value();
        if (finite) progress.show(++done, *loss);
    }
    progress.end();
    document.network = trainer.network();
    document.trained = trainer.state();
    save_file(options.out, write_scenario(document));
    if (!finite) {
        std::cerr << fmt::format(
            "{}: training stopped after {} step{}: a gradient was no finite number; the last good "
            "weights were saved\n",
            loaded.name, done, done == 1 ? "" : "s");
        return 1;
    }
    if (document.task) print_score(std::cerr, document, fresh_seed(document), 1000);
    return 0;
}

}  // namespace lstm
