/// Reaching and working everything with the keyboard alone.
#include "driver.h"
#include "sequences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace lstm {
namespace {

using testing::Contains;
using testing::IsSupersetOf;
using testing::Not;

/// Where Tab goes until it comes back to where it began.
std::vector<std::string> round(Driver& user, ImGuiKeyChord modifiers = ImGuiMod_None) {
    std::vector<std::string> places;
    for (int n = 0; n < 500; ++n) {
        user.press(ImGuiKey_Tab, modifiers);
        const std::string& id = user.view().input.focus.id;
        if (!places.empty() && id == places.front()) break;
        places.push_back(id);
    }
    return places;
}

/// Presses Tab until it is at `id`.
void tab_to(Driver& user, const std::string& id) {
    for (int n = 0; n < 500 && user.view().input.focus.id != id; ++n) user.press(ImGuiKey_Tab);
    ASSERT_EQ(user.view().input.focus.id, id);
}

/// Whether a region of this name is a control: something that a click on it works.
bool is_control(const std::string& id) {
    static const std::set<std::string> panels{"bar",    "inspector", "transport", "weights",
                                              "inputs", "published", "about"};
    static const std::set<std::string> words{"bar/title", "transport/place", "weights/count",
                                             "about/cell"};
    const bool is_expected_number = id.ends_with("/expected");
    return panels.contains(id.substr(0, id.find('/'))) && !words.contains(id) &&
           !is_expected_number;
}

class EveryPage : public testing::TestWithParam<Page> {};

TEST_P(EveryPage, IsReachedByTab) {
    Driver user("ai-by-hand");
    user.click("transport/next");  // the buttons to both sides are of use
    user.click("inspector/" + std::string(name_of(GetParam())));
    const std::vector<std::string> reached = round(user);
    for (const auto& [id, region] : user.application().regions().all()) {
        if (!is_control(id) || id == "bar/undo" || id == "bar/redo" || id == "bar/reset") continue;
        if (id == "weights/output_size/less") continue;  // there is no read-out to take from
        if (id == "published/change" || id == "published/delete") continue;  // no row is chosen
        EXPECT_THAT(reached, Contains(id));
    }
    EXPECT_EQ(std::set(reached.begin(), reached.end()).size(), reached.size()) << "a control twice";
}

TEST_P(EveryPage, IsGoneThroughBackwardsToo) {
    Driver user("ai-by-hand");
    user.click("inspector/" + std::string(name_of(GetParam())));
    std::vector<std::string> there = round(user);
    user.press(ImGuiKey_Escape);
    std::vector<std::string> back = round(user, ImGuiMod_Shift);
    std::sort(there.begin(), there.end());
    std::sort(back.begin(), back.end());
    EXPECT_EQ(there, back);
}

INSTANTIATE_TEST_SUITE_P(Focus, EveryPage, testing::ValuesIn(pages), [](const auto& test) {
    std::string name(name_of(test.param));
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST(Focus, BringsWhatWasScrolledAwayIntoSight) {
    Driver user("hundred-steps");
    user.click("inspector/inputs");
    ASSERT_FALSE(user.sees("inputs/60"));
    tab_to(user, "inputs/x[0]@60");
    EXPECT_TRUE(user.inside("inputs/60", "card/inspector"));
    EXPECT_TRUE(user.inside("inputs/x[0]@59", "card/inspector"));
}

TEST(Focus, ReachesEveryWeightOfATableThatScrolls) {
    Driver user(sequence({2, 9}, 3), {1110, 660});
    user.click("inspector/weights");
    ASSERT_FALSE(user.sees("weights/output.b[8]"));
    std::set<std::string> weights;
    for (const char* gate : {"forget", "input", "candidate", "output"})
        for (int row = 0; row < 9; ++row) {
            const auto add = [&](const char* matrix, const std::string& column) {
                weights.insert(std::string("weights/") + gate + matrix + "[" + std::to_string(row) +
                               "]" + column);
            };
            for (int k = 0; k < 2; ++k) add(".W", "[" + std::to_string(k) + "]");
            for (int k = 0; k < 9; ++k) add(".U", "[" + std::to_string(k) + "]");
            add(".b", "");
        }
    for (int n = 0; n < 600 && !weights.empty(); ++n) {
        user.press(ImGuiKey_Tab);
        if (weights.erase(user.view().input.focus.id) > 0) {
            EXPECT_TRUE(user.inside(user.view().input.focus.id, "card/inspector"))
                << user.view().input.focus.id;
        }
    }
    EXPECT_THAT(weights, testing::IsEmpty());
}

TEST(Focus, IsRingedOnceAKeyHasBroughtIt) {
    Driver user("company-a");
    user.click("transport/next");
    EXPECT_FALSE(user.view().input.focus.visible);
    user.press(ImGuiKey_Tab);
    EXPECT_TRUE(user.view().input.focus.visible);
    EXPECT_TRUE(user.view().input.focus.drawn || !user.view().input.focus.id.empty());
    user.press(ImGuiKey_Escape);
    EXPECT_FALSE(user.view().input.focus.visible);
    EXPECT_EQ(user.view().input.focus.id, "");
}

TEST(Focus, GoesOnFromWhereTheMouseWas) {
    Driver user("company-a");
    user.click("transport/forget");
    user.press(ImGuiKey_Tab);
    EXPECT_EQ(user.view().input.focus.id, "transport/write");
}

TEST(Focus, LeavesTheRunItsKeysUntilAControlHasIt) {
    Driver user("company-a");
    user.press(ImGuiKey_Space);
    EXPECT_TRUE(user.view().playback.playing);
    user.press(ImGuiKey_Space);
    EXPECT_FALSE(user.view().playback.playing);
    tab_to(user, "transport/last");
    user.press(ImGuiKey_Space);
    EXPECT_FALSE(user.view().playback.playing);
    EXPECT_EQ(user.view().cursor.t, 4);
    user.press(ImGuiKey_LeftArrow);
    EXPECT_EQ(user.view().cursor.t, 3);
}

TEST(Focus, StepsFromPanelToPanelWithF6) {
    Driver user("company-a");
    std::set<std::string> panels;
    for (int n = 0; n < 12; ++n) {
        user.press(ImGuiKey_F6);
        const std::string& id = user.view().input.focus.id;
        panels.insert(id.substr(0, id.find('/')));
    }
    EXPECT_THAT(panels, IsSupersetOf({"bar", "transport", "inspector", "weights"}));
}

constexpr const char* weight = "weights/forget.W[0][0]";

TEST(FocusedNumber, IsChangedByTheArrows) {
    Driver user("company-a");
    const Phase phase = user.view().cursor.phase;
    tab_to(user, weight);
    const double before = user.weight("forget.W");
    user.press(ImGuiKey_UpArrow);
    EXPECT_NEAR(user.weight("forget.W"), before + 0.1, 0.051);
    EXPECT_GT(user.weight("forget.W"), before);
    user.press(ImGuiKey_DownArrow);
    user.press(ImGuiKey_DownArrow);
    EXPECT_LT(user.weight("forget.W"), before);
    EXPECT_EQ(user.view().cursor.phase, phase);
    for (int n = 0; n < 3; ++n) user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.weight("forget.W"), before);
    EXPECT_FALSE(user.history().can_undo());
}

TEST(FocusedNumber, IsTypedFromTheFirstDigitOn) {
    Driver user("company-a");
    tab_to(user, weight);
    user.type("1");
    user.type("2,5");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.weight("forget.W"), 12.5);
    EXPECT_EQ(user.view().input.focus.id, "weights/input.W[0][0]");  // the one below
    user.type("-");
    user.type("3");
    user.press(ImGuiKey_Tab);  // on to the next number
    EXPECT_EQ(user.weight("input.W"), -3);
    EXPECT_EQ(user.view().input.focus.id, "weights/input.U[0][0]");
}

TEST(FocusedNumber, OpensWithEnterAndKeepsItsValueWithEsc) {
    Driver user("company-a");
    tab_to(user, weight);
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.view().input.number_entry.id, weight);
    user.type("7");
    user.press(ImGuiKey_Escape);
    EXPECT_EQ(user.view().input.number_entry.id, "");
    EXPECT_FALSE(user.history().can_undo());
}

