/// Several doubles worked on at once, in GCC's and Clang's vector types.
///
/// The elements of a group never mix: each result has the bits that it would have alone.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace lstm {

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

/// Numbers in the machine's simd_width register. (GCC takes wider groups apart, number by number.)
#if defined(__AVX512F__)
inline constexpr int simd_width = 8;
#elif defined(__AVX__)
inline constexpr int simd_width = 4;
#else
inline constexpr int simd_width = 2;
#endif

/// `count` rounded up to a multiple of `size`.
[[nodiscard]] constexpr int round_up(int count, int size) {
    return (count + size - 1) / size * size;
}

/// `count` rounded up to what is worked on together: one group of 1, 2, 4 or 8, or several of the
/// simd_width. (To compute four numbers is quicker than to pick out three.)
[[nodiscard]] constexpr int pad(int count) {
    int group = 1;
    while (group < count && group < simd_width) group *= 2;
    return round_up(count, group);
}

template <int Count>
[[nodiscard]] inline Numbers<Count> load(const double* from) {
    Numbers<Count> group{};
    std::memcpy(&group, from, Count * sizeof(double));
    return group;
}

template <int Count>
inline void store(double* to, Numbers<Count> group) {
    std::memcpy(to, &group, Count * sizeof(double));
}

}  // namespace lstm
