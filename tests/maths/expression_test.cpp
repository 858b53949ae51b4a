/// Formulas as they are read, and numbers as they are printed.
#include "maths/expression.h"

#include "printed_formula.h"

#include <gtest/gtest.h>

#include <limits>

namespace lstm {
namespace {

Expression number(double value) {
    return {number_of(value, 4)};
}

Expression letter(const char* name) {
    return {MathSymbol{name}};
}

std::string printed_text(double value, int decimals) {
    return text_of({number_of(value, decimals)});
}

TEST(Numbers, ArePrintedWithTheDigitsAskedFor) {
    EXPECT_EQ(printed_text(0.997400932237677, 4), "0.9974");
    EXPECT_EQ(printed_text(-0.97404, 4), "−0.9740");
    EXPECT_EQ(printed_text(2.0 / 3, 2), "0.67");
    EXPECT_EQ(printed_text(2.0 / 3, exact), "0.6666666666666666");
    EXPECT_EQ(text_of({PrintedNumber{1, 2}}), "1.00");
}

TEST(Numbers, ArePrintedShortWhereThatSaysAll) {
    EXPECT_EQ(printed_text(2, 4), "2");
    EXPECT_EQ(printed_text(-0.32, 4), "−0.32");
    EXPECT_EQ(printed_text(0.1 + 0.2, 4), "0.3");
    EXPECT_EQ(printed_text(0.1 + 0.2, exact), "0.30000000000000004");
    EXPECT_EQ(printed_text(-0.0, 4), "0");
}

TEST(Numbers, ArePrintedWithAPowerOfTenWhereDigitsWouldHideThem) {
    EXPECT_EQ(printed_text(9.38e-7, 4), "9.38·10^−7");
    EXPECT_EQ(printed_text(6.268345e-6, 4), "6.2683·10^−6");
    EXPECT_EQ(printed_text(-1.5e300, 4), "−1.5·10^300");
    EXPECT_EQ(printed_text(1.23456789e-20, exact), "1.23456789·10^−20");
    EXPECT_EQ(printed_text(0.0001234, 4), "0.0001");
}

TEST(Numbers, ArePrintedAlsoWhereTheyOverflowed) {
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(printed_text(infinity, 4), "∞");
    EXPECT_EQ(printed_text(-infinity, exact), "−∞");
    EXPECT_EQ(printed_text(std::numeric_limits<double>::quiet_NaN(), 4), "NaN");
}

TEST(Formulas, HaveAMinusInsteadOfPlusBeforeANegativeTerm) {
    const Expression product{MathOperator::dot, {number(-0.19), number(3)}};
    EXPECT_EQ(text_of({MathOperator::sum, {number(-1), number(-2), product, number(4)}}),
              "−1 − 2 − 0.19 · 3 + 4");
}

TEST(Formulas, HaveBracketsAroundANegativeNumberBehindASign) {
    EXPECT_EQ(text_of({MathOperator::dot, {number(-2), number(-3)}}), "−2 · (−3)");
    EXPECT_EQ(text_of({MathOperator::one_minus, {number(-3)}}), "1 − (−3)");
    EXPECT_EQ(text_of({Activation::tanh, {number(-3)}}), "tanh(−3)");
    EXPECT_EQ(
        text_of({MathOperator::sum, {number(1), {MathOperator::dot, {number(-2), number(-3)}}}}),
        "1 − 2 · (−3)");
}

TEST(Formulas, HaveBracketsAroundWhatWouldFallApart) {
    const Expression rest{MathOperator::one_minus, {letter("f")}};
    const Expression negative_sum{MathOperator::sum, {number(-1), letter("a")}};
    EXPECT_EQ(text_of({MathOperator::hadamard, {rest, letter("c")}}), "(1 − f) ⊙ c");
    EXPECT_EQ(text_of({MathOperator::sum, {letter("b"), rest}}), "b + 1 − f");
    EXPECT_EQ(text_of({MathOperator::sum,
                       {letter("b"), {MathOperator::dot, {negative_sum, letter("c")}}}}),
              "b + (−1 + a) · c");
}

TEST(Formulas, AreReadFromLeftToRight) {
    const Expression vector{MathOperator::concatenation, {letter("h"), letter("x")}};
    const Expression sum{MathOperator::sum,
                         {{MathOperator::dot, {letter("W"), vector}},
                          {MathOperator::product, {letter("U"), letter("b")}}}};
    EXPECT_EQ(text_of({MathOperator::equals, {letter("f"), {Activation::sigmoid, {sum}}}}),
              "f = σ(W · [h, x] + U b)");
    EXPECT_EQ(text_of({MathOperator::element,
                       {{MathOperator::product, {letter("W"), letter("x")}}, letter("2")}}),
              "(W x)_2");
}

TEST(Formulas, SayWhereDigitsAreMissing) {
    EXPECT_EQ(text_of({MathOperator::equals, {letter("f"), number(0.5), number(0.5)}}),
              "f = 0.5 = 0.5");
    EXPECT_EQ(text_of({MathOperator::equals, {letter("f"), number(1.0 / 3), number(0.5)}}),
              "f ≈ 0.3333 ≈ 0.5");
    EXPECT_EQ(text_of({MathOperator::equals,
                       {letter("f"),
                        {MathOperator::becomes, {number(2.0 / 3), {PrintedNumber{0.67, 2}}}}}}),
              "f ≈ 0.6667 → 0.67");
}

TEST(Formulas, LinkEachPieceToTheInnermostPartThatHasALink) {
    const Link inner = ParameterPlace{1, 2, 3};
    const Link outer = QuantityPlace{4, 5, 6};
    const Expression factor{MathSymbol{"W"}, {}, inner};
    const std::vector<FormulaToken> pieces =
        tokens_of({MathOperator::product, {factor, letter("x")}, outer});
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_EQ(pieces[0].link, inner);
    EXPECT_EQ(pieces[1].link, outer);
}

}  // namespace
}  // namespace lstm
