/// Tests that go through all kernels that this processor has.
#pragma once

#include "model/engine/kernel_choice.h"

namespace lstm {

/// Calls `use` with each of the kernels in turn while everything computes with it; afterwards with
/// what it was.
template <class Use>
void with_each_kernel(Use use) {
    struct Restored {
        const Kernels& before = kernels();
        ~Restored() { use_kernels(before); }
    } restored;
    for (const Kernels* each : available_kernels()) {
        use_kernels(*each);
        use(*each);
    }
}

}  // namespace lstm
