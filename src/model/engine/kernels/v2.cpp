/// The kernels for a processor with SSE4.2 and no AVX (x86-64-v2). src/CMakeLists.txt has the
/// flags.
#if defined(__x86_64__)
#define LSTM_LEVEL v2
#include "model/engine/kernels/level.h"
#endif
