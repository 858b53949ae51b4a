/// Making networks: zero, with other sizes, random.
#include "model/engine/network.h"

#include "model/engine/rounding.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace lstm {
namespace {

const Matrix& parameter(const Network& network, const char* gate, const char* letter) {
    return *network.parameters[network.cell->find_parameter(gate, letter)];
}

TEST(Network, OfZerosHasTheShapesOfItsCell) {
    const Network network = zero_network(lstm_cell(), {3, 5});
    ASSERT_EQ(network.parameters.size(), 12u);
    for (const char* gate : {"forget", "input", "candidate", "output"}) {
        EXPECT_EQ(parameter(network, gate, "W"), Matrix::Zero(5, 3)) << gate;
        EXPECT_EQ(parameter(network, gate, "U"), Matrix::Zero(5, 5)) << gate;
        EXPECT_EQ(parameter(network, gate, "b"), Matrix::Zero(5, 1)) << gate;
    }
}

TEST(Network, KeepsWhatStillFitsWhenItGrows) {
    const Network small = randomised(zero_network(lstm_cell(), {2, 3}), 1);
    const Network large = resized(small, {4, 5});
    EXPECT_EQ(large.sizes, (Sizes{4, 5}));
    for (const char* gate : {"forget", "output"}) {
        EXPECT_EQ(parameter(large, gate, "W").topLeftCorner(3, 2), parameter(small, gate, "W"));
        EXPECT_EQ(parameter(large, gate, "U").topLeftCorner(3, 3), parameter(small, gate, "U"));
        EXPECT_EQ(parameter(large, gate, "b").topRows(3), parameter(small, gate, "b"));
        EXPECT_TRUE(parameter(large, gate, "W").rightCols(2).isZero(0.0));
        EXPECT_TRUE(parameter(large, gate, "W").bottomRows(2).isZero(0.0));
        EXPECT_TRUE(parameter(large, gate, "b").bottomRows(2).isZero(0.0));
    }
}

TEST(Network, KeepsWhatStillFitsWhenItShrinks) {
    const Network large = randomised(zero_network(lstm_cell(), {4, 5}), 1);
    const Network small = resized(large, {1, 2});
    for (const char* gate : {"input", "candidate"}) {
        EXPECT_EQ(parameter(small, gate, "W"), parameter(large, gate, "W").topLeftCorner(2, 1));
        EXPECT_EQ(parameter(small, gate, "U"), parameter(large, gate, "U").topLeftCorner(2, 2));
        EXPECT_EQ(parameter(small, gate, "b"), parameter(large, gate, "b").topRows(2));
    }
}

TEST(Network, ResizedToItsOwnSizesIsTheSame) {
    const Network network = randomised(zero_network(lstm_cell(), {3, 4}), 9);
    EXPECT_EQ(resized(network, network.sizes), network);
}

TEST(Network, HasTheSameRandomWeightsForTheSameSeed) {
    const Network zero = zero_network(lstm_cell(), {3, 4});
    EXPECT_EQ(randomised(zero, 7), randomised(zero, 7));
    EXPECT_NE(randomised(zero, 7), randomised(zero, 8));
}

TEST(Network, HasTheRandomWeightsOfASeedForEver) {
    // A seed shown on the screen must mean the same next year: 0.188… and 0.695… by SplitMix64 from
    // seed 1.
    const Network network = randomised(zero_network(lstm_cell(), {2, 1}), 1);
    Matrix wanted(1, 2);
    wanted << 0.19, 0.70;
    EXPECT_EQ(parameter(network, "forget", "W"), wanted);
}

TEST(Network, HasRandomWeightsThatFillTheirRangeWithTwoDecimals) {
    const Network network = randomised(zero_network(lstm_cell(), {40, 60}), 3);
    for (const char* gate : {"forget", "input", "candidate", "output"}) {
        for (const char* letter : {"W", "U"}) {
            const Matrix& weights = parameter(network, gate, letter);
            const double limit =
                std::sqrt(6.0 / static_cast<double>(weights.rows() + weights.cols()));
            // Rounding may carry a number past the limit by half a hundredth.
            EXPECT_LE(weights.cwiseAbs().maxCoeff(), limit + 0.005);
            EXPECT_GE(weights.maxCoeff(), 0.9 * limit);
            EXPECT_LE(weights.minCoeff(), -0.9 * limit);
            // The mean of n uniform numbers has a standard deviation of limit / √(3 n): allow five.
            EXPECT_LE(std::abs(weights.mean()),
                      5.0 * limit / std::sqrt(3.0 * static_cast<double>(weights.size())));
            for (const double weight : weights.reshaped())
                ASSERT_EQ(round_half_away(weight, 2), weight);
        }
        const double bias = gate == std::string("forget") ? 1.0 : 0.0;
        EXPECT_TRUE((parameter(network, gate, "b").array() == bias).all()) << gate;
    }
}

TEST(Network, SharesItsNumbersWithItsCopiesUntilOneChanges) {
    const Network original = randomised(zero_network(lstm_cell(), {2, 2}), 1);
    Network copy = original;
    EXPECT_TRUE(copy.parameters[0].shares_with(original.parameters[0]));
    const double before = (*original.parameters[0])(0, 0);
    copy.parameters[0].edit()(0, 0) = before + 1.0;
    EXPECT_EQ((*original.parameters[0])(0, 0), before);
    EXPECT_FALSE(copy.parameters[0].shares_with(original.parameters[0]));
    EXPECT_TRUE(copy.parameters[1].shares_with(original.parameters[1]));
    EXPECT_NE(copy, original);
}

}  // namespace
}  // namespace lstm
