/// Typing numbers: what is taken, what is refused, and that nothing is lost either way.
#include "driver.h"
#include "sequences.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace lstm {
namespace {

constexpr const char* weight = "weights/forget.W[0][0]";  // 1.63 in company A

/// The field is being typed into.
bool is_open(const Driver& user, const std::string& id) {
    return user.view().input.number_entry.id == id;
}

struct Typed {
    const char* text;
    double value;
};

void PrintTo(const Typed& typed, std::ostream* out) {
    *out << '"' << typed.text << '"';
}

class TypedNumber : public testing::TestWithParam<Typed> {};

TEST_P(TypedNumber, IsTakenByEnter) {
    const auto& [text, value] = GetParam();
    Driver user("company-a");
    user.enter(weight, text);
    EXPECT_EQ(user.weight("forget.W"), value);
    EXPECT_FALSE(is_open(user, weight));
    EXPECT_EQ(user.undo_name(), "change forget.W[0][0]");
}

INSTANTIATE_TEST_SUITE_P(AsPeopleWriteIt, TypedNumber,
                         testing::Values(Typed{"2.5", 2.5}, Typed{"1/3", 1.0 / 3},
                                         Typed{"0,5", 0.5}, Typed{"−2", -2.0}, Typed{"-2", -2.0},
                                         Typed{"+4", 4.0}, Typed{" 7 ", 7.0}, Typed{"1e-3", 1e-3},
                                         Typed{"-1/8", -0.125}, Typed{".25", 0.25},
                                         Typed{"3 / 4", 0.75},
                                         Typed{"0.1234567890123456", 0.1234567890123456}));

class NoNumber : public testing::TestWithParam<const char*> {};

TEST_P(NoNumber, IsRefusedAndStaysToBeCorrected) {
    const std::string text = GetParam();
    Driver user("company-a");
    const Document before = user.document();
    user.enter(weight, text);
    EXPECT_EQ(user.document(), before);
    EXPECT_TRUE(is_open(user, weight));
    EXPECT_TRUE(user.view().input.number_entry.refused);
    EXPECT_EQ(user.shown(weight), text);
    EXPECT_FALSE(user.history().can_undo());

    user.type("3");  // what stands there is selected, and so replaced
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.weight("forget.W"), 3);
    EXPECT_EQ(user.shown(weight), "3");
    EXPECT_FALSE(is_open(user, weight));
}

INSTANTIATE_TEST_SUITE_P(Is, NoNumber,
                         testing::Values("abc", "1/0", "nan", "inf", "1e999", "1 2", "--3", "1/2/3",
                                         "0x10", "1..2", "1,000,000"));

TEST(Typing, NothingAtAllIsRefusedToo) {
    Driver user("company-a");
    user.double_click(weight);
    user.press(ImGuiKey_Backspace);
    user.press(ImGuiKey_Enter);
    EXPECT_TRUE(is_open(user, weight));
    user.press(ImGuiKey_Escape);
    EXPECT_EQ(user.shown(weight), "1.63");
}

TEST(Typing, BeginsWithTheWholeNumber) {
    Document document = sequence({1, 1}, 1);
    document.network.parameters[0].edit()(0, 0) = -0.12345678901234567;
    Driver user(document);
    user.double_click(weight);
    EXPECT_EQ(user.shown(weight), "-0.12345678901234566");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.document(), document);
    EXPECT_FALSE(user.history().can_undo());
}

TEST(Typing, BeginsWithEnterOnTheNumberThatWasClicked) {
    Driver user("company-a");
    user.click(weight);
    EXPECT_FALSE(is_open(user, weight));
    user.press(ImGuiKey_Enter);
    EXPECT_TRUE(is_open(user, weight));
    user.type("2");
    user.press(ImGuiKey_KeypadEnter);
    EXPECT_EQ(user.weight("forget.W"), 2);
}

TEST(Typing, ShowsWhatIsTypedBeforeItIsTaken) {
    Driver user("company-a");
    user.double_click(weight);
    user.type("2");
    EXPECT_EQ(user.shown(weight), "2");
    EXPECT_EQ(user.weight("forget.W"), 1.63);
    user.type(".75");
    EXPECT_EQ(user.shown(weight), "2.75");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.weight("forget.W"), 2.75);
}

