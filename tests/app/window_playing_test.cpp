/// Playing: the run goes on by itself, by the clock that each frame brings.
#include "driver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace lstm {
namespace {

using testing::ElementsAre;

/// The steps that are on show, one after the other, until playing stops (or far too late).
std::vector<int> watch(Driver& user) {
    std::vector<int> steps{user.view().cursor.t};
    for (int frame = 0; frame < 6000 && user.view().playback.playing; ++frame) {
        user.frames();
        if (user.view().cursor.t != steps.back()) steps.push_back(user.view().cursor.t);
        EXPECT_EQ(user.shown("timeline/cursor"), std::to_string(user.view().cursor.t));
    }
    return steps;
}

/// How many frames it takes to the next step.
int frames_a_step(Driver& user) {
    const int t = user.view().cursor.t;
    int frames = 0;
    for (; frames < 6000 && user.view().cursor.t == t; ++frames) user.frames();
    return frames;
}

TEST(Playing, GoesStepByStepAndStopsAtTheEnd) {
    Driver user("company-a");
    user.press(ImGuiKey_Space);
    EXPECT_TRUE(user.view().playback.playing);
    EXPECT_THAT(watch(user), ElementsAre(1, 2, 3, 4));
    EXPECT_FALSE(user.view().playback.playing);
    EXPECT_EQ(user.shown("notebook/c[0]"), "0.015");
}

TEST(Playing, StartsAgainFromTheEnd) {
    Driver user("company-a");
    user.press(ImGuiKey_End);
    user.click("transport/play");
    EXPECT_TRUE(user.view().playback.playing);
    EXPECT_EQ(user.view().cursor.t, 1);
    EXPECT_THAT(watch(user), ElementsAre(1, 2, 3, 4));
}

TEST(Playing, PausesAtTheStepThatItHasReached) {
    Driver user("company-a");
    user.click("transport/play");
    (void)frames_a_step(user);
    user.press(ImGuiKey_Space);
    EXPECT_FALSE(user.view().playback.playing);
    user.frames(200);
    EXPECT_EQ(user.view().cursor.t, 2);
    user.press(ImGuiKey_Space);
    EXPECT_THAT(watch(user), ElementsAre(2, 3, 4));
}

TEST(Playing, TakesAsLongAStepAsItsSpeedSays) {
    Driver user("hundred-steps");
    user.press(ImGuiKey_Space);
    (void)frames_a_step(user);
    const auto at_speed = [&] {
        return 1 / (user.view().playback.speed * static_cast<double>(Driver::seconds_a_frame));
    };
    EXPECT_NEAR(frames_a_step(user), at_speed(), 1);
    const int before = frames_a_step(user);
    user.drag("transport/speed", 30);
    (void)frames_a_step(user);
    const int after = frames_a_step(user);
    EXPECT_NEAR(after, at_speed(), 1);
    EXPECT_LT(after, before);
}

TEST(Playing, IsTheOnlyThingThatMovesForLong) {
    Driver user("company-a");
    EXPECT_TRUE(std::isinf(user.application().next_frame_in()));
    user.press(ImGuiKey_Space);
    EXPECT_LE(user.application().next_frame_in(), 0.5);
    user.press(ImGuiKey_Space);
    user.frames(200);  // what flows along the wires has come to rest
    EXPECT_TRUE(std::isinf(user.application().next_frame_in()));
}

TEST(Playing, NeedsMoreThanOneStep) {
    Driver user("statquest-one-step");
    user.press(ImGuiKey_Space);
    EXPECT_FALSE(user.view().playback.playing);
    user.click("transport/play");
    EXPECT_FALSE(user.view().playback.playing);
}

TEST(Playing, EndsWhereAnotherScenarioIsOpened) {
    Driver user("company-a");
    user.press(ImGuiKey_Space);
    user.application().open_file(LSTM_SOURCE_DIR "/assets/examples/company-b.json");
    user.frames(200);
    EXPECT_FALSE(user.view().playback.playing);
    EXPECT_EQ(user.view().cursor.t, 1);
}

TEST(Playing, GoesOnWhileAWeightIsDragged) {
    Driver user("company-a");
    user.press(ImGuiKey_Space);
    user.hold("weights/forget.b[0]");
    user.move_by(20);
    (void)frames_a_step(user);
    user.move_by(20);
    EXPECT_TRUE(user.view().playback.playing);
    EXPECT_EQ(user.view().cursor.t, 2);
    EXPECT_NEAR(user.weight("forget.b"), 2.02, 1e-12);
    user.let_go();
    EXPECT_EQ(watch(user).back(), 4);
}

TEST(Playing, EndsWhereAnInputOfTheStepIsTakenInHand) {
    // A number of the diagram belongs to the selected step: it must not change under the hand.
    Driver user("company-a");
    const Document before = user.document();
    user.press(ImGuiKey_Space);
    user.hold("diagram/x[0]");
    user.move_by(20);
    EXPECT_FALSE(user.view().playback.playing);
    user.frames(100);
    user.move_by(20);
    user.let_go();
    EXPECT_EQ(user.view().cursor.t, 1);
    EXPECT_NEAR(user.document().step(1).x[0], 0.4, 1e-9);
    for (const int t : {2, 3, 4}) EXPECT_EQ(user.document().step(t), before.step(t)) << t;
}

TEST(Playing, EndsWhereAnInputOfTheStepIsTyped) {
    Driver user("company-a");
    const Document before = user.document();
    user.press(ImGuiKey_Space);
    user.double_click("diagram/x[0]");
    user.frames(100);
    user.type("0.75");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.document().step(1).x[0], 0.75);
    for (const int t : {2, 3, 4}) EXPECT_EQ(user.document().step(t), before.step(t)) << t;
}

}  // namespace
}  // namespace lstm
