/// What is being typed counts: saving, opening and closing take it first.
#include "driver.h"
#include "sequences.h"

#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "platform/files.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace lstm {
namespace {

using testing::HasSubstr;

constexpr const char* weight = "weights/forget.W[0][0]";

/// A user who has opened a file of his own.
class BeingTyped : public testing::Test {
protected:
    BeingTyped() {
        save_file(file, write_scenario(sequence({2, 2}, 3)));
        user.application().open_file(file);
        user.frames(3);
    }
    [[nodiscard]] Document saved() const { return read_scenario(load_file(file), "the file"); }
    void type_a_number(const char* text) {
        user.double_click(weight);
        user.type(text);
    }

    TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "lesson.json";
    Driver user{"company-a"};
};

TEST_F(BeingTyped, ANumberIsSaved) {
    type_a_number("9");
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    user.frames(3);
    EXPECT_EQ(user.weight("forget.W"), 9);
    EXPECT_EQ(saved(), user.document());
    EXPECT_FALSE(user.session().unsaved());
    EXPECT_EQ(user.undo_name(), "change forget.W[0][0]");
}

TEST_F(BeingTyped, ANumberThatADigitOpenedIsSaved) {
    user.click(weight);
    user.press(ImGuiKey_Tab);
    const std::string next = user.view().input.focus.id;
    ImGui::GetIO().AddInputCharacter('7');
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_S, true);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_S, false);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
    user.frames(12);
    EXPECT_EQ(user.shown(next), "7");
    EXPECT_EQ(saved(), user.document());
    EXPECT_TRUE(user.history().can_undo());
}

TEST_F(BeingTyped, WordsAreSaved) {
    for (const char* field : {"about/title", "about/description", "about/source"}) {
        user.click("inspector/about");
        user.click(field);
        user.press(ImGuiKey_A, ImGuiMod_Ctrl);
        user.type("Typed just now");
        user.press(ImGuiKey_S, ImGuiMod_Ctrl);
        user.frames(5);
        EXPECT_EQ(user.shown(field), "Typed just now");
        EXPECT_EQ(saved(), user.document()) << field;
        EXPECT_FALSE(user.session().unsaved()) << field;
    }
    EXPECT_EQ(saved().title, "Typed just now");
    EXPECT_EQ(saved().description, "Typed just now");
    EXPECT_EQ(saved().source, "Typed just now");
}

TEST_F(BeingTyped, ALabelIsSaved) {
    user.click("inspector/inputs");
    user.click("inputs/2/label");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("Tuesday");
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    user.frames(5);
    EXPECT_EQ(saved().step(2).label, "Tuesday");
}

TEST_F(BeingTyped, IsAskedAboutBeforeTheWindowCloses) {
    type_a_number("9");
    user.application().ask_to_close();
    user.frames(5);
    EXPECT_FALSE(user.application().closed());
    ASSERT_EQ(user.shown("dialog"), "Unsaved changes");
    user.click("unsaved/save");
    EXPECT_TRUE(user.application().closed());
    EXPECT_EQ(saved().network.parameters, user.document().network.parameters);
}

TEST_F(BeingTyped, IsAskedAboutBeforeAnotherDocument) {
    type_a_number("9");
    user.press(ImGuiKey_N, ImGuiMod_Ctrl);
    user.frames(5);
    EXPECT_EQ(user.weight("forget.W"), 9);
    EXPECT_EQ(user.shown("dialog"), "Unsaved changes");
}

TEST_F(BeingTyped, IsTakenBeforeAFileIsChosen) {
    struct Case {
        ImGuiKey key;
        ImGuiKeyChord modifiers;
        const char* dialog;
    };
    int value = 2;
    for (const auto& [key, modifiers, dialog] :
         {Case{ImGuiKey_S, ImGuiMod_Ctrl | ImGuiMod_Shift, "Save the scenario"},
          Case{ImGuiKey_O, ImGuiMod_Ctrl, "Open a scenario"},
          Case{ImGuiKey_E, ImGuiMod_Ctrl, "Export"}}) {
        type_a_number(std::to_string(++value).c_str());
        user.press(key, modifiers);
        user.frames(5);
        EXPECT_EQ(user.weight("forget.W"), value) << dialog;
        EXPECT_EQ(user.shown("dialog"), dialog);
        user.press(ImGuiKey_Escape);
    }
}

TEST_F(BeingTyped, NoNumberKeepsTheWindowAndIsSaidSo) {
    const Document before = user.document();
    type_a_number("1.2.3");
    user.application().ask_to_close();
    user.frames(5);
    EXPECT_FALSE(user.application().closed());
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_EQ(user.shown(weight), "1.2.3");
    EXPECT_THAT(user.shown("notice"), HasSubstr("“1.2.3” is no number"));
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown(weight), "1.2.3");
    EXPECT_EQ(user.document(), before);

    user.press(ImGuiKey_Escape);
    user.application().ask_to_close();
    user.frames(2);
    EXPECT_TRUE(user.application().closed());
}

}  // namespace
}  // namespace lstm
