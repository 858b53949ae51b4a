/// Which rounding explains what is published.
#include "document/explanation.h"

#include "document/edit.h"
#include "document/results.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lstm {
namespace {

/// h = W x, with no gate: what comes of one product, and of 0.4 times the h of the step before.
Document chain(double w, double x) {
    Document document = edited(new_document(), SetCell{"rnn"});
    CellForm form = document.cell().form;
    form.activations["hidden"] = Activation::identity;
    document = edited(document, SetForm{form});
    const Cell& cell = document.cell();
    document = edited(document, SetParameter{cell.find_parameter("hidden", "W"), 0, 0, w});
    document = edited(document, SetParameter{cell.find_parameter("hidden", "U"), 0, 0, 0.4});
    for (int t = 1; t <= document.steps(); ++t) document = edited(document, SetInput{t, 0, x});
    return document;
}

void expect(Document& document, const char* quantity, int t, double value, int decimals) {
    Expectation e;
    e.t = t;
    e.quantity = document.cell().at(quantity);
    e.value = value;
    e.decimals = decimals;
    document.expectations.edit().push_back(e);
}

TEST(Explanation, IsNothingWhereEverythingComesOut) {
    Document document = chain(0.5, 0.5);
    EXPECT_FALSE(explanation_of(document)) << "nothing is expected";
    expect(document, "h", 1, 0.25, 2);
    EXPECT_FALSE(explanation_of(document));
}

TEST(Explanation, IsNothingWhereNoRoundingDoes) {
    Document document = chain(0.5, 0.5);
    expect(document, "h", 1, 7, 2);
    EXPECT_FALSE(explanation_of(document));
}

TEST(Explanation, IsExactWhereTheDocumentRoundsInVain) {
    Document document = chain(0.5, 0.51);  // h = 0.255
    expect(document, "h", 1, 0.255, 3);
    document.rounding = Rounding(1);
    const auto found = explanation_of(document);
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->rounding);
}

// By hand: h₁ = 0.5 · 0.25 = 0.125; h₂ = 0.125 + 0.4 h₁.
TEST(Explanation, KnowsHalfAwayFromHalfEvenFromCutOff) {
    const struct {
        double first, second;
        RoundingMode mode;
    } cases[]{
        // 0.13; uh = 0.052 → 0.05; wx = 0.13; z = 0.18
        {0.13, 0.18, RoundingMode::half_away},
        // 0.12; uh = 0.048 → 0.05; wx = 0.12; z = 0.17
        {0.12, 0.17, RoundingMode::half_even},
        // 0.12; uh = 0.048 → 0.04; wx = 0.12; z = 0.16
        {0.12, 0.16, RoundingMode::truncate},
    };
    for (const auto& [first, second, mode] : cases) {
        Document document = chain(0.5, 0.25);
        expect(document, "h", 1, first, 2);
        expect(document, "h", 2, second, 2);
        const auto found = explanation_of(document);
        if (mode == RoundingMode::half_away) {
            // Exactly it is 0.125 and 0.175, which are 0.13 and 0.18 as well.
            EXPECT_FALSE(found);
            continue;
        }
        ASSERT_TRUE(found) << name_of(mode);
        ASSERT_TRUE(found->rounding) << name_of(mode);
        Rounding wanted(2);
        wanted.mode = mode;
        EXPECT_EQ(found->rounding, wanted) << name_of(mode);
    }
}

// By hand, with only h rounded to two decimals: h₁ = 0.1251 → 0.13, and h₂ = 0.1251 + 0.052 =
// 0.1771 → 0.18; wx stays 0.1251. With all rounded wx is 0.13.
TEST(Explanation, FindsThatOnlySomeNumbersWereRounded) {
    Document document = chain(0.5, 0.2502);
    expect(document, "hidden.wx", 1, 0.1251, 4);
    expect(document, "h", 1, 0.13, 2);
    expect(document, "hidden.uh", 2, 0.052, 4);  // exactly 0.05004
    const auto found = explanation_of(document);
    ASSERT_TRUE(found);
    ASSERT_TRUE(found->rounding);
    EXPECT_EQ(found->rounding->decimals, 2);
    EXPECT_EQ(found->rounding->quantities, std::vector{document.cell().at("h")});
}

TEST(Explanation, IsOneWithWhichAllComesOut) {
    Document document = chain(0.37, 0.41);
    Rounding rounding(3);
    rounding.mode = RoundingMode::truncate;
    document.rounding = rounding;
    const Results rounded(document);
    for (int t = 1; t <= document.steps(); ++t)
        expect(document, "h", t, rounded.trace().value(document.cell().at("h"), 0, t), 3);
    document.rounding.reset();
    const auto found = explanation_of(document);
    ASSERT_TRUE(found);
    document.rounding = found->rounding;
    EXPECT_TRUE(Results(document).all_pass());
}

}  // namespace
}  // namespace lstm
