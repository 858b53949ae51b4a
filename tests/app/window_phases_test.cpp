/// What a phase has not computed yet is not shown as known.
#include "driver.h"
#include "sequences.h"

#include "ui/words/numbers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace lstm {
namespace {

/// The phase that makes each quantity known, after the lesson and not after the cell's own list.
const std::map<std::string, Phase> known_from{
    {"h_prev", Phase::read},   {"c_prev", Phase::read},       {"forget.value", Phase::forget},
    {"kept", Phase::forget},   {"input.value", Phase::write}, {"candidate.value", Phase::write},
    {"written", Phase::write}, {"c", Phase::update},          {"output.value", Phase::output},
    {"tanh_c", Phase::speak},  {"h", Phase::speak},
};

/// What should stand for `quantity` of step `t` in phase `phase`.
std::string expected(const Driver& user, const std::string& quantity, int t, Phase phase) {
    return phase < known_from.at(quantity) ? "?" : format_value(user.value(quantity, 0, t), 3);
}

TEST(Unknown, NumbersAreAQuestionMarkUntilTheirPhase) {
    Driver user("company-a");
    user.press(ImGuiKey_RightArrow);
    for (int p = 0; p < phase_count; ++p) {
        const auto phase = static_cast<Phase>(p);
        user.click("transport/" + std::string(name_of(phase)));
        for (const auto& [quantity, from] : known_from) {
            const std::string text = expected(user, quantity, 2, phase);
            const std::string place = quantity + "[0]";
            EXPECT_EQ(user.shown("diagram/" + place), text) << name_of(phase) << " " << place;
            if (!user.sees("notebook/" + place)) continue;
            EXPECT_EQ(user.shown("notebook/" + place), text) << name_of(phase) << " " << place;
        }
    }
}

TEST(Unknown, NumbersStandInEveryUnitsLine) {
    Driver user(sequence({2, 3}, 2));
    user.click("transport/write");
    for (const char* unit : {"[0]", "[1]", "[2]"}) {
        const std::string name = unit;
        EXPECT_NE(user.shown("notebook/candidate.value" + name), "?");
        EXPECT_EQ(user.shown("notebook/c" + name), "?");
        EXPECT_EQ(user.shown("notebook/output.value" + name), "?");
        EXPECT_EQ(user.shown("notebook/h" + name), "?");
    }
}

TEST(Unknown, NumbersAreNotToldByTheSentence) {
    Driver user("company-b");
    const std::string c = user.shown("notebook/c[0]");
    const std::string h = user.shown("notebook/h[0]");
    const std::string whole = user.shown("notebook/sentence");
    EXPECT_NE(whole.find(c), std::string::npos) << whole;
    EXPECT_NE(whole.find(h), std::string::npos) << whole;
    user.click("transport/forget");
    const std::string early = user.shown("notebook/sentence");
    EXPECT_EQ(early.find(c), std::string::npos) << early;
    EXPECT_EQ(early.find(h), std::string::npos) << early;
}

/// The largest number of columns of a heat map in the last frame.
int widest_map(const Driver& user) {
    int widest = 0;
    for (const auto& [key, map] : user.painter().painted()) widest = std::max(widest, map.columns);
    return widest;
}

TEST(Unknown, StepsToComeAreNotDrawnInTheMiddleOfOne) {
    Driver user(sequence({12, 12}, 6));  // so many units that all tracks are heat maps
    user.press(ImGuiKey_RightArrow);
    EXPECT_EQ(widest_map(user), 7);  // a whole step: the rest of the run may be seen, 0 to 6
    user.click("transport/read");
    EXPECT_EQ(widest_map(user), 2);  // x of step 2, but c and h only of 0 and 1
    user.click("transport/update");
    EXPECT_EQ(widest_map(user), 3);  // c of 0, 1 and 2
}

TEST(Unknown, PublishedNumbersAreComparedWithAQuestionMark) {
    Driver user("company-a");
    user.click("inspector/published");
    EXPECT_EQ(user.shown("published/0"), "pass");
    user.click("transport/read");
    EXPECT_EQ(user.shown("published/0"), "?");   // c of step 1
    EXPECT_EQ(user.shown("published/10"), "?");  // h of step 4
    user.click("transport/update");
    EXPECT_EQ(user.shown("published/0"), "pass");
    EXPECT_EQ(user.shown("published/1"), "?");  // h of step 1
}

TEST(Unknown, NothingIsOnceTheStepHasSpoken) {
    Driver user("company-a");
    user.click("transport/read");
    user.click("transport/speak");
    for (const auto& [name, region] : user.application().regions().all()) {
        if (name.starts_with("bar/")) continue;  // the button for help says "?"
        EXPECT_NE(region.shown, "?") << name;
    }
}

}  // namespace
}  // namespace lstm
