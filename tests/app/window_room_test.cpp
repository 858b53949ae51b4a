/// Room for everything: every kind of cell, page and dialog, of every size, in windows of every
/// size.
#include "room.h"

#include "driver.h"
#include "model/learning/loss.h"
#include "sequences.h"
#include "ui/panels.h"
#include "ui/widgets/widgets.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace lstm {
namespace {

/// A lesson for any kind of cell, with a target at its last step.
Document training_sequence(const Cell& cell, Sizes sizes, int steps = 4) {
    Document document = sequence(sizes, steps);
    document.title = cell.title;
    document.description =
        "A lesson that goes on for more than two lines where there is little room, so that one "
        "sees "
        "that whatever stands below does not stand on it: 0.125 of it is here, 0.25 there.";
    document.network = randomised(zero_network(cell, sizes), 11);
    document.initial.assign(cell.states.size(), Vector::Constant(sizes.hidden, -0.25));
    const int size = target_size(document.loss, document.outputs());
    document.sequence.edit().back().edit().target = Vector::Constant(size, 0.5);
    return document;
}

struct Screen {
    ImVec2 size;
    bool presenter;
};

constexpr std::array screens{Screen{{640, 720}, false}, Screen{{1280, 720}, false},
                             Screen{{1920, 1080}, false}, Screen{{1280, 720}, true}};

/// The place of the kind in `cells()`; inputs, units and outputs; the place in `screens`.
using Case = std::tuple<int, std::tuple<int, int, int>, int>;

std::string name_of_case(const Case& which) {
    const auto& [kind, numbers, screen] = which;
    const auto& [size, presenter] = screens[static_cast<std::size_t>(screen)];
    return fmt::format("{}Of{}And{}On{}{}", cells()[static_cast<std::size_t>(kind)]->kind,
                       std::get<0>(numbers), std::get<1>(numbers), size.x,
                       presenter ? "Presenting" : "");
}

class EveryKind : public testing::TestWithParam<Case> {
protected:
    [[nodiscard]] static Document document() {
        const auto& [kind, numbers, screen] = GetParam();
        const auto [inputs, units, outputs] = numbers;
        const std::string& name = cells()[static_cast<std::size_t>(kind)]->kind;
        return training_sequence(*find_cell(name, outputs > 0), {inputs, units, outputs});
    }
    [[nodiscard]] static const Screen& screen() {
        return screens[static_cast<std::size_t>(std::get<2>(GetParam()))];
    }

    void look(const std::string& scene) {
        user.frames(3);
        expect_room(scene);
        expect_apart(user, "diagram/", scene);
    }

