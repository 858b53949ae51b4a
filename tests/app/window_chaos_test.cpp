/// A user who does anything at all: whatever it is, the window holds and nothing is inconsistent.
#include "driver.h"
#include "lessons.h"

#include "document/results.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace lstm {
namespace {

/// Does one thing after another. The same seed does the same.
class Child {
public:
    Child(Driver& user, std::uint32_t seed) : user_(user), dice_(seed) {}

    void act() {
        // A button that is held down is let go before long.
        if (held_ && one_in(3)) {
            held_ = false;
            user_.let_go();
        } else if (held_ || one_in(8)) {
            meddle();
        } else {
            handle(a_place());
        }
        // A child that gets at files must not reach those of others.
        if (user_.view().dialog == Dialog::open || user_.view().dialog == Dialog::save_as)
            user_.press(ImGuiKey_Escape);
    }

    /// Lets go of everything.
    void stop() {
        if (held_) user_.let_go();
        for (int k = 0; k < 4; ++k) user_.press(ImGuiKey_Escape);
    }

private:
    int below(int count) { return std::uniform_int_distribution(0, count - 1)(dice_); }
    bool one_in(int count) { return below(count) == 0; }

    /// The name of something that can be pointed at.
    std::string a_place() {
        std::vector<std::string> names{"nothing"};
        const ImVec2 size = ImGui::GetIO().DisplaySize;
        for (const auto& [name, region] : user_.application().regions().all()) {
            const ImVec2 at = region.centre();
            if (at.x >= 0 && at.y >= 0 && at.x < size.x && at.y < size.y) names.push_back(name);
        }
        return names[below(static_cast<int>(names.size()))];
    }

    void handle(const std::string& place) {
        if (!user_.sees(place)) return;
        switch (below(9)) {
            case 0: user_.double_click(place); break;
            case 1: user_.right_click(place); break;
            case 2: user_.drag(place, static_cast<float>(below(200) - 100)); break;
            case 3: user_.wheel(place, static_cast<float>(below(20) - 10)); break;
            case 4: user_.hold(place), held_ = true; break;
            case 5: user_.move_to(place); break;
            case 6:
                user_.double_click(place), user_.type(some_text()), user_.press(ImGuiKey_Enter);
                break;
            default: user_.click(place); break;
        }
    }

    /// Whatever can be done with the other hand.
    void meddle() {
        switch (below(5)) {
            case 0: user_.type(some_text()); break;
            case 1: user_.resize(some_size()); break;
            case 2:
                user_.move_by(static_cast<float>(below(400) - 200),
                              static_cast<float>(below(99) - 49));
                break;
            case 3: user_.wheel(static_cast<float>(below(20) - 10)); break;
            default: press_some_key(); break;
        }
    }

    void press_some_key() {
        constexpr ImGuiKey keys[] = {
            ImGuiKey_Space,     ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow,
            ImGuiKey_DownArrow, ImGuiKey_Home,      ImGuiKey_End,        ImGuiKey_PageUp,
            ImGuiKey_PageDown,  ImGuiKey_Tab,       ImGuiKey_Enter,      ImGuiKey_Escape,
            ImGuiKey_Delete,    ImGuiKey_Backspace, ImGuiKey_F1,         ImGuiKey_F5,
            ImGuiKey_F6,        ImGuiKey_F11,       ImGuiKey_Period,     ImGuiKey_A,
            ImGuiKey_B,         ImGuiKey_C,         ImGuiKey_G,          ImGuiKey_N,
            ImGuiKey_O,         ImGuiKey_S,         ImGuiKey_V,          ImGuiKey_X,
            ImGuiKey_Y,         ImGuiKey_Z,         ImGuiKey_0,          ImGuiKey_Equal,
            ImGuiKey_Minus};
        const ImGuiKeyChord modifiers =
            (one_in(3) ? ImGuiMod_Ctrl : 0) | (one_in(4) ? ImGuiMod_Shift : 0);
        user_.press(keys[below(static_cast<int>(std::size(keys)))], modifiers);
    }

    const char* some_text() {
        constexpr const char* texts[] = {"1", "-0,5", "1/3", "1e308", "garbage", "σ", "?", "", "7"};
        return texts[below(static_cast<int>(std::size(texts)))];
    }

    ImVec2 some_size() {
        constexpr ImVec2 sizes[] = {{1280, 720}, {1280, 720}, {1920, 1080},
                                    {700, 900},  {320, 240},  {1, 1}};
        return sizes[below(static_cast<int>(std::size(sizes)))];
    }

    Driver& user_;
    std::mt19937 dice_;
    bool held_ = false;
};

void expect_order(const Driver& user) {
    const Document& document = user.document();
    EXPECT_GE(user.view().t, std::min(1, document.steps()));
    EXPECT_LE(user.view().t, document.steps());
    EXPECT_GE(user.view().unit, 0);
    EXPECT_LT(user.view().unit, document.sizes().hidden);
    EXPECT_EQ(user.session().trace().steps(), document.steps());
    EXPECT_EQ(user.session().trace().sizes(), document.sizes());
    EXPECT_EQ(user.session().verdicts().size(), document.expectations->size());
    for (const auto& [name, region] : user.application().regions().all())
        EXPECT_TRUE(std::isfinite(region.min.x) && std::isfinite(region.max.y)) << name;
}

/// What was computed edit by edit is what is computed at once.
void expect_true_results(const Driver& user) {
    const Results fresh(user.document());
    const Cell& cell = user.document().cell();
    for (int t = 1; t <= user.document().steps(); ++t) {
        for (QuantityId q = 0; q < static_cast<QuantityId>(cell.quantities.size()); ++q) {
            for (int k = 0; k < fresh.trace().layout().size(q); ++k)
                EXPECT_EQ(std::bit_cast<std::uint64_t>(user.session().trace().value(q, k, t)),
                          std::bit_cast<std::uint64_t>(fresh.trace().value(q, k, t)))
                    << element_name(cell, q, k) << " at step " << t;
        }
    }
}

class Chaos : public testing::TestWithParam<int> {};

TEST_P(Chaos, BreaksNothing) {
    const TemporaryFolder folder;  // what is saved is saved here
    const std::filesystem::path home = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    Driver user(GetParam() % 2 == 0 ? load_scenario("ai-by-hand").document : lesson({3, 12}, 20));
    Child child(user, static_cast<std::uint32_t>(GetParam()));
    for (int n = 0; n < 200 && !HasFailure(); ++n) {
        child.act();
        expect_order(user);
    }
    child.stop();
    expect_true_results(user);

    const Document last = user.document();
    int changes = 0;
    for (; user.history().can_undo() && changes < 1000; ++changes)
        user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    expect_true_results(user);
    for (int n = 0; n < changes; ++n) user.press(ImGuiKey_Y, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), last);
    expect_true_results(user);
    std::filesystem::current_path(home);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Chaos, testing::Range(1, 5));

}  // namespace
}  // namespace lstm
