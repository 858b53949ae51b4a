/// Text that is fit to be shown.
#include "platform/text.h"

#include <gtest/gtest.h>

namespace lstm {
namespace {

TEST(Text, GoesOnOneLineWithEscapes) {
    EXPECT_EQ(on_one_line("plain σ text"), "plain σ text");
    EXPECT_EQ(on_one_line("a\nb\tc\rd\x1b[0m"), "a\\nb\\tc\\x0dd\\x1b[0m");
    EXPECT_EQ(on_one_line("\x7f\u0085\u2028"), "\\x7f\\u0085\\u2028");
    EXPECT_EQ(on_one_line("\xff\xc3"), "\\xff\\xc3");
}

TEST(Text, ShowsTheSignsThatTurnTheDirectionOfWriting) {
    EXPECT_EQ(on_one_line("\u202e\u202d\u2066\u2069\u200e\u200f\u061c"),
              "\\u202e\\u202d\\u2066\\u2069\\u200e\\u200f\\u061c");
    // What stands beside them is a letter like others.
    EXPECT_EQ(on_one_line("\u200d\u2010\u2027\u202f\u2065\u206a"),
              "\u200d\u2010\u2027\u202f\u2065\u206a");
}

TEST(Text, IsCutBetweenCharacters) {
    EXPECT_EQ(on_one_line("ééé", 3), "ééé");
    EXPECT_EQ(on_one_line("éééé", 3), "ééé…");
}

TEST(Text, KnowsWhatUtf8Is) {
    for (const char* good :
         {"a", "é", "σ", "\U0001f4d3", "\u0800", "\U00010000", "\ud7ff", "\U0010ffff"})
        EXPECT_EQ(character_length(good, 0), std::string(good).size()) << good;
    for (const char* bad : {"\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
                            "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "\xc3", "\xe2\x82"})
        EXPECT_EQ(character_length(bad, 0), 0U) << on_one_line(bad);
}

TEST(Text, BecomesUtf8) {
    EXPECT_EQ(valid_utf8("a\xff\xc3z"), "a\ufffd\ufffdz");
    EXPECT_EQ(valid_utf8("σ"), "σ");
}

TEST(Text, IsAsWideAsItsCharacters) {
    EXPECT_EQ(columns("h₋ = σ"), 6U);
    EXPECT_EQ(columns("c̃"), 1U);
}

TEST(Text, HasLinesAndColumns) {
    EXPECT_EQ(line_and_column("ab\ncd", 0), "line 1, column 1");
    EXPECT_EQ(line_and_column("ab\ncd", 4), "line 2, column 2");
    EXPECT_EQ(line_and_column("é\néx", 5), "line 2, column 2");
    EXPECT_EQ(line_and_column("ab\n", 3), "line 2, column 1");
}

}  // namespace
}  // namespace lstm