TEST(Typing, IsCancelledByEscape) {
    Driver user("company-a");
    for (const char* text : {"9", "garbage"}) {
        user.double_click(weight);
        user.type(text);
        user.press(ImGuiKey_Escape);
        EXPECT_FALSE(is_open(user, weight));
        EXPECT_EQ(user.weight("forget.W"), 1.63);
        EXPECT_EQ(user.shown(weight), "1.63");
    }
    EXPECT_FALSE(user.history().can_undo());
}

TEST(Typing, IsCancelledByEscapeAfterARefusal) {
    Driver user("company-a");
    user.enter(weight, "garbage");
    user.press(ImGuiKey_Escape);
    EXPECT_FALSE(is_open(user, weight));
    EXPECT_EQ(user.shown(weight), "1.63");
    user.press(ImGuiKey_RightArrow);  // the keys are the window's again
    EXPECT_EQ(user.view().cursor.t, 2);
}

TEST(Typing, IsTakenWhereTheUserClicksElsewhere) {
    for (const char* elsewhere : {"notebook/sentence", "weights/forget.b[0]", "transport/next",
                                  "inspector/inputs", "bar/theme"}) {
        Driver user("company-a");
        user.double_click(weight);
        user.type("9");
        user.click(elsewhere);
        EXPECT_EQ(user.weight("forget.W"), 9) << elsewhere;
        EXPECT_FALSE(is_open(user, weight)) << elsewhere;
        EXPECT_EQ(user.undo_name(), "change forget.W[0][0]") << elsewhere;
    }
}

TEST(Typing, IsTakenByTab) {
    Driver user("company-a");
    user.double_click(weight);
    user.type("9");
    user.press(ImGuiKey_Tab);
    EXPECT_EQ(user.weight("forget.W"), 9);
}

TEST(TypingWords, IsTakenByTab) {
    Driver user("company-a");
    user.click("inspector/inputs");
    user.click("inputs/2/label");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("Tuesday");
    user.press(ImGuiKey_Tab);
    EXPECT_EQ(user.document().step(2).label, "Tuesday");
    EXPECT_EQ(user.shown("inputs/2/label"), "Tuesday");
    EXPECT_NE(user.view().input.focus.id, "inputs/2/label");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_NE(user.document().step(2).label, "Tuesday");
    EXPECT_FALSE(user.history().can_undo());
}

TEST(TypingWords, OfOneLineOrSeveralIsTakenByTabAndByShiftTab) {
    for (const char* field : {"about/title", "about/description", "about/source"}) {
        for (const ImGuiKeyChord modifiers : {ImGuiMod_None, ImGuiMod_Shift}) {
            Driver user("company-a");
            user.click("inspector/about");
            user.click(field);
            user.press(ImGuiKey_A, ImGuiMod_Ctrl);
            user.type("Of another kind");
            user.press(ImGuiKey_Tab, modifiers);
            EXPECT_EQ(user.shown(field), "Of another kind") << field;
            EXPECT_EQ(user.undo_name(), "change the description") << field;
        }
    }
}

TEST(TypingWords, GoesOnWithTabFromFieldToField) {
    Driver user("company-a");
    user.click("inspector/about");
    user.click("about/title");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("One");
    user.press(ImGuiKey_Tab);
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("Two");
    user.press(ImGuiKey_Tab);
    EXPECT_EQ(user.document().title, "One");
    EXPECT_EQ(user.document().description, "Two");
}

TEST(Typing, OfNoNumberIsForgottenWhereTheUserClicksElsewhere) {
    Driver user("company-a");
    const Document before = user.document();
    user.double_click(weight);
    user.type("garbage");
    user.click("notebook/sentence");
    EXPECT_EQ(user.document(), before);
    EXPECT_EQ(user.shown(weight), "1.63");
    EXPECT_FALSE(is_open(user, weight));
}

TEST(Typing, TheSameNumberIsNoChange) {
    Driver user("company-a");
    user.enter(weight, "1.630");
    EXPECT_FALSE(user.history().can_undo());
    EXPECT_FALSE(user.session().unsaved());
}

TEST(Typing, IsOneUndo) {
    Driver user("company-a");
    const Document before = user.document();
    const std::string c = user.shown("notebook/c[0]");
    user.enter("weights/candidate.b[0]", "1.25");
    EXPECT_NE(user.shown("notebook/c[0]"), c);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), before);
    EXPECT_EQ(user.shown("notebook/c[0]"), c);
    EXPECT_FALSE(user.history().can_undo());
}

