/// Filling in what the command line left out.
#include "app/command_line/subcommands/steps.h"

namespace lstm {

StepRange steps_of(const Loaded& loaded, const RequestedSteps& range) {
    const int steps = loaded.document.steps();
    if (range.last.value_or(steps) > steps)
        throw UsageError(loaded.name + ": --t: expected steps " +
                         (steps == 0 ? "to be there" : "from 1 to " + std::to_string(steps)) +
                         ", found " + std::to_string(*range.last));
    return {range.first.value_or(1), range.last.value_or(steps)};
}

}  // namespace lstm
