/// lstm-notebook export
#include "app/commands/commands.h"
#include "app/commands/steps.h"
#include "app/export_kinds.h"

#include <algorithm>

namespace lstm {

int export_run(const ExportOptions& options) {
    const Loaded loaded = load_scenario(options.file);
    const auto [first, last] = steps_of(loaded, options.steps);
    const Results results = results_of(loaded);
    const auto kind = std::find_if(export_kinds().begin(), export_kinds().end(),
                                   [&](const ExportKind& k) { return k.name == options.kind; });
    kind->write({loaded, results, {first, last}, options.out});
    return 0;
}

}  // namespace lstm
