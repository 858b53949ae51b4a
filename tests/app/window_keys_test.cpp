/// The keys of the window that are not about steps.
#include "app/loading.h"
#include "driver.h"
#include "ui/panels.h"

#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

float height_of(const Driver& user, const std::string& id) {
    return user.region(id).max.y - user.region(id).min.y;
}

TEST(Keys, UndoAndRedo) {
    Driver user("company-a");
    const Document before = user.document();
    user.drag("weights/forget.b[0]", 20);
    const Document after = user.document();
    ASSERT_NE(before, after);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), before);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl | ImGuiMod_Shift);
    EXPECT_EQ(user.document(), after);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), before);
    user.press(ImGuiKey_Y, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), after);
    EXPECT_EQ(user.shown("weights/forget.b[0]"), "1.82");
}

TEST(Keys, UndoAndRedoDoNothingWhereThereIsNothing) {
    Driver user("company-a");
    const Document before = user.document();
    for (const ImGuiKey key : {ImGuiKey_Z, ImGuiKey_Y}) user.press(key, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), before);
    EXPECT_FALSE(user.session().unsaved());
}

TEST(Keys, F1AndTheQuestionMarkOpenTheHelp) {
    Driver user("company-a");
    user.press(ImGuiKey_F1);
    EXPECT_EQ(user.shown("dialog"), "Keys");
    user.press(ImGuiKey_Escape);
    EXPECT_FALSE(user.sees("dialog"));

    user.type("?");  // wherever it stands on the keyboard
    EXPECT_EQ(user.shown("dialog"), "Keys");
    user.click("help/close");
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_EQ(user.view().dialogs.open, Dialog::closed);
}

TEST(Keys, ControlOOpensAndControlSSaves) {
    Driver user("company-a");
    user.press(ImGuiKey_O, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("dialog"), "Open a scenario");
    user.press(ImGuiKey_Escape);
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);  // an example has no file yet
    EXPECT_EQ(user.shown("dialog"), "Save the scenario");
    user.press(ImGuiKey_Escape);
    user.press(ImGuiKey_S, ImGuiMod_Ctrl | ImGuiMod_Shift);
    EXPECT_EQ(user.shown("dialog"), "Save the scenario");
    user.press(ImGuiKey_Escape);
    EXPECT_FALSE(user.sees("dialog"));
}

TEST(Keys, ControlNBeginsANewScenario) {
    Driver user("company-a");
    user.press(ImGuiKey_N, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), new_document());
    EXPECT_EQ(user.shown("bar/title"), "Untitled");
    EXPECT_EQ(user.shown("transport/place"), "step 1 of 3");
}

TEST(Keys, LettersNeedTheirControlKey) {
    Driver user("company-a");
    user.drag("weights/forget.b[0]", 20);
    const Document before = user.document();
    for (const ImGuiKey key : {ImGuiKey_Z, ImGuiKey_Y, ImGuiKey_S, ImGuiKey_O, ImGuiKey_N,
                               ImGuiKey_Equal, ImGuiKey_Minus, ImGuiKey_0})
        user.press(key);
    user.press(ImGuiKey_Z, ImGuiMod_Alt);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl | ImGuiMod_Alt);
    EXPECT_EQ(user.document(), before);
    EXPECT_EQ(user.view().dialogs.open, Dialog::closed);
    EXPECT_EQ(user.view().look.zoom, 1);
}

TEST(Keys, F5GivesTheStageToTheCell) {
    Driver user("company-a");
    const float before = height_of(user, "diagram/forget.value[0]");
    user.press(ImGuiKey_F5);
    EXPECT_TRUE(user.view().look.presenter);
    EXPECT_GT(height_of(user, "diagram/forget.value[0]"), 1.5F * before);
    EXPECT_FALSE(user.sees("card/inspector"));
    EXPECT_EQ(user.shown("notebook/c[0]"), "−0.201");
    user.press(ImGuiKey_PageDown);  // the clicker goes on working
    EXPECT_EQ(user.view().cursor.t, 2);
    user.press(ImGuiKey_F5);
    EXPECT_FALSE(user.view().look.presenter);
    EXPECT_TRUE(user.sees("card/inspector"));
    EXPECT_FLOAT_EQ(height_of(user, "diagram/forget.value[0]"), before);
}

