/// lstm-notebook check
#include "app/command_line/options.h"
#include "app/command_line/subcommands/subcommands.h"
#include "app/loading.h"
#include "app/telling.h"
#include "document/sequences.h"
#include "formats/trace/check_json.h"
#include "formats/trace/check_text.h"

#include <iostream>
#include <memory>

namespace lstm {
namespace {

struct CheckOptions {
    std::vector<std::string> files;
    std::string format;
};

/// Tells of each file in turn; one that cannot be read is told of on standard error, and the others
/// are still checked.
int check(const CheckOptions& options) {
    const bool json = options.format == "json";
    CheckTally tally;
    CheckJson report;
    bool unreadable = false;
    for (const std::string& file : options.files) {
        if (!std::cout) break;
        try {
            const Loaded opened = load_scenario(file);
            for (int n = 0; n < sequence_count(opened.document); ++n) {
                Loaded loaded = opened;
                loaded.document = showing(opened.document, n);
                const Results results = results_of(loaded);
                if (json)
                    report.add(loaded.name, loaded.document, results.verdicts(), tally);
                else
                    print_check(std::cout, loaded.name, loaded.document, results.verdicts(), tally);
            }
        } catch (const std::runtime_error& error) {
            tell(error.what());
            report.add_unreadable(file, error.what());
            unreadable = true;
        }
    }
    json ? report.print(std::cout, tally) : print_tally(std::cout, tally);
    return unreadable ? 2 : tally.failed > 0 ? 1 : 0;
}

}  // namespace

Subcommand check_subcommand() {
    const auto options = std::make_shared<CheckOptions>();
    std::string unused;
    Option files = scenario(unused);
    files.repeats = true;
    files.read = [options](const std::string& file) { options->files.push_back(file); };
    return {.name = "check",
            .help = "Hold expected numbers against computed ones",
            .options = {std::move(files), format_option({"text", "json"}, options->format)},
            .samples = {{"check gomez mine.json", "Says which expected numbers come out"}},
            .run = [options] { return check(*options); }};
}

}  // namespace lstm
