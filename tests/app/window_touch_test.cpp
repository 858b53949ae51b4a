/// The window where fingers point: what is large enough, and what the menu has.
#include "driver.h"

#include "ui/commands/command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

/// A telephone in hand.
class Telephone : public testing::Test {
protected:
    Telephone() {
        user_.application().view().look.touch = true;
        user_.frames(2);
    }
    Driver user_{"company-a", {390, 1900}};  // so tall that nothing has to be scrolled to
};

TEST_F(Telephone, HasControlsForFingers) {
    int transport = 0;
    const float bottom = user_.region("transport/speak").max.y;
    for (const auto& [name, region] : user_.application().regions().all()) {
        const bool pressed = name.starts_with("bar/") || name.starts_with("transport/") ||
                             name.starts_with("inspector/");
        if (!pressed || name == "bar/title" || name == "transport/place") continue;
        EXPECT_GE(region.max.y - region.min.y, 44) << name;
        EXPECT_LE(region.max.x, 390) << name;
        transport += name.starts_with("transport/") ? 1 : 0;
    }
    EXPECT_EQ(transport, 13) << "five steps, two modes, six phases";
    EXPECT_LT(bottom, user_.region("notebook/sentence").min.y) << "the phases are cut off";
}

TEST_F(Telephone, HasEveryCommandInReach) {
    user_.click("bar/menu");
    ASSERT_TRUE(user_.sees("dialog"));
    for (const Command& each : commands()) {
        const std::string id(each.id);
        if (each.group == CommandGroup::run || id == "menu" || id == "blank") continue;
        ASSERT_TRUE(user_.sees("menu/" + id)) << id;
        const Region& region = user_.region("menu/" + id);
        EXPECT_GE(region.max.y - region.min.y, 44) << id;
        EXPECT_TRUE(user_.inside("menu/" + id, "dialog")) << id;
    }
    user_.click("menu/examples");
    EXPECT_TRUE(user_.sees("gallery/gomez"));
    user_.press(ImGuiKey_Escape);
    user_.click("bar/menu");
    user_.click("menu/theme");
    EXPECT_FALSE(user_.sees("dialog")) << "it closes once something was chosen";
}

TEST_F(Telephone, SharesInOneColumn) {
    user_.application().share_from("https://a.b/");
    user_.frames(1);
    user_.click("bar/share");
    EXPECT_TRUE(user_.inside("share/code", "dialog"));
    EXPECT_TRUE(user_.inside("share/copy", "dialog"));
}

}  // namespace
}  // namespace lstm
