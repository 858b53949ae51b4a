/// Random numbers that are the same on every machine.
#pragma once

#include <cstdint>

namespace lstm {

/// SplitMix64 (Steele, Lea & Flood 2014): tiny, and the same with every standard library.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    /// All 64 bits random.
    std::uint64_t bits() {
        state_ += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// Uniform in [−1, 1).
    double signed_unit() { return static_cast<double>(bits() >> 11) * 0x1.0p-52 - 1.0; }
    /// Uniform in [0, 1).
    double unit() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }
    /// 0 to `count` − 1.
    int below(int count) { return static_cast<int>(unit() * count); }
    /// Nearly normal, mean 0 and variance 1: a sum of twelve uniform numbers.
    double normal() {
        double sum = 0;
        for (int k = 0; k < 12; ++k) sum += unit();
        return sum - 6;
    }

private:
    std::uint64_t state_;
};

}  // namespace lstm