    Driver user{document(), screen().size};
};

TEST_P(EveryKind, HasRoomGoingForwardAndBack) {
    View& view = user.application().view();
    view.look.presenter = screen().presenter;
    look("speak");
    for (const Phase phase : user.document().cell().phases()) {
        view.cursor.phase = Phase::speak;
        view.cursor.t = user.document().steps();
        view.cursor.backward_phase = phase;
        look("going back, " + std::string(name_of(phase)));
    }
    view.cursor.backward_phase = Phase::read;
    view.cursor.t = 1;
    look("at the end of the way back");
    view.cursor.all_units = true;
    user.frames(3);
    expect_room("all units, going back");
    view.cursor.backward_phase.reset();
    user.frames(3);
    expect_room("all units");
}

INSTANTIATE_TEST_SUITE_P(Room, EveryKind,
                         testing::Combine(testing::Range(0, static_cast<int>(cells().size())),
                                          testing::Values(std::tuple(1, 1, 0), std::tuple(2, 8, 0),
                                                          std::tuple(7, 8, 7)),
                                          testing::Range(0, static_cast<int>(screens.size()))),
                         [](const auto& test) { return name_of_case(test.param); });

class EveryWidth : public testing::TestWithParam<int> {
protected:
    /// Windows are wider than high, but for the narrow ones.
    [[nodiscard]] static ImVec2 size() {
        const auto width = static_cast<float>(GetParam());
        return {width, std::round(std::max(width * 0.5625F, 600.0F))};
    }
};

TEST_P(EveryWidth, HasRoomForEveryPage) {
    for (const auto& [sizes, steps] :
         {std::pair(Sizes{1, 1, 0}, 6), std::pair(Sizes{2, 8, 1}, 1000),
          std::pair(Sizes{4, 10, 2}, 30)}) {
        Driver user(training_sequence(*find_cell("lstm", sizes.output > 0), sizes, steps), size());
        View& view = user.application().view();
        for (const Page page : pages) {
            view.look.page = page;
            for (const int t : {1, steps}) {
                view.cursor.t = t;
                user.frames(3);
                expect_room(
                    fmt::format("page {} at t = {} of {} units", name_of(page), t, sizes.hidden));
            }
        }
        view.look.page = Page::weights;
        view.look.choosing_cell = true;
        user.frames(3);
        expect_room("the kinds of cells");
    }
}

TEST_P(EveryWidth, HasRoomForEveryDialog) {
    Driver user("company-a", size());
    View& view = user.application().view();
    view.dialogs.conflict = {"/a/lesson.json", "written on 26 November 2026, 00:41, 2.1 kB"};
    view.dialogs.recoverable = {{"A lesson", "/a/lesson.json", "26 November 2026, 00:41"}};
    view.dialogs.message = "Something was not as expected: 0.125, and not 0.25.";
    for (const Dialog dialog : all_dialogs()) {
        view.dialogs.open = dialog;
        user.frames(4);
        ASSERT_TRUE(user.sees("dialog"));
        expect_room("the dialog " + user.shown("dialog"));
        view.dialogs.open = Dialog::closed;
        user.frames(4);
    }
}

TEST_P(EveryWidth, HasRoomForWhatEveryLanguageSays) {
    for (const Language language : languages()) {
        if (language == Language::english) continue;  // the others here are in English
        Driver user(training_sequence(*find_cell("lstm", true), {2, 8, 1}, 30), size());
        View& view = user.application().view();
        view.look.language = language;
        const std::string in = fmt::format(" in {}", name_of(language));
        for (const Page page : pages) {
            view.look.page = page;
            user.frames(3);
            expect_room(fmt::format("page {}", name_of(page)) + in);
        }
        view.cursor.backward_phase = Phase::write;
        user.frames(3);
        expect_room("going back" + in);
        view.cursor.backward_phase.reset();
        view.comparison.on = true;
        user.frames(3);
        expect_room("two cells" + in);
        view.comparison.on = false;
        view.dialogs.message = "0.125";
        for (const Dialog dialog : all_dialogs()) {
            view.dialogs.open = dialog;
            user.frames(4);
            expect_room("the dialog " + user.shown("dialog") + in);
            view.dialogs.open = Dialog::closed;
            user.frames(4);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Room, EveryWidth, testing::Values(640, 800, 1100, 1280, 1920, 2560, 4000),
                         [](const auto& test) { return "Of" + std::to_string(test.param); });

TEST(Notebook, HasItsQuotesWhereTheyWereWhateverItSays) {
    // Letters of the column of h, in the order in which they are drawn.
    Driver user(sequence({1, 4}, 12), {1920, 1080});
    std::set<std::string> places;
    for (int t = 1; t <= 12; ++t) {
        user.press(t == 1 ? ImGuiKey_Home : ImGuiKey_RightArrow);
        const Region& notebook = user.region("card/notebook");
        std::string quotes;
        for (const Letter& letter : drawn_text()) {
            const bool quote = letter.character == 0x201c || letter.character == 0x201d;
            const ImVec2 at = letter.centre();
            if (quote && at.y > notebook.min.y && at.y < notebook.max.y)
                quotes += fmt::format("{} at {:.0f}, {:.0f}; ", utf8(letter.character), at.x, at.y);
        }
        EXPECT_FALSE(quotes.empty());
        places.insert(quotes);
    }
    EXPECT_EQ(places.size(), 1U) << *places.begin() << "and " << *places.rbegin();
}

TEST(Notebook, SaysThatASmallNumberIsNearlyZeroAndAllOfItUnderTheMouse) {
    Document document = sequence({1, 1}, 3);
    for (Vector& state : document.initial) state = Vector::Zero(1);
    document.network
        .parameters[static_cast<std::size_t>(document.cell().find_parameter("candidate", "W"))] =
        Matrix(Matrix::Constant(1, 1, 1e-6));
    for (const char* vanishing : {"U", "b"})
        document.network.parameters[static_cast<std::size_t>(
            document.cell().find_parameter("candidate", vanishing))] = Matrix(Matrix::Zero(1, 1));
    Driver user(document);
    for (const char* place : {"notebook/c[0]", "diagram/c[0]", "notebook/h[0]"}) {
        EXPECT_EQ(user.shown(place), "≈ 0");
        user.move_to(place);
        user.frames(2);
        std::string tip;
        for (const Letter& letter : drawn_text())
            if (std::string_view(letter.window).starts_with("##")) tip += utf8(letter.character);
        EXPECT_NE(tip.find("e−7"), std::string::npos) << place << ": " << tip;
    }
}

TEST(Weights, KeepTheirBiasesInSightWhileOthersScroll) {
    for (const auto& [inputs, units] : {std::pair(2, 8), std::pair(7, 8), std::pair(4, 10)}) {
        Driver user(sequence({inputs, units}, 4));
        ASSERT_TRUE(user.sees("weights/forget.b[0]"));
        EXPECT_TRUE(user.inside("weights/forget.b[0]", "card/inspector"));
        user.enter("weights/forget.b[1]", "0.125");
        EXPECT_EQ(user.weight("forget.b", 1), 0.125);
    }
}

TEST(InputsPage, LeadFromNumberToNumberWithTab) {
    Document document = training_sequence(*find_cell("lstm", true), {2, 1, 1}, 3);
    for (Shared<Step>& step : document.sequence.edit()) step.edit().target = Vector::Zero(1);
    Driver user(document);
    user.click("inspector/inputs");
    user.click("inputs/x[0]@1");
    for (const char* next : {"inputs/x[1]@1", "inputs/target[1][0]", "inputs/x[0]@2",
                             "inputs/x[1]@2", "inputs/target[2][0]", "inputs/x[0]@3"}) {
        user.press(ImGuiKey_Tab);
        EXPECT_EQ(user.view().input.focus.id, next);
        user.type("0.5");
    }
    user.press(ImGuiKey_Enter);
    for (int t = 1; t <= 3; ++t) EXPECT_EQ(user.document().step(t).label, document.step(t).label);
    EXPECT_EQ(user.document().step(2).target[0], 0.5);
}

TEST(InputsPage, GoOnWithTheTargetThatWasAdded) {
    Driver user(sequence({1, 1}, 4));
    user.click("inspector/inputs");
    user.click("inputs/target[2]");
    EXPECT_EQ(user.view().input.focus.id, "inputs/target[2][0]");
    user.type("0.75");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.document().step(2).target[0], 0.75);
}

TEST(Paragraphs, BreakAtBlanksAndNowhereElse) {
    const Driver user("company-a");
    ImFont* const font = ImGui::GetFont();
    const std::string text = "It is 0.125, or −1,5; a/b and 2.5e−7. The end";
    for (float width = 1; width < 400; width += 7) {
        std::string lines = in_lines(font, text, width);
        float longest = 0;
        for (const char* word : {"0.125,", "−1,5;", "2.5e−7."})
            longest = std::max(longest, text_size(font, word).x);
        if (width < longest) continue;  // a word that is longer than a line has to be broken
        EXPECT_LE(text_size(font, lines).x, width);
        std::ranges::replace(lines, '\n', ' ');
        EXPECT_EQ(lines, text);
    }
    EXPECT_EQ(in_lines(font, "one\n\ntwo", 500), "one\n\ntwo");
    EXPECT_EQ(in_lines(font, "", 500), "");
}

TEST(Kinds, AreClosedByEsc) {
    Driver user("company-a");
    user.click("weights/kind");
    ASSERT_TRUE(user.sees("weights/kind/rnn"));
    user.press(ImGuiKey_Escape);
    EXPECT_FALSE(user.sees("weights/kind/rnn"));
    user.drag("weights/forget.W[0][0]", 20);
    EXPECT_EQ(user.document().cell().kind, "lstm");
    EXPECT_NE(user.weight("forget.W"), 1.63);
}

TEST(Place, IsNeverCutInTheMiddle) {
    Driver user(sequence({1, 1}, 1000));
    for (const int width : {640, 900, 1100, 1280, 1500, 1920}) {
        user.resize({static_cast<float>(width), 720});
        for (const int t : {1, 12, 400, 1000}) {
            user.application().view().cursor.t = t;
            user.frames(3);
            if (!user.sees("transport/place")) continue;
            const Region& place = user.region("transport/place");
            for (const Letter& letter : drawn_text())
                EXPECT_FALSE(letter.character == 0x2026 && letter.min.x >= place.min.x &&
                             letter.min.y >= place.min.y && letter.max.x <= place.max.x + 1 &&
                             letter.max.y <= place.max.y)
                    << width << ", t = " << t;
        }
    }
}

TEST(DerivationText, IsInSightWholeOnALargeScreen) {
    for (const char* example : {"statquest-one-step", "company-a", "gomez"}) {
        Driver user(example, {1920, 1080});
        for (const Phase phase : user.document().cell().phases()) {
            user.application().view().cursor.phase = phase;
            user.frames(4);
            for (const auto& [name, region] : user.application().regions().all()) {
                if (!name.starts_with("working/")) continue;
                EXPECT_LE(region.max.y, user.region("card/working").max.y)
                    << example << ", " << name_of(phase) << ": " << name;
            }
        }
    }
}

}  // namespace
}  // namespace lstm
