/// The window survives every size of itself and of the cell, and every number in it.
#include "driver.h"
#include "sequences.h"

#include "formats/scenario/scenario_writer.h"
#include "platform/files.h"
#include "support/temporary_folder.h"
#include "ui/words/numbers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace lstm {
namespace {

constexpr ImVec2 windows[] = {{1, 1},      {320, 240},   {700, 900},
                              {1280, 720}, {2560, 1440}, {5120, 90}};
constexpr double largest = std::numeric_limits<double>::max();

/// Everything that is registered has a place, if not in sight.
void expect_places(const Driver& user) {
    for (const auto& [name, region] : user.application().regions().all()) {
        for (const float edge : {region.min.x, region.min.y, region.max.x, region.max.y})
            EXPECT_TRUE(std::isfinite(edge)) << name;
    }
}

/// Every page, phase by phase, with the mouse over everything that is there.
void look_around(Driver& user) {
    for (const Page page : pages) {
        const std::string tab = "inspector/" + std::string(name_of(page));
        const ImVec2 size = ImGui::GetIO().DisplaySize;
        if (user.sees(tab) && user.region(tab).centre().x < size.x &&
            user.region(tab).centre().y < size.y)
            user.click(tab);
        user.frames(2);
        expect_places(user);
    }
    for (const ImGuiKey key :
         {ImGuiKey_PageDown, ImGuiKey_PageDown, ImGuiKey_End, ImGuiKey_UpArrow, ImGuiKey_Home})
        user.press(key);
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    for (const float across : {0.1F, 0.3F, 0.5F, 0.9F})
        for (const float down : {0.02F, 0.3F, 0.6F, 0.95F}) {
            user.move_to(ImVec2(size.x * across, size.y * down));
            user.wheel(down > 0.5F ? 1.0F : -1.0F);
        }
    user.move_away();
}

struct Case {
    Sizes sizes;
    int steps;
};

class EverySize : public testing::TestWithParam<Case> {};

TEST_P(EverySize, IsDrawnInEveryWindow) {
    Driver user(sequence(GetParam().sizes, GetParam().steps));
    const Document before = user.document();
    for (const ImVec2 size : windows) {
        user.resize(size);
        look_around(user);
        user.press(ImGuiKey_F5);
        user.frames(2);
        expect_places(user);
        user.press(ImGuiKey_F5);
    }
    EXPECT_EQ(user.document(), before);
}

TEST_P(EverySize, IsDrawnInTheDarkAndUnderEveryDialog) {
    Driver user(sequence(GetParam().sizes, GetParam().steps));
    user.click("bar/theme");
    for (const ImVec2 size : {ImVec2(1280, 720), ImVec2(320, 240), ImVec2(1, 1)}) {
        user.resize(size);
        look_around(user);
        for (const auto& [key, modifiers] :
             {std::pair{ImGuiKey_F1, 0}, std::pair{ImGuiKey_O, 0 + ImGuiMod_Ctrl},
              std::pair{ImGuiKey_S, 0 + ImGuiMod_Ctrl}}) {
            user.press(key, modifiers);
            EXPECT_TRUE(user.sees("dialog"));
            user.press(ImGuiKey_Escape);
            EXPECT_FALSE(user.sees("dialog"));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(OfTheCell, EverySize,
                         testing::Values(Case{{1, 1}, 0}, Case{{1, 1}, 1}, Case{{4, 4}, 100},
                                         Case{{20, 8}, 1}, Case{{3, 9}, 5000}, Case{{20, 64}, 100},
                                         Case{{9, 64}, 0}, Case{{2, 4}, 5000}),
                         [](const auto& test) {
                             return "I" + std::to_string(test.param.sizes.input) + "H" +
                                    std::to_string(test.param.sizes.hidden) + "T" +
                                    std::to_string(test.param.steps);
                         });

/// Weights, inputs and states so large that sums overflow and differences of infinities arise.
Document monstrous(Sizes sizes, int steps) {
    Document document = sequence(sizes, steps);
    for (Shared<Matrix>& matrix : document.network.parameters) {
        Matrix& values = matrix.edit();
        for (Eigen::Index k = 0; k < values.size(); ++k)
            values(k) = k % 2 == 0 ? largest : -largest;
    }
    for (Vector& state : document.initial) state.setConstant(-largest);
    for (Shared<Step>& step : document.sequence.edit())
        for (Eigen::Index k = 0; k < step->x.size(); ++k)
            step.edit().x[k] = k % 3 == 0 ? largest : -2;
    return document;
}

class Monstrous : public testing::TestWithParam<Case> {};

TEST_P(Monstrous, NumbersAreShownAsWhatTheyAre) {
    Driver user(monstrous(GetParam().sizes, GetParam().steps));
    ASSERT_FALSE(std::isfinite(user.value("forget.z", 0, 2)));
    for (const ImVec2 size : windows) {
        user.resize(size);
        look_around(user);
    }
    user.resize(Driver::usual_size);
    user.press(ImGuiKey_End);
    while (user.view().cursor.phase != Phase::speak) user.press(ImGuiKey_DownArrow);
    for (const std::string name : {"c", "h", "written", "candidate.value"}) {
        const double value = user.value(name, 0, user.view().cursor.t);
        const std::string& shown = user.shown("notebook/" + name + "[0]");
        EXPECT_EQ(std::isnan(value), shown == "NaN") << name << " is " << value;
        EXPECT_NE(shown, "?") << name;
    }
    user.click("inspector/weights");
    user.enter("weights/forget.W[0][0]", "1");
    EXPECT_EQ(user.shown("weights/forget.W[0][0]"), "1");
}

INSTANTIATE_TEST_SUITE_P(Cells, Monstrous,
                         testing::Values(Case{{1, 1}, 3}, Case{{2, 4}, 30}, Case{{12, 12}, 30}),
                         [](const auto& test) {
                             return "H" + std::to_string(test.param.sizes.hidden);
                         });

TEST(NoNumber, IsShownAsNaNOnceItIsComputed) {
    // ∞ − ∞: W x and U h₋ overflow with opposite signs.
    Document document = sequence({1, 2}, 2);
    const Cell& cell = document.cell();
    for (Vector& state : document.initial) state.setConstant(largest);
    document.network.parameters[cell.find_parameter("output", "W")].edit().setConstant(-largest);
    document.network.parameters[cell.find_parameter("output", "U")].edit().setConstant(largest);
    document.sequence.edit()[0].edit().x.setConstant(largest);
    Driver user(document);
    for (int phase = 0; phase < 12 && user.view().cursor.phase != Phase::read; ++phase)
        user.press(ImGuiKey_UpArrow);
    EXPECT_EQ(user.shown("notebook/h[0]"), "?");
    for (int phase = 0; phase < 12 && user.view().cursor.phase != Phase::speak; ++phase)
        user.press(ImGuiKey_DownArrow);
    ASSERT_TRUE(std::isnan(user.value("h", 0, 1)));
    EXPECT_EQ(user.view().cursor.t, 1);
    for (const std::string panel : {"notebook/", "diagram/"})
        EXPECT_EQ(user.shown(panel + "h[0]"), "NaN") << panel;
    EXPECT_EQ(user.shown("notebook/h[1]"), "NaN");
}

TEST(Infinity, IsWrittenAsSuch) {
    Document document = sequence({1, 1}, 1);
    document.initial[1][0] = largest;  // c
    document.network.parameters[document.cell().find_parameter("forget", "b")].edit()(0, 0) = 50;
    Driver user(document);
    EXPECT_EQ(user.shown("notebook/c_prev[0]"), "1.8e308");
    EXPECT_EQ(user.shown("notebook/c[0]"), "1.8e308");
    EXPECT_EQ(user.value("tanh_c", 0, 1), 1);
}

TEST(ALongRunOfALargeCell, IsDrawnAndEdited) {
    Driver user(sequence({8, 64}, 5000));
    user.press(ImGuiKey_End);
    EXPECT_EQ(user.view().cursor.t, 5000);
    const double h = user.value("h", 0, 5000);
    user.drag("diagram/x[0]", 20);
    EXPECT_NE(user.value("h", 0, 5000), h);
    user.wheel("timeline/axis", 5);
    user.press(ImGuiKey_Home);
    EXPECT_EQ(user.shown("timeline/cursor"), "1");
}

TEST(HeatMaps, AreThoseOfTheDocumentThatIsOpen) {
    // Two documents of one shape: nothing that a painter keeps of the first may serve the second.
    Driver user(sequence({2, 12}, 6));
    Document other = sequence({2, 12}, 6);
    other.network = randomised(other.network, 99);
    ASSERT_FALSE(user.painter().painted().empty());
    TemporaryFolder folder;
    const auto file = folder.path() / "other.json";
    save_file(file, write_scenario(other));
    user.application().open_file(file);
    user.frames(3);  // BlindPainter holds the panels to their promise
    EXPECT_EQ(user.document(), other);
}

}  // namespace
}  // namespace lstm
