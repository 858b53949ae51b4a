/// Where things stand: everything that a small cell has is in sight at 1280 × 720.
#include "driver.h"
#include "sequences.h"

#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <tuple>

namespace lstm {
namespace {

using Places = std::map<std::string, Region, std::less<>>;

Places places_below(const Driver& user, const std::string& prefix) {
    Places places;
    for (const auto& [name, region] : user.application().regions().all())
        if (name.starts_with(prefix)) places.emplace(name, region);
    return places;
}

bool same_places(const Places& a, const Places& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && x.second.min.x == y.second.min.x &&
               x.second.min.y == y.second.min.y;
    });
}

/// Whether turning the wheel over `place` leaves all that begins with `prefix` where it is.
bool stands_still(Driver& user, const std::string& place, const std::string& prefix) {
    const Places before = places_below(user, prefix);
    for (const float notches : {-5.0F, 5.0F}) {
        user.wheel(place, notches);
        if (!same_places(before, places_below(user, prefix))) return false;
    }
    return !before.empty();
}

/// Sizes up to 4 × 4: input_size, hidden_size.
class SmallCell : public testing::TestWithParam<std::tuple<int, int>> {
protected:
    Sizes sizes{std::get<0>(GetParam()), std::get<1>(GetParam())};
    Driver user{sequence(sizes, 4)};
};

TEST_P(SmallCell, HasAllItsWeightsInSightWithoutScrolling) {
    const Document& document = user.document();
    for (const Parameter& parameter : document.cell().parameters) {
        const int columns = sizes.of(parameter.columns);
        for (int row = 0; row < sizes.hidden; ++row) {
            for (int column = 0; column < columns; ++column) {
                std::string name = "weights/" + parameter.name() + "[" + std::to_string(row) + "]";
                if (parameter.columns != Extent::one) name += "[" + std::to_string(column) + "]";
                ASSERT_TRUE(user.sees(name)) << name;
                EXPECT_TRUE(user.inside(name, "card/inspector")) << name;
            }
        }
    }
    EXPECT_TRUE(stands_still(user, "weights/forget.W[0][0]", "weights/"));
}

TEST_P(SmallCell, HasAllItsUnitsInSightWithoutScrolling) {
    for (int unit = 0; unit < sizes.hidden; ++unit) {
        for (const std::string quantity : {"c_prev", "forget.value", "candidate.value", "c", "h"}) {
            const std::string name = "notebook/" + quantity + "[" + std::to_string(unit) + "]";
            ASSERT_TRUE(user.sees(name)) << name;
            EXPECT_TRUE(user.inside(name, "card/notebook")) << name;
        }
    }
    EXPECT_TRUE(stands_still(user, "notebook/c[0]", "notebook/"));
}

TEST_P(SmallCell, HasItsDiagramInsideItsCard) {
    for (const auto& [name, region] : places_below(user, "diagram/"))
        EXPECT_TRUE(user.inside(name, "card/diagram")) << name;
    EXPECT_TRUE(stands_still(user, "diagram/c[0]", "diagram/"));
}

TEST_P(SmallCell, HasItsInputsInSightWithoutScrolling) {
    user.click("inspector/inputs");
    for (int t = 1; t <= 4; ++t) {
        for (int k = 0; k < sizes.input; ++k) {
            const std::string name = "inputs/x[" + std::to_string(k) + "]@" + std::to_string(t);
            ASSERT_TRUE(user.sees(name)) << name;
            EXPECT_TRUE(user.inside(name, "card/inspector")) << name;
        }
    }
    EXPECT_TRUE(stands_still(user, "inputs/x[0]@1", "inputs/"));
}

TEST_P(SmallCell, HasEveryCommandInTheWindow) {
    const ImVec2 size = Driver::usual_size;
    for (const auto& [name, region] : user.application().regions().all()) {
        if (name.starts_with("working/")) continue;  // as long as the arithmetic is
        EXPECT_GE(region.min.x, 0) << name;
        EXPECT_GE(region.min.y, 0) << name;
        EXPECT_LE(region.max.x, size.x) << name;
        EXPECT_LE(region.max.y, size.y) << name;
    }
    for (const char* name : {"bar/examples", "bar/help", "transport/first", "transport/place",
                             "transport/speak", "timeline/axis", "inspector/about"})
        EXPECT_TRUE(user.sees(name)) << name;
}

