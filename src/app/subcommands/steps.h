/// The steps that a command is about.
#pragma once

#include "app/loading.h"
#include "app/options.h"

namespace lstm {

struct Steps {
    int first;
    int last;  ///< less than `first`: there are none
};

/// What `range` means for `loaded`. Throws UsageError where it goes beyond the last step.
[[nodiscard]] Steps steps_of(const Loaded& loaded, const StepRange& range);

}  // namespace lstm
