/// Formulas as a line of text.
#include "maths/formula_text.h"

#include <gtest/gtest.h>

namespace lstm {
namespace {

Expression letter(const char* name, const char* subscript = "") {
    return {MathSymbol{name, SymbolAccent::plain, Typeface::italic, subscript}};
}

TEST(FormulaText, HasSmallLettersWhereUnicodeHasThem) {
    EXPECT_EQ(formula_text(letter("x", "12")), "x₁₂");
    EXPECT_EQ(formula_text(letter("h", "−")), "h₋");
    EXPECT_EQ(formula_text(letter("W", "f,01")), "W_f,01");
    EXPECT_EQ(formula_text({MathOperator::transposed, {letter("W")}}), "Wᵀ");
    EXPECT_EQ(formula_text({PrintedNumber{-9.38e-7, 4}}), "−9.38·10⁻⁷");
}

TEST(FormulaText, HasSpacesAroundSignsAndBetweenLetters) {
    const Expression sum{MathOperator::sum,
                         {{MathOperator::product, {letter("W"), letter("x")}}, letter("b")}};
    EXPECT_EQ(formula_text({MathOperator::equals, {letter("f"), {Activation::sigmoid, {sum}}}}),
              "f = σ(W x + b)");
    EXPECT_EQ(formula_text({MathOperator::negative, {letter("a")}}), "−a");
    EXPECT_EQ(formula_text({MathOperator::concatenation, {letter("h"), letter("x")}}), "[h, x]");
}

TEST(FormulaText, LeavesTheBracketsOfANamedFunctionOfALetterOut) {
    EXPECT_EQ(formula_text({Activation::tanh, {letter("c")}}), "tanh c");
    EXPECT_EQ(formula_text({Activation::sigmoid, {letter("z")}}), "σ(z)");
    EXPECT_EQ(formula_text({Activation::tanh, {{MathOperator::one_minus, {letter("c")}}}}),
              "tanh(1 − c)");
}

// As the papers that the cells cite have them.
TEST(FormulaText, SaysWhatACellComputes) {
    const auto right_side = [](const char* kind, const char* quantity) {
        const Cell& cell = *find_cell(kind);
        return right_side_text(cell, cell.at(quantity), FormulaDepth::to_the_named);
    };
    EXPECT_EQ(right_side("lstm", "forget.value"), "σ(W x + U h₋ + b)");
    EXPECT_EQ(right_side("lstm", "h"), "o ⊙ tanh c");
    EXPECT_EQ(right_side("gru_reset_before", "candidate.value"), "tanh(W x + U (r ⊙ h₋) + b)");
    EXPECT_EQ(right_side("gru_reset_before", "h"), "u ⊙ h₋ + (1 − u) ⊙ h̃");
    const Cell& lstm = lstm_cell();
    EXPECT_EQ(right_side_text(lstm, lstm.at("forget.value"), FormulaDepth::one_equation), "σ(z)");
}

}  // namespace
}  // namespace lstm
