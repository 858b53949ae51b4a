/// What no engine can be faster than: reading the weights, and multiplying and adding.
#pragma once

#include <cstddef>

namespace lstm::bench {

/// Reads `count` numbers, a multiple of 64, as fast as a product could that had nothing to compute.
void read(const double* numbers, std::size_t count);

/// About `count` multiply-adds in registers.
void multiply_and_add(double count);

}  // namespace lstm::bench
