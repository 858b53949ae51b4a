/// lstm-notebook score
#include "app/command_line/options.h"
#include "app/command_line/subcommands/score_text.h"
#include "app/command_line/subcommands/subcommands.h"
#include "app/loading.h"
#include "app/telling.h"

#include <iostream>
#include <memory>

namespace lstm {
namespace {

struct ScoreOptions {
    std::string file;
    std::optional<int> seed;  ///< of the lessons; absent: one more than that of the lessons learned
    int sequences = 1000;
    std::string format;
};

int score_fresh(const ScoreOptions& options) {
    const Loaded loaded = load_scenario(options.file);
    if (!loaded.document.task)
        throw UsageError(loaded.name + ": expected a task to draw lessons from, found none");
    const std::uint64_t seed =
        options.seed ? static_cast<std::uint64_t>(*options.seed) : fresh_seed(loaded.document);
    const ScoreReport score = score_of(loaded.document, seed, options.sequences);
    if (options.format == "json") {
        print_score_json(std::cout, score);
    } else {
        print_score(std::cout, score);
    }
    if (score.finite()) return 0;
    tell(loaded.name + ": what came out is no finite number");
    return 1;
}

}  // namespace

Subcommand score_subcommand() {
    const auto options = std::make_shared<ScoreOptions>();
    return {.name = "score",
            .help = "Say how well a trained network does on fresh lessons of its task",
            .options = {scenario(options->file),
                        seed_option("Of the lessons; if not given, the one after that of its "
                                    "training",
                                    options->seed),
                        whole("--lessons", "How many; 1000 if not given", 1, 1'000'000,
                              options->sequences),
                        format_option({"text", "json"}, options->format)},
            .samples = {{"score reber --lessons 200", "Tries a trained network"}},
            .run = [options] { return score_fresh(*options); }};
}

}  // namespace lstm
