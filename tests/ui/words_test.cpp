/// Words: their sentences, and that the code asks for none that is not there.
#include "ui/words/words.h"

#include "ui/words/numbers.h"
#include "ui/words/phases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace lstm {
namespace {

const Language german = *language_named("de");

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
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::string(LSTM_SOURCE_DIR) + room)) {
            if (entry.path().extension() != ".cpp") continue;
            std::ifstream file(entry.path());
            all.append(std::istreambuf_iterator<char>(file), {});
        }
    return all;
}

TEST(Words, FillHolesByName) {
    EXPECT_EQ(Words(Language::english)("command.undo.help_of", {{"edit", "a weight"}}),
              "Undo: a weight");
    EXPECT_EQ(Words(german)("command.undo.help_of", {{"edit", "a weight"}}),
              "Rückgängig machen: a weight");
}

TEST(Words, LeaveAHoleThatNobodyFillsInSight) {
    EXPECT_EQ(Words(Language::english)("command.undo.help_of"), "Undo: {edit}");
}

TEST(Words, SayInEnglishWhatALanguageLacks) {
    EXPECT_EQ(Words(german)("key.LeftArrow"), "←");
    EXPECT_EQ(Words(german)("no such key"), "no such key");
}

TEST(Words, HaveEachKeyOnceInALanguage) {
    for (const Language language : languages()) {
        std::set<std::string_view> seen;
        for (const Sentence& each : sentences_in(language))
            EXPECT_TRUE(seen.insert(each.key).second) << name_of(language) << " " << each.key;
    }
}

TEST(Words, AreTranslatedFromSentencesThatThereAreWithTheSameHoles) {
    std::map<std::string_view, std::string_view> english;
    for (const Sentence& each : sentences_in(Language::english)) english[each.key] = each.text;
    for (const Language language : languages())
        for (const Sentence& each : sentences_in(language)) {
            ASSERT_TRUE(english.contains(each.key)) << name_of(language) << " " << each.key;
            EXPECT_EQ(holes_of(each.text), holes_of(english[each.key]))
                << name_of(language) << " " << each.key;
        }
}

/// All strings of `code` that could be a key or the beginning of one.
std::set<std::string> possible_keys(const std::string& code) {
    const std::regex literal(R"re("([a-z][A-Za-z0-9_.-]{3,})")re");
    std::set<std::string> found;
    for (std::sregex_iterator it(code.begin(), code.end(), literal), end; it != end; ++it)
        found.insert((*it)[1].str());
    return found;
}

/// "slot" of "slot.read"
std::string room_of(std::string_view key) {
    return std::string(key.substr(0, key.find('.')));
}

TEST(Words, HaveWhateverTheCodeAsksFor) {
    std::set<std::string> rooms;
    for (const Sentence& each : sentences_in(Language::english)) rooms.insert(room_of(each.key));
    const auto begins_one = [](const std::string& text) {
        return std::ranges::any_of(sentences_in(Language::english), [&](const Sentence& each) {
            return each.key.starts_with(text);
        });
    };
    int asked = 0;
    for (const std::string& text : possible_keys(sources())) {
        if (text.find('.') == std::string::npos || !rooms.contains(room_of(text))) continue;
        ++asked;
        EXPECT_TRUE(begins_one(text)) << text;
    }
    EXPECT_GT(asked, 300);
    const std::string code = sources();
    const std::regex call(R"re(\bwords\("([a-z_]+\.[^"]+)"[,)])re");
    for (std::sregex_iterator it(code.begin(), code.end(), call), end; it != end; ++it)
        EXPECT_TRUE(Words(Language::english).has((*it)[1].str())) << (*it)[1];
}

TEST(Words, HaveNothingThatNobodyAsksFor) {
    const std::set<std::string> texts = possible_keys(sources());
    for (const Sentence& each : sentences_in(Language::english))
        EXPECT_TRUE(std::ranges::any_of(texts, [&](const std::string& text) {
            return each.key.starts_with(text);
        })) << each.key;
}

/// What is said in the bar, in the phases and on the help page.
bool is_translated(std::string_view key) {
    const std::string room = room_of(key);
    return room == "command" || room == "phase" || room == "slot" || room == "help" ||
           room == "effect" || room == "refusal" || room == "edit" || room == "theme" ||
           room == "column";
}

TEST(German, SaysTheBarThePhasesAndTheHelp) {
    std::set<std::string_view> translated;
    for (const Sentence& each : sentences_in(german)) translated.insert(each.key);
    int asked = 0;
    std::vector<std::string_view> missing;
    for (const Sentence& each : sentences_in(Language::english)) {
        if (!is_translated(each.key)) continue;
        ++asked;
        if (!translated.contains(each.key)) missing.push_back(each.key);
    }
    // Whoever adds a command need not know German.
    EXPECT_LT(missing.size(), 0.1 * asked) << testing::PrintToString(missing);
}

TEST(Words, HaveASentenceForEveryPhaseOfEveryKindInEveryLanguage) {
    std::set<std::string> said;
    for (const Language language : languages()) {
        const Words words(language);
        for (const Cell* kind : cells())
            for (const bool readout : {false, true})
                for (const Phase phase : find_cell(kind->kind, readout)->phases()) {
                    const Cell& cell = *find_cell(kind->kind, readout);
                    for (const std::string& sentence : {sentence_about(words, cell, phase),
                                                        backward_sentence(words, cell, phase)}) {
                        EXPECT_TRUE(sentence.ends_with(".")) << sentence;
                        EXPECT_EQ(sentence.find_first_of("{}"), std::string::npos) << sentence;
                        EXPECT_FALSE(sentence.starts_with("phase.")) << sentence;
                        said.insert(sentence);
                    }
                }
    }
    EXPECT_GT(said.size(), 40);
}

TEST(Numbers, HaveTheDecimalSignOfTheLanguageWhileItSpeaks) {
    EXPECT_EQ(format_value(-1234.5, 2), "−1234.50");
    {
        const NumbersOf numbers(Words{german});
        EXPECT_EQ(format_value(-1234.5, 2), "−1234,50");
        EXPECT_EQ(format_exact(0.1), "0,1");
        EXPECT_EQ(format_significant(5.2e-7, 2), "5,2e−7");
        EXPECT_EQ(format_bytes(1'500), "1,5 kB");
        EXPECT_EQ(parse_value(format_plain(0.25)), 0.25);
        {
            const NumbersOf english_numbers(Words(Language::english));
            EXPECT_EQ(format_exact(0.1), "0.1");
        }
        EXPECT_EQ(format_exact(0.1), "0,1");
    }
    EXPECT_EQ(format_exact(0.1), "0.1");
}

TEST(Languages, AreKnownByTheirNamesAndAsTheSystemSpellsThem) {
    EXPECT_EQ(language_named("de"), german);
    EXPECT_EQ(language_named("de_AT.UTF-8"), german);
    EXPECT_EQ(language_named("en_GB"), Language::english);
    EXPECT_EQ(language_named("xx_XX.UTF-8"), std::nullopt);
    EXPECT_EQ(language_named("C"), std::nullopt);
    EXPECT_EQ(language_named(""), std::nullopt);
    EXPECT_EQ(language_named("deutsch"), std::nullopt);
}

}  // namespace
}  // namespace lstm
