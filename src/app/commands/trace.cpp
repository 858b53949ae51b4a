/// lstm-notebook trace
#include "app/commands/commands.h"
#include "app/commands/steps.h"
#include "app/loading.h"
#include "document/gradients_of.h"
#include "formats/trace_text.h"

#include <iostream>
#include <optional>

namespace lstm {

int trace(const TraceOptions& options) {
    const Loaded loaded = load_scenario(options.file);
    const auto [first, last] = steps_of(loaded, options.steps);
    if (options.backward) require_targets(loaded);
    const Results results = results_of(loaded);
    TraceText what{first, last, options.digits};
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

}  // namespace lstm
