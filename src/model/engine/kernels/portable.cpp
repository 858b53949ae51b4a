/// The kernels for whatever processor or browser the program is built for, where that is no x86-64.
#if !defined(__x86_64__)
#define LSTM_LEVEL portable
#include "model/engine/kernels/level.h"
#endif
