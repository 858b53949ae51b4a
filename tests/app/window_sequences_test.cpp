/// Several sequences in the window: shown side by side, switched, edited, undone.
#include "document/sequences.h"
#include "driver.h"
#include "support/documents.h"

#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

TEST(SequencesInTheWindow, HaveTheirEndsInSightAndAreSwitchedByClickAndKey) {
    Driver user("companies");
    EXPECT_EQ(user.shown("sequences/0"), "company A: h = 0.006");
    EXPECT_EQ(user.shown("sequences/1"), "company B: h = 0.969");
    user.press(ImGuiKey_End);
    EXPECT_EQ(user.shown("notebook/h[0]"), "0.006");
    user.click("sequences/1");
    EXPECT_EQ(user.document().shown, 1);
    EXPECT_EQ(user.shown("notebook/h[0]"), "0.969");
    user.press(ImGuiKey_S);
    EXPECT_EQ(user.document().shown, 0);
    EXPECT_EQ(user.shown("notebook/h[0]"), "0.006");
    user.press(ImGuiKey_S, ImGuiMod_Shift);
    EXPECT_EQ(user.document().shown, 1);
    EXPECT_FALSE(user.session().unsaved());
    EXPECT_FALSE(user.history().can_undo());
}

TEST(SequencesInTheWindow, AreNotSpokenOfWhereThereIsOnlyOne) {
    Driver user("company-a");
    EXPECT_FALSE(user.sees("sequences/0"));
    user.press(ImGuiKey_S);
    EXPECT_EQ(user.document().shown, 0);
}

TEST(SequencesInTheWindow, MoveTogetherWhenAWeightChanges) {
    Driver user("companies");
    user.click("inspector/weights");
    user.enter("weights/output.b[0]", "-20");
    EXPECT_NE(user.shown("sequences/0"), "company A: h = 0.006");
    EXPECT_NE(user.shown("sequences/1"), "company B: h = 0.969");
}

TEST(SequencesInTheWindow, AreAddedNamedAndDeleted) {
    Driver user("company-a");
    const Document before = user.document();
    user.click("inspector/inputs");
    user.click("inputs/sequence/add");
    ASSERT_EQ(sequence_count(user.document()), 2);
    EXPECT_EQ(user.document().shown, 1);
    user.click("inputs/sequence/name");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("a rise");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(sequence_name(user.document(), 1), "a rise");
    EXPECT_TRUE(user.shown("sequences/1").starts_with("a rise"));
    user.click("inputs/sequence/earlier");
    EXPECT_EQ(sequence_name(user.document(), 0), "a rise");
    EXPECT_EQ(user.document().shown, 0);
    user.click("inputs/sequence/delete");
    EXPECT_EQ(sequence_count(user.document()), 1);
    for (int n = 0; n < 4; ++n) user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), before);
}

TEST(SequencesInTheWindow, ComeBackToWhatUndoIsAbout) {
    Driver user("companies");
    user.click("inspector/inputs");
    user.enter("inputs/x[0]@2", "0.75");
    user.click("sequences/1");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document().shown, 0);
    EXPECT_EQ(user.document().step(2).x[0], 0.5);
}

TEST(SequencesInTheWindow, AreTrainedOnAllAtOnceIfThatIsWished) {
    Document document = edited(new_document(), SetTarget{1, Vector::Ones(1)});
    document.network = randomised(document.network, 1);
    Driver user(edited(document, AddSequence{}));
    user.click("inspector/training");
    user.click("training/batch");
    EXPECT_TRUE(user.document().training.batch);
    user.click("training/batch");
    EXPECT_FALSE(user.document().training.batch);
}

}  // namespace
}  // namespace lstm
