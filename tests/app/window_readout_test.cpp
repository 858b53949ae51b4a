/// What a read-out says in the window: bars with names, right or wrong, and how that is chosen.
#include "drawn_text.h"
#include "driver.h"
#include "room.h"
#include "support/documents.h"

#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

TEST(ReadoutInTheWindow, SaysWhichClassAndWhetherThatIsRight) {
    Driver user("lag");
    EXPECT_FALSE(user.sees("diagram/verdict"));  // no step, no answer
    user.press(ImGuiKey_End);
    const int steps = user.document().steps();
    EXPECT_EQ(user.shown("diagram/verdict"), "right");
    EXPECT_TRUE(user.sees("diagram/p[0]"));
    EXPECT_TRUE(user.sees("diagram/p[1]"));
    EXPECT_TRUE(user.sees("timeline/p"));
    const int right = static_cast<int>(user.document().step(steps).target[0]);
    Driver other(edited(user.document(), SetTarget{steps, Vector::Constant(1, 1 - right)}));
    other.press(ImGuiKey_End);
    EXPECT_EQ(other.shown("diagram/verdict"), right == 0 ? "wrong: it is B" : "wrong: it is A");
}

TEST(ReadoutInTheWindow, IsWorkedOutWhereItIsClicked) {
    Driver user("lag");
    user.press(ImGuiKey_End);
    user.click("diagram/p[1]");
    EXPECT_EQ(user.view().look.page, Page::derivation);
    std::string all;
    for (const Letter& letter : drawn_text()) all += utf8(letter.character);
    EXPECT_NE(all.find("Thesharesthatsoftmaxgives"), std::string::npos);
    EXPECT_EQ(all.find("Squashed"), std::string::npos);
}

TEST(ReadoutInTheWindow, ShowsOfManyClassesTheLikeliestAndTheRightOne) {
    Driver user("reber");
    for (int t = 1; t <= user.document().steps(); ++t) {
        if (t > 1) user.click("transport/next");
        const auto p = user.session().trace().vector(user.document().cell().at("p"), t);
        const std::string likeliest = "diagram/p[" + std::to_string(*largest_of(p)) + "]";
        EXPECT_TRUE(user.sees(likeliest)) << t;
        const Vector& target = user.document().step(t).target;
        if (target.size() == 0) continue;
        EXPECT_TRUE(user.sees("diagram/p[" + std::to_string(static_cast<int>(target[0])) + "]"))
            << t;
    }
}

TEST(ReadoutInTheWindow, OffersTheActivationsThatTheLossAllows) {
    for (const LossKind loss : losses()) {
        Document document = edited(edited(new_document(), Resize{{1, 1, 2}}), SetLoss{loss});
        Driver user(document, {1280, 1600});
        user.click("weights/kind");
        if (!user.view().look.choosing_form) user.click("weights/form");
        for (const Activation each : readout_activations()) {
            const std::string id = "weights/form/readout/" + std::string(name_of(each));
            ASSERT_EQ(user.sees(id), allows(loss, each)) << name_of(loss) << ": " << id;
            if (!allows(loss, each)) continue;
            user.click(id);
            EXPECT_EQ(user.document().cell().form.readout_activation, each);
        }
    }
}

TEST(ReadoutInTheWindow, GivesInputsAndOutputsTheNamesThatAreTyped) {
    Driver user(edited(new_document(), Resize{{2, 1, 2}}), {1280, 1600});
    user.click("weights/kind");
    if (!user.view().look.choosing_form) user.click("weights/form");
    const auto enter = [&](const char* field, const char* words) {
        user.click(field);
        user.press(ImGuiKey_A, ImGuiMod_Ctrl);
        user.type(words);
        user.press(ImGuiKey_Enter);
    };
    enter("weights/form/output_names", "no, yes");
    EXPECT_EQ(user.document().output_labels, (std::vector<std::string>{"no", "yes"}));
    enter("weights/form/input_names", "only one");
    EXPECT_TRUE(user.document().input_labels.empty());  // there are two: refused, and said
    EXPECT_EQ(user.view().dialogs.open, Dialog::message);
    user.press(ImGuiKey_Escape);
    enter("weights/form/input_names", " a ,b c");
    EXPECT_EQ(user.document().input_labels, (std::vector<std::string>{"a", "b c"}));
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_TRUE(user.document().input_labels.empty());
    EXPECT_EQ(user.undo_name(), "name inputs and outputs");
}

}  // namespace
}  // namespace lstm
