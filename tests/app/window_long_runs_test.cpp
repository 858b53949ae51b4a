/// Long runs: what is drawn is found once for each state of the document, is little, and is right.
#include "drawn_text.h"
#include "driver.h"
#include "sequences.h"
#include "ui/panels.h"

#include <gtest/gtest.h>

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lstm {
namespace {

constexpr int many = 100'000;

/// A long run that ends in a target.
Document long_run(int hidden, int steps = many) {
    Document document = sequence({1, hidden}, steps);
    document.sequence.edit().back().edit().target = Vector::Constant(hidden, 0.5);
    return document;
}

/// What the last frame drew in the panel called `name`: places and colours.
std::vector<std::string> drawn_in(std::string_view name) {
    std::vector<std::string> drawn;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
        if (std::string_view(list->_OwnerName).find(name) != std::string_view::npos)
            for (const ImDrawVert& v : list->VtxBuffer)
                drawn.push_back(std::to_string(v.pos.x) + " " + std::to_string(v.pos.y) + " " +
                                std::to_string(v.col));
    return drawn;
}

using Look = std::function<void(View&)>;

/// The ways to look at a run that have curves or walk it otherwise.
const std::vector<std::pair<const char*, Look>>& looks() {
    static const std::vector<std::pair<const char*, Look>> all{
        {"weights", [](View& view) { view.look.page = Page::weights; }},
        {"inputs", [](View& view) { view.look.page = Page::inputs; }},
        {"gradients", [](View& view) { view.look.page = Page::gradients; }},
        {"a weight's working",
         [](View& view) {
             view.look.page = Page::derivation;
             view.selection.subject = ParameterGradientPlace{{0, 0, 0}};
         }},
        {"training", [](View& view) { view.look.page = Page::training; }},
        {"published", [](View& view) { view.look.page = Page::published; }},
        {"going back", [](View& view) { view.cursor.backward_phase = Phase::read; }},
        {"beside", [](View& view) { view.comparison.on = true; }},
    };
    return all;
}

TEST(WindowLongRuns, AMouseThatMovesMakesNothingBeComputedAnew) {
    Driver user(long_run(4));
    for (const auto& [name, look] : looks()) {
        look(user.application().view());
        user.frames(3);
        const auto computed = user.application().memo().computed();
        const Region axis = user.region("timeline/axis");
        for (int n = 1; n < 6; ++n)
            user.move_to(ImVec2{axis.min.x + 40.0F * static_cast<float>(n), axis.centre().y});
        EXPECT_EQ(user.application().memo().computed(), computed) << name;
        user.application().view().cursor.backward_phase.reset();
        user.application().view().comparison.on = false;
    }
}

TEST(WindowLongRuns, PicturesHaveAsFewPointsAsThoseOfAThousandSteps) {
    std::vector<int> points;
    for (const int steps : {1000, many}) {
        Driver user(long_run(4, steps));
        int most = 0;
        for (const auto& [name, look] : looks()) {
            look(user.application().view());
            user.frames(3);
            most = std::max(most, ImGui::GetDrawData()->TotalVtxCount);
            user.application().view().cursor.backward_phase.reset();
            user.application().view().comparison.on = false;
        }
        points.push_back(most);
    }
    // Blocks of more than half a pixel, with two points each, where a thousand steps are one each.
    EXPECT_LT(points[1], 5 * points[0]);
}

TEST(WindowLongRuns, AnEditComputesEachCurveOnceThoughThePictureIsDrawnTwice) {
    Driver user(long_run(4));
    user.hold("weights/forget.W[0][0]");
    user.move_by(20);
    const auto before = user.application().memo().computed();
    const auto revision = user.session().revision();
    user.move_by(3);
    EXPECT_GT(user.session().revision(), revision);
    // x, the four gates of a unit, and h and c of four.
    EXPECT_EQ(user.application().memo().computed() - before, 1 + 4 + 4 + 4);
    user.let_go();
}

/// What a window that has just opened `document` draws of its time axis at step `t`.
std::vector<std::string> drawn_anew(const Document& document, int t) {
    Driver user(document);
    go_to(user.application().view(), user.document(), t);
    user.frames(3);
    return drawn_in("timeline");
}

TEST(WindowLongRuns, AnEditIsDrawnAsIfTheDocumentHadJustBeenOpened) {
    constexpr int steps = 30'000;
    for (const int t : {1, 17, 16'384, steps - 1})
        for (const char* edit : {"inputs/duplicate", "inputs/delete", "inputs/later", "undo"}) {
            std::vector<std::string> drawn;
            Document after;
            int at = 0;
            {
                Driver user(long_run(4, steps));
                user.application().view().look.page = Page::inputs;
                go_to(user.application().view(), user.document(), t);
                user.frames(3);
                user.click(std::string_view(edit) == "undo" ? "inputs/delete" : edit);
                if (std::string_view(edit) == "undo") user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
                user.move_away();
                user.application().view().look.page = Page::weights;
                user.frames(3);
                drawn = drawn_in("timeline");
                after = user.document();
                at = user.view().cursor.t;
            }
            EXPECT_EQ(drawn, drawn_anew(after, at)) << edit << " at step " << t;
        }
}

TEST(WindowLongRuns, ADragIsDrawnAsIfTheDocumentHadJustBeenOpened) {
    std::vector<std::string> dragged;
    const Document before = long_run(3, 20'000);
    Document after;
    {
        Driver user(before);
        user.drag("weights/forget.W[0][0]", 30);
        user.move_away();
        user.frames(3);
        dragged = drawn_in("timeline");
        after = user.document();
        ASSERT_NE(after, before);
    }
    EXPECT_EQ(dragged, drawn_anew(after, 1));
}

TEST(WindowLongRuns, AHeatMapShowsOfEachColumnTheLargest) {
    constexpr int hidden = 9;
    Driver user(long_run(hidden));
    const Trace& trace = user.session().trace();
    const QuantityId c = user.document().cell().at("c");
    constexpr int a_column = 48;  // of the 48.8 that would share one of 2048, whole blocks of 16
    constexpr int columns = many / a_column + 1;
    std::vector<float> expected(std::size_t{hidden} * columns);
    for (int unit = 0; unit < hidden; ++unit)
        for (int t = 0; t <= many; ++t) {
            float& cell = expected[static_cast<std::size_t>(unit) * columns + t / a_column];
            const auto value = static_cast<float>(trace.value(c, unit, t));
            if (std::abs(value) > std::abs(cell)) cell = value;
        }
    const auto& painted = user.painter().painted();
    EXPECT_TRUE(std::any_of(painted.begin(), painted.end(), [&](const auto& map) {
        return map.second.columns == columns && map.second.values == expected;
    }));
}

TEST(WindowLongRuns, ACurveDoesNotReachBeyondItsValues) {
    for (const int steps : {300, 3000, 30'000}) {
        Document document = sequence({1, 1}, steps);
        for (int t = 0; t < steps; t += 2) {
            document.sequence.edit()[static_cast<std::size_t>(t)].edit().x[0] = 1;
            document.sequence.edit()[static_cast<std::size_t>(t) + 1].edit().x[0] = -1;
        }
        Driver user(document);
        const float top = user.region("timeline/x").min.y;
        float highest = 1e6F;
        for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
            if (std::string_view(list->_OwnerName).find("timeline") != std::string_view::npos)
                for (const ImDrawVert& v : list->VtxBuffer) highest = std::min(highest, v.pos.y);
        // Half the line's width, and what smooths its edge.
        EXPECT_GE(highest, top - 1) << steps;
    }
}

TEST(WindowLongRuns, TheHighwayOfALongRunWaitsUntilANumberIsLetGo) {
    for (const int steps : {50, many}) {
        Driver user(long_run(4, steps));
        user.application().view().look.page = Page::gradients;
        user.frames(3);
        EXPECT_TRUE(user.sees("gradients/gradient_flow"));
        user.hold("diagram/forget.b[0]");
        user.move_by(20);
        ASSERT_TRUE(user.session().unsaved());
        EXPECT_EQ(user.sees("gradients/gradient_flow"), steps < many);
        user.let_go();
        EXPECT_TRUE(user.sees("gradients/gradient_flow"));
    }
}

TEST(WindowLongRuns, NumbersOfStepsStandApart) {
    for (const int steps : {900, 9000, 90'000, 1'000'000}) {
        Document document = sequence({1, 1}, 1);
        document.sequence.edit().assign(static_cast<std::size_t>(steps),
                                        document.sequence->front());
        Driver user(document);
        const Region axis = user.region("timeline/axis");
        std::vector<Letter> letters = drawn_text();
        std::erase_if(letters, [&](const Letter& letter) {
            return letter.min.y < axis.max.y || letter.min.x < axis.min.x - 20 ||
                   letter.character < '0' || letter.character > '9' ||
                   letter.min.x > axis.max.x + 20;
        });
        ASSERT_GT(letters.size(), 8U) << steps;
        std::sort(letters.begin(), letters.end(),
                  [](const Letter& a, const Letter& b) { return a.min.x < b.min.x; });
        int digits = 1;
        for (std::size_t n = 1; n < letters.size(); ++n) {
            digits = letters[n].min.x - letters[n - 1].max.x > 4 ? 1 : digits + 1;
            EXPECT_LE(digits, static_cast<int>(std::to_string(steps).size())) << steps;
        }
    }
}

}  // namespace
}  // namespace lstm
