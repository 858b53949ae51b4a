/// Published numbers beside computed ones, and the arithmetic that made them.
#include "drawn_text.h"
#include "driver.h"

#include "document/edit.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace lstm {
namespace {

int count(const Driver& user, const std::string& verdict) {
    int rows = 0;
    for (const auto& [name, region] : user.application().regions().all())
        rows += name.starts_with("published/") && region.shown == verdict ? 1 : 0;
    return rows;
}

TEST(Published, NumbersPassOrFailOneByOne) {
    Driver user("company-a");
    EXPECT_EQ(user.shown("inspector/published"), "Expected 11/11");
    user.click("inspector/published");
    EXPECT_EQ(count(user, "pass"), 11);
    EXPECT_EQ(count(user, "fail"), 0);
}

TEST(Published, NumbersAreJudgedAnewWithEveryChange) {
    Driver user("company-a");
    user.click("inspector/published");
    user.press(ImGuiKey_End);
    user.drag("diagram/x[0]", 30);  // of the last step
    EXPECT_EQ(user.shown("published/0"), "pass");
    EXPECT_EQ(user.shown("published/10"), "fail");
    EXPECT_EQ(user.shown("inspector/published"),
              "Expected " + std::to_string(count(user, "pass")) + "/11");
    EXPECT_LT(count(user, "pass"), 11);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("inspector/published"), "Expected 11/11");
}

TEST(Published, NumbersLeadToTheirStepAndUnit) {
    Driver user("ai-by-hand");  // rows 0 to 15: c[0], c[1], h[0], h[1] of each step
    user.click("inspector/published");
    user.click("published/9");
    EXPECT_EQ(user.view().cursor.t, 3);
    EXPECT_EQ(user.view().cursor.unit, 1);
    EXPECT_EQ(user.shown("transport/place"), "step 3 of 4");
    EXPECT_EQ(user.shown("diagram/c[1]"), "−0.134");
    user.click("published/0");
    EXPECT_EQ(user.view().cursor.t, 1);
    EXPECT_EQ(user.view().cursor.unit, 0);
    EXPECT_EQ(user.shown("diagram/c[0]"), "0.962");
}

TEST(Published, NumbersThatAreLedToAreKnownThere) {
    Driver user("company-a");
    user.click("inspector/published");
    user.click("transport/read");
    user.click("published/9");  // c of step 4
    EXPECT_EQ(user.view().cursor.t, 4);
    EXPECT_EQ(user.shown("published/9"), "pass");
    EXPECT_EQ(user.shown("notebook/c[0]"), "0.015");
    EXPECT_EQ(user.shown("notebook/h[0]"), "?");  // but not more than that
}

TEST(Published, NumbersStandThereAsTheirAuthorWroteThem) {
    Document document = edited(new_document(), SetTarget{1, Vector::Zero(1)});
    const QuantityId h = document.cell().at("h");
    const auto expect = [&](double value, std::optional<double> tolerance,
                            std::optional<int> decimals) {
        Expectation expectation;
        expectation.t = 1;
        expectation.quantity = h;
        expectation.value = value;
        expectation.tolerance = tolerance;
        expectation.decimals = decimals;
        document.expectations.edit().push_back(expectation);
    };
    expect(0.123456789, 0.2, {});
    expect(1.2345e-7, {}, 10);
    expect(1.2345e-7, 1e-9, {});
    expect(-0.10047768, {}, 4);
    expect(2.5, {}, 2);
    Driver user(document);
    user.click("inspector/published");
    EXPECT_EQ(user.shown("published/0/expected"), "0.123456789");
    EXPECT_EQ(user.shown("published/1/expected"), "1.2345e−7");
    EXPECT_EQ(user.shown("published/2/expected"), "1.2345e−7");
    EXPECT_EQ(user.shown("published/3/expected"), "−0.10047768");
    EXPECT_EQ(user.shown("published/4/expected"), "2.50");
}

TEST(Published, NumbersNeedNotBeThere) {
    Driver user("company-a");
    user.press(ImGuiKey_N, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("inspector/published"), "Expected");
    user.click("inspector/published");
    EXPECT_FALSE(user.sees("published/0"));
}

TEST(Rounding, MakesThePocketCalculatorsNumbers) {
    Driver user("statquest-one-step");
    user.click("inspector/published");
    EXPECT_EQ(user.shown("notebook/c[0]"), "2.948");
    user.click("published/rounded");
    EXPECT_EQ(user.document().rounding, 2);
    EXPECT_EQ(user.value("c", 0, 1), 2.96);  // what the article printed
    EXPECT_EQ(user.value("h", 0, 1), 0.98);
    EXPECT_EQ(user.shown("notebook/c[0]"), "2.960");
    EXPECT_EQ(user.shown("notebook/h[0]"), "0.980");
    EXPECT_EQ(user.undo_name(), "change the rounding");

    user.click("published/exact");
    EXPECT_EQ(user.document().rounding, std::nullopt);
    EXPECT_EQ(user.shown("notebook/c[0]"), "2.948");
    EXPECT_FALSE(user.sees("published/decimals"));
}

TEST(Rounding, ToMoreOrFewerDecimals) {
    Driver user("statquest-as-printed");  // comes with 2
    user.click("inspector/published");
    EXPECT_EQ(user.shown("published/decimals"), "2");
    user.click("published/decimals/more");
    EXPECT_EQ(user.document().rounding, 3);
    EXPECT_EQ(user.shown("published/decimals"), "3");
    EXPECT_EQ(user.value("forget.value", 0, 1), 0.997);
    for (int k = 0; k < 5; ++k) user.click("published/decimals/less");
    EXPECT_EQ(user.document().rounding, 0);
    EXPECT_EQ(user.value("c", 0, 1), 3);
    EXPECT_EQ(user.shown("notebook/c[0]"), "3.000");
}

TEST(Rounding, IsUndone) {
    Driver user("statquest-one-step");
    const Document before = user.document();
    user.click("inspector/published");
    user.click("published/rounded");
    user.click("published/decimals/more");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("published/decimals"), "2");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), before);
    user.press(ImGuiKey_Y, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document().rounding, 2);
    EXPECT_EQ(user.shown("notebook/c[0]"), "2.960");
}

TEST(Rounding, ThatIsOnAlreadyIsNoChange) {
    Driver user("statquest-as-printed");
    user.click("inspector/published");
    user.click("published/rounded");
    EXPECT_FALSE(user.history().can_undo());
    EXPECT_EQ(user.document().rounding, 2);
}

TEST(Published, CutsOffNoNameWhereThereIsLittleRoom) {
    Driver user("gomez");
    user.click("inspector/published");
    const std::vector<std::pair<const char*, const char*>> names{
        {"published/0", "h[0]"}, {"published/1", "candidate.value[0]"}};
    for (const auto& [id, name] : names) {
        const Region& row = user.region(id);
        std::string text;
        for (const Letter& letter : drawn_text()) {
            const ImVec2 at = letter.centre();
            const bool whole =
                letter.min.x > letter.clip_min.x - 1.5F && letter.max.x < letter.clip_max.x + 1.5F;
            if (letter.character < 0x80 && whole && at.x > row.min.x && at.x < row.max.x &&
                at.y > row.min.y && at.y < row.max.y)
                text += static_cast<char>(letter.character);
        }
        EXPECT_NE(text.find(name), std::string::npos) << text;
        EXPECT_NE(text.find("pass"), std::string::npos) << text;
    }
}

}  // namespace
}  // namespace lstm
