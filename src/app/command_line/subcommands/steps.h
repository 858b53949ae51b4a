/// The steps that a command is about.
#pragma once

#include "app/command_line/options.h"
#include "app/loading.h"
#include "model/engine/step_range.h"

namespace lstm {

/// What `range` means for `loaded`. Throws UsageError where it goes beyond the last step.
[[nodiscard]] StepRange steps_of(const Loaded& loaded, const RequestedSteps& range);

}  // namespace lstm
