/// The kernels with a × b + c as one operation that rounds once, for this machine: what the same
/// bits everywhere cost is measured beside them.
#define LSTM_LEVEL fused
#include "model/engine/kernels/level.h"
