/// Undo, redo and reset, across every kind of change.
#include "driver.h"
#include "sequences.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lstm {
namespace {

/// One change of each kind that the window knows, and its name.
struct Change {
    const char* page;
    void (*make)(Driver&);
    std::string name;
};

const std::vector<Change>& all_changes() {
    static const std::vector<Change> changes{
        {"weights", [](Driver& u) { u.drag("weights/output.U[0][1]", 30); },
         "change output.U[0][1]"},
        {"weights", [](Driver& u) { u.enter("weights/input.b[1]", "3"); }, "change input.b[1]"},
        {"weights", [](Driver& u) { u.click("weights/hidden_size/more"); }, "change the sizes"},
        {"weights", [](Driver& u) { u.click("weights/input_size/less"); }, "change the sizes"},
        {"weights", [](Driver& u) { u.click("weights/randomise"); }, "randomise the weights"},
        {"inputs", [](Driver& u) { u.drag("inputs/x[0]@2", 30); }, "change x[0] of step 2"},
        {"inputs", [](Driver& u) { u.enter("inputs/c[1]@0", "2"); }, "change the initial c[1]"},
        {"inputs", [](Driver& u) { u.click("inputs/insert"); }, "insert step 2"},
        {"inputs", [](Driver& u) { u.click("inputs/later"); }, "move step 2 to 3"},
        {"inputs", [](Driver& u) { u.click("inputs/duplicate"); }, "duplicate step 3"},
        {"inputs", [](Driver& u) { u.click("inputs/delete"); }, "delete step 4"},
        {"published", [](Driver& u) { u.click("published/rounded"); }, "change the rounding"},
        {"about",
         [](Driver& u) {
             u.click("about/title");
             u.type("!");
             u.press(ImGuiKey_Enter);
         },
         "change the description"},
    };
    return changes;
}

TEST(Undo, TakesBackEveryKindOfChangeByNameAndRedoMakesItAgain) {
    Driver user(sequence({3, 2}, 4));
    std::vector<Document> documents{user.document()};
    for (const Change& change : all_changes()) {
        user.click(std::string("inspector/") + change.page);
        change.make(user);
        EXPECT_EQ(user.undo_name(), change.name);
        EXPECT_NE(user.document(), documents.back()) << change.name;
        documents.push_back(user.document());
    }
    for (std::size_t n = documents.size() - 1; n > 0; --n) {
        EXPECT_EQ(user.undo_name(), all_changes()[n - 1].name);
        user.click("bar/undo");
        EXPECT_EQ(user.document(), documents[n - 1]) << "before: " << all_changes()[n - 1].name;
        EXPECT_EQ(user.redo_name(), all_changes()[n - 1].name);
        EXPECT_EQ(user.session().trace().steps(), documents[n - 1].steps());
    }
    EXPECT_FALSE(user.history().can_undo());
    EXPECT_FALSE(user.session().unsaved());
    for (std::size_t n = 1; n < documents.size(); ++n) {
        user.click("bar/redo");
        EXPECT_EQ(user.document(), documents[n]) << "after: " << all_changes()[n - 1].name;
    }
    EXPECT_FALSE(user.history().can_redo());
}

TEST(Undo, OfAnythingIsOverOnceSomethingElseIsChanged) {
    Driver user("company-a");
    user.drag("weights/forget.b[0]", 10);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    ASSERT_TRUE(user.history().can_redo());
    user.drag("weights/output.b[0]", 10);
    EXPECT_FALSE(user.history().can_redo());
    const Document now = user.document();
    user.click("bar/redo");
    EXPECT_EQ(user.document(), now);
}

TEST(Undo, LeavesTheUserWhereHeIs) {
    Driver user("company-a");
    user.drag("weights/forget.b[0]", 10);
    user.press(ImGuiKey_RightArrow);
    user.press(ImGuiKey_UpArrow);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.view().cursor.t, 2);
    EXPECT_EQ(user.view().cursor.phase, Phase::output);
}

TEST(Undo, BringsBackAStepThatTheUserStoodOn) {
    Driver user("company-a");
    user.click("inspector/inputs");
    user.press(ImGuiKey_End);
    user.click("inputs/duplicate");
    EXPECT_EQ(user.view().cursor.t, 5);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.view().cursor.t, 4);
    EXPECT_EQ(user.shown("transport/place"), "step 4 of 4  ·  day 4");
}

TEST(Undo, GoesBackThroughHundredsOfChanges) {
    Driver user("company-a");
    const Document before = user.document();
    for (int k = 1; k <= 200; ++k) {
        user.click("inspector/inputs");
        user.click(k % 2 == 1 ? "inputs/later" : "inputs/earlier");
    }
    EXPECT_EQ(user.document(), before);
    for (int k = 0; k < 199; ++k) user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_NE(user.document(), before);
    EXPECT_EQ(user.shown("inputs/x[0]@1"), "0.5");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_FALSE(user.history().can_undo());
}

TEST(Reset, BringsBackTheFileInOneClickAndCanBeUndone) {
    Driver user("company-a");
    const Document original = user.document();
    user.drag("weights/forget.b[0]", 10);
    user.click("inspector/inputs");
    user.click("inputs/delete");
    const Document changed = user.document();
    user.click("bar/reset");
    EXPECT_EQ(user.document(), original);
    EXPECT_EQ(user.undo_name(), "go back to the file");
    EXPECT_EQ(user.shown("inputs/x[0]@4"), "1");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), changed);
    EXPECT_TRUE(user.session().unsaved());
}

TEST(Reset, LeavesNothingUnsaved) {
    Driver user("company-a");
    user.drag("weights/forget.b[0]", 10);
    user.click("bar/reset");
    EXPECT_FALSE(user.session().unsaved());
    EXPECT_EQ(user.shown("bar/title"), "StatQuest: four days of company A");
    user.press(ImGuiKey_N, ImGuiMod_Ctrl);
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_EQ(user.document(), new_document());
}

TEST(Reset, HasNothingToDoWhereNothingWasChanged) {
    Driver user("company-a");
    user.click("bar/reset");
    EXPECT_FALSE(user.history().can_undo());
}

}  // namespace
}  // namespace lstm
