/// Whether everything can be read: contrast, size, and room, measured on the letters that are
/// drawn.
#include "drawn_text.h"
#include "driver.h"
#include "room.h"
#include "ui/look/theme.h"
#include "ui/panels.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lstm {
namespace {

/// WCAG 2.1, success criterion 1.4.3.
constexpr double readable = 4.5;

std::string hex(const ImVec4& colour) {
    const auto byte = [](float share) { return static_cast<int>(share * 255 + 0.5F); };
    return fmt::format("#{:02x}{:02x}{:02x}", byte(colour.x), byte(colour.y), byte(colour.z));
}

/// What of a control that cannot be used now is drawn in: exempt from 1.4.3, and lets its paper
/// through.
bool disabled(const Letter& letter) {
    return letter.ink.w < 0.99F;
}

/// Of the letters in windows whose name holds `window`.
void expect_contrast(const std::string& scene, std::string_view window = "") {
    std::set<std::string> faults;
    for (const Letter& letter : drawn_text()) {
        if (std::string_view(letter.window).find(window) == std::string_view::npos ||
            disabled(letter))
            continue;
        const double found = contrast(letter.ink, letter.paper);
        if (found < readable)
            faults.insert(fmt::format("“{}” in {} on {}: {:.2f}", utf8(letter.character),
                                      hex(letter.ink), hex(letter.paper), found));
    }
    for (const std::string& fault : faults) ADD_FAILURE() << scene << ": " << fault;
}

void look_at_every_page_and_phase(Driver& user,
                                  const std::function<void(const std::string&)>& look) {
    for (const Page page : pages) {
        user.application().view().look.page = page;
        user.frames(3);
        look(fmt::format("page {}", name_of(page)));
    }
    user.application().view().look.page = Page::weights;
    for (int phase = 0; phase < phase_count; ++phase) {
        user.application().view().cursor.phase = static_cast<Phase>(phase);
        user.frames(3);
        look("phase " + std::string(name_of(user.view().cursor.phase)));
    }
}

void ask_and_answer(Driver& user, const std::function<void(const std::string&)>& look) {
    user.press(ImGuiKey_P);
    look("a question");
    user.type("0.5");
    user.press(ImGuiKey_Enter);
    look("an answer");
    user.press(ImGuiKey_Escape);
}

class EveryTheme : public testing::TestWithParam<ThemeName> {};

TEST_P(EveryTheme, HasContrastWhereverThereIsText) {
    for (const char* example : {"ai-by-hand", "statquest-minus-ten", "gomez-as-printed"}) {
        Driver user(example);
        user.application().view().look.theme = GetParam();
        const auto look = [&](const std::string& scene) {
            expect_contrast(example + (", " + scene));
        };
        look_at_every_page_and_phase(user, look);
        ask_and_answer(user, look);
        user.press(ImGuiKey_C);
        user.frames(3);
        look("two cells");
        user.application().view().look.presenter = true;
        user.frames(3);
        look("presenter mode, two cells");
        user.press(ImGuiKey_C);
        user.frames(3);
        look("presenter mode");
    }
}

TEST_P(EveryTheme, HasContrastInDialogs) {
    Driver user("company-a");
    View& view = user.application().view();
    view.look.theme = GetParam();
    view.dialogs.conflict = {"/a/lesson.json", "written on 26 November 2026, 00:41, 2.1 kB"};
    view.dialogs.recoverable = {{"A lesson", "/a/lesson.json", "26 November 2026, 00:41"}};
    for (const Dialog dialog : all_dialogs()) {
        user.application().view().dialogs.open = dialog;
        user.frames(4);
        ASSERT_TRUE(user.sees("dialog"));
        expect_contrast("a dialog", "###dialog");  // what lies behind is dimmed
        user.application().view().dialogs.open = Dialog::closed;
        user.frames(4);
    }
}

INSTANTIATE_TEST_SUITE_P(Legibility, EveryTheme, testing::ValuesIn(theme_names),
                         [](const auto& test) { return std::string(name_of(test.param)); });

// Presenter mode, for the back row: pixels on a screen of 1920 × 1080.

constexpr ImVec2 projector{1920, 1080};
constexpr float least_type = 30;
constexpr float least_value = 40;
constexpr float rounding = 0.51F;  // of a glyph's edges to the texture's pixels

/// Digits inside the regions that show what the cell computes.
void expect_large_values(const Driver& user, const std::vector<Letter>& letters,
                         const std::string& scene) {
    for (const auto& [id, region] : user.application().regions().all()) {
        const bool computed = id.starts_with("notebook/") || id.starts_with("diagram/");
        const bool given =
            id.find("x[") != std::string::npos || id.find(".b[") != std::string::npos;
        if (!computed || given || id.find('[') == std::string::npos) continue;
        for (const Letter& letter : letters) {
            const ImVec2 at = letter.centre();
            const bool inside = at.x > region.min.x && at.x < region.max.x && at.y > region.min.y &&
                                at.y < region.max.y;
            const bool digit = letter.character >= '0' && letter.character <= '9';
            if (!inside || !digit) continue;
            EXPECT_GE(letter.size, least_value - rounding) << scene << ": " << id;
        }
    }
}

class PresenterOf : public testing::TestWithParam<int> {};

TEST_P(PresenterOf, HasNothingUnder30PixelsAndValuesOf40) {
    Driver user("ai-by-hand", projector);
    const auto units = [&] { return user.document().sizes().hidden; };
    while (units() > GetParam()) user.click("weights/hidden_size/less");
    while (units() < GetParam()) user.click("weights/hidden_size/more");
    user.click("weights/randomise");
    user.move_away();
    const auto look = [&](const std::string& scene) {
        const std::vector<Letter> letters = drawn_text();
        ASSERT_GT(letters.size(), 50U);
        float least = 1000;
        for (const Letter& letter : letters) least = std::min(least, letter.size);
        EXPECT_GE(least, least_type - rounding) << scene;
        expect_large_values(user, letters, scene);
        expect_room(scene);
    };
    user.press(ImGuiKey_F5);
    user.press(ImGuiKey_Home);
    for (int n = 0; n < 2 * phase_count; ++n) {
        look(std::to_string(n) + " phases on");
        user.press(ImGuiKey_PageDown);
    }
    ask_and_answer(user, look);
    user.press(ImGuiKey_U);
    look("all units");
    user.press(ImGuiKey_C);
    expect_room("all units of two cells");  // what is scrolled away stands beneath what reads
    user.press(ImGuiKey_U);
    look("two cells");
}

INSTANTIATE_TEST_SUITE_P(Units, PresenterOf, testing::Range(1, 9));

TEST(Presenter, HasNoCommandsButSaysWhatThePhaseDoes) {
    Driver user("company-a", projector);
    user.press(ImGuiKey_F5);
    for (const char* command : {"bar/open", "bar/save", "bar/undo", "inspector/weights"})
        EXPECT_FALSE(user.sees(command));
    EXPECT_EQ(user.shown("bar/title"), user.document().title);
    EXPECT_EQ(user.shown("transport/place"), "step 1 of 4  ·  day 1");
    EXPECT_EQ(user.shown("presenter/sentence"), "The hidden state is spoken: h = o ⊙ tanh c.");
    user.press(ImGuiKey_PageDown);
    EXPECT_EQ(user.shown("transport/place"), "step 2 of 4  ·  day 2");
    EXPECT_EQ(user.shown("presenter/sentence"), "x and h₋ arrive, and all clerks hear them.");
    user.press(ImGuiKey_B);
    EXPECT_TRUE(user.sees("blank"));
    user.press(ImGuiKey_Period);
    EXPECT_FALSE(user.sees("blank"));
    user.press(ImGuiKey_Escape);
    EXPECT_TRUE(user.sees("bar/open"));
}

// Windows of all sizes.

struct Screen {
    ImVec2 size;
    float zoom;
};

class EveryScreen : public testing::TestWithParam<Screen> {};

TEST_P(EveryScreen, HasRoomForItsText) {
    for (const char* example : {"ai-by-hand", "company-a", "gomez-as-printed"}) {
        Driver user(example, GetParam().size);
        user.application().view().look.zoom = GetParam().zoom;
        user.frames(4);
        const auto look = [&](const std::string& scene) { expect_room(example + (", " + scene)); };
        look_at_every_page_and_phase(user, look);
        ask_and_answer(user, look);
    }
}

TEST_P(EveryScreen, HasRoomForTwoCells) {
    for (const char* example : {"class-exercise", "adding", "ai-by-hand"}) {
        Driver user(example, GetParam().size);
        View& view = user.application().view();
        view.look.zoom = GetParam().zoom;
        view.look.page = Page::about;
        for (const char* kind : {"rnn", "lstm_no_output_activation"}) {
            view.comparison = {true, kind, {}};
            user.press(ImGuiKey_End);
            for (const Phase phase : {Phase::forget, Phase::speak}) {
                view.cursor.phase = phase;
                user.frames(3);
                expect_room(fmt::format("{} beside {}, {}", kind, example, name_of(phase)));
            }
        }
        view.look.page = Page::weights;
        view.look.choosing_cell = true;
        user.frames(3);
        expect_room("kinds to choose from");
        view.look.choosing_cell = false;
        view.look.page = Page::gradients;
        user.frames(3);
        expect_room("gradients of two cells");
    }
}

INSTANTIATE_TEST_SUITE_P(Legibility, EveryScreen,
                         testing::Values(Screen{{1280, 720}, 1}, Screen{{1920, 1080}, 1},
                                         Screen{{2560, 1440}, 1}, Screen{{960, 1080}, 1},
                                         Screen{{640, 720}, 1}, Screen{{1280, 720}, 1.5F},
                                         Screen{{1920, 1080}, 2}, Screen{{2560, 1440}, 2}),
                         [](const auto& test) {
                             return fmt::format("{}x{}at{}percent", test.param.size.x,
                                                test.param.size.y, test.param.zoom * 100);
                         });

}  // namespace
}  // namespace lstm
