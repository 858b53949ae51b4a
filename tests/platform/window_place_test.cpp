/// A window comes back to its place only where that is still on a screen.
#include "platform/window_place.h"

#include <gtest/gtest.h>

#include <climits>
#include <optional>

namespace lstm {
namespace {

const std::vector<ScreenArea> two_screens{{0, 30, 1920, 1050}, {1920, 0, 1280, 1024}};

TEST(WindowPlace, IsKeptWhereAScreenShowsAllOfIt) {
    for (const ScreenArea place : {ScreenArea{100, 50, 1280, 720}, ScreenArea{1930, 10, 640, 480}})
        EXPECT_EQ(fitted_on(two_screens, place), place);
}

TEST(WindowPlace, IsMovedOntoTheScreenThatShowsMostOfIt) {
    EXPECT_EQ(fitted_on(two_screens, {1800, -20, 1000, 500}), (ScreenArea{1920, 0, 1000, 500}));
    EXPECT_EQ(fitted_on(two_screens, {-300, 700, 1280, 720}), (ScreenArea{0, 360, 1280, 720}));
}

TEST(WindowPlace, IsNoLargerThanItsScreen) {
    EXPECT_EQ(fitted_on(two_screens, {2000, 100, 3000, 2000}), two_screens[1]);
}

TEST(WindowPlace, IsForgottenWithItsScreen) {
    EXPECT_EQ(fitted_on(two_screens, {4000, 100, 1280, 720}), std::nullopt);
    EXPECT_EQ(fitted_on(two_screens, {100, 100, 0, -5}), std::nullopt);
    EXPECT_EQ(fitted_on({}, {0, 0, 1280, 720}), std::nullopt);
    EXPECT_EQ(fitted_on(two_screens, {INT_MAX, INT_MIN, INT_MAX, INT_MAX}), std::nullopt);
}

}  // namespace
}  // namespace lstm
