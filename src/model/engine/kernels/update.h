/// Steps of the optimizer, number by number.
#pragma once

#include "model/engine/kernels.h"
#include "model/engine/kernels/simd.h"

namespace lstm::LSTM_LEVEL {

// Plain loops: the compiler makes groups of them, and no number waits for another.

inline void adam(const AdamStep& step, const double* __restrict gradient, double* __restrict m,
                 double* __restrict v, double* __restrict parameters, std::ptrdiff_t count) {
    const AdamStep s = step;
    const double rest1 = 1 - s.beta1;
    const double rest2 = 1 - s.beta2;
    for (std::ptrdiff_t k = 0; k < count; ++k) {
        const double g = gradient[k];
        m[k] = s.beta1 * m[k] + rest1 * g;
        v[k] = s.beta2 * v[k] + rest2 * (g * g);
        parameters[k] -= s.rate * m[k] / (__builtin_sqrt(s.scale * v[k]) + s.epsilon);
    }
}

inline bool are_finite(const double* a, std::ptrdiff_t count) {
    constexpr std::uint64_t exponent = std::uint64_t{0x7ff} << 52;
    std::uint64_t none = 0;
    for (std::ptrdiff_t k = 0; k < count; ++k) {
        const auto bits = __builtin_bit_cast(std::uint64_t, a[k]) & exponent;
        none |= bits == exponent ? 1 : 0;
    }
    return none == 0;
}

}  // namespace lstm::LSTM_LEVEL
