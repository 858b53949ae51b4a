/// lstm-notebook read
#include "app/command_line/subcommands/steps.h"
#include "app/command_line/subcommands/subcommands.h"
#include "app/loading.h"
#include "ui/words/numbers.h"
#include "ui/words/transcript.h"

#include <iostream>
#include <memory>

namespace lstm {
namespace {

struct ReadOptions {
    std::string file;
    std::optional<std::string> sequence;
    RequestedSteps steps;
    std::optional<int> digits;
    std::string language = "en";
};

void print(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) std::cout << line << '\n';
}

int read(const ReadOptions& options) {
    const Loaded loaded = load_sequence(options.file, options.sequence);
    const auto [first, last] = steps_of(loaded, options.steps);
    const Results results = results_of(loaded);
    const Words words(*language_named(options.language));
    const NumbersOf numbers(words);
    constexpr int usual_digits = 3;
    print(introduction_to(words, loaded.document));
    for (int t = first; t <= last; ++t) {
        std::cout << '\n';
        print(transcript_of(words, loaded.document, results.trace(), t, Phase::speak,
                            options.digits.value_or(usual_digits)));
    }
    return 0;
}

}  // namespace

Subcommand read_subcommand() {
    const auto options = std::make_shared<ReadOptions>();
    return {.name = "read",
            .help = "Tell a run in sentences, as it is read aloud",
            .options = {scenario(options->file), sequence_option(options->sequence),
                        steps_option(options->steps),
                        whole("--digits", "Digits behind the point, 3 if not given", 0,
                              max_decimals, options->digits),
                        language_option(options->language)},
            .samples = {{"read gomez --t 2", "Tells what happens in a step"}},
            .run = [options] { return read(*options); }};
}

}  // namespace lstm
