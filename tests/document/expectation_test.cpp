/// Verdicts on expectations.
#include "document/expectation.h"

#include "document/results.h"

#include <gtest/gtest.h>

namespace lstm {
namespace {

/// The verdict on `e` after one step of a cell without weights, where c = 0.5 · c_prev.
Verdict verdict(double c_prev, Expectation e) {
    Document document = new_document();
    document.sequence.edit().resize(1);
    document.initial[1][0] = c_prev;
    document.expectations.edit() = {e};
    return Results(document).verdicts().at(0);
}

Expectation of(const char* quantity, double value) {
    return {1, lstm_cell().at(quantity), 0, value, {}, {}};
}

/// c = 0.5 · c_prev must be `value` to within `tolerance`.
bool within(double c_prev, double value, double tolerance) {
    Expectation e = of("c", value);
    e.tolerance = tolerance;
    return verdict(c_prev, e).pass;
}

/// c = 0.5 · c_prev must be `value` to `decimals`.
bool to_decimals(double c_prev, double value, int decimals) {
    Expectation e = of("c", value);
    e.decimals = decimals;
    return verdict(c_prev, e).pass;
}

TEST(Expectation, PassesWithinItsToleranceAndAtItsEdge) {
    EXPECT_TRUE(within(1.0, 0.5, 0.0));
    EXPECT_TRUE(within(1.0, 0.75, 0.25));
    EXPECT_TRUE(within(1.0, 0.25, 0.25));
    EXPECT_FALSE(within(1.0, 0.75, 0.2499));
}

TEST(Expectation, PassesWhereBothRoundToTheSame) {
    EXPECT_TRUE(to_decimals(1.0, 0.5, 0));  // 0.5 is rounded away from zero …
    EXPECT_TRUE(to_decimals(1.0, 1.0, 0));  // … to 1
    EXPECT_FALSE(to_decimals(1.0, 0.0, 0));
    EXPECT_TRUE(to_decimals(0.25, 0.13, 2));  // 0.125
    EXPECT_TRUE(to_decimals(-0.25, -0.13, 2));
    EXPECT_FALSE(to_decimals(0.25, 0.12, 2));
    EXPECT_TRUE(to_decimals(5.92, 2.96, 2));
    EXPECT_TRUE(to_decimals(-1e-9, 0.0, 2));  // −0.00 is 0.00
}

TEST(Expectation, SaysWhatWasComputed) {
    Expectation e = of("c", 9);
    e.decimals = 2;
    EXPECT_EQ(verdict(1.0, e).computed, 0.5);
    EXPECT_FALSE(verdict(1.0, e).pass);
}

TEST(Expectation, OfAnInitialStateIsAboutStepZero) {
    Expectation e = of("c", 3);
    e.t = 0;
    e.tolerance = 0;
    EXPECT_TRUE(verdict(3.0, e).pass);
}

TEST(Expectation, NeverPassesWhereTheComputedValueIsNotFinite) {
    Document document = new_document();
    document.sequence.edit().resize(1);
    document.sequence.edit()[0].edit().x[0] = 1e308;
    document.network.parameters[0].edit()(0, 0) = 1e308;
    Expectation e = of("forget.wx", 1e308);
    e.tolerance = 1e308;
    document.expectations.edit() = {e};
    EXPECT_FALSE(Results(document).verdicts().at(0).pass);
}

}  // namespace
}  // namespace lstm
