/// Moving through the run: buttons, keys and the time axis.
#include "driver.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace lstm {
namespace {

/// c and h of company A at each step, as three decimals show them (worked-examples.md, 1c).
constexpr std::array company_a_c{"−0.201", "−0.202", "−0.325", "0.015"};
constexpr std::array company_a_h{"−0.128", "−0.097", "−0.166", "0.006"};

/// Every place that depends on the step says that it is step `t` of company A.
void expect_step(const Driver& user, int t) {
    const std::string day = std::to_string(t);
    EXPECT_EQ(user.view().cursor.t, t);
    EXPECT_EQ(user.shown("transport/place"), "step " + day + " of 4  ·  day " + day);
    EXPECT_EQ(user.shown("timeline/cursor"), day);
    for (const std::string panel : {"notebook/", "diagram/"}) {
        EXPECT_EQ(user.shown(panel + "c[0]"), company_a_c[t - 1]) << panel;
        EXPECT_EQ(user.shown(panel + "h[0]"), company_a_h[t - 1]) << panel;
    }
    EXPECT_EQ(user.shown("notebook/c_prev[0]"), t == 1 ? "0.000" : company_a_c[t - 2]);
}

/// The place on the time axis where step `t` of `steps` stands, all of them being on show.
ImVec2 column_of(const Driver& user, double t, int steps) {
    const Region& axis = user.region("timeline/axis");
    const double share = (t + 0.5) / (steps + 1);  // the axis runs from −½ to T + ½
    return {axis.min.x + static_cast<float>(share) * (axis.max.x - axis.min.x), axis.centre().y};
}

float cursor_width(const Driver& user) {
    const Region& cursor = user.region("timeline/cursor");
    return cursor.max.x - cursor.min.x;
}

TEST(Stepping, BeginsAtTheFirstStepWithAllOfItKnown) {
    const Driver user("company-a");
    expect_step(user, 1);
    EXPECT_EQ(user.view().cursor.phase, Phase::speak);
}

TEST(Stepping, FollowsTheButtons) {
    Driver user("company-a");
    user.click("transport/next");
    expect_step(user, 2);
    user.click("transport/last");
    expect_step(user, 4);
    user.click("transport/previous");
    expect_step(user, 3);
    user.click("transport/first");
    expect_step(user, 1);
}

TEST(Stepping, FollowsTheArrowsHomeAndEnd) {
    Driver user("company-a");
    user.press(ImGuiKey_RightArrow);
    expect_step(user, 2);
    user.press(ImGuiKey_End);
    expect_step(user, 4);
    user.press(ImGuiKey_LeftArrow);
    expect_step(user, 3);
    user.press(ImGuiKey_Home);
    expect_step(user, 1);
}

TEST(Stepping, StaysInsideTheRun) {
    Driver user("company-a");
    user.press(ImGuiKey_LeftArrow);
    expect_step(user, 1);
    user.click("transport/previous");
    expect_step(user, 1);
    user.press(ImGuiKey_End);
    user.press(ImGuiKey_RightArrow);
    expect_step(user, 4);
    user.click("transport/next");
    expect_step(user, 4);
}

TEST(Stepping, LeavesTheDocumentAlone) {
    Driver user("company-a");
    const Document before = user.document();
    for (const ImGuiKey key : {ImGuiKey_End, ImGuiKey_PageUp, ImGuiKey_UpArrow, ImGuiKey_Home})
        user.press(key);
    EXPECT_EQ(user.document(), before);
    EXPECT_FALSE(user.session().unsaved());
}

TEST(Stepping, KeepsThePhase) {
    Driver user("company-a");
    user.press(ImGuiKey_UpArrow);
    user.press(ImGuiKey_RightArrow);
    EXPECT_EQ(user.view().cursor.t, 2);
    EXPECT_EQ(user.view().cursor.phase, Phase::output);
    EXPECT_EQ(user.shown("notebook/h[0]"), "?");
}

TEST(Phases, FollowTheArrowsAndStayInTheStep) {
    Driver user("company-a");
    user.press(ImGuiKey_RightArrow);
    for (const Phase phase :
         {Phase::output, Phase::update, Phase::write, Phase::forget, Phase::read, Phase::read}) {
        user.press(ImGuiKey_UpArrow);
        EXPECT_EQ(user.view().cursor.phase, phase);
        EXPECT_EQ(user.view().cursor.t, 2);
    }
    for (const Phase phase :
         {Phase::forget, Phase::write, Phase::update, Phase::output, Phase::speak, Phase::speak}) {
        user.press(ImGuiKey_DownArrow);
        EXPECT_EQ(user.view().cursor.phase, phase);
        EXPECT_EQ(user.view().cursor.t, 2);
    }
    EXPECT_EQ(user.shown("notebook/h[0]"), "−0.097");
}

TEST(Phases, FollowTheirButtons) {
    Driver user("company-a");
    for (int p = 0; p < phase_count; ++p) {
        const auto phase = static_cast<Phase>(p);
        user.click("transport/" + std::string(name_of(phase)));
        EXPECT_EQ(user.view().cursor.phase, phase);
    }
}

TEST(Phases, OfTheClickerWalkOverTheBordersOfSteps) {
    Driver user("company-a");
    user.press(ImGuiKey_PageDown);
    EXPECT_EQ(user.view().cursor.t, 2);
    EXPECT_EQ(user.view().cursor.phase, Phase::read);
    EXPECT_EQ(user.shown("notebook/c[0]"), "?");
    EXPECT_EQ(user.shown("notebook/c_prev[0]"), company_a_c[0]);

    for (int k = 0; k < 5; ++k) user.press(ImGuiKey_PageDown);
    EXPECT_EQ(user.view().cursor.phase, Phase::speak);
    expect_step(user, 2);

    for (int k = 0; k < 6; ++k) user.press(ImGuiKey_PageUp);
    EXPECT_EQ(user.view().cursor.phase, Phase::speak);
    expect_step(user, 1);
}

TEST(Phases, OfTheClickerEndWithTheRun) {
    Driver user("company-a");
    for (int k = 0; k < 7; ++k) user.press(ImGuiKey_PageUp);
    EXPECT_EQ(user.view().cursor.t, 1);
    EXPECT_EQ(user.view().cursor.phase, Phase::read);
    user.press(ImGuiKey_End);
    for (int k = 0; k < 7; ++k) user.press(ImGuiKey_PageDown);
    EXPECT_EQ(user.view().cursor.phase, Phase::speak);
    expect_step(user, 4);
}

TEST(TimeAxis, GoesToTheStepThatIsClicked) {
    Driver user("company-a");
    for (const int t : {3, 1, 4, 2}) {
        user.click(column_of(user, t, 4));
        expect_step(user, t);
    }
}

TEST(TimeAxis, ShowsTheCursorInTheColumnOfItsStep) {
    Driver user("company-a");
    for (const int t : {1, 2, 3, 4}) {
        EXPECT_NEAR(user.region("timeline/cursor").centre().x, column_of(user, t, 4).x, 1) << t;
        user.press(ImGuiKey_RightArrow);
    }
}

TEST(TimeAxis, GivesEveryLaneTheSameColumns) {
    const Driver user("company-a");
    const Region& axis = user.region("timeline/axis");
    for (const char* track :
         {"timeline/x", "timeline/gates", "timeline/candidate", "timeline/c", "timeline/h"}) {
        EXPECT_EQ(user.region(track).min.x, axis.min.x) << track;
        EXPECT_EQ(user.region(track).max.x, axis.max.x) << track;
    }
}

TEST(TimeAxis, IsScrubbedAlongAndNotLeft) {
    Driver user("company-a");
    user.move_to(column_of(user, 1, 4));
    user.hold();
    const float column = column_of(user, 2, 4).x - column_of(user, 1, 4).x;
    for (const int t : {2, 3, 4}) {
        user.move_by(column);
        user.frames();
        expect_step(user, t);
    }
    user.move_by(5 * column);  // out of the axis
    user.frames();
    expect_step(user, 4);
    user.move_by(-20 * column);
    user.frames();
    expect_step(user, 1);
    user.let_go();
    user.move_by(10 * column);
    user.frames();
    expect_step(user, 1);
}

TEST(TimeAxis, IsZoomedByTheWheelAboutTheMouse) {
    Driver user("hundred-steps");
    const ImVec2 under = column_of(user, 100, 200);
    user.click(under);
    ASSERT_EQ(user.view().cursor.t, 100);
    const float before = cursor_width(user);
    user.wheel(6);
    EXPECT_GT(cursor_width(user), 2 * before);
    EXPECT_NEAR(user.region("timeline/cursor").centre().x, under.x, cursor_width(user));
    user.wheel(-12);
    EXPECT_FLOAT_EQ(cursor_width(user), before);  // all of it again, and no more
}

TEST(TimeAxis, KeepsTheSelectedStepInSightWhenZoomed) {
    Driver user("hundred-steps");
    user.move_to(column_of(user, 10, 200));
    user.wheel(12);
    user.move_to("transport/next");
    for (const ImGuiKey key : {ImGuiKey_End, ImGuiKey_Home}) {
        user.press(key);
        EXPECT_TRUE(user.inside("timeline/cursor", "timeline/axis"));
    }
}

}  // namespace
}  // namespace lstm
