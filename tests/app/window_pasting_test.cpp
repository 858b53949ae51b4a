/// Matrices pasted into the weight tables, and copied from there.
#include "driver.h"

#include "document/edit.h"
#include "formats/matrix/matrix_text.h"
#include "ui/state/proposals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

using testing::HasSubstr;

/// Three inputs, two units.
Document wide() {
    return edited(new_document(), Resize{{3, 2}});
}

const Matrix& numbers(const Driver& user, const char* gate, const char* letter) {
    const Cell& cell = user.document().cell();
    return *user.document()
                .network.parameters[static_cast<std::size_t>(cell.find_parameter(gate, letter))];
}

/// Clicks a weight, and presses Ctrl+V.
void paste(Driver& user, const std::string& weight, const std::string& text) {
    ImGui::SetClipboardText(text.c_str());
    user.click("weights/" + weight);
    user.press(ImGuiKey_V, ImGuiMod_Ctrl);
}

TEST(Pasting, MakesNumbersTheMatrixThatTheKeyboardIsAt) {
    Driver user(wide());
    paste(user, "input.W[0][0]", "np.array([[1, 2, 3], [4, 5, 6]])");
    EXPECT_EQ(numbers(user, "input", "W"), (Matrix{{1, 2, 3}, {4, 5, 6}}));
    EXPECT_EQ(user.undo_name(), "paste input.W");
    EXPECT_EQ(user.view().dialogs.open, Dialog::closed);
    paste(user, "forget.U[1][1]", "[1 2; 3 4]");
    EXPECT_EQ(numbers(user, "forget", "U"), (Matrix{{1, 2}, {3, 4}}));
    paste(user, "output.b[0]", "[0.5, -0.5]");
    EXPECT_EQ(numbers(user, "output", "b"), (Matrix{{0.5}, {-0.5}})) << "a list is a vector";
    for (int n = 0; n < 3; ++n) user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), wide());
}

TEST(Pasting, IsOfferedByARightClick) {
    Driver user(wide());
    ImGui::SetClipboardText("1\t2\t3\n4\t5\t6");
    user.right_click("weights/candidate.W[1][0]");
    EXPECT_EQ(user.shown("context/paste"), "Paste numbers as candidate.W");
    user.click("context/paste");
    EXPECT_EQ(numbers(user, "candidate", "W"), (Matrix{{1, 2, 3}, {4, 5, 6}}));
}

TEST(Pasting, AsksWhetherToTurnWhatFitsOnlySo) {
    Driver user(wide());
    paste(user, "input.W[0][0]", "1 4\n2 5\n3 6");
    ASSERT_EQ(user.view().dialogs.open, Dialog::pasting);
    EXPECT_THAT(user.shown("pasting/question"), HasSubstr("input.W is 2 × 3"));
    EXPECT_THAT(user.shown("pasting/question"), HasSubstr("what was copied is 3 × 2"));
    EXPECT_EQ(user.shown("pasting/turn/W"), "input.W, first row: 1  2  3");
    user.press(ImGuiKey_Escape);
    EXPECT_EQ(user.document(), wide());
    user.press(ImGuiKey_V, ImGuiMod_Ctrl);
    user.click("pasting/turn");
    EXPECT_EQ(numbers(user, "input", "W"), (Matrix{{1, 2, 3}, {4, 5, 6}}));
}

TEST(Pasting, AsksWhichComesFirstInOneMatrixForBoth) {
    for (const bool turned : {false, true})
        for (const bool h_first : {false, true}) {
            Driver user(wide());
            const Matrix w{{1, 2, 3}, {4, 5, 6}}, u{{7, 8}, {9, 10}};
            Matrix both(2, 5);
            if (h_first)
                both << u, w;
            else
                both << w, u;
            if (turned) both = Matrix(both.transpose());
            paste(user, "forget.U[0][0]", matrix_text(both, MatrixForm::python));
            ASSERT_EQ(user.view().dialogs.open, Dialog::pasting);
            const std::string way = h_first ? "pasting/h_first" : "pasting/x_first";
            EXPECT_EQ(user.shown(way + "/W"), "forget.W, first row: 1  2  3");
            EXPECT_EQ(user.shown(way + "/U"), "forget.U, first row: 7  8");
            user.click(way);
            EXPECT_EQ(numbers(user, "forget", "W"), w) << turned << h_first;
            EXPECT_EQ(numbers(user, "forget", "U"), u) << turned << h_first;
            EXPECT_EQ(user.undo_name(), "paste forget.W, forget.U");
            user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
            EXPECT_EQ(user.document(), wide());
        }
}

