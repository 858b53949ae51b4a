/// Loops in this machine's registers, with fused sums.
#include "floors.h"

#define LSTM_LEVEL floors
#include "model/engine/kernels/simd.h"

namespace lstm::bench {

using floors::Numbers;
using floors::simd_width;

void read(const double* numbers, std::size_t count) {
    constexpr std::size_t side_by_side = 8;
    Numbers<simd_width> sums[side_by_side] = {};
    for (std::size_t k = 0; k < count; k += side_by_side * simd_width)
        for (std::size_t n = 0; n < side_by_side; ++n)
            sums[n] += floors::load<simd_width>(numbers + k + n * simd_width);
    asm volatile("" : : "m"(sums) : "memory");  // as if the sums were looked at
}

void multiply_and_add(double count) {
    constexpr int side_by_side = 12;
    const long rounds = static_cast<long>(count / (side_by_side * simd_width)) + 1;
    Numbers<simd_width> sums[side_by_side] = {};
    Numbers<simd_width> factor = Numbers<simd_width>{} + 0.5;
    asm volatile("" : "+m"(factor));
    for (long n = 0; n < rounds; ++n)
        for (auto& sum : sums) sum = sum * factor + factor;
    asm volatile("" : : "m"(sums) : "memory");
}

}  // namespace lstm::bench
