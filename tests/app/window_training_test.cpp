/// Training in the window: it runs, stops, is one undo, and comes to what the command line comes
/// to.
#include "document/gradients_of.h"
#include "document/training_sequences.h"
#include "drawn_text.h"
#include "driver.h"
#include "sequences.h"
#include "ui/look/theme.h"
#include "ui/words/numbers.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lstm {
namespace {

/// What training of `steps` steps makes of `document`, without a window.
std::vector<Shared<Matrix>> trained(const Document& document, int steps) {
    Trainer trainer = trainer_of(document);
    for (int n = 0; n < steps; ++n)
        EXPECT_TRUE(trainer.step(training_sequences(document, trainer.state().steps)));
    return trainer.network().parameters;
}

TEST(Training, SaysWhatIsMissingWhereNothingCanBeLearned) {
    Driver user(sequence({1, 1}, 3));
    user.click("inspector/training");
    EXPECT_FALSE(user.sees("training/run"));
}

TEST(Training, TakesTheStepsOfTheCommandLineAndIsOneUndo) {
    Driver user("gomez");
    const Document before = user.document();
    user.click("inspector/training");
    user.click("training/run");
    user.frames(5);
    EXPECT_EQ(user.shown("training/run"), "Pause");
    user.click("training/run");
    user.frames(2);
    const auto steps = static_cast<int>(user.document().trained->steps);
    EXPECT_GE(steps, 50);  // ten a frame
    EXPECT_EQ(steps % 10, 0);
    EXPECT_EQ(user.document().network.parameters, trained(before, steps));
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), before);
}

TEST(Training, StepsOneByOne) {
    Driver user("gomez");
    const Document before = user.document();
    user.click("inspector/training");
    user.click("training/step");
    user.frames(3);
    EXPECT_EQ(user.document().trained->steps, 1);
    user.click("training/step");
    user.frames(3);
    EXPECT_EQ(user.document().trained->steps, 2);
    EXPECT_EQ(user.document().network.parameters, trained(before, 2));
    EXPECT_EQ(user.shown("training/losses"), "2");
}

TEST(Training, GoesBackToTheVeryWeightsItBeganWith) {
    Driver user("gomez");
    const Document before = user.document();
    user.click("inspector/training");
    user.click("training/run");
    user.frames(3);
    user.click("training/run");
    user.frames(2);
    ASSERT_NE(user.document(), before);
    user.click("training/start");
    EXPECT_EQ(user.document(), before);
}

TEST(Training, BeginsAnewWithWeightsOfASeed) {
    Driver user("gomez");
    const Network first = user.document().network;
    user.click("inspector/training");
    user.click("training/run");
    user.frames(3);
    user.click("training/run");
    user.click("training/seed");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("42");
    user.press(ImGuiKey_Enter);
    user.click("training/randomise");
    const Document fresh = user.document();
    EXPECT_EQ(fresh.network, randomised(first, 42));
    EXPECT_EQ(fresh.trained->steps, 0);
    EXPECT_FALSE(user.sees("training/losses"));
    user.click("training/run");
    user.frames(3);
    user.click("training/run");
    user.frames(2);
    ASSERT_NE(user.document(), fresh);
    user.click("training/start");
    EXPECT_EQ(user.document(), fresh);
    user.click("inspector/weights");
    EXPECT_EQ(user.shown("weights/seed"), "42");
}

TEST(Training, TellsTheLossOfTheWeightsOnShowAndTheLeast) {
    Driver user("gomez");
    user.click("inspector/training");
    user.enter("training/learning_rate", "30");  // far too much: the loss goes up and down
    user.click("training/step");
    user.frames(3);
    EXPECT_EQ(user.shown("training/progress").find("1 step · loss "), 0U);
    for (int n = 0; n < 6; ++n) {
        user.click("training/step");
        user.frames(3);
    }
    const std::vector<double>& losses = user.application().training().losses;
    ASSERT_EQ(losses.size(), 7U);
    const auto least = std::min_element(losses.begin(), losses.end());
    // The last step's own loss is that of the weights before it.
    const double now = loss_of(user.document(), user.session().trace());
    ASSERT_NE(now, losses.back());
    EXPECT_EQ(user.shown("training/progress"),
              "7 steps · loss " + format_value(now, 6) + " · least " + format_value(*least, 6) +
                  " at step " + std::to_string(least - losses.begin() + 1));
}

