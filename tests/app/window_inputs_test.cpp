/// The page of inputs: what goes into the cell, and the steps themselves.
#include "driver.h"
#include "sequences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lstm {
namespace {

using testing::ElementsAre;

/// An application at the page of inputs.
class Inputs : public testing::Test {
protected:
    Inputs() { user.click("inspector/inputs"); }

    /// x of every step.
    [[nodiscard]] std::vector<double> xs() const {
        std::vector<double> values;
        for (int t = 1; t <= user.document().steps(); ++t)
            values.push_back(user.document().step(t).x[0]);
        return values;
    }
    void select(int t) { user.click("inputs/" + std::to_string(t)); }
    void undo() { user.press(ImGuiKey_Z, ImGuiMod_Ctrl); }
    void redo() { user.press(ImGuiKey_Y, ImGuiMod_Ctrl); }

    Driver user{"company-a"};  // x = 0, 0.5, 0.25, 1
};

TEST_F(Inputs, ShowEveryStepWithItsNumbers) {
    EXPECT_EQ(user.shown("inputs/x[0]@1"), "0");
    EXPECT_EQ(user.shown("inputs/x[0]@2"), "0.5");
    EXPECT_EQ(user.shown("inputs/x[0]@3"), "0.25");
    EXPECT_EQ(user.shown("inputs/x[0]@4"), "1");
    EXPECT_EQ(user.shown("inputs/3/label"), "day 3");
    EXPECT_EQ(user.shown("inputs/h[0]@0"), "0");
    EXPECT_EQ(user.shown("inputs/c[0]@0"), "0");
}

TEST_F(Inputs, SelectTheStepWhoseNumberIsClicked) {
    select(3);
    EXPECT_EQ(user.view().cursor.t, 3);
    EXPECT_EQ(user.shown("notebook/c[0]"), "−0.325");
}

TEST_F(Inputs, TakeATypedNumber) {
    user.enter("inputs/x[0]@1", "1");  // company A becomes company B
    EXPECT_THAT(xs(), ElementsAre(1, 0.5, 0.25, 1));
    EXPECT_EQ(user.shown("notebook/c[0]"), "0.500");
    EXPECT_EQ(user.shown("diagram/x[0]"), "1");
    EXPECT_EQ(user.undo_name(), "change x[0] of step 1");
    undo();
    EXPECT_EQ(user.shown("inputs/x[0]@1"), "0");
    EXPECT_EQ(user.shown("notebook/c[0]"), "−0.201");
}

TEST_F(Inputs, TakeInitialStates) {
    user.enter("inputs/h[0]@0", "1/2");
    user.enter("inputs/c[0]@0", "−3");
    EXPECT_EQ(user.document().initial[0][0], 0.5);
    EXPECT_EQ(user.document().initial[1][0], -3);
    EXPECT_EQ(user.shown("notebook/c_prev[0]"), "−3.000");
    EXPECT_EQ(user.shown("diagram/h_prev[0]"), "0.500");
    EXPECT_EQ(user.undo_name(), "change the initial c[0]");
    undo();
    EXPECT_EQ(user.undo_name(), "change the initial h[0]");
    EXPECT_EQ(user.shown("notebook/c_prev[0]"), "0.000");
}

TEST_F(Inputs, TakeALabel) {
    user.click("inputs/1/label");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("Montag, ½ Tag");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.document().step(1).label, "Montag, ½ Tag");
    EXPECT_EQ(user.shown("inputs/1/label"), "Montag, ½ Tag");
    EXPECT_EQ(user.shown("transport/place"), "step 1 of 4  ·  Montag, ½ Tag");
    EXPECT_EQ(user.undo_name(), "change the label of step 1");
    undo();
    EXPECT_EQ(user.shown("transport/place"), "step 1 of 4  ·  day 1");
}

TEST_F(Inputs, TakeALabelWhereTheUserClicksElsewhere) {
    for (const char* elsewhere : {"notebook/sentence", "inspector/weights", "bar/theme"}) {
        user.click("inspector/inputs");
        user.click("inputs/2/label");
        user.type("!");
        user.click(elsewhere);
        EXPECT_EQ(user.document().step(2).label.back(), '!') << elsewhere;
        undo();
        EXPECT_EQ(user.document().step(2).label, "day 2") << elsewhere;
    }
}

TEST_F(Inputs, LeaveALabelAsItWasAfterEscape) {
    user.click("inputs/1/label");
    user.type("nonsense");
    user.press(ImGuiKey_Escape);
    EXPECT_EQ(user.document().step(1).label, "day 1");
    EXPECT_FALSE(user.history().can_undo());
}

TEST_F(Inputs, TakeALabelLongerThanAnyBuffer) {
    const std::string longest(5000, 'x');
    user.click("inputs/1/label");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type(longest);
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.document().step(1).label, longest);
}

TEST_F(Inputs, InsertAStepBehindTheSelectedOneAndSelectIt) {
    select(2);
    user.click("inputs/insert");
    EXPECT_THAT(xs(), ElementsAre(0, 0.5, 0, 0.25, 1));
    EXPECT_EQ(user.document().step(3).label, "");
    EXPECT_EQ(user.shown("transport/place"), "step 3 of 5");
    EXPECT_EQ(user.session().trace().steps(), 5);
    EXPECT_EQ(user.undo_name(), "insert step 3");
    undo();
    EXPECT_THAT(xs(), ElementsAre(0, 0.5, 0.25, 1));
    redo();
    EXPECT_THAT(xs(), ElementsAre(0, 0.5, 0, 0.25, 1));
}