INSTANTIATE_TEST_SUITE_P(ForwardPlan, SmallCell,
                         testing::Combine(testing::Values(1, 2, 4), testing::Values(1, 2, 3, 4)),
                         [](const auto& test) {
                             return "Inputs" + std::to_string(std::get<0>(test.param)) + "Units" +
                                    std::to_string(std::get<1>(test.param));
                         });

TEST(Cards, DoNotCoverEachOther) {
    const Driver user(sequence({2, 3}, 4));
    const Places cards = places_below(user, "card/");
    ASSERT_GE(cards.size(), 5U);
    for (const auto& [one, a] : cards) {
        for (const auto& [other, b] : cards) {
            if (one >= other) continue;
            const bool apart = a.max.x <= b.min.x || b.max.x <= a.min.x || a.max.y <= b.min.y ||
                               b.max.y <= a.min.y;
            EXPECT_TRUE(apart) << one << " and " << other;
        }
    }
}

TEST(LargeCell, ScrollsToItsLastWeightAndUnit) {
    Driver user(sequence({2, 30}, 4));
    EXPECT_FALSE(user.sees("weights/output.b[29]"));
    user.wheel("weights/forget.W[0][0]", -200);
    user.move_to("card/inspector");
    ASSERT_TRUE(user.sees("weights/output.W[29][0]"));
    EXPECT_TRUE(user.inside("weights/output.W[29][0]", "card/inspector"));
    user.enter("weights/output.W[29][0]", "0.125");
    EXPECT_EQ(user.weight("output.W", 29, 0), 0.125);

    EXPECT_FALSE(user.sees("notebook/29"));
    user.wheel("notebook/0", -200);
    user.click("notebook/29");
    EXPECT_EQ(user.view().cursor.unit, 29);
    EXPECT_TRUE(user.sees("diagram/c[29]"));
}

TEST(LongRun, ScrollsToItsLastInput) {
    Driver user(sequence({1, 1}, 300));
    user.click("inspector/inputs");
    EXPECT_FALSE(user.sees("inputs/300"));
    user.wheel("inputs/1", -400);
    user.click("inputs/300");
    EXPECT_EQ(user.view().cursor.t, 300);
    user.enter("inputs/x[0]@300", "3");
    EXPECT_EQ(user.document().step(300).x[0], 3);
}

TEST(Weights, FitIntoTheirCells) {
    const Driver user("company-a");
    ImFont* font = ImGui::GetFont();
    for (const double size :
         {0.0, 1.0, 0.5, 0.71, 0.004, 0.0625, 9.996, 12.5, 1.0 / 3, 123456.7, 3e-12, 1e308}) {
        for (const double value : {size, -size}) {
            float wider = 0;
            for (float room = 1; room < 200; ++room) {
                const std::string text = fitted(font, value, room);
                const float width = text_size(font, text).x;
                if (text != "…") {
                    EXPECT_LE(width, room) << text;
                }
                if (size < 100 && room >= 38) {
                    EXPECT_NE(text, "…") << value << " in " << room;
                }
                EXPECT_GE(width, wider) << "fewer digits in more room: " << text;
                if (text != "…") wider = width;
            }
            EXPECT_EQ(fitted(font, value, 2000), format_exact(value));
        }
    }
}

TEST(Weights, OfEightUnitsAreDrawnInsideTheirCells) {
    Driver user(sequence({1, 8}, 4));
    for (const auto& [name, region] : user.application().regions().all()) {
        if (!name.starts_with("weights/") || name.find('[') == std::string::npos) continue;
        if (!user.inside(name, "card/inspector")) continue;
        // The first and the third corner of a letter: it is not cut by the edge of a cell.
        for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
            const auto& corners = list->VtxBuffer;
            for (int n = 0; n + 2 < corners.Size; ++n) {
                const ImVec2 from = corners[n].pos;
                const ImVec2 to = corners[n + 2].pos;
                const bool letter = corners[n].col == packed(palette_of(ThemeName::light).ink) &&
                                    corners[n].uv.x != corners[n + 2].uv.x && to.x > from.x &&
                                    to.y > from.y;
                if (!letter || to.y <= region.min.y || from.y >= region.max.y) continue;
                EXPECT_FALSE(from.x < region.min.x && to.x > region.min.x) << name << " left";
                EXPECT_FALSE(from.x < region.max.x && to.x > region.max.x) << name << " right";
            }
        }
    }
}

}  // namespace
}  // namespace lstm
