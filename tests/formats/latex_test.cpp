/// LaTeX and Markdown: formulas as they are typed, and words that cannot break out.
#include "formats/paper/latex.h"

#include "formats/paper/markdown.h"
#include "maths/derivation.h"

#include <gtest/gtest.h>

namespace lstm {
namespace {

std::string equation(const char* quantity, const Notation& notation = {}) {
    const Cell& cell = lstm_cell();
    return latex_maths(vector_equations(cell, cell.at(quantity), notation).front());
}

TEST(Latex, SetsEquations) {
    EXPECT_EQ(equation("forget.value"),
              R"(\mathbf{f} = \sigma(\mathbf{W}_{f} \mathbf{x} + \mathbf{U}_{f} \mathbf{h}_{-} + )"
              R"(\mathbf{b}_{f}))");
    EXPECT_EQ(equation("c"), R"(\mathbf{c} = \mathbf{f} \odot \mathbf{c}_{-} + \mathbf{i} \odot )"
                             R"(\tilde{\mathbf{c}})");
    EXPECT_EQ(equation("h"), R"(\mathbf{h} = \mathbf{o} \odot \tanh(\mathbf{c}))");
}

TEST(Latex, SetsTheReadersNotation) {
    const Notation notation{Notation::Candidate::z, Notation::Matrices::concatenated, 4};
    EXPECT_EQ(
        equation("candidate.z", notation),
        R"(\mathrm{net}_{z} = \mathbf{W}_{z} \cdot [\mathbf{h}_{-},\allowbreak \mathbf{x}] + )"
        R"(\mathbf{b}_{z})");
}

TEST(Latex, SetsNumbers) {
    const auto number = [](double value) { return latex_maths({number_of(value, 4)}); };
    EXPECT_EQ(number(-0.32), "-0.32");
    EXPECT_EQ(number(9.38e-7), R"(9.38\cdot10^{-7})");
    EXPECT_EQ(number(-1.0 / 0.0), R"(-\infty)");
    EXPECT_EQ(number(0.0 / 0.0), R"(\mathrm{NaN})");
}

TEST(Latex, EscapesWords) {
    EXPECT_EQ(latex_text(R"(100 % of \input{x} & $y_1^2$ ~ #)"),
              R"(100 \% of \textbackslash{}input\{x\} \& \$y\_1\textasciicircum{}2\$ )"
              R"(\textasciitilde{} \#)");
    EXPECT_EQ(latex_text("a\nb\tc\x01"), "a b c ");
}

TEST(Latex, KeepsTheSignsThatItHas) {
    EXPECT_EQ(latex_text("c̃ ⊙ σ"), R"(\~{c} \ensuremath{\odot} \ensuremath{\sigma})");
    EXPECT_EQ(latex_text("naïve Łódź"), "naïve Łódź");
    EXPECT_EQ(latex_text("“5 – 6”"), "``5 -- 6''");
}

TEST(Latex, ReplacesWhatItCannotSet) {
    EXPECT_EQ(latex_text("\U0001f4d3 日本 ð \xff"), "? ?? ? ?");
    EXPECT_EQ(latex_text("□"), "?");
}

TEST(Markdown, EscapesWords) {
    EXPECT_EQ(markdown_text("*a* _b_ `c` [d](e) <f> $g$ & 0.5 - 1"),
              R"(\*a\* \_b\_ \`c\` \[d\](e) \<f\> \$g\$ \& 0.5 - 1)");
    EXPECT_EQ(markdown_text("# title\nand more"), R"(\# title and more)");
    EXPECT_EQ(markdown_text("1. first"), R"(1\. first)");
    EXPECT_EQ(markdown_text("  - item"), R"(\- item)");
    EXPECT_EQ(markdown_text("2.5 and σ"), R"(2\.5 and σ)");
}

}  // namespace
}  // namespace lstm
