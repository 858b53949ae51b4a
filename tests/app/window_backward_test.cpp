/// Going back: gradients instead of values, phase by phase from the last step to the first.
#include "driver.h"
#include "sequences.h"

#include "document/edit.h"
#include "document/gradients_of.h"
#include "maths/gradient_derivation.h"
#include "ui/words/numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

namespace lstm {
namespace {

/// A lesson whose last step has a target.
Document with_target(Sizes sizes, int steps, const std::string& kind = "lstm") {
    Document document = edited(sequence(sizes, steps), SetCell{kind});
    return edited(document, SetTarget{steps, Vector::Constant(sizes.hidden, 0.5)});
}

/// Turns round, and goes to step `t` with all of its gradients known.
void go_back_to(Driver& user, int t) {
    user.press(ImGuiKey_R);
    ASSERT_TRUE(user.view().cursor.backward_phase);
    while (user.view().cursor.t > t) user.press(ImGuiKey_LeftArrow);
    user.click("transport/read");
    ASSERT_EQ(user.view().cursor.backward_phase, Phase::read);
}

/// The last phase of the way back in which each gradient is still hidden, after the chain rule:
/// what stands at the wire's far end has to be known first.
const std::map<std::string, Phase> known_from{
    {"h", Phase::speak},       {"tanh_c", Phase::speak},  {"output.z", Phase::output},
    {"c", Phase::update},      {"written", Phase::write}, {"candidate.z", Phase::write},
    {"input.z", Phase::write}, {"kept", Phase::forget},   {"forget.z", Phase::forget},
    {"c_prev", Phase::read},   {"h_prev", Phase::read},   {"x", Phase::read},
};

TEST(GoingBack, HasNoLossAtAStepWithoutATarget) {
    Driver user(with_target({1, 1}, 6));
    user.click("inspector/gradients");
    const Region track = user.region("timeline/loss");
    const float column = (track.max.x - track.min.x) / 7;  // from the start to step 6
    const auto reading_at = [&](float step) {
        user.move_to(ImVec2(track.min.x + (step + 0.5F) * column, track.centre().y));
        return user.shown("timeline/reading");
    };
    EXPECT_THAT(reading_at(3), testing::HasSubstr("\nloss = –"));
    EXPECT_THAT(reading_at(6),
                testing::HasSubstr("\nloss = " +
                                   format_exact(loss_of(user.document(), user.session().trace()))));
}

TEST(GoingBack, ShowsEachGradientFromItsPhaseOn) {
    Driver user(with_target({1, 1}, 3));
    user.click("transport/backward");
    for (const Phase phase :
         {Phase::speak, Phase::output, Phase::update, Phase::write, Phase::forget, Phase::read}) {
        user.click("transport/" + std::string(name_of(phase)));
        for (const auto& [quantity, from] : known_from) {
            const double gradient =
                user.session().gradients().value(user.document().cell().at(quantity), 0, 3);
            EXPECT_EQ(user.shown("diagram/" + quantity + "[0]"),
                      phase > from ? "?" : format_value(gradient, 3))
                << name_of(phase) << " " << quantity;
        }
    }
    EXPECT_TRUE(user.sees("timeline/dL/dc"));
    user.click("transport/backward");
    EXPECT_EQ(user.shown("diagram/h[0]"), format_value(user.value("h", 0, 3), 3));
    EXPECT_FALSE(user.sees("timeline/dL/dc"));
}

TEST(GoingBack, IsWalkedFromSpeakToReadAndOnToTheStepBefore) {
    Driver user(with_target({2, 2}, 2));
    user.press(ImGuiKey_R);
    ASSERT_EQ(user.view().cursor.t, 2);
    ASSERT_EQ(user.view().cursor.backward_phase, Phase::speak);
    for (const Phase phase :
         {Phase::output, Phase::update, Phase::write, Phase::forget, Phase::read}) {
        user.press(ImGuiKey_DownArrow);
        EXPECT_EQ(user.view().cursor.backward_phase, phase);
        EXPECT_EQ(user.view().cursor.t, 2);
    }
    user.press(ImGuiKey_PageDown);
    EXPECT_EQ(user.view().cursor.backward_phase, Phase::speak);
    EXPECT_EQ(user.view().cursor.t, 1);
    user.press(ImGuiKey_PageUp);
    EXPECT_EQ(user.view().cursor.backward_phase, Phase::read);
    EXPECT_EQ(user.view().cursor.t, 2);
    EXPECT_EQ(user.view().cursor.phase, Phase::speak);
}

TEST(GoingBack, PlaysFromTheLastStepToTheFirst) {
    Driver user(with_target({1, 1}, 3));
    user.press(ImGuiKey_R);
    for (int round = 0; round < 2; ++round) {
        user.press(ImGuiKey_Space);
        EXPECT_EQ(user.view().cursor.t, 3);
        EXPECT_EQ(user.view().cursor.backward_phase, Phase::read);
        user.frames(static_cast<int>(3 / Driver::seconds_a_frame));
        EXPECT_EQ(user.view().cursor.t, 1);
        EXPECT_FALSE(user.view().playback.playing);
    }
}

TEST(GoingBack, NeedsALossAndSaysSo) {
    Driver user(sequence({1, 1}, 3));
    user.click("transport/backward");
    EXPECT_FALSE(user.view().cursor.backward_phase);
    EXPECT_EQ(user.view().look.page, Page::gradients);
}

TEST(GoingBack, EndsWithTheLastTarget) {
    Driver user(with_target({1, 1}, 3));
    go_back_to(user, 1);
    user.click("diagram/c[0]");
    ASSERT_TRUE(user.view().selection.subject);
    user.click("inspector/inputs");
    user.click("inputs/target[3]/remove");
    EXPECT_FALSE(user.view().cursor.backward_phase);
    EXPECT_FALSE(user.view().selection.subject);
    EXPECT_EQ(user.shown("diagram/h[0]"), format_value(user.value("h", 0, 1), 3));
}

TEST(GoingBack, FollowsAnEdit) {
    Driver user(with_target({1, 1}, 2));
    go_back_to(user, 1);
    const std::string before = user.shown("diagram/c[0]");
    user.enter("weights/output.b[0]", "3");
    EXPECT_EQ(user.weight("output.b"), 3);
    EXPECT_NE(user.shown("diagram/c[0]"), before);
    EXPECT_EQ(
        user.shown("diagram/c[0]"),
        format_value(user.session().gradients().value(user.document().cell().at("c"), 0, 1), 3));
}

TEST(GoingBack, TellsWhatComesWhichWay) {
    Driver user(with_target({1, 1}, 2));
    go_back_to(user, 1);
    user.click("transport/update");
    const std::string& sentence = user.shown("notebook/sentence");
    EXPECT_NE(sentence.find("dL/dc = " + user.shown("diagram/c[0]")), std::string::npos)
        << sentence;
    EXPECT_NE(sentence.find("from step 2"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("through h"), std::string::npos) << sentence;
    // The same stands beside the state.
    EXPECT_TRUE(user.shown("diagram/c[0]/share/0").ends_with(" step 2"));
    EXPECT_TRUE(user.shown("diagram/c[0]/share/1").ends_with(" through h"));
    EXPECT_FALSE(user.sees("diagram/c_prev[0]/share/0"));
}

/// Every kind of cell, in every phase, large and small, and for the back row.
class EveryCellGoingBack : public testing::TestWithParam<std::string> {};

TEST_P(EveryCellGoingBack, ShowsEveryNumberOnceAStepIsWhole) {
    Driver user(with_target({2, 3}, 3, GetParam()));
    user.press(ImGuiKey_R);
    const auto phases = static_cast<int>(user.document().cell().phases().size());
    for (int n = 0; n < 3 * phases; ++n) {
        const bool whole = user.view().cursor.backward_phase == Phase::read;
        for (const auto& [id, region] : user.application().regions().all())
            if (whole && id.starts_with("diagram/")) {
                EXPECT_NE(region.shown, "?") << id;
            }
        user.press(ImGuiKey_U);
        user.press(ImGuiKey_U);
        user.press(ImGuiKey_PageDown);
    }
    EXPECT_EQ(user.view().cursor.t, 1);
    EXPECT_EQ(user.view().cursor.backward_phase, Phase::read);
    user.press(ImGuiKey_F5);
    EXPECT_TRUE(user.sees("presenter/sentence"));
    EXPECT_NE(user.shown("presenter/sentence"), "");
}

std::vector<std::string> all_kinds() {
    std::vector<std::string> kinds;
    for (const Cell* cell : cells()) kinds.push_back(cell->kind);
    return kinds;
}

INSTANTIATE_TEST_SUITE_P(Kinds, EveryCellGoingBack, testing::ValuesIn(all_kinds()),
                         [](const auto& kind) { return kind.param; });

TEST(GradientWorkingPage, ShowsTheChainRuleOfWhatIsClicked) {
    Driver user(with_target({1, 2}, 3));
    go_back_to(user, 1);
    user.click("inspector/working");
    user.click("diagram/unit/more");
    user.click("diagram/c[1]");
    EXPECT_EQ(user.shown("working/title"), "dL/dc[1] at step 1");
    // Through the notebook of the next step, the first of the ways there are.
    const QuantityPlace next{user.document().cell().at("c_prev"), 1, 2};
    std::string link;
    for (const auto& [id, region] : user.application().regions().all())
        if (id.starts_with("working/1/") && link.empty()) link = id;
    ASSERT_NE(link, "");
    user.click(link);
    EXPECT_EQ(user.view().selection.subject, DerivationSubject(GradientPlace{next}));
    EXPECT_EQ(user.view().cursor.t, 2);
    user.click("working/back");
    EXPECT_EQ(user.shown("working/title"), "dL/dc[1] at step 1");
    user.click("working/gradient");
    EXPECT_EQ(user.shown("working/title"), "c[1] at step 1");
    EXPECT_TRUE(user.view().cursor.backward_phase);
    user.click("working/gradient");
    EXPECT_EQ(user.shown("working/title"), "dL/dc[1] at step 1");
}

TEST(GradientWorkingPage, FollowsThePhaseOfTheWayBack) {
    Driver user(with_target({1, 1}, 2));
    go_back_to(user, 1);
    user.click("inspector/working");
    user.click("transport/speak");
    EXPECT_EQ(user.shown("working/title"), "dL/dh[0] at step 1");
    user.click("transport/forget");
    EXPECT_EQ(user.shown("working/title"), "δ forget[0] at step 1");
    user.click("transport/read");
    EXPECT_EQ(user.shown("working/title"), "dL/dc_prev[0] at step 1");
}

TEST(GradientWorkingPage, ChecksAnyGradientAtOneClick) {
    Driver user(with_target({1, 1}, 3));
    go_back_to(user, 1);
    user.click("inspector/working");
    for (const char* number : {"diagram/c[0]", "diagram/forget.z[0]", "diagram/h_prev[0]"}) {
        user.click(number);
        EXPECT_FALSE(user.sees("working/checked"));
        user.click("working/check");
        const std::string& words = user.shown("working/checked");
        const std::string gradient = words.substr(16, words.find(',') - 16);
        EXPECT_EQ(words, "Yes: going back " + gradient + ", by moving it " + gradient);
    }
    // It follows an edit.
    const std::string before = user.shown("working/checked");
    user.click("inspector/weights");
    user.enter("weights/output.b[0]", "3");
    user.click("inspector/working");
    const std::string& after = user.shown("working/checked");
    EXPECT_NE(after, before);
    const std::string gradient = after.substr(16, after.find(',') - 16);
    EXPECT_EQ(after, "Yes: going back " + gradient + ", by moving it " + gradient);
    user.click("working/check");
    EXPECT_FALSE(user.sees("working/checked"));
}

TEST(GradientWorkingPage, TellsWhatEachStepAddsToAWeightsGradient) {
    Driver user(with_target({1, 1}, 3));
    user.click("inspector/gradients");
    user.click("gradients/weight/more");
    user.click("gradients/of_weight");
    EXPECT_EQ(user.view().look.page, Page::derivation);
    EXPECT_EQ(user.shown("working/title"), "dL/dforget.U[0][0]");
    EXPECT_TRUE(user.view().selection.weight);
    user.click("inspector/gradients");
    EXPECT_TRUE(user.sees("timeline/weight"));
}

TEST(GradientWorkingPage, OpensFromANumberOfTheGradientsPage) {
    Driver user(with_target({1, 1}, 3));
    user.click("inspector/gradients");
    user.click("gradients/delta/input");
    EXPECT_EQ(user.view().look.page, Page::derivation);
    EXPECT_EQ(user.shown("working/title"), "δ input[0] at step 1");
    EXPECT_FALSE(user.view().cursor.backward_phase);
}

TEST(GradientWorkingPage, ShowsTheLargestOfManySteps) {
    Driver user(with_target({1, 1}, 60));
    user.click("inspector/gradients");
    user.click("gradients/of_weight");
    EXPECT_EQ(user.shown("working/title"), "dL/dforget.W[0][0]");
    user.press(ImGuiKey_End);
    EXPECT_EQ(user.shown("working/title"), "dL/dforget.W[0][0]");
}

/// What is chosen may be gone after the next edit.
class ChosenGradient : public testing::Test {
protected:
    Driver user_{with_target({1, 2}, 3)};

    void choose_last_steps() {
        user_.press(ImGuiKey_End);
        user_.click("inspector/gradients");
        user_.click("gradients/c");
        ASSERT_EQ(user_.shown("working/title"), "dL/dc[0] at step 3");
        user_.click("working/check");
    }
};

TEST_F(ChosenGradient, IsLetGoWithItsStep) {
    choose_last_steps();
    user_.click("inspector/inputs");
    user_.press(ImGuiKey_LeftArrow);
    user_.click("inputs/target[2]");
    user_.press(ImGuiKey_End);
    user_.click("inputs/delete");
    ASSERT_EQ(user_.document().steps(), 2);
    EXPECT_FALSE(user_.view().selection.subject);
    EXPECT_FALSE(user_.view().selection.checked);
    user_.click("inspector/working");
    EXPECT_TRUE(user_.sees("working/title"));
}

TEST_F(ChosenGradient, IsLetGoWithItsUnit) {
    user_.click("diagram/unit/more");
    user_.click("inspector/gradients");
    for (int n = 0; n < 6; ++n) user_.click("gradients/weight/more");
    user_.click("gradients/of_weight");
    user_.click("diagram/c[1]");
    user_.click("working/gradient");
    ASSERT_TRUE(user_.view().selection.weight);
    ASSERT_EQ(user_.view().selection.trail.size(), 2U);
    user_.click("inspector/weights");
    user_.click("weights/hidden_size/less");
    EXPECT_FALSE(user_.view().selection.subject);
    for (const DerivationSubject& each : user_.view().selection.trail)
        EXPECT_FALSE(std::holds_alternative<QuantityPlace>(each));
    user_.click("inspector/working");
    EXPECT_TRUE(user_.sees("working/title"));
}

TEST_F(ChosenGradient, IsLetGoByUndo) {
    user_.click("inspector/inputs");
    user_.press(ImGuiKey_End);
    user_.click("inputs/duplicate");
    ASSERT_EQ(user_.document().steps(), 4);
    user_.press(ImGuiKey_End);
    user_.click("inspector/gradients");
    user_.click("gradients/c");
    ASSERT_EQ(user_.shown("working/title"), "dL/dc[0] at step 4");
    user_.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    ASSERT_EQ(user_.document().steps(), 3);
    EXPECT_FALSE(user_.view().selection.subject);
    EXPECT_TRUE(user_.sees("working/title"));
    user_.click("inspector/inputs");
    for (int n = 0; n < 3; ++n) user_.click("inputs/delete");
    ASSERT_EQ(user_.document().steps(), 0);
    user_.click("inspector/working");
    EXPECT_TRUE(user_.sees("working/title"));
}

TEST(ManyUnits, HaveTheirGradientsAsHeatMaps) {
    Driver user(with_target({2, 12}, 6));
    user.press(ImGuiKey_R);
    user.click("transport/update");
    ASSERT_TRUE(user.sees("timeline/dL/dc"));
    // Only what is known is painted: dL/dc of the last step alone.
    bool found = false;
    for (const auto& [key, map] : user.painter().painted())
        found |= map.rows == 12 && map.columns == 1 &&
                 map.values[5] == static_cast<float>(user.session().gradients().value(
                                      user.document().cell().at("c"), 5, 6));
    EXPECT_TRUE(found);
}

}  // namespace
}  // namespace lstm
