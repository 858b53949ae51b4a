/// A window that sleeps draws what an event sets off, looks once more, and sleeps again.
#include "platform/frame_pace.h"

#include <gtest/gtest.h>

#include <limits>

namespace lstm {
namespace {

constexpr double for_ever = std::numeric_limits<double>::infinity();

double wait(FramePace& pace, double next_frame_in, bool blinks = false) {
    const double seconds = pace.begin_wait(next_frame_in, blinks);
    pace.end_wait();
    return seconds;
}

/// As many frames as are due at once.
int due(FramePace& pace) {
    int frames = 0;
    while (frames < 100 && !pace.resting() && wait(pace, for_ever) == 0) ++frames;
    return frames;
}

TEST(FramePace, SettlesAfterAnEventThenLooksOnceMoreThenSleeps) {
    FramePace pace;
    for (int event = 0; event < 2; ++event) {
        EXPECT_EQ(due(pace), 3);
        EXPECT_EQ(wait(pace, for_ever), 0.5) << "a tip may appear";
        EXPECT_EQ(due(pace), 1) << "which needs a frame for its size";
        EXPECT_EQ(wait(pace, for_ever), for_ever);
        EXPECT_EQ(wait(pace, for_ever), for_ever);
        pace.wake();
    }
}

TEST(FramePace, FollowsWhatMovesAndWhatBlinks) {
    FramePace pace;
    (void)due(pace);
    EXPECT_EQ(wait(pace, 0.25), 0.25) << "sooner than the last look";
    (void)due(pace);
    EXPECT_EQ(wait(pace, 2), 2);
    EXPECT_EQ(wait(pace, for_ever, true), 0.5);
    EXPECT_EQ(wait(pace, for_ever), for_ever);
}

}  // namespace
}  // namespace lstm
