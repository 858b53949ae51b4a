/// Several sequences in the window: shown side by side, switched, edited, undone.
#include "document/edit.h"
#include "document/gradients_of.h"
#include "document/results.h"
#include "document/sequences.h"
#include "driver.h"
#include "support/documents.h"
#include "ui/words/numbers.h"

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

TEST(SequencesInTheWindow, HaveAGradientEachAndASum) {
    Document document = new_document();
    document.network = randomised(document.network, 3);
    document = edited(document, SetTarget{3, Vector::Constant(1, 0.5)});
    document = edited(document, AddSequence{});
    document = edited(document, SetInput{1, 0, 2});
    document = edited(document, AddSequence{});
    document = edited(document, SetTarget{3, Vector{}});  // this one says nothing
    const int W = document.cell().find_parameter("candidate", "W");
    double gradients[2];
    for (int n = 0; n < 2; ++n) {
        const Document one = showing(document, n);
        gradients[n] = gradients_of(one, Results(one).trace()).parameter(W)(0, 0);
    }
    ASSERT_NE(gradients[0], gradients[1]);
    Driver user(showing(document, 0));
    user.application().view().selection.weight = ParameterPlace{W, 0, 0};
    user.click("inspector/gradients");
    EXPECT_EQ(user.shown("gradients/of_weight"), format_significant(gradients[0], 4));
    EXPECT_EQ(user.shown("gradients/sequence/0"), format_significant(gradients[0], 4));
    EXPECT_EQ(user.shown("gradients/sequence/1"), format_significant(gradients[1], 4));
    EXPECT_FALSE(user.sees("gradients/sequence/2"));
    EXPECT_EQ(user.shown("gradients/sum"), format_significant(gradients[0] + gradients[1], 4));
    user.click("inspector/inputs");
    user.click("inputs/sequence/delete");
    user.click("inspector/gradients");
    EXPECT_FALSE(user.sees("gradients/sum")) << "of one sequence, as the other says nothing";
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
