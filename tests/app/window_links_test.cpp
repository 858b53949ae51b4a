/// Hovering a number lights it everywhere it stands.
#include "driver.h"
#include "sequences.h"

#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

TEST(Links, LightTheSameNumberInDiagramAndNotebook) {
    Driver user(sequence({2, 2}, 3));
    const Cell& cell = user.document().cell();
    for (const std::string quantity :
         {"c_prev", "forget.value", "input.value", "candidate.value", "c", "output.value", "h"}) {
        for (const std::string panel : {"diagram/", "notebook/"}) {
            user.move_to(panel + quantity + "[0]");
            EXPECT_EQ(user.view().input.hovered, (Element{cell.at(quantity), 0}))
                << panel << quantity;
        }
    }
    user.move_away();
    EXPECT_EQ(user.view().input.hovered, std::nullopt);
}

TEST(Links, TellUnitsApart) {
    Driver user(sequence({2, 3}, 3));
    user.move_to("notebook/c[2]");
    EXPECT_EQ(user.view().input.hovered, (Element{user.document().cell().at("c"), 2}));
}

TEST(Links, AreDrawnWhereTheNumberStands) {
    Driver user("company-a");
    const auto lit = [&](const std::string& place) {
        return user.draws(ImGui::GetStyleColorVec4(ImGuiCol_CheckMark), place, 4);  // the accent
    };
    user.move_away();
    EXPECT_FALSE(lit("diagram/output.value[0]"));
    user.move_to("notebook/output.value[0]");
    EXPECT_TRUE(lit("diagram/output.value[0]"));
    EXPECT_FALSE(lit("diagram/forget.value[0]"));
}

TEST(Links, AreBrokenByWhatLiesOverThem) {
    Driver user("company-a");
    const ImVec2 place = user.region("diagram/candidate.value[0]").centre();
    user.move_to(place);
    ASSERT_TRUE(user.view().input.hovered.has_value());
    user.press(ImGuiKey_F1);
    user.move_to(place);
    EXPECT_FALSE(user.view().input.hovered.has_value());
}

TEST(Links, DoNotChangeTheDocument) {
    Driver user("company-a");
    const Document before = user.document();
    const auto everything = user.application().regions().all();
    for (const auto& [name, region] : everything) user.move_to(region.centre());
    EXPECT_EQ(user.document(), before);
    EXPECT_FALSE(user.history().can_undo());
}

TEST(DiagramNumbers, AreChosenByKeysAlone) {
    Driver user("company-a");
    for (const std::string quantity :
         {"forget.value", "candidate.value", "written", "tanh_c", "h", "c_prev"}) {
        const std::string id = "diagram/" + quantity + "[0]";
        for (int n = 0; n < 200 && user.view().input.focus.id != id; ++n) user.press(ImGuiKey_Tab);
        ASSERT_EQ(user.view().input.focus.id, id);
        EXPECT_TRUE(user.view().input.focus.visible);
        user.press(ImGuiKey_Enter);
        ASSERT_TRUE(user.view().selection.subject.has_value());
        EXPECT_EQ(std::get<QuantityPlace>(*user.view().selection.subject).quantity,
                  user.document().cell().at(quantity));
    }
}

TEST(NotebookPages, AreLeafedBackAndOn) {
    Driver user("company-a");
    user.click("transport/last");
    user.click("notebook/earlier");
    EXPECT_EQ(user.view().cursor.t, 3);
    user.click("notebook/later");
    EXPECT_EQ(user.view().cursor.t, 4);
    user.click("notebook/later");
    EXPECT_EQ(user.view().cursor.t, 4) << "there is no later page";
}

}  // namespace
}  // namespace lstm
