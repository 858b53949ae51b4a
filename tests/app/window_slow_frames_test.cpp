/// Every key counts, in its order, however much is done between two frames.
#include "driver.h"
#include "sequences.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

namespace lstm {
namespace {

/// A user whose window shows three frames a second. What he does is queued, as the window's backend
/// queues it, until the next frame.
class SlowWindow : public testing::Test {
protected:
    explicit SlowWindow(const char* example = "company-a") : user(example) {}

    Driver user;

    static void down(ImGuiKey key) { ImGui::GetIO().AddKeyEvent(key, true); }
    static void up(ImGuiKey key) { ImGui::GetIO().AddKeyEvent(key, false); }

    static void press(ImGuiKey key) {
        down(key);
        up(key);
    }

    static void press_with(ImGuiKeyChord modifier, ImGuiKey held, ImGuiKey key) {
        ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(modifier), true);
        down(held);
        press(key);
        ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(modifier), false);
        up(held);
    }

    static ImGuiKey key_of(char character) {
        switch (character) {
            case '.': return ImGuiKey_Period;
            case ',': return ImGuiKey_Comma;
            case '-': return ImGuiKey_Minus;
            case '/': return ImGuiKey_Slash;
            default: return static_cast<ImGuiKey>(ImGuiKey_0 + (character - '0'));
        }
    }

    /// Each key with its character, let go before the next one goes down.
    static void type(std::string_view text) {
        for (const char character : text) {
            down(key_of(character));
            ImGui::GetIO().AddInputCharacter(static_cast<unsigned char>(character));
            up(key_of(character));
        }
    }

    /// The same by a fast hand: the next key goes down before the last one is let go.
    static void type_fast(std::string_view text) {
        for (std::size_t n = 0; n < text.size(); ++n) {
            down(key_of(text[n]));
            ImGui::GetIO().AddInputCharacter(static_cast<unsigned char>(text[n]));
            if (n > 0) up(key_of(text[n - 1]));
        }
        up(key_of(text.back()));
    }

    void point_at(const std::string& id) const {
        const ImVec2 place = user.region(id).centre();
        ImGui::GetIO().AddMousePosEvent(place.x, place.y);
    }
    static void click() {
        ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
        ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    }

    /// A third of a second later.
    void next_frame() {
        ImGui::GetIO().DeltaTime = 1.0F / 3;
        user.application().prepare(1);
        user.application().frame();
    }
};

constexpr const char* weight = "weights/forget.W[0][0]";
constexpr const char* to_the_right = "weights/forget.U[0][0]";
constexpr const char* below = "weights/input.W[0][0]";

TEST_F(SlowWindow, TakesANumberThatIsTypedWholeIntoWhatWasClicked) {
    for (const auto& [text, value] :
         {std::pair{"0.46", 0.46}, std::pair{".8", 0.8}, std::pair{"-.5", -0.5},
          std::pair{"1/3", 1.0 / 3}, std::pair{"0,47", 0.47},
          std::pair{"12345.6789", 12345.6789}}) {
        point_at(weight);
        click();
        type(text);
        press(ImGuiKey_Enter);
        next_frame();
        EXPECT_EQ(user.weight("forget.W"), value) << text;
        EXPECT_EQ(user.view().input.number_entry.id, "");
        EXPECT_FALSE(user.view().look.blank);
    }
}

TEST_F(SlowWindow, TakesItFromAFastHandToo) {
    point_at(weight);
    click();
    type_fast("0.4619283");
    press(ImGuiKey_Enter);
    next_frame();
    EXPECT_EQ(user.weight("forget.W"), 0.4619283);
}

TEST_F(SlowWindow, TakesWhatIsTypedAfterADoubleClickAndGoesOnWithTab) {
    point_at(weight);
    click();
    click();
    type("0.46");
    press(ImGuiKey_Tab);
    type(".8");
    press_with(ImGuiMod_Shift, ImGuiKey_LeftShift, ImGuiKey_Tab);
    type("7");
    press(ImGuiKey_Enter);
    type("-2.5");
    press(ImGuiKey_Enter);
    next_frame();
    EXPECT_EQ(user.weight("forget.U"), 0.8);
    EXPECT_EQ(user.weight("forget.W"), 7);
    EXPECT_EQ(user.weight("input.W"), -2.5);
}

TEST_F(SlowWindow, GoesDownAColumnWithEnter) {
    point_at(weight);
    click();
    for (const char* text : {"1.25", "2.5", ".75", "-1"}) {
        type(text);
        press(ImGuiKey_Enter);
    }
    next_frame();
    EXPECT_EQ(user.weight("forget.W"), 1.25);
    EXPECT_EQ(user.weight("input.W"), 2.5);
    EXPECT_EQ(user.weight("candidate.W"), 0.75);
    EXPECT_EQ(user.weight("output.W"), -1);
    for (int n = 0; n < 4; ++n) {
        press_with(ImGuiMod_Ctrl, ImGuiKey_LeftCtrl, ImGuiKey_Z);
    }
    next_frame();
    EXPECT_FALSE(user.history().can_undo());
}

