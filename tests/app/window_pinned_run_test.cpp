/// The pinned run: kept through edits, and what it shows of them.
#include "driver.h"
#include "sequences.h"

#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

/// Whether some line of a tooltip, or some other text of this frame, stands beside `id`.
std::string moved(const Driver& user, const std::string& id) {
    return user.sees(id + "/moved") ? user.shown(id + "/moved") : "";
}

TEST(PinnedRun, IsPinnedAndLetGoByKeyOrButton) {
    Driver user("company-b");
    user.press(ImGuiKey_G);
    EXPECT_TRUE(user.view().comparison.pinned);
    user.press(ImGuiKey_G);
    EXPECT_FALSE(user.view().comparison.pinned);
    user.click("inspector/what-if");
    user.click("what_if/pin");
    EXPECT_TRUE(user.view().comparison.pinned);
    EXPECT_EQ(user.shown("what_if/pin"), "Unpin");
    user.click("what_if/pin");
    EXPECT_FALSE(user.view().comparison.pinned);
}

TEST(PinnedRun, TellsHowFarEachNumberHasMoved) {
    Driver user("company-b");
    user.press(ImGuiKey_End);
    user.press(ImGuiKey_G);
    EXPECT_EQ(moved(user, "diagram/c[0]"), "");
    EXPECT_EQ(moved(user, "notebook/c[0]"), "");
    user.click("inspector/what-if");
    user.click("what_if/hold");  // the forget gate at 1
    // 2.409… was the published one; every share that had been struck out is back.
    const double before =
        user.view().comparison.pinned->results->trace().value(user.document().cell().at("c"), 0, 4);
    EXPECT_NEAR(before, 2.409093170708775, 1e-12);
    const double difference = user.value("c", 0, 4) - before;
    EXPECT_GT(difference, 0.01);
    const std::string text = "Δ +" + std::to_string(difference).substr(0, 5);
    for (const std::string panel : {"diagram/", "notebook/"})
        EXPECT_EQ(moved(user, panel + "c[0]"), text) << panel;
    user.click("what_if/force/0/remove");
    EXPECT_EQ(moved(user, "diagram/c[0]"), "");
}

TEST(PinnedRun, SurvivesEveryKindOfEdit) {
    Driver user(sequence({2, 3}, 5));
    user.press(ImGuiKey_G);
    const Shared<Results> kept = user.view().comparison.pinned->results;
    const double c = kept->trace().value(user.document().cell().at("c"), 1, 5);
    user.drag("diagram/x[0]", 40);
    user.click("inspector/weights");
    user.click("weights/hidden_size/more");
    user.click("weights/hidden_size/less");
    user.click("weights/hidden_size/less");
    user.click("weights/input_size/more");
    user.click("inspector/inputs");
    user.click("inputs/delete");
    user.click("inputs/insert");
    user.click("inputs/insert");
    user.press(ImGuiKey_End);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    ASSERT_TRUE(user.view().comparison.pinned);
    EXPECT_TRUE(user.view().comparison.pinned->results.shares_with(kept));
    EXPECT_EQ(kept->trace().value(user.document().cell().at("c"), 1, 5), c);
}

TEST(PinnedRun, SaysNothingOfWhatItDoesNotHave) {
    Driver user(sequence({1, 1}, 2));
    user.press(ImGuiKey_G);
    user.click("inspector/weights");
    user.click("weights/hidden_size/more");
    user.click("inspector/inputs");
    user.click("inputs/insert");
    user.drag("diagram/x[0]", 50);  // of the second step
    user.click("notebook/1");
    EXPECT_EQ(moved(user, "diagram/c[1]"), "");
    EXPECT_EQ(moved(user, "notebook/c[1]"), "");
    user.press(ImGuiKey_End);  // the third step
    EXPECT_EQ(moved(user, "notebook/c[0]"), "");
}

TEST(PinnedRun, DoesNotTellWhatIsNotKnownYet) {
    Driver user("company-b");
    user.press(ImGuiKey_G);
    user.drag("diagram/x[0]", 50);
    EXPECT_NE(moved(user, "notebook/h[0]"), "");
    user.click("transport/update");
    EXPECT_NE(moved(user, "notebook/c[0]"), "");
    EXPECT_EQ(moved(user, "notebook/h[0]"), "");
}

TEST(PinnedRun, GoesWithItsDocument) {
    Driver user("company-b");
    user.press(ImGuiKey_G);
    user.click("bar/new");
    EXPECT_FALSE(user.view().comparison.pinned);
}

TEST(PinnedRun, OfManyUnitsIsDrawn) {
    Driver user(sequence({3, 40}, 30));
    user.press(ImGuiKey_G);
    user.drag("diagram/x[0]", 50);
    user.press(ImGuiKey_End);
    EXPECT_NE(moved(user, "notebook/c[0]"), "");
}

}  // namespace
}  // namespace lstm
