/// Several doubles worked on at once, in GCC's and Clang's vector types.
///
/// The elements of a group never mix: each result has the bits that it would have alone.
#pragma once

#include "model/engine/instructions.h"

#include <cstdint>

#ifndef LSTM_LEVEL
#error "Only the files of a level include this: see kernels.h"
#endif

/// A function that must melt into its caller, so that what it works on stays in registers.
#define LSTM_INLINE [[gnu::always_inline]] inline
/// The same of a lambda, behind its parameters.
#define LSTM_INLINE_LAMBDA __attribute__((always_inline))

namespace lstm::LSTM_LEVEL {

/// A number that the compiler knows.
template <int K>
struct Constant {
    constexpr operator int() const { return K; }
};

/// Calls `function` with the constants 0 to `Count` − 1. An array with such indices is taken apart
/// into registers; with those of a loop, it may stand in memory.
template <int Count, int From = 0, class Function>
LSTM_INLINE void for_each(const Function& function) {
    if constexpr (From < Count) {
        function(Constant<From>{});
        for_each<Count, From + 1>(function);
    }
}

/// Numbers in the widest register. (GCC takes wider groups apart, number by number.)
#if defined(__AVX512F__)
inline constexpr int simd_width = 8;
#elif defined(__AVX__)
inline constexpr int simd_width = 4;
#else
inline constexpr int simd_width = 2;
#endif

template <int Count>
struct GroupOf {
    using Numbers __attribute__((vector_size(Count * sizeof(double)))) = double;
    using Bits __attribute__((vector_size(Count * sizeof(double)))) = std::uint64_t;
};
template <>
struct GroupOf<1> : GroupOf<2> {};  // there is no group of one: the other element is idle

template <int Count>
using Numbers = typename GroupOf<Count>::Numbers;
/// The bits of a group of numbers.
template <class Group>
using BitsOf = typename GroupOf<static_cast<int>(sizeof(Group) / sizeof(double))>::Bits;

template <int Count>
[[nodiscard]] inline Numbers<Count> load(const double* from) {
    Numbers<Count> group{};
    __builtin_memcpy(&group, from, Count * sizeof(double));
    return group;
}

template <int Count>
inline void store(double* to, Numbers<Count> group) {
    __builtin_memcpy(to, &group, Count * sizeof(double));
}

/// 1, 2, 4 or 8 numbers, in as many groups as they take.
template <int Count>
struct Units {
    static constexpr int width = Count < simd_width ? Count : simd_width;
    static constexpr int groups = Count / width;

    Numbers<width> group[groups];

    [[nodiscard]] static Units at(const double* from) {
        Units units;
        for (int g = 0; g < groups; ++g) units.group[g] = load<width>(from + g * width);
        return units;
    }
    void put(double* to) const {
        for (int g = 0; g < groups; ++g) store<width>(to + g * width, group[g]);
    }
    /// `function` of each group, and of the groups of another beside it.
    template <class Function, class... Other>
    [[nodiscard]] Units with(Function function, const Other&... other) const {
        Units result;
        for (int g = 0; g < groups; ++g) result.group[g] = function(group[g], other.group[g]...);
        return result;
    }
    friend Units operator+(const Units& a, const Units& b) {
        return a.with([](auto x, auto y) { return x + y; }, b);
    }
    friend Units operator*(const Units& a, const Units& b) {
        return a.with([](auto x, auto y) { return x * y; }, b);
    }
};

}  // namespace lstm::LSTM_LEVEL
