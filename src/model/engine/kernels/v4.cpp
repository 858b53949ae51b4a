/// The kernels for a processor with AVX-512 (x86-64-v4). src/CMakeLists.txt has the flags.
#if defined(__x86_64__)
#define LSTM_LEVEL v4
#include "model/engine/kernels/level.h"
#endif
