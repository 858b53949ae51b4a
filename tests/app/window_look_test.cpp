/// How the window looks, and the words of a scenario.
#include "drawn_text.h"
#include "driver.h"
#include "sequences.h"

#include "document/edit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace lstm {
namespace {

using testing::Each;
using testing::HasSubstr;

TEST(Theme, IsChangedByItsButtonAndRemembered) {
    Driver user("company-a");
    const std::string first = user.shown("bar/theme");
    const ImVec4 desk = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
    EXPECT_EQ(user.settings().theme, "light");
    user.click("bar/theme");
    EXPECT_EQ(user.settings().theme, "dark");
    EXPECT_NE(user.shown("bar/theme"), first);
    EXPECT_LT(ImGui::GetStyleColorVec4(ImGuiCol_WindowBg).x, desk.x);
    for (int k = 0; k < 5 && user.shown("bar/theme") != first; ++k) user.click("bar/theme");
    EXPECT_EQ(user.settings().theme, "light");
    EXPECT_EQ(ImGui::GetStyleColorVec4(ImGuiCol_WindowBg).x, desk.x);
}

TEST(Theme, IsNotPartOfTheDocument) {
    Driver user("company-a");
    user.click("bar/theme");
    EXPECT_FALSE(user.session().unsaved());
    EXPECT_FALSE(user.history().can_undo());
}

TEST(Decimals, OfShownNumbersRoundNothingButWhatIsShown) {
    Driver user("company-a");
    const double c = user.value("c", 0, 1);
    EXPECT_EQ(user.shown("notebook/c[0]"), "−0.201");
    EXPECT_EQ(user.value("c", 0, 1), c);
    EXPECT_NEAR(c, -0.201247141084436, 1e-12);
}

/// A user who reads the words of a scenario.
class Words : public testing::Test {
protected:
    Words() { user.click("inspector/about"); }
    Driver user{"company-a"};
};

TEST_F(Words, AreThoseOfTheFile) {
    EXPECT_EQ(user.shown("about/title"), "StatQuest: four days of company A");
    EXPECT_EQ(user.shown("about/description"), user.document().description);
    EXPECT_THAT(user.shown("about/source"), HasSubstr("Josh Starmer"));
}

TEST_F(Words, AreTakenByEnter) {
    const Document before = user.document();
    user.click("about/title");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("Mine: σ ⊙ “½”");
    EXPECT_EQ(user.document(), before);
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.document().title, "Mine: σ ⊙ “½”");
    EXPECT_EQ(user.document().source, before.source);
    EXPECT_EQ(user.shown("bar/title"), "● Mine: σ ⊙ “½”");
    EXPECT_EQ(user.application().window_title(), "● Mine: σ ⊙ “½” – LSTM Notebook");
    EXPECT_EQ(user.undo_name(), "change the description");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), before);
    EXPECT_EQ(user.shown("about/title"), before.title);
}

TEST_F(Words, AreTakenWhereTheUserClicksElsewhere) {
    user.click("about/description");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("Look here");
    user.press(ImGuiKey_Enter);  // a new line
    user.type("and there.");
    user.click("about/source");
    EXPECT_EQ(user.document().description, "Look here\nand there.");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("Nobody");
    user.click("inspector/weights");
    EXPECT_EQ(user.document().source, "Nobody");
    EXPECT_EQ(user.document().description, "Look here\nand there.");
}

TEST_F(Words, ShowTheSignsThatTurnTheDirectionOfWriting) {
    user.click("about/title");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("txt\u202egnp");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.document().title, "txt\u202egnp");
    EXPECT_EQ(user.application().window_title(), "● txt\\u202egnp – LSTM Notebook");
    // Dear ImGui draws in the place of what its fonts have not the sign that stands for such.
    for (const ImFont* font : ImGui::GetIO().Fonts->Fonts)
        for (const int code : {0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c,
                               0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069})
            EXPECT_EQ(font->FindGlyphNoFallback(static_cast<ImWchar>(code)), nullptr) << code;
    const std::vector<Letter> letters = drawn_text();
    EXPECT_TRUE(std::any_of(letters.begin(), letters.end(),
                            [](const Letter& letter) { return letter.character == 0xfffd; }));
}

TEST(About, NamesTheKindOfCell) {
    for (const Cell* cell : cells()) {
        Driver user(edited(new_document(), SetCell{std::string(cell->kind)}));
        user.click("inspector/about");
        EXPECT_EQ(user.shown("about/cell"), cell->title + ": 1 input, 1 unit, " +
                                                std::to_string(user.document().steps()) + " steps");
    }
}

TEST_F(Words, MayBeMissing) {
    for (const char* field : {"about/title", "about/description", "about/source"}) {
        user.click(field);
        user.press(ImGuiKey_A, ImGuiMod_Ctrl);
        user.press(ImGuiKey_Delete);
        user.click("notebook/sentence");
    }
    EXPECT_THAT(
        (std::vector{user.document().title, user.document().description, user.document().source}),
        Each(""));
    EXPECT_EQ(user.shown("bar/title"), "● Untitled");
    EXPECT_EQ(user.application().window_title(), "● Untitled – LSTM Notebook");
}

TEST_F(Words, ThatAreLongAreKeptWhole) {
    const std::string text(3000, 'w');
    user.click("about/title");
    user.type(text);
    user.press(ImGuiKey_Enter);
    EXPECT_THAT(user.document().title, HasSubstr(text));
    EXPECT_THAT(user.shown("bar/title"), HasSubstr(text));
}

TEST(Percent, SignsInWordsAreOnlyWords) {
    Document document = sequence({1, 1}, 2);
    document.title = document.description = document.source = "100 %s %n %d";
    document.sequence.edit()[0].edit().label = "%s%s%n";
    Driver user(document);
    for (const Page page : pages) {
        user.click("inspector/" + std::string(name_of(page)));
        for (const char* place : {"timeline/axis", "diagram/c[0]", "bar/title", "transport/place"})
            user.move_to(place);
    }
    EXPECT_EQ(user.shown("bar/title"), "100 %s %n %d");
    EXPECT_EQ(user.shown("transport/place"), "step 1 of 2  ·  %s%s%n");
    user.drag("diagram/x[0]", 30);
    user.press(ImGuiKey_N, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("dialog"), "Unsaved changes");
}

}  // namespace
}  // namespace lstm
