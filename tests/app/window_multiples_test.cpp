/// All units side by side in the diagram.
#include "driver.h"
#include "sequences.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace lstm {
namespace {

std::string of(const std::string& what, int unit) {
    return "diagram/" + what + "[" + std::to_string(unit) + "]";
}

bool apart(const Region& a, const Region& b) {
    return a.max.x <= b.min.x || b.max.x <= a.min.x || a.max.y <= b.min.y || b.max.y <= a.min.y;
}

class SmallMultiples : public testing::TestWithParam<int> {};

TEST_P(SmallMultiples, ShowEveryUnitWithoutScrolling) {
    const int units = GetParam();
    Driver user(sequence({2, units}, 4));
    user.click("diagram/all");
    user.move_away();
    for (int unit = 0; unit < units; ++unit) {
        const std::string whole = of("unit", unit);
        ASSERT_TRUE(user.sees(whole));
        EXPECT_TRUE(user.inside(whole, "card/diagram")) << whole;
        for (const char* number : {"c_prev", "c", "h", "forget.value", "input.value",
                                   "candidate.value", "output.value", "kept", "written"}) {
            ASSERT_TRUE(user.sees(of(number, unit))) << of(number, unit);
            EXPECT_TRUE(user.inside(of(number, unit), whole)) << of(number, unit);
        }
        for (int other = 0; other < unit; ++other)
            EXPECT_TRUE(apart(user.region(whole), user.region(of("unit", other))))
                << unit << " and " << other;
    }
    const float top = user.region(of("unit", 0)).min.y;
    user.wheel(of("unit", 0), -5);
    EXPECT_EQ(user.region(of("unit", 0)).min.y, top);
}

TEST_P(SmallMultiples, KeepTheNumbersOfAUnitApart) {
    Driver user(sequence({2, GetParam()}, 4));
    user.click("diagram/all");
    const std::array numbers{"c_prev",          "forget.value", "input.value",
                             "candidate.value", "output.value", "h"};
    for (const char* one : numbers) {
        for (const char* other : numbers) {
            if (one == other) continue;
            EXPECT_TRUE(apart(user.region(of(one, 1)), user.region(of(other, 1))))
                << one << " and " << other;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Units, SmallMultiples, testing::Values(2, 3, 4, 5, 6, 7, 8));

TEST(SmallMultiples, BringAUnitToTheLargeDiagramByAClick) {
    Driver user(sequence({2, 3}, 4));
    user.click("diagram/all");
    EXPECT_FALSE(user.sees(of("tanh_c", 0)));
    const Region unit = user.region(of("unit", 2));
    user.click(ImVec2(unit.max.x - 8, unit.max.y - 8));
    EXPECT_EQ(user.view().cursor.unit, 2);
    EXPECT_TRUE(user.sees(of("tanh_c", 2)));
    EXPECT_FALSE(user.sees(of("unit", 2)));
}

TEST(SmallMultiples, ShowTheWorkingOfANumberByAClickAndStay) {
    Driver user(sequence({2, 3}, 4));
    user.click("diagram/all");
    user.click(of("candidate.value", 1));
    const QuantityPlace chosen{user.document().cell().at("candidate.value"), 1, 1};
    EXPECT_EQ(user.view().selection.subject, DerivationSubject(chosen));
    EXPECT_EQ(user.view().cursor.unit, 1);
    EXPECT_TRUE(user.sees(of("unit", 1)));
}

TEST(SmallMultiples, LightWithTheNotebook) {
    Driver user(sequence({2, 3}, 4));
    user.click("diagram/all");
    user.move_to(of("c", 2));
    EXPECT_EQ(user.view().input.hovered, (Element{user.document().cell().at("c"), 2}));
}

TEST(SmallMultiples, LetAnInputBeDraggedBelowThem) {
    Driver user(sequence({2, 3}, 4));
    user.click("diagram/all");
    const double before = user.document().step(1).x[1];
    user.drag("diagram/x[1]", 40);
    EXPECT_GT(user.document().step(1).x[1], before);
    EXPECT_TRUE(user.sees(of("unit", 0)));
}

TEST(SmallMultiples, ComeAndGoByAKey) {
    Driver user(sequence({2, 3}, 4));
    user.press(ImGuiKey_U);
    EXPECT_TRUE(user.sees(of("unit", 2)));
    user.press(ImGuiKey_U);
    EXPECT_FALSE(user.sees(of("unit", 2)));
}

TEST(SmallMultiples, AreReachedByTab) {
    Driver user(sequence({2, 3}, 4));
    user.press(ImGuiKey_U);
    for (int n = 0; n < 60 && user.view().input.focus.id != of("unit", 1); ++n)
        user.press(ImGuiKey_Tab);
    ASSERT_EQ(user.view().input.focus.id, of("unit", 1));
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.view().cursor.unit, 1);
    EXPECT_TRUE(user.sees(of("tanh_c", 1)));
}

TEST(SmallMultiples, AreNotForOneUnit) {
    Driver user("company-a");
    EXPECT_FALSE(user.sees("diagram/all"));
    user.press(ImGuiKey_U);
    EXPECT_TRUE(user.sees(of("tanh_c", 0)));
}

TEST(SmallMultiples, ScrollToUnitsForWhichThereIsNoRoom) {
    Driver user(sequence({2, 30}, 4));
    user.click("diagram/all");
    EXPECT_FALSE(user.sees(of("c", 29)));
    user.wheel(of("unit", 0), -200);
    ASSERT_TRUE(user.sees(of("unit", 29)));
    EXPECT_TRUE(user.inside(of("unit", 29), "card/diagram"));
}

TEST(SmallMultiples, HaveRoomForTheBackRow) {
    Driver user(sequence({2, 8}, 4), {1920, 1080});
    user.press(ImGuiKey_F5);
    user.press(ImGuiKey_U);
    for (int unit = 0; unit < 8; ++unit)
        EXPECT_TRUE(user.inside(of("unit", unit), "card/diagram")) << unit;
}

}  // namespace
}  // namespace lstm
