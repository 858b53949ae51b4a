/// Rounding: as a person with a pocket calculator, not as binary fractions have it.
#include "model/engine/rounding.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>

namespace lstm {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// All expected values are exact: the double nearest to the decimal number that is written.

TEST(Rounding, GoesToTheNearestNumberWithSoManyDecimals) {
    EXPECT_EQ(round_half_away(2.947567431895319, 2), 2.95);
    EXPECT_EQ(round_half_away(0.123456, 4), 0.1235);
    EXPECT_EQ(round_half_away(0.123456, 0), 0.0);
    EXPECT_EQ(round_half_away(7.5001, 0), 8.0);
    EXPECT_EQ(round_half_away(0.004, 2), 0.0);
}

TEST(Rounding, TakesTiesAwayFromZero) {
    EXPECT_EQ(round_half_away(0.5, 0), 1.0);
    EXPECT_EQ(round_half_away(1.5, 0), 2.0);
    EXPECT_EQ(round_half_away(2.5, 0), 3.0);
    EXPECT_EQ(round_half_away(0.125, 2), 0.13);
    EXPECT_EQ(round_half_away(-0.5, 0), -1.0);
    EXPECT_EQ(round_half_away(-2.5, 0), -3.0);
    EXPECT_EQ(round_half_away(-0.125, 2), -0.13);
}

TEST(Rounding, KnowsATieThatBinaryFractionsMiss) {
    // The double nearest to 2.675 lies below it, and 1.005 × 100 is 100.49999999999999.
    EXPECT_EQ(round_half_away(2.675, 2), 2.68);
    EXPECT_EQ(round_half_away(1.005, 2), 1.01);
    EXPECT_EQ(round_half_away(-2.675, 2), -2.68);
    // A product whose error made a tie miss itself: 0.105 on paper.
    EXPECT_EQ(round_half_away(0.35 * 0.3, 2), 0.11);
    EXPECT_EQ(round_half_away(0.1 * 0.5 * 0.1, 2), 0.01);
}

TEST(Rounding, EveryTieWithUpToFiveDecimalsGoesAway) {
    double power = 1.0;
    for (int decimals = 0; decimals <= 5; ++decimals, power *= 10.0) {
        for (int n = 0; n < 20000; ++n) {
            const double tie = (10.0 * n + 5.0) / (10.0 * power);
            ASSERT_EQ(round_half_away(tie, decimals), (n + 1.0) / power) << tie;
            ASSERT_EQ(round_half_away(-tie, decimals), -(n + 1.0) / power) << tie;
        }
    }
}

TEST(Rounding, DoesNotTakeANeighbourForATie) {
    // One part in 10^12 under a tie is far more than the error of any product of short numbers.
    EXPECT_EQ(round_half_away(2.675 * (1.0 - 1e-12), 2), 2.67);
    EXPECT_EQ(round_half_away(0.5 - 1e-12, 0), 0.0);
    EXPECT_EQ(round_half_away(0.00499999999, 2), 0.0);
}

TEST(Rounding, AgreesWithPrintfAwayFromTies) {
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> numbers(-1000.0, 1000.0);
    for (int n = 0; n < 20000; ++n) {
        const double value = numbers(random);
        const int decimals = n % 7;
        char text[64];
        std::snprintf(text, sizeof text, "%.*f", decimals, value);
        ASSERT_EQ(round_half_away(value, decimals), std::strtod(text, nullptr) + 0.0) << value;
    }
}

TEST(Rounding, TwiceIsOnce) {
    std::mt19937_64 random(2);
    std::uniform_real_distribution<double> numbers(-100.0, 100.0);
    for (int n = 0; n < 20000; ++n) {
        const int decimals = n % 18;
        const double once = round_half_away(numbers(random), decimals);
        ASSERT_EQ(round_half_away(once, decimals), once) << once << " to " << decimals;
    }
}

TEST(Rounding, LeavesAloneWhatHasNoSuchDecimals) {
    for (const double value : {0x1p52, -0x1p53, 1e17, 1e300, -1e308, infinity, -infinity}) {
        EXPECT_EQ(round_half_away(value, 0), value);
        EXPECT_EQ(round_half_away(value, 17), value);
    }
    EXPECT_EQ(round_half_away(0.1234567890123456, 17), 0.1234567890123456);
    EXPECT_EQ(round_half_away(1e-18, 17), 0.0);
    EXPECT_EQ(round_half_away(4503599627370495.5, 0), 4503599627370496.0);  // 2^52 − ½
}

TEST(Rounding, PassesOnNaN) {
    EXPECT_TRUE(std::isnan(round_half_away(std::numeric_limits<double>::quiet_NaN(), 2)));
}

TEST(Rounding, TakesTiesToTheEvenDigitWhereAuthorsDo) {
    const auto even = [](double value, int decimals) {
        return rounded(value, decimals, RoundingMode::half_even);
    };
    EXPECT_EQ(even(0.125, 2), 0.12);
    EXPECT_EQ(even(0.135, 2), 0.14);  // a tie as it is written, though no double is one
    EXPECT_EQ(even(0.145, 2), 0.14);
    EXPECT_EQ(even(-2.5, 0), -2);
    EXPECT_EQ(even(3.5, 0), 4);
    EXPECT_EQ(even(0.1251, 2), 0.13);
    EXPECT_EQ(even(0.1249, 2), 0.12);
}

TEST(Rounding, CutsOffWhereAuthorsDo) {
    const auto cut = [](double value, int decimals) {
        return rounded(value, decimals, RoundingMode::truncate);
    };
    EXPECT_EQ(cut(0.129, 2), 0.12);
    EXPECT_EQ(cut(-0.129, 2), -0.12);
    EXPECT_EQ(cut(0.29, 2), 0.29);  // 0.29 × 100 is less than 29 in binary
    EXPECT_EQ(cut(1.9, 0), 1);
    EXPECT_EQ(cut(-0.001, 2), 0);
    EXPECT_FALSE(std::signbit(cut(-0.001, 2)));
}

TEST(Rounding, NeverGivesMinusZero) {
    for (const double value : {-0.0, -0.004, -1e-300, -5e-324})
        EXPECT_EQ(std::bit_cast<std::uint64_t>(round_half_away(value, 2)), 0u) << value;
}

}  // namespace
}  // namespace lstm
