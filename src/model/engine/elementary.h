/// e^x, ln x, sin x, cos x and xⁿ with the same bits on every machine: the C library's differ from
/// version to version.
///
/// After FreeBSD's msun (Sun Microsystems 1993: e_exp.c, e_log.c, k_sin.c, k_cos.c), of which each
/// result is within 1 ulp of the truth.
#pragma once

#include <cstdint>

namespace lstm::elementary {

/// e^x; ∞ above 709.78, 0 below −745.13.
[[nodiscard]] double exp(double x);
/// ln x; −∞ of 0, NaN of what is negative.
[[nodiscard]] double log(double x);
/// sin x, x in radians; |x| < 10^6 for the accuracy that is promised. NaN where x is not finite.
[[nodiscard]] double sin(double x);
/// cos x, likewise.
[[nodiscard]] double cos(double x);
/// xⁿ for n ≥ 0, by squaring: the relative error is below n · 2^−53.
[[nodiscard]] double power(double x, std::int64_t n);

}  // namespace lstm::elementary
