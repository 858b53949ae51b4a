/// Tables of steps, pasted and opened.
#include "document/sequences.h"
#include "driver.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace lstm {
namespace {

using testing::HasSubstr;

void paste(Driver& user, const std::string& text) {
    ImGui::SetClipboardText(text.c_str());
    user.press(ImGuiKey_V, ImGuiMod_Ctrl);
}

TEST(TableInTheWindow, IsAskedAboutAndBecomesASequence) {
    Driver user("company-a");
    const Document before = user.document();
    paste(user, "day\tx\nMon\t0,5\nTue\t1");
    ASSERT_EQ(user.view().dialogs.open, Dialog::table);
    EXPECT_EQ(user.shown("table/told"), "2 steps, of which the first is x = (0.5).");
    EXPECT_EQ(user.shown("table/inputs"), "Inputs: x");
    EXPECT_EQ(user.shown("table/label"), "Labels: day");
    user.press(ImGuiKey_Escape);
    EXPECT_EQ(user.document(), before);
    user.click("inspector/inputs");
    user.click("inputs/sequence/paste");
    user.click("table/add");
    EXPECT_EQ(user.view().dialogs.open, Dialog::closed);
    EXPECT_EQ(sequence_count(user.document()), 2);
    EXPECT_EQ(user.document().shown, 1);
    EXPECT_EQ(user.document().step(1).label, "Mon");
    EXPECT_EQ(user.document().step(2).x[0], 1);
    EXPECT_TRUE(user.sees("sequences/1"));
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), before);
}

TEST(TableInTheWindow, TakesThePlaceOfTheStepsThatThereWere) {
    Driver user("company-a");
    const Document before = user.document();
    paste(user, "0.5\n1\n0.25");
    user.click("table/replace");
    EXPECT_EQ(user.document().steps(), 3);
    EXPECT_EQ(sequence_count(user.document()), 1);
    EXPECT_EQ(user.undo_name(), "import steps");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), before);
}

TEST(TableInTheWindow, SaysWhereItCannotBeReadAndChangesNothing) {
    Driver user("company-a");
    const Document before = user.document();
    paste(user, "x\n1\nNA");
    EXPECT_EQ(user.view().dialogs.open, Dialog::message);
    EXPECT_THAT(user.view().dialogs.message, HasSubstr("line 3, column \"x\""));
    EXPECT_EQ(user.document(), before);
    user.press(ImGuiKey_Escape);
    paste(user, "no numbers at all");
    EXPECT_EQ(user.view().dialogs.open, Dialog::closed);
    EXPECT_THAT(user.view().dialogs.notice.text, HasSubstr("Nothing was copied"));
}

TEST(TableInTheWindow, IsOpenedAsAFileAndCalledAsThatIs) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "May prices.CSV";
    std::ofstream(file) << "x,target\n1,0.5\n2,\n";
    Driver user("company-a");
    user.application().open_file(file);
    user.frames(2);
    ASSERT_EQ(user.view().dialogs.open, Dialog::table);
    EXPECT_EQ(user.shown("table/targets"), "Targets: target");
    user.click("table/add");
    EXPECT_EQ(sequence_name(user.document(), 1), "May prices");
    EXPECT_TRUE(user.document().has_targets());
    user.application().open_file(file);
    user.frames(2);
    EXPECT_EQ(user.view().dialogs.table.name, "May prices 2");
}

}  // namespace
}  // namespace lstm