TEST(Keys, F11AsksForTheWholeScreen) {
    Driver user("company-a");
    EXPECT_FALSE(user.application().full_screen());
    user.press(ImGuiKey_F11);
    EXPECT_TRUE(user.application().full_screen());
    user.press(ImGuiKey_F11);
    EXPECT_FALSE(user.application().full_screen());
}

TEST(Keys, PeriodAndBBlankTheScreenInPresenterModeOnly) {
    for (const ImGuiKey key : {ImGuiKey_Period, ImGuiKey_B}) {
        Driver user("company-a");
        user.press(key);
        EXPECT_FALSE(user.sees("blank"));
        user.press(ImGuiKey_F5);
        user.press(key);
        ASSERT_TRUE(user.sees("blank"));
        EXPECT_NE(user.shown("blank").find("brings the picture back"), std::string::npos);
        EXPECT_FALSE(user.sees("notebook/c[0]"));
        EXPECT_EQ(user.region("blank").max.x, Driver::usual_size.x);
        user.press(key);
        EXPECT_FALSE(user.sees("blank"));
        EXPECT_EQ(user.shown("notebook/c[0]"), "−0.201");
    }
}

TEST(Keys, EscapeLeavesTheBlankScreenFirstThenPresenterModeAndFullScreen) {
    Driver user("company-a");
    for (const ImGuiKey key : {ImGuiKey_F5, ImGuiKey_F11, ImGuiKey_B}) user.press(key);
    user.press(ImGuiKey_Escape);
    EXPECT_FALSE(user.sees("blank"));
    EXPECT_TRUE(user.view().look.presenter);
    EXPECT_TRUE(user.view().look.full_screen);
    user.press(ImGuiKey_Escape);
    EXPECT_FALSE(user.view().look.presenter);
    EXPECT_FALSE(user.view().look.full_screen);
    EXPECT_FALSE(user.view().look.blank);
    EXPECT_TRUE(user.sees("card/inspector"));
}

TEST(Keys, ThatCanDoNothingSayWhy) {
    struct Case {
        ImGuiKey key;
        const char* word;
    };
    Document document = load_scenario("statquest-one-step").document;  // one step, one unit
    for (Shared<Step>& step : document.sequence.edit()) step.edit().target = {};
    for (const bool presenter : {false, true}) {
        for (const auto& [key, word] : {Case{ImGuiKey_R, "target"}, Case{ImGuiKey_U, "one unit"},
                                        Case{ImGuiKey_Space, "two steps"}}) {
            Driver user(document);
            if (presenter) user.press(ImGuiKey_F5);
            EXPECT_FALSE(user.sees("notice"));
            user.press(key);
            ASSERT_TRUE(user.sees("notice")) << word;
            EXPECT_NE(user.shown("notice").find(word), std::string::npos) << user.shown("notice");
            EXPECT_LE(user.application().next_frame_in(), 6);
            user.frames(60 * 6);
            EXPECT_FALSE(user.sees("notice"));
        }
    }
}

TEST(Keys, OfTheWindowWorkWhileAGuessIsTyped) {
    Driver user("company-a");
    user.press(ImGuiKey_P);
    user.type("0.");
    user.press(ImGuiKey_F5);
    EXPECT_TRUE(user.view().look.presenter);
    user.press(ImGuiKey_F11);
    EXPECT_TRUE(user.view().look.full_screen);
    user.press(ImGuiKey_Equal, ImGuiMod_Ctrl);
    EXPECT_GT(user.view().look.zoom, 1);
    user.type("25");
    EXPECT_EQ(user.shown("predict/guess"), "0.25");  // and nothing of it is lost
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);           // the typing's
    EXPECT_TRUE(user.sees("predict/question"));
    user.press(ImGuiKey_F5);
    EXPECT_FALSE(user.view().look.presenter);
    user.press(ImGuiKey_F1);
    EXPECT_EQ(user.shown("dialog"), "Keys");
}

TEST(Keys, EscapeClosesADialogAndNothingElse) {
    Driver user("company-a");
    user.press(ImGuiKey_F5);
    user.press(ImGuiKey_F11);
    user.press(ImGuiKey_F1);
    user.press(ImGuiKey_Escape);
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_TRUE(user.view().look.presenter);
    EXPECT_TRUE(user.view().look.full_screen);
}

