/// lstm-notebook trace
#include "app/command_line/subcommands/steps.h"
#include "app/command_line/subcommands/subcommands.h"
#include "app/loading.h"
#include "document/gradients_of.h"
#include "document/sequences.h"
#include "formats/trace/trace_text.h"

#include <iostream>
#include <memory>
#include <optional>

namespace lstm {
namespace {

struct TraceOptions {
    std::string file;
    std::optional<std::string> sequence;
    std::string format;
    RequestedSteps steps;
    std::optional<int> digits;
    bool backward = false;
};

int trace_one(const TraceOptions& options, const Loaded& loaded) {
    const auto [first, last] = steps_of(loaded, options.steps);
    if (options.backward) require_targets(loaded);
    const Results results = results_of(loaded);
    TraceTextOptions what{{first, last}, options.digits};
    std::optional<Gradients> gradients;
    if (options.backward) {
        gradients = gradients_of(loaded.document, results.trace());
        what.gradients = &*gradients;
    }
    const auto print = options.format == "csv"    ? print_csv
                       : options.format == "json" ? print_json
                                                  : print_table;
    print(std::cout, loaded.document, results.trace(), what).finish();
    return 0;
}

/// Every sequence, one after the other.
int trace_all(const TraceOptions& options) {
    Loaded loaded = load_scenario(options.file);
    if (options.format == "csv")
        throw UsageError("--sequence: expected all with --format json or table, found csv");
    if (options.format == "json") {
        print_json_of_all(std::cout, loaded.document, options.digits, options.backward).finish();
        return 0;
    }
    const Document document = loaded.document;
    for (int n = 0; n < sequence_count(document); ++n) {
        loaded.document = showing(document, n);
        std::cout << (n > 0 ? "\n" : "") << sequence_name(document, n) << '\n';
        trace_one(options, loaded);
    }
    return 0;
}

int trace(const TraceOptions& options) {
    if (options.sequence == "all") return trace_all(options);
    return trace_one(options, load_sequence(options.file, options.sequence));
}

}  // namespace

Subcommand trace_subcommand() {
    const auto options = std::make_shared<TraceOptions>();
    return {
        .name = "trace",
        .help = "Print every quantity of every step",
        .options = {scenario(options->file),
                    format_option({"table", "csv", "json"}, options->format),
                    sequence_option(options->sequence, "; all: every one"),
                    steps_option(options->steps),
                    whole("--digits",
                          "Round what is printed, half away from zero, to N digits behind the "
                          "point",
                          0, max_decimals, options->digits),
                    flag("--backward", "Print the gradients of the loss too", options->backward)},
        .samples = {{"trace gomez --format csv --digits 4",
                     "Prints a run as a table for a "
                     "spreadsheet"}},
        .run = [options] { return trace(*options); }};
}

}  // namespace lstm
