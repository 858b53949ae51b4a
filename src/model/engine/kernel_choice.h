/// Which kernels the program computes with: they differ in speed alone.
#pragma once

#include "model/engine/kernels.h"

#include <span>

namespace lstm {

/// Those that this processor can run, the widest first.
[[nodiscard]] std::span<const Kernels* const> available_kernels();

/// Those called `name`; nullptr: the widest. Throws std::runtime_error, with a sentence that says
/// which there are, where none is called so.
[[nodiscard]] const Kernels& kernels_called(const char* name);

/// Those that the program uses: the widest that there is, or what the environment variable
/// LSTM_KERNELS names. Throws std::runtime_error where that names none that there is, or where
/// there is none.
[[nodiscard]] const Kernels& kernels();

/// Uses `chosen` from now on, for tests and benchmarks that go through all of them; nobody else
/// computes meanwhile.
void use_kernels(const Kernels& chosen);

}  // namespace lstm
