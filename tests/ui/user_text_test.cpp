/// Words are shortened and broken as if nobody minded how long that takes.
#include "ui/words/user_text.h"
#include "ui/widgets/widgets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <string>

namespace lstm {
namespace {

/// Dear ImGui's own font.
class SomeFont {
public:
    SomeFont() {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;  // nothing is left behind
        font_ = ImGui::GetIO().Fonts->AddFontDefault();
        ImGui::GetIO().Fonts->Build();
    }
    SomeFont(const SomeFont&) = delete;
    SomeFont& operator=(const SomeFont&) = delete;
    ~SomeFont() { ImGui::DestroyContext(); }

    ImFont* operator*() const { return font_; }

private:
    ImFont* font_;
};

std::string some_words() {
    return *rc::gen::container<std::string>(rc::gen::element('a', 'W', 'i', ' ', ' ', '.', '\n'));
}

RC_GTEST_PROP(Words, AreCutWhereTheNextCharacterWouldNotFit, ()) {
    const SomeFont font;
    std::string text = some_words();
    std::replace(text.begin(), text.end(), '\n', ' ');
    const auto width = static_cast<float>(*rc::gen::inRange(0, 200)) + 0.5F;
    const auto fits = [&](const std::string& some) { return text_size(*font, some).x <= width; };
    std::string expected = text;
    if (!fits(text)) {
        while (!expected.empty() && !fits(expected + "…")) expected.pop_back();
        expected += "…";
    }
    RC_ASSERT(elided(*font, text, width) == expected);
}

RC_GTEST_PROP(Words, AreBrokenWhereDearImGuiBreaksThem, ()) {
    const SomeFont font;
    const std::string text = some_words();
    const auto width = static_cast<float>(*rc::gen::inRange(20, 200));
    const auto lines = lines_of(*font, text, width, 1'000'000);
    const float line = (*font)->FontSize;
    const float height =
        (*font)->CalcTextSizeA(line, FLT_MAX, width, text.data(), text.data() + text.size()).y;
    RC_ASSERT(static_cast<float>(lines.size()) * line == (text.empty() ? 0 : height));
    // Nothing but blanks and ends of lines is gone.
    std::string put_together, expected = text;
    for (const std::string& each : lines) put_together += each;
    std::erase_if(put_together, [](char c) { return c == ' '; });
    std::erase_if(expected, [](char c) { return c == ' ' || c == '\n'; });
    RC_ASSERT(put_together == expected);
}

TEST(Words, OfFewerLinesEndInAnEllipsis) {
    const SomeFont font;
    const auto lines = lines_of(*font, "one two\nthree\nfour", 400, 2);
    EXPECT_THAT(lines, testing::ElementsAre("one two", "three…"));
    EXPECT_THAT(lines_of(*font, "one\ntwo", 400, 2), testing::ElementsAre("one", "two"));
    EXPECT_THAT(lines_of(*font, "", 400, 2), testing::IsEmpty());
}

TEST(Words, OnOneLineHaveNothingThatBreaksIt) {
    EXPECT_EQ(one_line("a\nb\tc\u2028d"), "a b c d");
    EXPECT_EQ(one_line("äöü", 2), "äö…");
    EXPECT_EQ(one_line("äöü", 3), "äöü");
    EXPECT_EQ(one_line(std::string(1000, 'x')).size(), 200 + std::string("…").size());
}

}  // namespace
}  // namespace lstm
