/// Digits for files and for people.
#include "maths/numbers.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

namespace lstm {
namespace {

double read(const std::string& text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

RC_GTEST_PROP(NumberText, ReadsBackBitForBit, (std::uint64_t bits)) {
    const auto value = std::bit_cast<double>(bits);
    if (!std::isfinite(value)) return;
    RC_ASSERT(std::bit_cast<std::uint64_t>(read(number_text(value))) == bits);
    RC_ASSERT(read(plain_text(value)) == value);
    RC_ASSERT(read(scientific_text(value)) == value);
}

TEST(NumberText, HasWordsForWhatIsNotFinite) {
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(number_text(infinity), "Infinity");
    EXPECT_EQ(number_text(-infinity), "-Infinity");
    EXPECT_EQ(number_text(std::nan("")), "NaN");
    EXPECT_EQ(number_text(-0.0), "-0.0");
}

TEST(NumberText, HasDigitsWherePeopleWriteThem) {
    EXPECT_EQ(plain_text(100'000), "100000");
    EXPECT_EQ(plain_text(0.0001), "0.0001");
    EXPECT_EQ(plain_text(-0.0), "0");
    EXPECT_EQ(plain_text(1e16), "1e+16");
    EXPECT_EQ(plain_text(1e-7), "1e-07");
}

TEST(NumberText, RoundsHalfAwayFromZero) {
    EXPECT_EQ(fixed_text(0.125, 2), "0.13");
    EXPECT_EQ(fixed_text(-0.125, 2), "-0.13");
    EXPECT_EQ(fixed_text(-0.001, 2), "0.00");
    EXPECT_EQ(fixed_text(1234.5678, 0), "1235");
    EXPECT_EQ(fixed_text(1e300, 1).size(), 301U + 2);
}

TEST(NumberText, HasAsManyDigitsAsAreAskedFor) {
    EXPECT_EQ(scientific_text(9.38e-7, 3), "9.380e-07");
    EXPECT_EQ(significant_text(0.00116412, 4), "0.001164");
    EXPECT_EQ(significant_text(5.2e-7, 4), "5.2e-07");
    EXPECT_EQ(significant_text(1, 2), "1");
}

TEST(NumberText, HasTheSignsOfItsReader) {
    const NumberSigns german{',', "−"};
    EXPECT_EQ(typeset("-1.5e-07", german), "−1,5e−7");
    EXPECT_EQ(typeset("2.5e+12", german), "2,5e12");
    EXPECT_EQ(typeset("1e+00", german), "1e0");
    EXPECT_EQ(typeset("1e-300", german), "1e−300");
    EXPECT_EQ(typeset("1.5e-07", {}), "1.5e-7");
}

}  // namespace
}  // namespace lstm
