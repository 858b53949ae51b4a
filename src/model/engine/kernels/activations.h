/// σ and tanh, for groups of numbers and without a branch.
///
/// Both rest on e^−z. With r = z + k ln 2, k an integer and |r| ≤ ½ ln 2 (Cody & Waite 1980,
/// chapter 6), and tanh(r/2) = A/Q:
///
///     e^−z = 2^k e^−r = 2^k (Q − A) / (Q + A)
///
/// so that each is one quotient in which nothing that matters cancels. Over millions of numbers the
/// relative error, against long double, is at most 3.9e-16 for σ and 5.1e-16 for tanh
/// (docs/performance.md).
#pragma once

#include "model/engine/kernels/simd.h"

namespace lstm::LSTM_LEVEL {

/// e^−z, or e^−2z, in parts.
template <class Group>
struct Reduced {
    Group exponent;  ///< k + exponent_shift
    Group q;         ///< Q
    Group a;         ///< A
};

/// Added to an integer k, it leaves in a double's lowest bits the exponent field of 2^k.
inline constexpr double exponent_shift = 0x1.8p52 + 1023;

/// 2^k; −1022 ≤ k ≤ 1023.
template <class Group>
[[nodiscard]] inline Group power_of_two(Group exponent) {
    return __builtin_bit_cast(Group, __builtin_bit_cast(BitsOf<Group>, exponent) << 52);
}

/// e^−(times·z) in parts, for times 1 or 2 and |times·z| < 10^5.
template <int times, class Group>
[[nodiscard]] inline Reduced<Group> reduce(Group z) {
    // ln 2 in two parts; k times the first is exact.
    constexpr double ln_2 = 0x1.62e42feep-1 / times;
    constexpr double ln_2_rest = 0x1.a39ef35793c76p-33 / times;
    constexpr double log2_e = 0x1.71547652b82fep+0 * times;
    const Group exponent = exponent_shift - z * log2_e;
    const Group k = exponent - exponent_shift;
    const Group r = (z + k * ln_2) + k * ln_2_rest;
    // A and Q are polynomials in r², near the minimax: the relative error of A/Q is below 1.1e-17.
    constexpr double unit = times * times;
    const Group x = r * r;
    const Group q =
        1.0 + x * (0x1.c7199a7e13452p-4 * unit + x * (0x1.03fe12e3f6fdap-10 * unit * unit));
    const Group a = r * (0.5 * times + x * (0x1.c71114a2f7cc6p-7 * times * unit +
                                            x * (0x1.1536376687403p-15 * times * unit * unit)));
    return {exponent, q, a};
}

/// 1 / (1 + e^−z). 1 and 0 at ±∞, NaN for NaN; below −708, where the result is no normal number any
/// more, it is right to the last bit or two that it has.
template <class Group>
[[nodiscard]] inline Group sigmoid(Group z) {
    const auto [exponent, q, a] = reduce<1>(z);
    // Where e^−z would overflow, both sides of the quotient are made smaller by 2^128.
    const auto low = z < -600.0;
    const Group scale = low ? Group{} + 0x1p-128 : Group{} + 1.0;
    const Group power = power_of_two(low ? exponent - 128.0 : exponent);
    const Group over = q + a;
    const Group result = over * scale / (over + power * (q - a));
    // Out of the reach of `reduce`. Chosen at the end, off the chain that everything waits for.
    return z > 700.0 ? Group{} + 1.0 : z < -746.0 ? Group{} : result;
}

/// tanh(z). ±1 at ±∞, ±0 at ±0, NaN for NaN.
template <class Group>
[[nodiscard]] inline Group tanh(Group z) {
    constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;
    const auto bits = __builtin_bit_cast(BitsOf<Group>, z);
    const auto size = __builtin_bit_cast(Group, bits & ~sign_bit);
    const auto [exponent, q, a] = reduce<2>(size);
    const Group power = power_of_two(exponent);
    // 1 − e^−2z and 1 + e^−2z, both times Q + A; arranged so that the first loses nothing near 0,
    // where the power is 1, and the quotient is exactly 1 where the power is tiny.
    const Group rest = q - a;
    const Group over = (a + a) + (1.0 - power) * rest;
    const Group under = over + (power + power) * rest;
    const Group result = size > 20.0 ? Group{} + 1.0 : over / under;
    return __builtin_bit_cast(Group, __builtin_bit_cast(BitsOf<Group>, result) | (bits & sign_bit));
}

/// max(0, z). NaN for NaN.
template <class Group>
[[nodiscard]] inline Group relu(Group z) {
    return z <= 0.0 ? Group{} : z;
}

/// `line`, cut to 0…1. NaN for NaN.
template <class Group>
[[nodiscard]] inline Group cut_to_share(Group line) {
    return line <= 0.0 ? Group{} : line >= 1.0 ? Group{} + 1.0 : line;
}

/// |z|
template <class Group>
[[nodiscard]] inline Group size_of(Group z) {
    constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;
    return __builtin_bit_cast(Group, __builtin_bit_cast(BitsOf<Group>, z) & ~sign_bit);
}

/// z / (1 + |z|). ±1 at ±∞, NaN for NaN.
template <class Group>
[[nodiscard]] inline Group softsign(Group z) {
    const Group result = z / (1.0 + size_of(z));
    return z > 0x1p60 ? Group{} + 1.0 : z < -0x1p60 ? Group{} - 1.0 : result;
}

/// 1 where z > 0, else 0. NaN for NaN.
template <class Group>
[[nodiscard]] inline Group unit_step(Group z) {
    return z > 0.0 ? Group{} + 1.0 : z <= 0.0 ? Group{} : z;
}

}  // namespace lstm::LSTM_LEVEL