TEST_F(Inputs, DuplicateTheSelectedStepAndSelectTheCopy) {
    select(2);
    user.click("inputs/duplicate");
    EXPECT_THAT(xs(), ElementsAre(0, 0.5, 0.5, 0.25, 1));
    EXPECT_EQ(user.shown("transport/place"), "step 3 of 5  ·  day 2");
    EXPECT_EQ(user.undo_name(), "duplicate step 2");
    undo();
    EXPECT_THAT(xs(), ElementsAre(0, 0.5, 0.25, 1));
}

TEST_F(Inputs, DeleteTheSelectedStepAndSelectTheOneBehind) {
    select(2);
    user.click("inputs/delete");
    EXPECT_THAT(xs(), ElementsAre(0, 0.25, 1));
    EXPECT_EQ(user.shown("transport/place"), "step 2 of 3  ·  day 3");
    EXPECT_FALSE(user.sees("inputs/x[0]@4"));
    EXPECT_EQ(user.undo_name(), "delete step 2");
    undo();
    EXPECT_THAT(xs(), ElementsAre(0, 0.5, 0.25, 1));
    EXPECT_EQ(user.shown("notebook/c[0]"), "−0.202");
}

TEST_F(Inputs, DeleteTheLastStepAndSelectTheOneBefore) {
    select(4);
    user.click("inputs/delete");
    EXPECT_EQ(user.shown("transport/place"), "step 3 of 3  ·  day 3");
}

TEST_F(Inputs, MoveTheSelectedStepWithTheSelection) {
    select(2);
    user.click("inputs/later");
    EXPECT_THAT(xs(), ElementsAre(0, 0.25, 0.5, 1));
    EXPECT_EQ(user.shown("transport/place"), "step 3 of 4  ·  day 2");
    EXPECT_EQ(user.undo_name(), "move step 2 to 3");
    user.click("inputs/earlier");
    user.click("inputs/earlier");
    EXPECT_THAT(xs(), ElementsAre(0.5, 0, 0.25, 1));
    EXPECT_EQ(user.shown("transport/place"), "step 1 of 4  ·  day 2");
    for (int k = 0; k < 3; ++k) undo();
    EXPECT_THAT(xs(), ElementsAre(0, 0.5, 0.25, 1));
    EXPECT_FALSE(user.history().can_undo());
}

TEST_F(Inputs, MoveNoStepOutOfTheRun) {
    user.click("inputs/earlier");
    EXPECT_FALSE(user.history().can_undo());
    select(4);
    user.click("inputs/later");
    EXPECT_FALSE(user.history().can_undo());
}

TEST_F(Inputs, CarryWhatWasPublishedWithItsStep) {
    user.click("inputs/insert");  // behind step 1
    const auto& expectations = *user.document().expectations;
    ASSERT_EQ(expectations.size(), 11U);
    EXPECT_EQ(expectations[0].t, 1);
    EXPECT_EQ(expectations[4].t, 3);  // was of step 2
    select(1);
    user.click("inputs/delete");
    EXPECT_EQ(user.document().expectations->size(), 7U);  // four were of step 1
}

TEST_F(Inputs, CanAllBeDeletedAndBegunAgain) {
    for (int k = 0; k < 4; ++k) user.click("inputs/delete");
    EXPECT_EQ(user.document().steps(), 0);
    EXPECT_EQ(user.view().cursor.t, 0);
    EXPECT_EQ(user.shown("transport/place"), "no steps yet");
    EXPECT_EQ(user.shown("notebook/c_prev[0]"), "0.000");  // where it would start
    EXPECT_EQ(user.shown("notebook/c[0]"), "?");
    user.click("inputs/delete");
    user.click("inputs/duplicate");
    EXPECT_EQ(user.document().steps(), 0);

    user.click("inputs/insert");
    EXPECT_THAT(xs(), ElementsAre(0));
    EXPECT_EQ(user.view().cursor.t, 1);
    EXPECT_EQ(user.shown("transport/place"), "step 1 of 1");
    for (int k = 0; k < 5; ++k) undo();
    EXPECT_THAT(xs(), ElementsAre(0, 0.5, 0.25, 1));
    EXPECT_EQ(user.document(), user.session().original());
}

TEST(EmptyRun, StandsEveryKeyAndPage) {
    Driver user(sequence({2, 3}, 0));
    for (const ImGuiKey key :
         {ImGuiKey_Space, ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow,
          ImGuiKey_DownArrow, ImGuiKey_PageUp, ImGuiKey_PageDown, ImGuiKey_Home, ImGuiKey_End}) {
        user.press(key);
        EXPECT_EQ(user.view().cursor.t, 0);
        EXPECT_FALSE(user.view().playback.playing);
        EXPECT_EQ(user.shown("transport/place"), "no steps yet");
    }
    for (const char* page : {"weights", "inputs", "published", "about"}) {
        user.click("inspector/" + std::string(page));
        user.wheel("timeline/axis", 3);
        user.click("timeline/axis");
        EXPECT_EQ(user.view().cursor.t, 0);
    }
    user.click("inspector/weights");
    user.enter("weights/forget.b[0]", "2");
    EXPECT_EQ(user.weight("forget.b"), 2);
}

}  // namespace
}  // namespace lstm
