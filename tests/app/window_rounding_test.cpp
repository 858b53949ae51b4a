/// Rounded as published: both ways side by side, where they part, and which one an author used.
#include "driver.h"
#include "sequences.h"

#include "document/edit.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lstm {
namespace {

TEST(Rounded, StatQuestIsExplainedWhereItWasPrinted) {
    Driver user("statquest-as-printed");
    user.click("inspector/published");
    EXPECT_EQ(user.shown("published/divergence"),
              "They part first at step 1: forget.value is 0.9974 exactly, and 1.00 rounded.");
    EXPECT_EQ(user.shown("published/consequence"),
              "At step 1, c is 2.9476 exactly, and 2.96 rounded; h is 0.9862 exactly, and 0.98 "
              "rounded.");
    EXPECT_FALSE(user.sees("published/suggestion"));
}

TEST(Rounded, StatQuestIsExplainedWhereItIsExact) {
    Driver user("statquest-one-step");
    user.click("inspector/published");
    EXPECT_EQ(user.shown("published/divergence"),
              "They part first at step 1: forget.value is 0.9974 exactly, and 1.00 rounded.");
    EXPECT_EQ(user.shown("published/consequence"),
              "At step 1, c is 2.9476 exactly, and 2.96 rounded; h is 0.9862 exactly, and 0.98 "
              "rounded.");
    EXPECT_EQ(user.shown("diagram/c[0]"), "2.948");
    user.click("published/rounded");
    EXPECT_EQ(user.document().rounding, 2);
    EXPECT_EQ(user.shown("diagram/c[0]"), "2.960");
    EXPECT_EQ(user.shown("diagram/h[0]"), "0.980");
}

TEST(Rounded, IsSuggestedWhereAllThatFailsWouldHold) {
    Driver user("statquest-as-printed");
    user.click("inspector/published");
    user.click("published/exact");
    EXPECT_EQ(user.shown("inspector/published"), "Expected 9/13");
    EXPECT_EQ(user.shown("published/suggestion"),
              "All 13 expected numbers come out with every intermediate rounded to 2 decimals.");
    user.click("published/switch");
    EXPECT_EQ(user.document().rounding, 2);
    EXPECT_EQ(user.shown("inspector/published"), "Expected 13/13");
    EXPECT_FALSE(user.sees("published/suggestion"));
}

TEST(Rounded, IsSuggestedToAsManyDecimalsAsArePublished) {
    Driver user("gomez-as-printed");
    user.click("inspector/published");
    user.click("published/exact");
    EXPECT_EQ(user.shown("published/suggestion"),
              "All 4 expected numbers come out with every intermediate rounded to 5 decimals.");
}

TEST(Rounded, IsDroppedWhereThatWouldHelp) {
    Driver user("company-a");
    user.click("inspector/published");
    user.click("published/rounded");
    while (user.document().rounding != 0) user.click("published/decimals/less");
    EXPECT_EQ(user.shown("published/suggestion"),
              "All 11 expected numbers come out if nothing is rounded.");
    user.click("published/switch");
    EXPECT_FALSE(user.document().rounding);
}

/// A step of h = 0.5 x alone, of which `first` is published to two decimals.
Document halves(double x, double first) {
    Document document = edited(new_document(), SetCell{"rnn"});
    CellForm form = document.cell().form;
    form.activations["hidden"] = Activation::identity;
    document = edited(document, SetForm{form});
    document =
        edited(document, SetParameter{document.cell().find_parameter("hidden", "W"), 0, 0, 0.5});
    document = edited(document, SetInput{1, 0, x});
    Expectation e;
    e.t = 1;
    e.quantity = document.cell().at("h");
    e.value = first;
    e.decimals = 2;
    return edited(document, SetExpectations{{e}});
}

TEST(Rounded, IsExplainedByTheModeThatAnAuthorUsed) {
    Driver even(halves(0.25, 0.12));  // of 0.125
    even.click("inspector/published");
    EXPECT_EQ(
        even.shown("published/suggestion"),
        "The expected number comes out with every intermediate rounded to 2 decimals, ties to "
        "the even digit.");
    even.click("published/switch");
    ASSERT_TRUE(even.document().rounding);
    EXPECT_EQ(even.document().rounding->mode, RoundingMode::half_even);
    EXPECT_EQ(even.shown("published/0"), "pass");
    EXPECT_FALSE(even.sees("published/suggestion"));
}

TEST(Rounded, IsExplainedByCuttingOff) {
    Driver cut(halves(0.258, 0.12));  // of 0.129
    cut.click("inspector/published");
    EXPECT_EQ(cut.shown("published/suggestion"),
              "The expected number comes out with every intermediate cut off after 2 decimals.");
    EXPECT_EQ(cut.shown("published/switch"), "Compute it so");
}

TEST(Rounded, IsNotExplainedByWhatDoesNotExplainIt) {
    Driver user(halves(0.25, 0.7));
    user.click("inspector/published");
    EXPECT_FALSE(user.sees("published/suggestion"));
    user.click("published/rounded");
    EXPECT_FALSE(user.sees("published/suggestion"));
}

TEST(Rounding, HasModesThatAreChosenAndUndone) {
    Driver user(halves(0.25, 0.7));
    user.click("inspector/published");
    EXPECT_FALSE(user.sees("published/mode/truncate"));
    user.click("published/rounded");
    EXPECT_EQ(user.value("h", 0, 1), 0.13);
    user.click("published/mode/half_even");
    EXPECT_EQ(user.value("h", 0, 1), 0.12);
    user.click("published/mode/truncate");
    EXPECT_EQ(user.document().rounding->mode, RoundingMode::truncate);
    user.click("published/decimals/more");
    EXPECT_EQ(user.document().rounding->decimals, 3);
    EXPECT_EQ(user.document().rounding->mode, RoundingMode::truncate) << "other decimals keep it";
    for (int n = 0; n < 3; ++n) user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document().rounding, Rounding(2));
}