TEST(Pasting, RefusesWhatFitsInNoWay) {
    Driver user(wide());
    paste(user, "input.W[0][0]", "1 2\n3 4");
    ASSERT_EQ(user.view().dialogs.open, Dialog::pasting);
    EXPECT_EQ(user.shown("pasting/question"),
              "input.W is 2 × 3 (rows × columns), and what was copied is 2 × 2. Nothing was "
              "changed.");
    EXPECT_FALSE(user.sees("pasting/turn"));
    user.press(ImGuiKey_Escape);
    paste(user, "input.W[1][1]", "[[1, 2, x], [3, 4, 5]]");
    ASSERT_EQ(user.view().dialogs.open, Dialog::message);
    EXPECT_THAT(user.shown("message/text"),
                HasSubstr("line 1, column 9: expected a number, found \"x],\""));
    EXPECT_EQ(user.document(), wide());
}

TEST(Pasting, TakesTypingAsTypingAndLinksAsLinks) {
    Driver user(wide());
    ImGui::SetClipboardText("0.75");
    user.double_click("weights/input.W[0][0]");
    user.press(ImGuiKey_V, ImGuiMod_Ctrl);
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(numbers(user, "input", "W")(0, 0), 0.75);
    ImGui::SetClipboardText("[1 2 3; 4 5 6]");
    user.click("notebook/sentence");
    user.press(ImGuiKey_V, ImGuiMod_Ctrl);
    EXPECT_THAT(user.shown("notice"), HasSubstr("For weights, first click"))
        << "no weight is in hand";
    ImGui::SetClipboardText("1 2 3\n4 5 6");
    user.press(ImGuiKey_V, ImGuiMod_Ctrl);
    EXPECT_EQ(user.view().dialogs.open, Dialog::table) << "what has no brackets may be steps";
}

TEST(Copying, GivesWhatPastingTakes) {
    Driver user("ai-by-hand");
    const Matrix before = numbers(user, "candidate", "U");
    for (const std::string_view form : matrix_forms) {
        ASSERT_TRUE(matrix_form_named(form)) << form;
        user.right_click("weights/candidate.U[0][0]");
        user.click("context/copy/" + std::string(form));
        EXPECT_EQ(user.view().dialogs.open, Dialog::closed);
        EXPECT_EQ(user.shown("notice"), "candidate.U is copied.");
        EXPECT_EQ(ImGui::GetClipboardText(), matrix_text(before, *matrix_form_named(form)));
    }
    EXPECT_EQ(matrix_forms.size(), all_matrix_forms.size());
}

TEST(Sizes, AreTyped) {
    Driver user(wide());
    user.click("weights/hidden_size");
    user.type("5");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.document().sizes().hidden, 5);
    user.click("weights/input_size");
    user.type("12");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.document().sizes().input, 12);
    user.click("weights/output_size");
    user.type("3");
    user.press(ImGuiKey_Tab);
    EXPECT_EQ(user.document().sizes().output, 3);
    EXPECT_EQ(user.undo_name(), "change the sizes");
    user.click("weights/input_size");
    user.type("99999");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.document().sizes().input, max_size) << "as large as there is";
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    user.drag("weights/hidden_size", 60);
    user.press(ImGuiKey_Escape);
    EXPECT_EQ(user.document().sizes().hidden, 5) << "dragging would lose weights on its way";
}

}  // namespace
}  // namespace lstm
