/// The themes: can everything be read, and told apart by every kind of eye?
#include "ui/look/theme.h"

#include "colour.h"
#include "ui/inspector/gradient_flow_look.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace lstm {
namespace {

/// WCAG 2.1, success criterion 1.4.3, for text of any size.
constexpr double readable = 4.5;
/// CIEDE2000: a difference of about 1 can just be noticed side by side; five times the 2.3 at which
/// most see it, rounded up, is told apart across a plot.
constexpr double told_apart = 12;

struct Named {
    std::string name;
    ImVec4 colour;
};

class EveryTheme : public testing::TestWithParam<ThemeName> {
protected:
    EveryTheme() { theme_.palette = &p_; }

    [[nodiscard]] std::vector<Named> gates() const {
        return {{"forget", p_.forget},
                {"input", p_.input},
                {"candidate", p_.candidate},
                {"output", p_.output}};
    }
    /// What is written on a card, and on a control.
    [[nodiscard]] std::vector<Named> texts() const {
        std::vector<Named> texts = gates();
        for (const Named& text :
             {Named{"ink", p_.ink}, Named{"muted", p_.muted}, Named{"accent", p_.accent},
              Named{"good", p_.good}, Named{"bad", p_.bad}, Named{"memory", p_.memory},
              Named{"hidden state", p_.hidden_state}})
            texts.push_back(text);
        return texts;
    }
    void expect_readable(const std::vector<Named>& texts, const Named& paper) const {
        for (const Named& text : texts)
            EXPECT_GE(contrast(text.colour, paper.colour), readable)
                << text.name << " on " << paper.name;
    }

