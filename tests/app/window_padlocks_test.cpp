/// Padlocks on the weight tables: what training leaves alone.
#include "drawn_text.h"
#include "driver.h"
#include "sequences.h"

#include "document/edit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace lstm {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Document to_learn(const std::vector<std::string>& frozen = {}) {
    Document document = edited(sequence({1, 2}, 3), SetTarget{3, Vector::Constant(2, 0.5)});
    document = edited(document, Randomise{5});
    document.training.frozen = frozen;
    return document;
}

TEST(Padlocks, AreClosedAndOpenedByAClickAndUndone) {
    Driver user(to_learn());
    const std::string lock = "weights/forget.W/lock";
    EXPECT_EQ(user.shown(lock), "not locked");
    user.click(lock);
    EXPECT_THAT(user.document().training.frozen, ElementsAre("forget.W"));
    EXPECT_EQ(user.shown(lock), "locked");
    EXPECT_EQ(user.shown("weights/forget.U/lock"), "not locked");
    EXPECT_EQ(user.undo_name(), "change how it learns");
    user.click(lock);
    EXPECT_TRUE(user.document().training.frozen.empty());
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown(lock), "locked");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown(lock), "not locked");
}

TEST(Padlocks, OfAPatternAreClosedAndOpenedOneByOne) {
    Driver user(to_learn({"*.b"}));
    for (const char* gate : {"forget", "input", "candidate", "output"}) {
        EXPECT_EQ(user.shown("weights/" + std::string(gate) + ".b/lock"), "locked") << gate;
        EXPECT_EQ(user.shown("weights/" + std::string(gate) + ".W/lock"), "not locked") << gate;
    }
    user.click("weights/input.b/lock");
    EXPECT_EQ(user.shown("weights/input.b/lock"), "not locked");
    EXPECT_EQ(user.shown("weights/output.b/lock"), "locked");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_THAT(user.document().training.frozen, ElementsAre("*.b")) << "as the file has it";
}

TEST(Padlocks, AreOnEveryParameterOfEveryCell) {
    for (const Cell* kind : cells()) {
        Document document = edited(edited(new_document(), SetCell{kind->kind}), Resize{{2, 2, 2}});
        CellForm form = document.cell().form;
        form.biases = 2;
        Driver user(edited(document, SetForm{form}), {1280, 1600});
        for (const Parameter& parameter : user.document().cell().parameters) {
            const std::string lock = "weights/" + parameter.name() + "/lock";
            ASSERT_TRUE(user.sees(lock)) << kind->kind << ": " << lock;
            user.click(lock);
            EXPECT_EQ(user.document().training.frozen.back(), parameter.name()) << kind->kind;
        }
    }
}

TEST(Padlocks, AreWorkedWithTheKeyboard) {
    Driver user(to_learn());
    for (int n = 0; n < 500 && user.view().input.focus.id != "weights/forget.b/lock"; ++n)
        user.press(ImGuiKey_Tab);
    ASSERT_EQ(user.view().input.focus.id, "weights/forget.b/lock");
    user.press(ImGuiKey_Space);
    EXPECT_THAT(user.document().training.frozen, ElementsAre("forget.b"));
}

TEST(Padlocks, KeepFromTrainingWhatTheyLock) {
    Driver user(to_learn());
    const Document before = user.document();
    user.click("weights/forget.b/lock");
    user.click("weights/candidate.U/lock");
    user.click("inspector/training");
    EXPECT_EQ(user.shown("training/frozen"),
              "Locked, and left as they are: forget.b and candidate.U.");
    user.click("training/step");
    user.frames(3);
    const Cell& cell = before.cell();
    for (std::size_t p = 0; p < cell.parameters.size(); ++p) {
        const std::string name = cell.parameters[p].name();
        const bool same = *user.document().network.parameters[p] == *before.network.parameters[p];
        EXPECT_EQ(same, name == "forget.b" || name == "candidate.U") << name;
    }
    user.click("training/unlock");
    EXPECT_TRUE(user.document().training.frozen.empty());
    EXPECT_FALSE(user.sees("training/frozen"));
}

TEST(Padlocks, ThatAreAllClosedSaySoWhereOneTrains) {
    Driver user(to_learn({"*.*"}));
    user.click("inspector/training");
    EXPECT_EQ(user.shown("training/frozen"), "Every weight is locked: training changes nothing.");
}

/// Everything that was drawn, without blanks, and "?" for what is not ASCII.
std::string letters() {
    std::string text;
    for (const Letter& letter : drawn_text())
        text += letter.character < 0x80 ? static_cast<char>(letter.character) : '?';
    return text;
}

TEST(Weights, SayWhatTheirShapeIsAndWhoseARowIsWhereTheMouseIs) {
    Driver user(edited(new_document(), Resize{{3, 2, 1}}));
    const std::vector<std::pair<const char*, const char*>> places{
        {"weights/forget.W[1][2]", "Wis[H?I],here[2?3]:row1isunit1"},
        {"weights/forget.U[0][1]", "Uis[H?H],here[2?2]:row0isunit0"},
        {"weights/forget.b[1]", "bis[H],here[2]:row1isunit1"},
        {"weights/readout.W[0][1]", "Wis[O?H],here[1?2]:row0isy?"}};
    for (const auto& [place, sentence] : places) {
        user.move_to(place);
        user.frames(60);
        EXPECT_THAT(letters(), HasSubstr(sentence)) << place;
    }
}

}  // namespace
}  // namespace lstm