TEST(FocusedNumber, IsTheFilesAgainAfterDelete) {
    Driver user("company-a");
    tab_to(user, weight);
    user.type("9");
    user.press(ImGuiKey_Tab);
    user.press(ImGuiKey_Tab, ImGuiMod_Shift);
    user.press(ImGuiKey_Delete);
    EXPECT_EQ(user.weight("forget.W"), (*user.session().original().network.parameters[0])(0, 0));
}

TEST(FocusedSlider, IsChangedByTheArrows) {
    Driver user("company-a");
    tab_to(user, "transport/speed");
    const double before = user.view().playback.speed;
    user.press(ImGuiKey_UpArrow);
    EXPECT_GT(user.view().playback.speed, before);
}

TEST(FocusInADialog, StaysThereAndComesBack) {
    Driver user("company-a");
    tab_to(user, "bar/examples");
    user.press(ImGuiKey_Enter);
    ASSERT_EQ(user.view().dialogs.open, Dialog::gallery);
    const std::vector<std::string> reached = round(user);
    EXPECT_THAT(reached, Contains("gallery/gomez"));
    EXPECT_THAT(reached, Not(Contains("bar/examples")));
    user.press(ImGuiKey_Escape);
    EXPECT_EQ(user.view().dialogs.open, Dialog::closed);
    EXPECT_EQ(user.view().input.focus.id, "bar/examples");
}

TEST(FocusInADialog, OpensAnExampleByKeysAlone) {
    Driver user("company-a");
    tab_to(user, "bar/examples");
    user.press(ImGuiKey_Enter);
    tab_to(user, "gallery/gomez");
    EXPECT_TRUE(user.inside("gallery/gomez", "dialog"));
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.view().dialogs.open, Dialog::closed);
    EXPECT_NE(user.document().title.find("Gomez"), std::string::npos);
}

TEST(FocusInADialog, AnswersTheQuestionAboutUnsavedWork) {
    Driver user("company-a");
    user.enter(weight, "5");
    user.press(ImGuiKey_N, ImGuiMod_Ctrl);
    ASSERT_EQ(user.view().dialogs.open, Dialog::unsaved);
    EXPECT_THAT(round(user),
                testing::ElementsAre("unsaved/save", "unsaved/discard", "unsaved/cancel"));
    tab_to(user, "unsaved/discard");
    user.press(ImGuiKey_Space);
    EXPECT_NE(user.document().title.find("Untitled"), 0U + std::string::npos - 1);
    EXPECT_EQ(user.view().dialogs.open, Dialog::closed);
}

}  // namespace
}  // namespace lstm