TEST(Rounding, IsOfSomeNumbersOnlyWhereThatIsChosen) {
    Driver user(halves(0.25, 0.7));
    const QuantityId h = user.document().cell().at("h");
    const QuantityId wx = user.document().cell().at("hidden.wx");
    user.click("inspector/published");
    user.click("published/rounded");
    user.click("published/some");
    EXPECT_EQ(user.document().rounding->quantities, std::vector{h});
    EXPECT_EQ(user.value("hidden.wx", 0, 1), 0.125);
    EXPECT_EQ(user.value("h", 0, 1), 0.13);
    user.click("published/some/hidden.wx");
    EXPECT_EQ(user.document().rounding->quantities, (std::vector{h, wx}));
    user.click("published/some/h");
    EXPECT_EQ(user.document().rounding->quantities, std::vector{wx});
    user.click("published/decimals/less");
    EXPECT_EQ(user.document().rounding->quantities, std::vector{wx}) << "other decimals keep it";
    user.click("published/some");
    EXPECT_TRUE(user.document().rounding->quantities.empty());
}

TEST(Rounded, LeadsToWhereItParts) {
    Driver user("company-b");
    user.click("inspector/published");
    user.click("published/rounded");
    user.press(ImGuiKey_End);
    user.click("published/divergence");
    EXPECT_EQ(user.view().cursor.t, 1);
    ASSERT_TRUE(user.view().selection.subject);
    EXPECT_EQ(std::get<QuantityPlace>(*user.view().selection.subject).t, 1);
    const std::string name =
        user.document()
            .cell()
            .quantities[std::get<QuantityPlace>(*user.view().selection.subject).quantity]
            .name;
    EXPECT_NE(user.shown("published/divergence").find(name), std::string::npos);
}

TEST(Rounded, DoesNotTellWhatIsNotKnownYet) {
    Driver user("statquest-as-printed");
    user.click("inspector/published");
    user.click("transport/read");
    EXPECT_EQ(user.shown("published/divergence"), "They part first at step 1: forget.value.");
    EXPECT_FALSE(user.sees("published/consequence"));
    user.click("transport/update");
    EXPECT_EQ(user.shown("published/consequence"),
              "At step 1, c is 2.9476 exactly, and 2.96 rounded.");
}

TEST(Rounded, HasNothingToCompareWithWhereNothingIsSaidOfDecimals) {
    Driver user(sequence({1, 2}, 3));
    user.click("inspector/published");
    EXPECT_FALSE(user.sees("published/divergence"));
    user.click("published/rounded");
    EXPECT_EQ(user.document().rounding, 2);
    EXPECT_TRUE(user.sees("published/divergence"));
}

TEST(Rounded, OfAnEmptySequenceIsNothing) {
    Driver user(sequence({1, 1}, 0));
    user.click("inspector/published");
    user.click("published/rounded");
    EXPECT_FALSE(user.sees("published/divergence"));
}

TEST(Rounding, ShowsBothNumbersInTheDiagram) {
    const Driver rounded("statquest-as-printed");
    EXPECT_EQ(rounded.shown("diagram/c[0]"), "2.960");
    EXPECT_EQ(rounded.shown("diagram/c[0]/exactly"), "exactly 2.9476");
    EXPECT_EQ(rounded.shown("diagram/h[0]/exactly"), "exactly 0.9862");
    EXPECT_FALSE(rounded.sees("diagram/c_prev[0]/exactly")) << "2 is 2";
}

TEST(Rounding, ThatIsOffShowsOneNumber) {
    const Driver exact("statquest-one-step");
    EXPECT_FALSE(exact.sees("diagram/c[0]/exactly"));
}

}  // namespace
}  // namespace lstm