TEST(Keys, RestWhileADialogIsOpen) {
    Driver user("company-a");
    user.drag("weights/forget.b[0]", 20);
    const Document before = user.document();
    user.press(ImGuiKey_F1);
    for (const ImGuiKey key : {ImGuiKey_Space, ImGuiKey_RightArrow, ImGuiKey_PageDown, ImGuiKey_B,
                               ImGuiKey_F5, ImGuiKey_F11})
        user.press(key);
    for (const ImGuiKey key : {ImGuiKey_Z, ImGuiKey_S, ImGuiKey_O, ImGuiKey_N, ImGuiKey_Equal})
        user.press(key, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), before);
    EXPECT_EQ(user.view().cursor.t, 1);
    EXPECT_FALSE(user.view().playback.playing);
    EXPECT_FALSE(user.view().look.blank);
    EXPECT_FALSE(user.view().look.presenter);
    EXPECT_FALSE(user.view().look.full_screen);
    EXPECT_EQ(user.view().look.zoom, 1);
    EXPECT_EQ(user.shown("dialog"), "Keys");
}

TEST(Zoom, GrowsAndShrinksEverything) {
    Driver user("company-a");
    const float usual = height_of(user, "transport/next");
    user.press(ImGuiKey_Equal, ImGuiMod_Ctrl);
    user.press(ImGuiKey_Equal, ImGuiMod_Ctrl | ImGuiMod_Shift);  // where + needs Shift
    user.press(ImGuiKey_KeypadAdd, ImGuiMod_Ctrl);
    EXPECT_GT(height_of(user, "transport/next"), 1.2F * usual);
    user.press(ImGuiKey_0, ImGuiMod_Ctrl);
    EXPECT_EQ(user.view().look.zoom, 1);
    EXPECT_EQ(height_of(user, "transport/next"), usual);
    user.press(ImGuiKey_Minus, ImGuiMod_Ctrl);
    user.press(ImGuiKey_KeypadSubtract, ImGuiMod_Ctrl);
    EXPECT_LT(height_of(user, "transport/next"), 0.9F * usual);
}

TEST(Zoom, GoesBackTheWayItCame) {
    Driver user("company-a");
    const auto there_and_back = [&](ImGuiKey there, ImGuiKey back) {
        const float before = user.view().look.zoom;
        user.press(there, ImGuiMod_Ctrl);
        EXPECT_NE(user.view().look.zoom, before);
        user.press(back, ImGuiMod_Ctrl);
        EXPECT_EQ(user.view().look.zoom, before);
    };
    there_and_back(ImGuiKey_Equal, ImGuiKey_Minus);
    for (int k = 0; k < 7; ++k) user.press(ImGuiKey_Minus, ImGuiMod_Ctrl);
    there_and_back(ImGuiKey_Minus, ImGuiKey_Equal);  // to the limit, which is no whole step
    for (int k = 0; k < 18; ++k) user.press(ImGuiKey_Equal, ImGuiMod_Ctrl);
    there_and_back(ImGuiKey_Equal, ImGuiKey_Minus);
}

TEST(Zoom, StopsAtHalfAndAtThreeTimes) {
    Driver user("company-a");
    const float usual = height_of(user, "transport/next");
    for (int k = 0; k < 10; ++k) user.press(ImGuiKey_Minus, ImGuiMod_Ctrl);
    EXPECT_EQ(user.view().look.zoom, 0.5F);
    EXPECT_NEAR(height_of(user, "transport/next"), usual / 2, 2);
    user.application().view().look.zoom = 2.6F;  // a long way, and large type takes its time
    for (int k = 0; k < 3; ++k) user.press(ImGuiKey_Equal, ImGuiMod_Ctrl);
    EXPECT_EQ(user.view().look.zoom, 3);
    EXPECT_EQ(user.settings().zoom, 3);
}

TEST(Motion, IsTurnedOffByAKeyOrInTheHelpAndStaysSo) {
    Driver user("company-a");
    user.press(ImGuiKey_RightArrow);
    EXPECT_TRUE(in_motion(user.view()));
    user.press(ImGuiKey_M);
    user.press(ImGuiKey_RightArrow);
    EXPECT_FALSE(in_motion(user.view()));
    EXPECT_TRUE(user.settings().reduced_motion);
    user.press(ImGuiKey_F1);
    user.click("help/motion");
    EXPECT_FALSE(user.view().look.reduced_motion);
    EXPECT_FALSE(user.settings().reduced_motion);
}

}  // namespace
}  // namespace lstm
