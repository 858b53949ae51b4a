/// Training in the window: it runs, stops, is one undo, and comes to what the command line comes
/// to.
#include "document/lessons.h"
#include "driver.h"
#include "lessons.h"

#include <gtest/gtest.h>

namespace lstm {
namespace {

/// What training of `steps` steps makes of `document`, without a window.
std::vector<Shared<Matrix>> trained(const Document& document, int steps) {
    Trainer trainer = trainer_of(document);
    for (int n = 0; n < steps; ++n)
        EXPECT_TRUE(trainer.step(lesson_of(document, trainer.state().steps)));
    return trainer.network().parameters;
}

TEST(Training, SaysWhatIsMissingWhereNothingCanBeLearned) {
    Driver user(lesson({1, 1}, 3));
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

TEST(Training, StopsAtTheLossThatWasAskedFor) {
    Driver user("gomez");
    user.click("inspector/training");
    user.enter("training/target_loss", "0.1");
    user.click("training/run");
    user.frames(30);
    EXPECT_EQ(user.shown("training/run"), "Train");
    EXPECT_TRUE(user.sees("training/told"));
    EXPECT_LE(user.application().view().learning.losses.back(), 0.1);
    EXPECT_GT(*(user.application().view().learning.losses.end() - 2), 0.1);
}

TEST(Training, StopsWithASentenceWhereNumbersEnd) {
    Document document = lesson({1, 1}, 3);
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
    user.enter("training/learning_rate", "0.5");
    EXPECT_EQ(user.document().training.learning_rate, 0.5);
    user.enter("training/clip", "2");
    EXPECT_EQ(user.document().training.clip, 2.0);
}

}  // namespace
}  // namespace lstm
