/// All loops of one level, as a table; a level's file defines LSTM_LEVEL, its name, and includes
/// this.
#pragma once

#include "model/engine/kernels/backward.h"
#include "model/engine/kernels/forward.h"
#include "model/engine/kernels/sums.h"
#include "model/engine/kernels/update.h"

#define LSTM_AS_TEXT(name) #name
#define LSTM_NAME(name) LSTM_AS_TEXT(name)

namespace lstm::LSTM_LEVEL {

extern const Kernels kernels;
constexpr Kernels kernels{.name = LSTM_NAME(LSTM_LEVEL),
                          .multiply = multiply,
                          .run_forward = run_forward,
                          .run_backward = run_backward,
                          .sum_outer_products = sum_outer_products,
                          .sum_over_time = sum_over_time,
                          .sum_of_squares = sum_of_squares,
                          .subtract = subtract,
                          .adam = adam,
                          .are_finite = are_finite};

}  // namespace lstm::LSTM_LEVEL