TEST(Typing, InTwoFieldsOneAfterTheOtherKeepsBoth) {
    Driver user("company-a");
    user.double_click(weight);
    user.type("5");
    user.double_click("weights/output.b[0]");
    EXPECT_TRUE(is_open(user, "weights/output.b[0]"));
    user.type("6");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.weight("forget.W"), 5);
    EXPECT_EQ(user.weight("output.b"), 6);
}

TEST(Typing, InAFieldThatScrollsAwayGivesTheKeysBack) {
    Driver user(sequence({2, 40}, 3));
    user.double_click("weights/forget.W[0][0]");
    user.type("5");
    user.wheel("card/inspector", -40);
    ASSERT_FALSE(user.sees("weights/forget.W[0][0]"));
    user.press(ImGuiKey_RightArrow);
    EXPECT_EQ(user.view().cursor.t, 2);
    user.wheel("card/inspector", 80);
    EXPECT_FALSE(is_open(user, "weights/forget.W[0][0]"));
    user.enter("weights/forget.W[0][0]", "6");
    EXPECT_EQ(user.weight("forget.W"), 6);
}

TEST(Typing, IsOverWhereAnotherScenarioIsDropped) {
    Driver user("company-a");
    user.double_click(weight);
    user.type("9");
    user.application().open_file(LSTM_SOURCE_DIR "/assets/examples/gomez.json");
    user.frames(5);
    EXPECT_EQ(user.weight("forget.W"), 9);
    EXPECT_EQ(user.shown("dialog"), "Unsaved changes");
    user.click("unsaved/discard");
    EXPECT_EQ(user.document().title, "Gomez: two inputs, two steps");
    EXPECT_FALSE(user.session().unsaved());
    user.press(ImGuiKey_RightArrow);
    EXPECT_EQ(user.view().cursor.t, 2);
}

/// Keys that do something where nobody types.
constexpr std::pair<ImGuiKey, ImGuiKeyChord> all_keys[] = {
    {ImGuiKey_Space, 0},
    {ImGuiKey_RightArrow, 0},
    {ImGuiKey_End, 0},
    {ImGuiKey_UpArrow, 0},
    {ImGuiKey_PageDown, 0},
    {ImGuiKey_F1, 0},
    {ImGuiKey_F5, 0},
    {ImGuiKey_F11, 0},
    {ImGuiKey_Period, 0},
    {ImGuiKey_B, 0},
    {ImGuiKey_Equal, ImGuiMod_Ctrl},
    {ImGuiKey_Y, ImGuiMod_Ctrl},
    {ImGuiKey_Minus, ImGuiMod_Ctrl},
};

void expect_no_key_acts(Driver& user) {
    const Document before = user.document();
    for (const auto& [key, modifiers] : all_keys) user.press(key, modifiers);
    user.type("?");
    EXPECT_EQ(user.document(), before);
    EXPECT_EQ(user.view().cursor.t, 1);
    EXPECT_EQ(user.view().cursor.phase, Phase::speak);
    EXPECT_FALSE(user.view().playback.playing);
    EXPECT_FALSE(user.view().look.presenter);
    EXPECT_FALSE(user.view().look.full_screen);
    EXPECT_FALSE(user.view().look.blank);
    EXPECT_EQ(user.view().look.zoom, 1);
    EXPECT_EQ(user.view().dialogs.open, Dialog::closed);
}

TEST(Typing, KeepsAllKeysForTheNumber) {
    Driver user("company-a");
    user.double_click(weight);
    expect_no_key_acts(user);
    EXPECT_TRUE(is_open(user, weight));
    EXPECT_EQ(user.shown(weight), "1.63?");
}

TEST(Typing, KeepsAllKeysForALabel) {
    Driver user("company-a");
    user.click("inspector/inputs");
    user.click("inputs/1/label");
    expect_no_key_acts(user);
}

TEST(Typing, KeepsUndoForTheTextOnly) {
    Driver user("company-a");
    user.drag("weights/output.b[0]", 20);
    user.double_click(weight);
    user.type("77");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_TRUE(user.history().can_undo());
    EXPECT_NEAR(user.weight("output.b"), 0.79, 1e-12);
}

}  // namespace
}  // namespace lstm
