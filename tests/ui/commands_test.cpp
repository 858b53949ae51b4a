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
    std::map<std::tuple<int, bool, bool>, std::string_view> owner;
    for (const Command& each : commands())
        for (const KeyChord& chord : each.keys) {
            const auto [at, is_new] =
                owner.try_emplace({chord.key, chord.control, chord.shift}, each.id);
            EXPECT_TRUE(is_new) << each.id << " and " << at->second;
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
    EXPECT_EQ(keys_in_words(command("save_as"), Words(Language::english)), "Ctrl+Shift+S");
    EXPECT_EQ(keys_in_words(command("save_as"), Words(*language_named("de"))), "Strg+Umschalt+S");
    EXPECT_EQ(keys_in_words(command("redo"), Words(Language::english)), "Ctrl+Y or Ctrl+Shift+Z");
    EXPECT_EQ(keys_in_words(command("reset"), Words(Language::english)), "");
}

}  // namespace
}  // namespace lstm
