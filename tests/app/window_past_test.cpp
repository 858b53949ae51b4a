/// Words of the file about numbers that have changed since are marked as the file's.
#include "driver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

constexpr const char* input = "diagram/x[0]";

TEST(Label, ThatNamesAnInputIsTheFilesOnceThatIsAnother) {
    Driver user("statquest-one-step");  // "x = 1"
    EXPECT_THAT(user.shown("transport/place"), EndsWith("x = 1"));
    user.enter(input, "-10");
    EXPECT_THAT(user.shown("transport/place"), EndsWith("x = 1 in the file"));
    user.press(ImGuiKey_F5);
    EXPECT_THAT(user.shown("transport/place"), EndsWith("x = 1 in the file"));
    user.press(ImGuiKey_F5);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_THAT(user.shown("transport/place"), EndsWith("x = 1"));
}

TEST(Label, OfTheUsersOwnIsSaidAsItIs) {
    Driver user("statquest-one-step");
    user.enter(input, "-10");
    user.click("inspector/inputs");
    user.click("inputs/1/label");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("x = -10");
    user.press(ImGuiKey_Tab);
    EXPECT_THAT(user.shown("transport/place"), EndsWith("x = -10"));
}

TEST(Label, ThatNamesNoInputIsSaidAsItIs) {
    Driver user("company-a");  // "day 1"
    user.enter(input, "0.7");
    EXPECT_THAT(user.shown("transport/place"), EndsWith("day 1"));
}

TEST(Description, OfOtherNumbersIsMarkedUntilTheyAreBack) {
    Driver user("company-a");
    user.click("inspector/about");
    EXPECT_FALSE(user.sees("about/past"));
    user.enter(input, "0.7");
    ASSERT_TRUE(user.sees("about/past"));
    EXPECT_THAT(user.shown("about/past"), HasSubstr("changed since"));
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_FALSE(user.sees("about/past"));
}

TEST(Description, IsNotMarkedForItsTitleOrWhereItWasWrittenAnew) {
    Driver user("company-a");
    user.click("inspector/about");
    user.click("about/title");
    user.type("!");
    user.press(ImGuiKey_Tab);
    EXPECT_FALSE(user.sees("about/past"));
    user.enter(input, "0.7");
    EXPECT_TRUE(user.sees("about/past"));
    user.click("about/description");
    user.type("New words. ");
    user.click("notebook/sentence");
    EXPECT_FALSE(user.sees("about/past"));
}

}  // namespace
}  // namespace lstm
