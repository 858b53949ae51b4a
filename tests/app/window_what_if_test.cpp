/// What if: holding a gate with the mouse and by keys, and where it is marked.
#include "driver.h"
#include "sequences.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lstm {
namespace {

const std::vector<Clamp>& clamps(const Driver& user) {
    return *user.document().clamps;
}

/// Company B with its forget gate held at 1 for the whole run.
void hold_the_forget_gate(Driver& user) {
    user.click("inspector/what-if");
    user.click("what_if/hold");
}

TEST(WhatIf, HoldsTheForgetGateOpenWithTwoClicks) {
    Driver user("company-b");
    hold_the_forget_gate(user);
    const QuantityId forget = user.document().cell().at("forget.value");
    ASSERT_EQ(clamps(user).size(), 1U);
    EXPECT_EQ(clamps(user)[0], (Clamp{forget, {}, 1, 4, 1}));
    EXPECT_EQ(user.shown("what_if/sentence"),
              "Forget gate held at 1 for steps 1–4: nothing is struck out.");
    for (int t = 1; t <= 4; ++t) {
        EXPECT_EQ(user.value("forget.value", 0, t), 1);
        EXPECT_EQ(user.value("c", 0, t), user.value("c_prev", 0, t) + user.value("written", 0, t));
    }
}

TEST(WhatIf, HoldsWhatIsChosen) {
    Driver user("ai-by-hand");  // 2 units, 4 steps
    user.click("inspector/what-if");
    user.click("what_if/candidate");
    user.click("what_if/one_unit");
    user.click("what_if/unit/more");
    user.click("what_if/from/more");
    user.click("what_if/to/less");
    user.click("what_if/value/-1");
    EXPECT_EQ(user.shown("what_if/sentence"),
              "Candidate of unit 1 held at −1 for steps 2–3: the idea is always −1.");
    user.click("what_if/hold");
    const QuantityId candidate = user.document().cell().at("candidate.value");
    ASSERT_EQ(clamps(user).size(), 1U);
    EXPECT_EQ(clamps(user)[0], (Clamp{candidate, 1, 2, 3, -1}));
    EXPECT_EQ(user.value("candidate.value", 1, 2), -1);
    EXPECT_NE(user.value("candidate.value", 0, 2), -1);
    EXPECT_NE(user.value("candidate.value", 1, 4), -1);
}

TEST(WhatIf, TakesItsStepsFromTheSelectedOne) {
    Driver user("company-b");
    user.click("inspector/what-if");
    user.click("transport/next");
    user.click("what_if/from_here");
    user.click("transport/next");
    user.click("what_if/to_here");
    user.click("what_if/hold");
    EXPECT_EQ(clamps(user)[0].from, 2);
    EXPECT_EQ(clamps(user)[0].to, 3);
    user.click("what_if/whole_run");
    EXPECT_EQ(clamps(user)[0].from, 1);
    EXPECT_EQ(clamps(user)[0].to, 4);
}

TEST(WhatIf, SlidesTheValueAsOneUndo) {
    Driver user("company-b");
    hold_the_forget_gate(user);
    const float width = user.region("what_if/value").max.x - user.region("what_if/value").min.x;
    user.hold("what_if/value");  // in the middle
    EXPECT_DOUBLE_EQ(clamps(user)[0].value, 0.5);
    for (int k = 0; k < 5; ++k) user.move_by(-width / 20);
    user.let_go();
    EXPECT_NEAR(clamps(user)[0].value, 0.25, 0.011);
    EXPECT_EQ(user.value("forget.value", 0, 2), clamps(user)[0].value);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(clamps(user)[0].value, 1);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_TRUE(clamps(user).empty());
}

TEST(WhatIf, SaysWhatEachGateThenDoes) {
    Driver user("company-b");
    user.click("inspector/what-if");
    const auto sentence = [&](const char* gate, const char* value) {
        user.click(std::string("what_if/") + gate);
        user.click(std::string("what_if/value/") + value);
        const std::string text = user.shown("what_if/sentence");
        return text.substr(text.find(": ") + 2);
    };
    EXPECT_EQ(sentence("forget", "0"), "all that was written before is struck out.");
    EXPECT_EQ(sentence("input", "1"), "every idea is written down in full.");
    EXPECT_EQ(sentence("input", "0"), "nothing new is written.");
    EXPECT_EQ(sentence("candidate", "0"), "there is no idea to write down.");
    EXPECT_EQ(sentence("output", "1"), "all of tanh c is spoken.");
    EXPECT_EQ(sentence("output", "0"), "nothing is spoken, and h is 0.");
}

TEST(WhatIf, ListsWhatIsHeldAndLetsGo) {
    Driver user("company-b");
    hold_the_forget_gate(user);
    user.click("what_if/new");
    user.click("what_if/output");
    user.click("what_if/value/0");
    user.click("what_if/hold");
    ASSERT_EQ(clamps(user).size(), 2U);
    EXPECT_EQ(user.shown("what_if/force/0"), "forget gate held at 1 for steps 1–4");
    EXPECT_EQ(user.shown("what_if/force/1"), "output gate held at 0 for steps 1–4");
    user.click("what_if/force/0");  // to change it
    user.click("what_if/value/0");
    EXPECT_EQ(clamps(user)[0].value, 0);
    EXPECT_EQ(clamps(user).size(), 2U);
    user.click("what_if/force/0/remove");
    ASSERT_EQ(clamps(user).size(), 1U);
    EXPECT_EQ(user.shown("what_if/force/0"), "output gate held at 0 for steps 1–4");
    user.click("what_if/force/0/remove");
    EXPECT_TRUE(clamps(user).empty());
    EXPECT_FALSE(user.sees("what_if/force/0"));
}

TEST(WhatIf, IsMarkedWhereTheGateStands) {
    Driver user("company-b");
    hold_the_forget_gate(user);
    user.click("what_if/from/more");
    for (const std::string panel : {"diagram/", "notebook/"}) {
        EXPECT_FALSE(user.sees(panel + "forget.value[0]/held")) << panel;
    }
    user.press(ImGuiKey_RightArrow);
    for (const std::string panel : {"diagram/", "notebook/"}) {
        EXPECT_TRUE(user.sees(panel + "forget.value[0]/held")) << panel;
        EXPECT_FALSE(user.sees(panel + "input.value[0]/held")) << panel;
        EXPECT_EQ(user.shown(panel + "forget.value[0]"), "1.000");
    }
}

/// Expects the band of the first thing held to cover the column of step `t`, and no more.
void expect_band_at(Driver& user, int t) {
    while (user.view().cursor.t < t) user.press(ImGuiKey_RightArrow);
    const Region& band = user.region("timeline/held/0");
    const Region& column = user.region("timeline/cursor");
    EXPECT_NEAR(band.min.x, column.min.x, 0.01);
    EXPECT_NEAR(band.max.x, column.max.x, 0.01);
}

TEST(WhatIf, IsABandOverItsStepsAlone) {
    for (const int units : {1, 20}) {  // as curves, and as heat maps
        for (int t = 1; t <= 4; ++t) {
            Document document = sequence({1, units}, 4);
            const QuantityId forget = document.cell().at("forget.value");
            document.clamps = std::vector<Clamp>{{forget, {}, t, t, 1}};
            Driver user(document);
            expect_band_at(user, t);
        }
    }
}

TEST(WhatIf, IsABandWithinThePartOfTheRunThatIsOnShow) {
    Document document = sequence({1, 1}, 40);
    const QuantityId forget = document.cell().at("forget.value");
    document.clamps = std::vector<Clamp>{{forget, {}, 1, 40, 1}, {forget, {}, 1, 1, 0}};
    Driver user(document);
    user.press(ImGuiKey_End);
    user.wheel("timeline/axis", 12);
    EXPECT_TRUE(user.inside("timeline/held/0", "timeline/axis"));
    EXPECT_FALSE(user.sees("timeline/held/1"));
}

TEST(WhatIf, FollowsWhenStepsAndUnitsGo) {
    Driver user(sequence({1, 3}, 4));
    user.click("inspector/what-if");
    user.click("what_if/one_unit");
    user.click("what_if/unit/more");
    user.click("what_if/unit/more");
    user.click("what_if/hold");
    EXPECT_EQ(clamps(user)[0].element, 2);
    user.click("inspector/inputs");
    user.click("inputs/delete");
    EXPECT_EQ(clamps(user)[0].to, 3);
    user.click("inspector/weights");
    user.click("weights/hidden_size/less");
    EXPECT_TRUE(clamps(user).empty());
    user.click("inspector/what-if");  // and the page still fits the document
    EXPECT_EQ(user.shown("what_if/to"), "3");
    EXPECT_FALSE(user.sees("what_if/force/0"));
}

TEST(WhatIf, StartsAnewWithAnotherDocument) {
    Driver user("company-b");
    hold_the_forget_gate(user);
    user.click("bar/new");
    user.click("unsaved/discard");
    EXPECT_TRUE(clamps(user).empty());
    EXPECT_EQ(user.shown("what_if/to"), "3");
    EXPECT_TRUE(user.sees("what_if/hold"));
}

TEST(WhatIf, HasNothingToHoldWhereThereIsNoStep) {
    Driver user(sequence({1, 1}, 0));
    user.click("inspector/what-if");
    EXPECT_FALSE(user.sees("what_if/hold"));
    EXPECT_TRUE(user.sees("what_if/pin"));
}

}  // namespace
}  // namespace lstm
