/// σ and tanh against long double, as a forward pass computes them.
///
/// Each is measured through a cell whose z is exactly the number in question, at sizes that take
/// every path there is: one, two, four and eight units (groups of 1 to 8), and 19 (several groups).
#include "support/exercises.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace lstm {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest = std::numeric_limits<double>::denorm_min();
constexpr int sizes[] = {1, 2, 4, 8, 19};

// What is asked of σ and tanh; over millions of numbers 3.9e-16 and 5.1e-16 were measured.
constexpr double tolerance = 1e-15;

long double exact_sigmoid(double z) {
    return 1.0L / (1.0L + std::exp(-static_cast<long double>(z)));
}

long double exact_tanh(double z) {
    return std::tanh(static_cast<long double>(z));
}

/// The activation of `gate` for each of `values`, all units having the same z; the results of the
/// last unit. One timestep a value.
std::vector<double> over_time(const std::string& gate, const std::vector<double>& values,
                              int hidden) {
    Exercise exercise({1, hidden}, static_cast<int>(values.size()));
    exercise.parameter(gate, "W").setOnes();
    exercise.inputs.row(0) = Vector::Map(values.data(), exercise.steps()).transpose();
    const Trace trace = computed(exercise);
    const auto results = trace.matrix(exercise.network.cell->at(gate + ".value"));
    return {results.row(hidden - 1).begin(), results.row(hidden - 1).end()};
}

/// The activation of `gate` for `values` side by side, one unit a value.
std::vector<double> side_by_side(const std::string& gate, const std::vector<double>& values) {
    Exercise exercise({1, static_cast<int>(values.size())}, 1);
    exercise.parameter(gate, "b") =
        Vector::Map(values.data(), static_cast<Eigen::Index>(values.size()));
    const Trace trace = computed(exercise);
    const auto results = trace.vector(exercise.network.cell->at(gate + ".value"), 1);
    return {results.begin(), results.end()};
}

/// The largest relative error over `values`.
double worst_error(const std::string& gate, const std::vector<double>& values,
                   const std::function<long double(double)>& exact) {
    long double worst = 0.0L;
    for (const int hidden : sizes) {
        const std::vector<double> results = over_time(gate, values, hidden);
        for (std::size_t k = 0; k < values.size(); ++k) {
            const long double wanted = exact(values[k]);
            const long double error = std::abs((results[k] - wanted) / wanted);
            // Written so that a NaN counts as the worst of all.
            if (!(error <= worst)) worst = std::isnan(error) ? infinity : error;
        }
    }
    return static_cast<double>(worst);
}

std::vector<double> uniform(double from, double to, std::uint32_t seed) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> numbers(from, to);
    std::vector<double> values(20000);
    std::generate(values.begin(), values.end(), [&] { return numbers(random); });
    return values;
}

/// ±e^u for uniform u.
std::vector<double> of_all_magnitudes(double from, double to, std::uint32_t seed) {
    std::vector<double> values = uniform(std::log(from), std::log(to), seed);
    for (std::size_t k = 0; k < values.size(); ++k)
        values[k] = std::exp(values[k]) * (k % 2 == 0 ? 1.0 : -1.0);
    return values;
}

TEST(Sigmoid, IsRightToTheLastDigitsNearZero) {
    EXPECT_LE(worst_error("forget", uniform(-2.0, 2.0, 1), exact_sigmoid), tolerance);
    EXPECT_LE(worst_error("input", of_all_magnitudes(1e-300, 2.0, 2), exact_sigmoid), tolerance);
}

TEST(Sigmoid, IsRightToTheLastDigitsUntilItSaturates) {
    EXPECT_LE(worst_error("output", uniform(-40.0, 40.0, 3), exact_sigmoid), tolerance);
}

TEST(Sigmoid, KeepsItsRelativeAccuracyDownToTheSmallestNormalNumber) {
    EXPECT_LE(worst_error("forget", uniform(-708.3, -30.0, 4), exact_sigmoid), tolerance);
    // Around the point where the calculation changes its scale.
    EXPECT_LE(worst_error("forget", uniform(-601.0, -599.0, 5), exact_sigmoid), tolerance);
}

TEST(Sigmoid, FadesOutThroughTheDenormalNumbers) {
    // There the last bit is all that can be had: an error of one denormal step at most, over which
    // the relative error above counts as well near the top.
    const std::vector<double> values = uniform(-750.0, -708.0, 6);
    for (const int hidden : sizes) {
        const std::vector<double> results = over_time("forget", values, hidden);
        for (std::size_t k = 0; k < values.size(); ++k) {
            const long double wanted = exact_sigmoid(values[k]);
            ASSERT_LE(std::abs(results[k] - wanted), smallest + 1e-15L * wanted) << values[k];
        }
    }
}

TEST(Sigmoid, IsExactAtItsEndsAndInTheMiddle) {
    const std::vector<double> values{infinity, -infinity, 1e308, -1e308, 800.0, -800.0,
                                     701.0,    -746.5,    40.0,  0.0,    -0.0,  smallest};
    const std::vector<double> wanted{1, 0, 1, 0, 1, 0, 1, 0, 1, 0.5, 0.5, 0.5};
    EXPECT_EQ(side_by_side("forget", values), wanted);
    EXPECT_EQ(over_time("forget", {700.0, 699.999, 37.0}, 1), (std::vector<double>{1, 1, 1}));
}