/// The letters inside the loss curve, one string.
std::string letters_of_the_curve(const Driver& user) {
    const Region& curve = user.region("training/losses");
    std::string text;
    for (const Letter& letter : drawn_text()) {
        const ImVec2 at = letter.centre();
        if (at.x < curve.min.x || at.x > curve.max.x || at.y < curve.min.y || at.y > curve.max.y)
            continue;
        if (letter.character < 0x80) text += static_cast<char>(letter.character);
        EXPECT_GE(contrast(letter.ink, letter.paper), 4.5);
        EXPECT_GE(letter.min.x, curve.min.x);
        EXPECT_LE(letter.max.x, curve.max.x);
        EXPECT_LE(letter.max.y, curve.max.y);
    }
    return text;
}

TEST(Training, LabelsTheAxesOfTheLossInEveryTheme) {
    for (const ThemeName theme : theme_names) {
        Driver user("gomez");
        user.application().view().look.theme = theme;
        user.click("inspector/training");
        user.click("training/run");
        user.frames(12);
        user.click("training/run");
        user.move_away();
        user.frames(2);
        const std::string text = letters_of_the_curve(user);
        EXPECT_NE(text.find("step"), std::string::npos) << text;
        EXPECT_NE(text.find("100"), std::string::npos) << text;  // ten steps a frame
        // "loss" stands upright, one letter above the other, last first or first first.
        for (const char letter : {'l', 'o', 's'})
            EXPECT_NE(text.find(letter), std::string::npos) << text;
        EXPECT_NE(text.find("0.1"), std::string::npos) << text;
    }
}

TEST(Training, StopsAtTheLossThatWasAskedFor) {
    Driver user("gomez");
    user.click("inspector/training");
    user.enter("training/target_loss", "0.1");
    user.click("training/run");
    user.frames(30);
    EXPECT_EQ(user.shown("training/run"), "Train");
    EXPECT_TRUE(user.sees("training/told"));
    EXPECT_LE(user.application().training().losses.back(), 0.1);
    EXPECT_GT(*(user.application().training().losses.end() - 2), 0.1);
}

TEST(Training, StopsWithASentenceWhereNumbersEnd) {
    Document document = sequence({1, 1}, 3);
    document.sequence.edit()[2].edit().target = Vector::Constant(1, 1e200);
    Driver user(document);
    user.click("inspector/training");
    user.click("training/run");
    user.frames(3);
    EXPECT_EQ(user.shown("training/run"), "Train");
    EXPECT_NE(user.shown("training/told").find("no finite number"), std::string::npos);
    EXPECT_EQ(user.document().network, document.network);
}

TEST(Training, ShowsLessonsThatItIsNotTrainedOn) {
    Driver user("brackets");
    const Document before = user.document();
    user.click("inspector/training");
    user.click("training/lesson");
    EXPECT_NE(*user.document().sequence, *before.sequence);
    EXPECT_EQ(user.document().network, before.network);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), before);
}

TEST(Training, ShowsLessonsWithAnAnomaly) {
    Driver user("pulse");
    user.click("inspector/training");
    user.click("training/missing beat");
    int labels = 0;
    for (int t = 1; t <= user.document().steps(); ++t) {
        if (user.document().step(t).label.empty()) continue;
        ++labels;
        EXPECT_EQ(user.document().step(t).label, "missing");
        EXPECT_LT(std::abs(user.document().step(t).x[0]), 0.2);
        // The beat before it came.
        EXPECT_GT(user.document().step(t - 6).x[0], 0.8);
    }
    EXPECT_EQ(labels, 1);
    user.click("training/lesson");
    for (int t = 1; t <= user.document().steps(); ++t) EXPECT_EQ(user.document().step(t).label, "");
}

TEST(Training, HasNoAnomaliesWhereTheTaskHasNone) {
    Driver user("seasons");
    user.click("inspector/training");
    EXPECT_TRUE(user.sees("training/lesson"));
    EXPECT_FALSE(user.sees("training/missing beat"));
}

TEST(Training, ChangesTheOptimizer) {
    Driver user("gomez");
    user.click("inspector/training");
    user.click("training/adam");
    EXPECT_EQ(user.document().training.optimizer, Optimizer::adam);
    EXPECT_FALSE(user.sees("training/momentum"));
    user.enter("training/beta1", "0.5");
    EXPECT_EQ(user.document().training.beta1, 0.5);
    user.enter("training/beta2", "2");  // below 1 it stays
    EXPECT_GT(user.document().training.beta2, 0.99);
    EXPECT_LT(user.document().training.beta2, 1);
    user.enter("training/learning_rate", "0.5");
    EXPECT_EQ(user.document().training.learning_rate, 0.5);
    user.enter("training/clip", "2");
    EXPECT_EQ(user.document().training.clip, 2.0);
}

}  // namespace
}  // namespace lstm
