/// Words: their sentences, and that the code asks for none that is not there.
#include "ui/words/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

namespace lstm {
namespace {

/// The names of the holes of `text`.
std::set<std::string> holes_of(std::string_view text) {
    std::set<std::string> holes;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        holes.emplace(text.substr(at + 1, text.find('}', at) - at - 1));
    return holes;
}

/// All sources of the window, as one text.
std::string sources() {
    std::string all;
    for (const char* room : {"/src/ui", "/src/app"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(
                 std::string(LSTM_SOURCE_DIR) + room)) {
            if (entry.path().extension() != ".cpp") continue;
            std::ifstream file(entry.path());
            all.append(std::istreambuf_iterator<char>(file), {});
        }
    return all;
}

TEST(Words, FillHolesByName) {
    EXPECT_EQ(Words(Language::english)("command.undo.help_of", {{"edit", "a weight"}}),
              "Undo: a weight");
    EXPECT_EQ(Words(Language::german)("command.undo.help_of", {{"edit", "a weight"}}),
              "Rückgängig machen: a weight");
}

TEST(Words, LeaveAHoleThatNobodyFillsInSight) {
    EXPECT_EQ(Words(Language::english)("command.undo.help_of"), "Undo: {edit}");
}

TEST(Words, SayInEnglishWhatALanguageLacks) {
    EXPECT_EQ(Words(Language::german)("key.LeftArrow"), "←");
    EXPECT_EQ(Words(Language::german)("no such key"), "no such key");
}

TEST(Words, HaveEachKeyOnceInALanguage) {
    for (const Language language : languages) {
        std::set<std::string_view> seen;
        for (const Sentence& each : sentences_in(language))
            EXPECT_TRUE(seen.insert(each.key).second) << name_of(language) << " " << each.key;
    }
}

TEST(Words, AreTranslatedFromSentencesThatThereAreWithTheSameHoles) {
    std::map<std::string_view, std::string_view> english;
    for (const Sentence& each : sentences_in(Language::english)) english[each.key] = each.text;
    for (const Language language : languages)
        for (const Sentence& each : sentences_in(language)) {
            ASSERT_TRUE(english.contains(each.key)) << name_of(language) << " " << each.key;
            EXPECT_EQ(holes_of(each.text), holes_of(english[each.key]))
                << name_of(language) << " " << each.key;
        }
}

TEST(Words, HaveWhateverTheCodeAsksFor) {
    const std::string code = sources();
    const std::regex call(R"re(\bwords\("([^"]+)")re");
    int asked = 0;
    for (std::sregex_iterator it(code.begin(), code.end(), call), end; it != end; ++it, ++asked)
        EXPECT_TRUE(Words(Language::english).has((*it)[1].str())) << (*it)[1];
    EXPECT_GT(asked, 10);
}

TEST(Languages, AreKnownByTheirNamesAndAsTheSystemSpellsThem) {
    EXPECT_EQ(language_named("de"), Language::german);
    EXPECT_EQ(language_named("de_AT.UTF-8"), Language::german);
    EXPECT_EQ(language_named("en_GB"), Language::english);
    EXPECT_EQ(language_named("fr_FR.UTF-8"), std::nullopt);
    EXPECT_EQ(language_named("C"), std::nullopt);
    EXPECT_EQ(language_named(""), std::nullopt);
    EXPECT_EQ(language_named("deutsch"), std::nullopt);
}

}  // namespace
}  // namespace lstm