TEST(Sigmoid, OfANumberThatIsNoneIsNone) {
    for (const double result : side_by_side("input", {nan, -nan, nan}))
        EXPECT_TRUE(std::isnan(result));
}

TEST(Sigmoid, NeverLeavesTheRangeFromZeroToOne) {
    for (const double result : over_time("forget", uniform(-800.0, 800.0, 7), 8)) {
        ASSERT_GE(result, 0.0);
        ASSERT_LE(result, 1.0);
    }
}

TEST(Tanh, IsRightToTheLastDigitsAtEveryMagnitude) {
    EXPECT_LE(worst_error("candidate", of_all_magnitudes(1e-307, 700.0, 8), exact_tanh), tolerance);
}

TEST(Tanh, IsRightToTheLastDigitsWhereItsCalculationIsHardest) {
    // Near ½ ln 2 / 2 = 0.173 the power of two changes for the first time, and 1 − e^−2z loses
    // most.
    EXPECT_LE(worst_error("candidate", uniform(0.1, 0.3, 9), exact_tanh), tolerance);
    EXPECT_LE(worst_error("candidate", uniform(-3.0, 3.0, 10), exact_tanh), tolerance);
    EXPECT_LE(worst_error("candidate", uniform(15.0, 25.0, 11), exact_tanh), tolerance);
}

TEST(Tanh, OfATinyNumberIsThatNumber) {
    const std::vector<double> values{smallest, -smallest, 3 * smallest, 1e-310,
                                     -1e-308,  1e-20,     -1e-9};
    EXPECT_EQ(side_by_side("candidate", values), values);
}

TEST(Tanh, IsExactAtItsEnds) {
    const std::vector<double> values{infinity, -infinity, 1e308, -1e308, 20.5, -20.5, 19.5, 1e5};
    const std::vector<double> wanted{1, -1, 1, -1, 1, -1, 1, 1};
    EXPECT_EQ(side_by_side("candidate", values), wanted);
}

TEST(Tanh, KeepsTheSignOfZero) {
    // Not through a gate, where z = 0 + 0 + −0 is +0: through a cell state that is −0.
    Exercise exercise({1, 3}, 1);
    exercise.c0.setConstant(-0.0);
    exercise.parameter("candidate", "b").setConstant(-smallest);
    exercise.parameter("input", "b").setConstant(-800.0);  // σ = 0: written = −0
    const Trace trace = computed(exercise);
    ASSERT_TRUE(std::signbit(trace.value(exercise.network.cell->at("c"), 1, 1)));
    EXPECT_EQ(trace.value(exercise.network.cell->at("tanh_c"), 1, 1), 0.0);
    EXPECT_TRUE(std::signbit(trace.value(exercise.network.cell->at("tanh_c"), 1, 1)));
}

TEST(Tanh, OfANumberThatIsNoneIsNone) {
    for (const double result : side_by_side("candidate", {nan, -nan, nan}))
        EXPECT_TRUE(std::isnan(result));
}

TEST(Tanh, IsOddBitForBitAndAtMostOne) {
    std::vector<double> values = of_all_magnitudes(1e-5, 30.0, 12);
    const std::vector<double> results = over_time("candidate", values, 4);
    for (double& value : values) value = -value;
    const std::vector<double> of_negative = over_time("candidate", values, 4);
    for (std::size_t k = 0; k < values.size(); ++k) {
        ASSERT_EQ(results[k], -of_negative[k]) << values[k];
        ASSERT_LE(std::abs(results[k]), 1.0) << values[k];
    }
}

TEST(Activations, DoNotDependOnTheirNeighbours) {
    const std::vector<double> strange{nan,    infinity, -infinity, 1e308,
                                      -745.0, smallest, -0.0,      20.5};
    const std::vector<double> values = uniform(-30.0, 30.0, 13);
    for (const char* gate : {"forget", "candidate"}) {
        for (int place = 0; place < 19; ++place) {
            const double value = values[place];
            std::vector<double> among_strangers, among_its_like(19, value);
            for (std::size_t k = 0; k < 19; ++k)
                among_strangers.push_back(strange[k % strange.size()]);
            among_strangers[place] = value;
            EXPECT_EQ(side_by_side(gate, among_strangers)[place],
                      side_by_side(gate, among_its_like)[place])
                << gate << " of " << value << " as unit " << place;
        }
    }
}

TEST(Activations, HaveTheSameBitsAtEverySizeOfCell) {
    const std::vector<double> values = uniform(-25.0, 25.0, 14);
    for (const char* gate : {"forget", "candidate"}) {
        const std::vector<double> alone = over_time(gate, values, 1);
        for (const int hidden : sizes) EXPECT_EQ(over_time(gate, values, hidden), alone) << hidden;
    }
}

}  // namespace
}  // namespace lstm