    const Palette& p_ = palette_of(GetParam());
    Theme theme_;
};

TEST_P(EveryTheme, CanBeReadOnEveryPaper) {
    for (const Named& paper : {Named{"desk", p_.desk}, Named{"paper", p_.paper},
                               Named{"sunken", p_.sunken}, Named{"accent_soft", p_.accent_soft}})
        expect_readable(texts(), paper);
}

TEST_P(EveryTheme, CanBeReadOnTheEndsOfTheDivergingScale) {
    for (const double value : {-1.0, -0.5, 0.5, 1.0})
        expect_readable({{"ink", p_.ink}, {"memory", p_.memory}, {"hidden state", p_.hidden_state}},
                        {"a cell of " + std::to_string(value), theme_.signed_colour(value, 1)});
}

TEST_P(EveryTheme, CanBeReadInABoxThatIsLit) {
    for (const Named& gate : gates()) {
        const ImVec4 lit = blended(p_.paper, gate.colour, 0.12F);
        expect_readable({gate, {"ink", p_.ink}, {"muted", p_.muted}}, {gate.name + "'s box", lit});
    }
}

TEST_P(EveryTheme, CanBeReadUnderTheReadersMark) {
    for (const float strength : {0.25F, 0.5F, 1.0F})
        expect_readable({{"ink", p_.ink}}, {"the mark", blended(p_.paper, p_.highlight, strength)});
}

TEST_P(EveryTheme, TellsTheGatesApartForEveryKindOfEye) {
    const std::vector<Named> all = gates();
    for (const Eye eye : {Eye::usual, Eye::protanope, Eye::deuteranope})
        for (std::size_t a = 0; a < all.size(); ++a)
            for (std::size_t b = a + 1; b < all.size(); ++b)
                EXPECT_GE(difference(all[a].colour, all[b].colour, eye), told_apart)
                    << all[a].name << " and " << all[b].name << " to the " << name_of(eye)
                    << " eye";
}

TEST_P(EveryTheme, TellsTheCurvesOfTheGradientFlowApart) {
    using namespace gradient_flow_look;
    const std::vector<std::pair<std::string, CurveLook>> curves{{"cell state", cell_state},
                                                                {"hidden state", hidden_state},
                                                                {"forget product", forget_product},
                                                                {"plain RNN", plain_rnn}};
    for (std::size_t a = 0; a < curves.size(); ++a)
        for (std::size_t b = a + 1; b < curves.size(); ++b) {
            const CurveLook& one = curves[a].second;
            const CurveLook& other = curves[b].second;
            EXPECT_GE(difference(p_.*one.ink, p_.*other.ink, Eye::usual), told_apart)
                << curves[a].first << " and " << curves[b].first;
            EXPECT_GE(std::abs(one.dash - other.dash), 2)  // for eyes that see fewer colours
                << curves[a].first << " and " << curves[b].first;
        }
}

TEST_P(EveryTheme, TellsTheGatesApartWithoutColour) {
    const std::array marks{p_.forget_mark, p_.input_mark, p_.candidate_mark, p_.output_mark};
    for (std::size_t a = 0; a < marks.size(); ++a)
        for (std::size_t b = a + 1; b < marks.size(); ++b)
            EXPECT_NE(marks[a].shape, marks[b].shape);
}

TEST_P(EveryTheme, TellsSignsApartForEveryKindOfEye) {
    for (const Eye eye : {Eye::usual, Eye::protanope, Eye::deuteranope})
        EXPECT_GE(difference(p_.negative, p_.positive, eye), told_apart) << name_of(eye);
}

TEST_P(EveryTheme, ShowsBarsLinesAndTheFocusOnItsPaper) {
    // WCAG 2.1, success criterion 1.4.11: what has to be seen but is no text.
    constexpr double seen = 3;
    for (const Named& mark : {Named{"accent", p_.accent}, Named{"negative", p_.negative},
                              Named{"positive", p_.positive}})
        for (const ImVec4& paper : {p_.paper, p_.sunken})
            EXPECT_GE(contrast(mark.colour, paper), seen) << mark.name;
    for (const Named& gate : gates())
        EXPECT_GE(contrast(gate.colour, p_.sunken), seen) << gate.name;
    EXPECT_GE(contrast(p_.accent, p_.desk), seen);
}

INSTANTIATE_TEST_SUITE_P(Themes, EveryTheme, testing::ValuesIn(theme_names),
                         [](const auto& test) { return std::string(name_of(test.param)); });

TEST(ThemeForPrint, LaysNoTonerOnThePaper) {
    const Palette& p = palette_of(ThemeName::print);
    for (const ImVec4& paper : {p.desk, p.paper, p.sunken, p.accent_soft})
        EXPECT_EQ(packed(paper), IM_COL32_WHITE);
    Theme theme;
    theme.palette = &p;
    for (const double value : {-1.0, 1.0})
        EXPECT_EQ(packed(theme.signed_colour(value, 1)), IM_COL32_WHITE);
    EXPECT_EQ(packed(p.ink), IM_COL32_BLACK);
}

TEST(Themes, AreCalledByTheirNames) {
    for (const ThemeName theme : theme_names) EXPECT_EQ(theme_named(name_of(theme)), theme);
    EXPECT_EQ(theme_named("neon"), std::nullopt);
}

// The instruments themselves, held against published values.

TEST(Contrast, IsWcags) {
    EXPECT_NEAR(contrast({0, 0, 0, 1}, {1, 1, 1, 1}), 21, 1e-9);
    const float grey =
        0x76 / 255.0F;  // the lightest grey that passes on white, by WebAIM's table: 4.54
    EXPECT_NEAR(contrast({grey, grey, grey, 1}, {1, 1, 1, 1}), 4.54, 0.005);
}

TEST(Ciede2000, IsSharmasInHisOwnExamples) {
    // G. Sharma, W. Wu, E. N. Dalal 2005, "The CIEDE2000 color-difference formula", table 1: pairs
    // 1, 7, 9, 13, 17, 25 and 34.
    EXPECT_NEAR(ciede2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}), 2.0425, 5e-5);
    EXPECT_NEAR(ciede2000({50, 0, 0}, {50, -1, 2}), 2.3669, 5e-5);
    EXPECT_NEAR(ciede2000({50, 2.49, -0.001}, {50, -2.49, 0.0009}), 7.1792, 5e-5);
    EXPECT_NEAR(ciede2000({50, -0.001, 2.49}, {50, 0.0009, -2.49}), 4.8045, 5e-5);
    EXPECT_NEAR(ciede2000({50, 2.5, 0}, {73, 25, -18}), 27.1492, 5e-5);
    EXPECT_NEAR(ciede2000({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}), 1.2644,
                5e-5);
    EXPECT_NEAR(ciede2000({2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}), 0.9082, 5e-5);
}

TEST(Eyes, SeeGreysAsTheyAre) {
    const ImVec4 grey{0.5F, 0.5F, 0.5F, 1};
    for (const Eye eye : {Eye::protanope, Eye::deuteranope})
        EXPECT_LT(difference(seen_by(eye, grey), grey, Eye::usual), 1);
}

}  // namespace
}  // namespace lstm
