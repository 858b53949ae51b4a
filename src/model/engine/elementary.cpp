/// The elementary functions, after FreeBSD's msun.
#include "model/engine/elementary.h"

#include <bit>
#include <cmath>
#include <limits>

namespace lstm::elementary {
namespace {

// ln 2 in two parts; an integer below 2^20 times the first is exact.
constexpr double ln_2 = 6.93147180369123816490e-01;
constexpr double ln_2_rest = 1.90821492927058770002e-10;

/// 2^k; −1022 ≤ k ≤ 1023.
double power_of_two(int k) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}

/// An angle x = quarter · π/2 + (angle + rest), |angle| ≤ π/4.
struct Reduced {
    int quarter;  ///< of 4
    double angle, rest;
};

/// π/2 in three parts of 33 bits and a rest (e_rem_pio2.c): the first two products are exact.
Reduced reduced(double x) {
    constexpr double two_over_pi = 6.36619772367581382433e-01;
    constexpr double part1 = 1.57079632673412561417e+00, part2 = 6.07710050630396597660e-11;
    constexpr double part3 = 2.02226624871116645580e-21, rest3 = 8.47842766036889956997e-32;
    const double n = std::floor(x * two_over_pi + 0.5);
    const double first = x - n * part1;  // exact (Sterbenz) but for the smallest angles
    const double w = n * part2;
    const double second = first - w;
    const double lost = (first - second) - w;
    const double tail = n * part3;
    const double third = second - tail;
    const double lost3 = (second - third) - tail;
    const double rest = lost + (lost3 - n * rest3);
    const double angle = third + rest;
    return {static_cast<int>(n - 4 * std::floor(n / 4)), angle, (third - angle) + rest};
}

/// sin (x + rest), |x| ≤ π/4.
double sin_near_zero(double x, double rest) {
    const double z = x * x;
    const double v = z * x;
    const double r = 8.33333333332248946124e-03 +
                     z * (-1.98412698298579493134e-04 +
                          z * (2.75573137070700676789e-06 +
                               z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)));
    return x - ((z * (0.5 * rest - v * r) - rest) - v * -1.66666666666666324348e-01);
}

/// cos (x + rest), |x| ≤ π/4.
double cos_near_zero(double x, double rest) {
    const double z = x * x;
    const double r =
        z * (4.16666666666666019037e-02 +
             z * (-1.38888888888741095749e-03 +
                  z * (2.48015872894767294178e-05 +
                       z * (-2.75573143513906633035e-07 +
                            z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))));
    const double half = 0.5 * z;
    const double w = 1 - half;
    return w + (((1 - w) - half) + (z * r - x * rest));
}

/// sin (x + shift · π/2)
double sin_shifted(double x, int shift) {
    if (!std::isfinite(x)) return std::numeric_limits<double>::quiet_NaN();
    const auto [quarter, angle, rest] = reduced(x);
    switch ((quarter + shift) % 4) {
        case 0: return sin_near_zero(angle, rest);
        case 1: return cos_near_zero(angle, rest);
        case 2: return -sin_near_zero(angle, rest);
        default: return -cos_near_zero(angle, rest);
    }
}

}  // namespace

double exp(double x) {
    if (std::isnan(x)) return x;
    if (x > 709.782712893383973096) return std::numeric_limits<double>::infinity();
    if (x < -745.13321910194110842) return 0;
    constexpr double log2_e = 1.44269504088896338700e+00;
    const auto k = static_cast<int>(std::floor(x * log2_e + 0.5));
    const double high = x - k * ln_2;
    const double low = k * ln_2_rest;
    const double r = high - low;
    const double z = r * r;
    const double c =
        r - z * (1.66666666666666019037e-01 +
                 z * (-2.77777777770155933842e-03 +
                      z * (6.61375632143793436117e-05 +
                           z * (-1.65339022054652515390e-06 + z * 4.13813679705723846039e-08))));
    const double y = 1 - ((low - (r * c) / (2 - c)) - high);
    // In two steps where 2^k is no normal number.
    if (k >= 1023) return y * power_of_two(1023) * power_of_two(k - 1023);
    return k >= -1021 ? y * power_of_two(k) : y * power_of_two(k + 1000) * power_of_two(-1000);
}

double log(double x) {
    if (std::isnan(x) || x == std::numeric_limits<double>::infinity()) return x;
    if (x == 0) return -std::numeric_limits<double>::infinity();
    if (x < 0) return std::numeric_limits<double>::quiet_NaN();
    int k = 0;
    if (x < std::numeric_limits<double>::min()) {
        x *= 0x1p54;
        k = -54;
    }
    // x = 2^k (1 + f), √½ < 1 + f < √2
    const auto bits = std::bit_cast<std::uint64_t>(x);
    constexpr std::uint64_t fraction = (std::uint64_t{1} << 52) - 1;
    double m = std::bit_cast<double>((bits & fraction) | std::bit_cast<std::uint64_t>(1.0));
    k += static_cast<int>(bits >> 52) - 1023;
    if (m > 1.41421356237309514547) {
        m *= 0.5;
        ++k;
    }
    const double f = m - 1;
    const double s = f / (2 + f);
    const double z = s * s;
    const double w = z * z;
    const double odd = w * (3.999999999940941908e-01 +
                            w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
    const double even = z * (6.666666666666735130e-01 +
                             w * (2.857142874366239149e-01 +
                                  w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
    const double half = 0.5 * f * f;
    return k * ln_2 - ((half - (s * (half + (even + odd)) + k * ln_2_rest)) - f);
}

double sin(double x) {
    return sin_shifted(x, 0);
}

double cos(double x) {
    return sin_shifted(x, 1);
}

double power(double x, std::int64_t n) {
    double result = 1;
    for (; n > 0; n /= 2, x *= x)
        if (n % 2 == 1) result *= x;
    return result;
}

}  // namespace lstm::elementary
