/// lstm-notebook score
#include "app/commands/commands.h"
#include "app/commands/score_text.h"
#include "app/loading.h"

#include <iostream>

namespace lstm {

int score(const ScoreOptions& options) {
    const Loaded loaded = load_scenario(options.file);
    if (!loaded.document.task)
        throw UsageError(loaded.name + ": expected a task to draw lessons from, found none");
    const std::uint64_t seed =
        options.seed ? static_cast<std::uint64_t>(*options.seed) : fresh_seed(loaded.document);
    if (print_score(std::cout, loaded.document, seed, options.lessons)) return 0;
    std::cerr << loaded.name << ": what came out is no finite number\n";
    return 1;
}

}  // namespace lstm
