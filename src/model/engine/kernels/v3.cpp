/// The kernels for a processor with AVX2 (x86-64-v3). src/CMakeLists.txt has the flags.
#if defined(__x86_64__)
#define LSTM_LEVEL v3
#include "model/engine/kernels/level.h"
#endif