TEST_F(SlowWindow, CorrectsWithBackspaceAndArrowsWhereTheyWerePressed) {
    point_at(weight);
    click();
    type("123");
    press(ImGuiKey_Backspace);
    press(ImGuiKey_Backspace);
    type("5");
    press(ImGuiKey_LeftArrow);
    type(".");
    press(ImGuiKey_RightArrow);
    type("9");
    press(ImGuiKey_Home);
    type("-");
    press(ImGuiKey_End);
    type("8");
    press(ImGuiKey_Backspace);
    press(ImGuiKey_Enter);
    next_frame();
    EXPECT_EQ(user.weight("forget.W"), -1.59);
}

TEST_F(SlowWindow, KeepsTheNumberWhereEscWasPressed) {
    point_at(weight);
    click();
    type("9");
    press(ImGuiKey_Escape);
    press(ImGuiKey_RightArrow);  // the run's again
    press(ImGuiKey_RightArrow);
    next_frame();
    EXPECT_EQ(user.weight("forget.W"), 1.63);
    EXPECT_EQ(user.view().cursor.t, 3);
}

class SlowLongRun : public SlowWindow {
protected:
    SlowLongRun() : SlowWindow("hundred-steps") {}
};

TEST_F(SlowLongRun, StepsAsOftenAsAKeyWasPressed) {
    for (int n = 0; n < 20; ++n) press(ImGuiKey_RightArrow);
    for (int n = 0; n < 3; ++n) {
        press(ImGuiKey_LeftArrow);
        press(ImGuiKey_PageDown);
    }
    next_frame();
    EXPECT_EQ(user.view().cursor.t,
              19);  // PageDown goes to the next step once, and from phase to phase
    EXPECT_EQ(user.view().cursor.phase, Phase::write);
    for (int n = 0; n < 3; ++n) press_with(ImGuiMod_Ctrl, ImGuiKey_LeftCtrl, ImGuiKey_Equal);
    next_frame();
    EXPECT_NEAR(user.view().look.zoom, 1.331, 1e-4);
}

TEST_F(SlowWindow, TypesAGuessAndRevealsIt) {
    press(ImGuiKey_P);
    type("0.46");
    press(ImGuiKey_Enter);
    next_frame();
    ASSERT_TRUE(user.view().prediction.score.has_value());
    EXPECT_EQ(user.view().prediction.score->guess, 0.46);
}

TEST_F(SlowWindow, TypesAFilesNameIntoTheDialogThatAKeyOpens) {
    press_with(ImGuiMod_Ctrl, ImGuiKey_LeftCtrl, ImGuiKey_O);
    type("1234");
    next_frame();
    EXPECT_EQ(user.shown("files/name"), "1234");
}

TEST_F(SlowWindow, DragsAsFarAsTheMouseWent) {
    user.drag(weight, 37);
    const double there = user.weight("forget.W");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    ASSERT_EQ(user.weight("forget.W"), 1.63);
    const ImVec2 place = user.region(weight).centre();
    ImGui::GetIO().AddMousePosEvent(place.x, place.y);
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    for (const float across : {10.0F, 50.0F, 37.0F})
        ImGui::GetIO().AddMousePosEvent(place.x + across, place.y);
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    next_frame();
    EXPECT_EQ(user.weight("forget.W"), there);
}

// The same rules at leisure.

TEST(SelectedNumber, TakesDigitsInThePlaceOfWhatItWas) {
    Driver user("company-a");
    user.click(weight);
    user.type(".");
    EXPECT_EQ(user.view().input.number_entry.id, weight);
    EXPECT_FALSE(user.view().look.blank);
    user.type("8");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.weight("forget.W"), 0.8);
    EXPECT_EQ(user.view().input.focus.id, below);
}

TEST(SelectedNumber, IsFollowedByItsNeighbourAfterADoubleClickToo) {
    for (const bool again : {false, true}) {
        Driver user("company-a");
        user.double_click(weight);
        if (again) user.click(weight);  // sets the cursor in what is typed
        user.press(ImGuiKey_Tab);
        EXPECT_EQ(user.view().input.focus.id, to_the_right);
    }
}

TEST(SelectedNumber, StaysWhereNoneStandsBelow) {
    Driver user("company-a");
    user.enter("weights/output.b[0]", "3");
    EXPECT_EQ(user.view().input.focus.id, "weights/output.b[0]");
}

TEST(SelectedNumber, LeavesTheArrowsToTheRun) {
    Driver user("company-a");
    user.click(weight);
    user.press(ImGuiKey_UpArrow);
    EXPECT_EQ(user.view().cursor.phase, Phase::output);
    EXPECT_FALSE(user.history().can_undo());
}

TEST(SelectedNumber, IsFollowedDownAListThatScrolls) {
    Driver user(sequence({1, 1}, 60));
    user.click("inspector/inputs");
    user.click("inputs/x[0]@1");
    for (int t = 1; t <= 60; ++t) {
        ASSERT_EQ(user.view().input.focus.id, "inputs/x[0]@" + std::to_string(t));
        EXPECT_TRUE(user.inside(user.view().input.focus.id, "card/inspector"));
        user.type("4");
        user.press(ImGuiKey_Enter);
        EXPECT_EQ(user.document().step(t).x[0], 4);
    }
}

}  // namespace
}  // namespace lstm
