/// e^x, ln x, sin x and cos x against long double.
#include "model/engine/elementary.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

namespace lstm {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int count = 100000;

/// How many units in the last place of the exact number `result` is from it.
double error_in_ulp(double result, long double exact) {
    const double near = std::abs(static_cast<double>(exact));
    const double ulp =
        std::max(std::nextafter(near, infinity) - near, std::numeric_limits<double>::denorm_min());
    return static_cast<double>(std::abs(result - exact) / ulp);
}

/// The largest error of `ours` at uniform numbers.
template <class Ours, class Exact>
double worst_error(double from, double to, Ours ours, Exact exact) {
    std::mt19937_64 random(1);
    double worst = 0;
    for (int n = 0; n < count; ++n) {
        const double x = from + (to - from) * (static_cast<double>(random() >> 11) * 0x1p-53);
        const double error = error_in_ulp(ours(x), exact(static_cast<long double>(x)));
        if (!(error <= worst)) worst = std::isnan(error) ? infinity : error;
    }
    return worst;
}

// The source promises that each result is within one unit in the last place; long double has 11
// bits more, whose own error is far below that.
constexpr double promised = 1;

TEST(Exp, IsWithinOneUnitInTheLastPlace) {
    const auto exact = [](long double x) { return std::exp(x); };
    EXPECT_LT(worst_error(-1, 1, elementary::exp, exact), promised);
    EXPECT_LT(worst_error(-40, 40, elementary::exp, exact), promised);
    EXPECT_LT(worst_error(-708, 709, elementary::exp, exact), promised);
    // No normal numbers any more: rounded twice, so half a unit more.
    EXPECT_LT(worst_error(-745, -708, elementary::exp, exact), promised + 0.5);
}

TEST(Exp, IsExactAtItsEnds) {
    EXPECT_EQ(elementary::exp(0), 1);
    EXPECT_EQ(elementary::exp(-infinity), 0);
    EXPECT_EQ(elementary::exp(-746), 0);
    EXPECT_EQ(elementary::exp(infinity), infinity);
    EXPECT_EQ(elementary::exp(710), infinity);
    EXPECT_TRUE(std::isnan(elementary::exp(std::numeric_limits<double>::quiet_NaN())));
}

TEST(Log, IsWithinOneUnitInTheLastPlace) {
    const auto exact = [](long double x) { return std::log(x); };
    EXPECT_LT(worst_error(0.5, 2, elementary::log, exact), promised);
    EXPECT_LT(worst_error(1e-3, 1e3, elementary::log, exact), promised);
    EXPECT_LT(worst_error(1e-320, 1e-300, elementary::log, exact), promised);
    EXPECT_LT(worst_error(1, 1e300, elementary::log, exact), promised);
}

TEST(Log, IsExactAtItsEnds) {
    EXPECT_EQ(elementary::log(1), 0);
    EXPECT_EQ(elementary::log(0), -infinity);
    EXPECT_EQ(elementary::log(infinity), infinity);
    EXPECT_TRUE(std::isnan(elementary::log(-1)));
    EXPECT_TRUE(std::isnan(elementary::log(std::numeric_limits<double>::quiet_NaN())));
}

TEST(SineAndCosine, AreWithinOneUnitInTheLastPlace) {
    const auto exact_sin = [](long double x) { return std::sin(x); };
    const auto exact_cos = [](long double x) { return std::cos(x); };
    for (const double most : {1.0, 10.0, 1e3, 1e6}) {
        EXPECT_LT(worst_error(-most, most, elementary::sin, exact_sin), promised) << most;
        EXPECT_LT(worst_error(-most, most, elementary::cos, exact_cos), promised) << most;
    }
}

TEST(SineAndCosine, AreExactAtZeroAndNoNumberAtInfinity) {
    EXPECT_EQ(elementary::sin(0), 0);
    EXPECT_EQ(elementary::cos(0), 1);
    EXPECT_TRUE(std::isnan(elementary::sin(infinity)));
    EXPECT_TRUE(std::isnan(elementary::cos(-infinity)));
}

TEST(Power, IsARepeatedProduct) {
    EXPECT_EQ(elementary::power(3, 0), 1);
    EXPECT_EQ(elementary::power(3, 13), 1594323);
    EXPECT_EQ(elementary::power(0, 0), 1);
    EXPECT_EQ(elementary::power(0, 5), 0);
    // What the comment promises: an error below n · 2^−53, of which long double has none.
    for (const int n : {1, 2, 10, 1000, 100000})
        EXPECT_NEAR(static_cast<double>(elementary::power(0.999, n) / std::pow(0.999L, n)), 1,
                    n * 0x1p-53)
            << n;
}

}  // namespace
}  // namespace lstm
