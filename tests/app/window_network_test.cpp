/// The network itself: its sizes, random weights, and units to choose from.
#include "drawn_text.h"
#include "driver.h"
#include "sequences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

constexpr const char* more_inputs = "weights/input_size/more";
constexpr const char* fewer_inputs = "weights/input_size/less";
constexpr const char* more_units = "weights/hidden_size/more";
constexpr const char* fewer_units = "weights/hidden_size/less";

void undo(Driver& user) {
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
}

TEST(Sizes, GrowWithZerosBesideWhatWasThere) {
    Driver user("gomez");  // 2 inputs, 1 unit
    const Document before = user.document();
    user.click(more_units);
    EXPECT_EQ(user.shown("weights/hidden_size"), "2");
    EXPECT_EQ(user.document().sizes(), (Sizes{2, 2}));
    for (const std::string gate : {"forget", "input", "candidate", "output"}) {
        const Matrix& W = *before.network.parameters[before.cell().find_parameter(gate, "W")];
        for (const int column : {0, 1}) {
            EXPECT_EQ(user.weight(gate + ".W", 0, column), W(0, column)) << gate;
            EXPECT_EQ(user.weight(gate + ".W", 1, column), 0) << gate;
        }
    }
    EXPECT_EQ(user.shown("weights/forget.W[1][1]"), "0");
    EXPECT_EQ(user.shown("notebook/forget.value[1]"), "0.500");  // σ(0)
    EXPECT_EQ(user.document().initial[1].size(), 2);

    user.click(more_inputs);
    EXPECT_EQ(user.shown("weights/input_size"), "3");
    EXPECT_EQ(user.document().step(2).x[0], before.step(2).x[0]);
    EXPECT_EQ(user.document().step(2).x[2], 0);
    user.click("inspector/inputs");
    EXPECT_EQ(user.shown("inputs/x[2]@1"), "0");
}

TEST(Sizes, SayWhatTheyCost) {
    Driver user(sequence({2, 8}, 1000));
    user.move_to(more_units);
    user.frames(60);
    std::string tooltip;
    for (const Letter& letter : drawn_text())
        if (std::string(letter.window).starts_with("##Tooltip"))
            tooltip += static_cast<char>(letter.character);
    // About 23 quantities of 9 numbers, in groups, and as many gradients.
    EXPECT_THAT(tooltip, testing::MatchesRegex("More:1000stepstake[345].[0-9]MBofmemory"));
}

TEST(Sizes, GrowWithoutChangingWhatWasComputed) {
    Driver user("gomez");
    const double h = user.value("h", 0, 2);
    user.click(more_units);
    user.click(more_inputs);
    EXPECT_EQ(user.value("h", 0, 2), h);
}

TEST(Sizes, ShrinkToWhatStillFits) {
    Driver user("ai-by-hand");  // 3 inputs, 2 units
    const Document before = user.document();
    user.click("notebook/1");
    ASSERT_EQ(user.view().cursor.unit, 1);
    user.click(fewer_units);
    user.click(fewer_inputs);
    EXPECT_EQ(user.document().sizes(), (Sizes{2, 1}));
    EXPECT_EQ(user.view().cursor.unit, 0);
    EXPECT_EQ(user.document().network.parameters[0]->coeff(0, 1),
              before.network.parameters[0]->coeff(0, 1));
    EXPECT_FALSE(user.sees("weights/forget.W[0][2]"));
    EXPECT_FALSE(user.sees("notebook/c[1]"));
    for (const Expectation& expectation : *user.document().expectations)
        EXPECT_EQ(expectation.element, 0);

    EXPECT_EQ(user.undo_name(), "change the sizes");
    undo(user);
    undo(user);
    EXPECT_EQ(user.document(), before);
    EXPECT_EQ(user.session().verdicts().size(), before.expectations->size());
}

TEST(Sizes, StopAtOne) {
    Driver user("company-a");
    user.click(fewer_units);
    user.click(fewer_inputs);
    EXPECT_EQ(user.document().sizes(), (Sizes{1, 1}));
    EXPECT_FALSE(user.history().can_undo());
}

TEST(Sizes, StopAtTheLimitOfTheFormat) {
    Document document = sequence({max_size - 1, 1}, 1);
    Driver user(document);
    user.click(more_inputs);
    EXPECT_EQ(user.document().sizes().input, max_size);
    user.click(more_inputs);
    EXPECT_EQ(user.document().sizes().input, max_size);
    EXPECT_EQ(user.view().dialogs.open, Dialog::closed);
}

TEST(Sizes, ThatGrowAndShrinkAgainAreTwoChanges) {
    Driver user("company-a");
    user.click(more_units);
    user.click(fewer_units);
    EXPECT_EQ(user.document(), user.session().original());
    undo(user);
    EXPECT_EQ(user.document().sizes().hidden, 2);
    undo(user);
    EXPECT_FALSE(user.history().can_undo());
}

TEST(RandomWeights, ComeFromTheSeedOnTheScreen) {
    Driver user("gomez");
    const Document before = user.document();
    EXPECT_EQ(user.shown("weights/seed"), "1");
    user.click("weights/randomise");
    const Network first = user.document().network;
    EXPECT_EQ(first, randomised(before.network, 1));
    EXPECT_EQ(user.undo_name(), "randomise the weights");
    EXPECT_EQ(user.shown("weights/forget.b[0]"), "1");

    user.click("weights/randomise");  // the same seed gives the same weights: nothing changed
    EXPECT_EQ(user.document().network, first);

    user.double_click("weights/seed");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("18446744073709551615");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.shown("weights/seed"), "18446744073709551615");
    user.click("weights/randomise");
    EXPECT_EQ(user.document().network, randomised(before.network, 18446744073709551615U));
    EXPECT_NE(user.document().network, first);

    undo(user);
    EXPECT_EQ(user.document().network, first);
    undo(user);
    EXPECT_EQ(user.document(), before);
}

TEST(Units, AreChosenInTheNotebookAndShownInTheDiagram) {
    Driver user(sequence({2, 3}, 4));
    for (const int unit : {2, 0, 1}) {
        const std::string name = "[" + std::to_string(unit) + "]";
        user.click("notebook/" + std::to_string(unit));
        EXPECT_EQ(user.view().cursor.unit, unit);
        EXPECT_EQ(user.shown("diagram/unit"), std::to_string(unit));
        EXPECT_EQ(user.shown("diagram/c" + name), user.shown("notebook/c" + name));
        EXPECT_EQ(user.shown("diagram/forget.value" + name),
                  user.shown("notebook/forget.value" + name));
    }
    EXPECT_FALSE(user.sees("diagram/c[0]"));
}

TEST(Units, AreLeafedThroughInTheDiagram) {
    Driver user(sequence({1, 3}, 1));
    user.click("diagram/unit/less");
    EXPECT_EQ(user.view().cursor.unit, 0);
    for (const int unit : {1, 2, 2}) {
        user.click("diagram/unit/more");
        EXPECT_EQ(user.view().cursor.unit, unit);
        EXPECT_TRUE(user.sees("diagram/h[" + std::to_string(unit) + "]"));
    }
}

TEST(Units, EachHasItsOwnNumbers) {
    const Driver user(sequence({2, 4}, 2));
    for (int unit = 0; unit < 4; ++unit) {
        char text[32];
        std::snprintf(text, sizeof text, "%.3f", std::abs(user.value("h", unit, 1)));
        const std::string sign = user.value("h", unit, 1) < 0 ? "−" : "";
        EXPECT_EQ(user.shown("notebook/h[" + std::to_string(unit) + "]"), sign + text);
    }
}

}  // namespace
}  // namespace lstm
