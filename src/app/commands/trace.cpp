/// lstm-notebook trace
#include "app/commands/commands.h"
#include "app/loading.h"
#include "formats/trace_text.h"

#include <iostream>

namespace lstm {

int trace(const TraceOptions& options) {
    const Loaded loaded = load_scenario(options.file);
    const int steps = loaded.document.steps();
    if (options.last.value_or(steps) > steps)
        throw UsageError(loaded.name + ": --t: expected steps " +
                         (steps == 0 ? "to be there" : "from 1 to " + std::to_string(steps)) +
                         ", found " + std::to_string(*options.last));

    const Results results = results_of(loaded);
    const TraceText what{options.first.value_or(1), options.last.value_or(steps), options.digits};
    const auto print = options.format == "csv"    ? print_csv
                       : options.format == "json" ? print_json
                                                  : print_table;
    print(std::cout, loaded.document, results.trace(), what);
    return 0;
}

}  // namespace lstm
