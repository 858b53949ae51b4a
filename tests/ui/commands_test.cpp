/// The table of commands and the words it needs.
#include "ui/commands/command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <imgui.h>

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace lstm {
namespace {

using ::testing::HasSubstr;

/// Dear ImGui, which has the names of keys.
class Commands : public testing::Test {
protected:
    Commands() { ImGui::GetIO().IniFilename = nullptr; }  // nothing is left behind
    ~Commands() override { ImGui::DestroyContext(gui_); }

private:
    ImGuiContext* gui_ = ImGui::CreateContext();
};

TEST_F(Commands, HaveNamesOfTheirOwn) {
    std::set<std::string_view> seen;
    for (const Command& each : commands()) EXPECT_TRUE(seen.insert(each.id).second) << each.id;
}

TEST_F(Commands, ShareNoKey) {
    for (const Keyboard keyboard : {Keyboard::desktop, Keyboard::browser}) {
        std::map<std::tuple<int, bool, bool>, std::string_view> owner;
        for (const Command& each : commands())
            for (const KeyChord& chord : each.keys_in(keyboard)) {
                const auto [at, is_new] =
                    owner.try_emplace({chord.key, chord.control, chord.shift}, each.id);
                EXPECT_TRUE(is_new) << each.id << " and " << at->second;
            }
    }
}

TEST_F(Commands, LeaveABrowserTheKeysThatItKeeps) {
    for (const Command& each : commands())
        for (const KeyChord& chord : each.keys_in(Keyboard::browser)) {
            const bool kept =
                chord.control && (chord.key == ImGuiKey_N || chord.key == ImGuiKey_T ||
                                  chord.key == ImGuiKey_W || chord.key == ImGuiKey_R);
            EXPECT_FALSE(kept || chord.key == ImGuiKey_F5 || chord.key == ImGuiKey_F12) << each.id;
        }
}

TEST_F(Commands, HaveALabelAndHelpInEveryLanguage) {
    for (const Language language : languages())
        for (const Command& each : commands())
            for (const char* what : {".label", ".help"}) {
                const std::string key = "command." + std::string(each.id) + what;
                EXPECT_NE(Words(language)(key), key) << name_of(language);
            }
}

TEST_F(Commands, AreListedInTheReadmeAsTheTableHasThem) {
    std::ifstream file(std::string(LSTM_SOURCE_DIR) + "/README.md");
    const std::string readme{std::istreambuf_iterator<char>(file), {}};
    EXPECT_THAT(readme, HasSubstr(key_table(Words(Language::english))))
        << "the list of keys in README.md is not that of src/ui/commands/commands.cpp";
}

TEST_F(Commands, TellTheirKeysInTheLanguageOfTheWindow) {
    const auto told = [](const char* id, const char* language = "en",
                         Keyboard keyboard = Keyboard::desktop) {
        return keys_in_words(command(id), keyboard, Words(*language_named(language)));
    };
    EXPECT_EQ(told("save_as"), "Ctrl+Shift+S");
    EXPECT_EQ(told("save_as", "de"), "Strg+Umschalt+S");
    EXPECT_EQ(told("redo"), "Ctrl+Y or Ctrl+Shift+Z");
    EXPECT_EQ(told("reset"), "");
    EXPECT_EQ(told("new"), "Ctrl+N");
    EXPECT_EQ(told("new", "en", Keyboard::browser), "N");
}

}  // namespace
}  // namespace lstm
