/// Dragging numbers: what changes, when, by how much, and what undo makes of it.
#include "driver.h"
#include "sequences.h"

#include "document/results.h"
#include "ui/words/numbers.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

namespace lstm {
namespace {

constexpr const char* weight = "weights/candidate.b[0]";  // −0.32 in company A
constexpr double sharp =
    1e-12;  // dragged values are decimal fractions, as good as doubles hold them

/// All that is computed and shown is what a fresh computation from the document gives, bit by bit.
void expect_everything_follows(const Driver& user) {
    const Results fresh(user.document());
    const Cell& cell = user.document().cell();
    for (int t = 1; t <= user.document().steps(); ++t) {
        for (std::size_t q = 0; q < cell.quantities.size(); ++q) {
            const auto id = static_cast<QuantityId>(q);
            for (int k = 0; k < fresh.trace().plan().size(id); ++k)
                EXPECT_EQ(std::bit_cast<std::uint64_t>(user.session().trace().value(id, k, t)),
                          std::bit_cast<std::uint64_t>(fresh.trace().value(id, k, t)))
                    << element_name(cell, id, k) << " at step " << t;
        }
    }
    for (const char* name :
         {"c_prev", "forget.value", "input.value", "candidate.value", "c", "h"}) {
        const std::string place = std::string(name) + "[0]";
        const double value = fresh.trace().value(cell.at(name), 0, user.view().cursor.t);
        EXPECT_EQ(user.shown("notebook/" + place), format_value(value, 3)) << place;
        EXPECT_EQ(user.shown("diagram/" + place), format_value(value, 3)) << place;
    }
}

TEST(Dragging, ChangesEverythingDownstreamInTheSameFrame) {
    Driver user("company-a");
    user.press(ImGuiKey_End);
    const std::string h = user.shown("notebook/h[0]");
    user.hold(weight);
    for (const double value : {-0.22, -0.12, -0.02}) {
        user.move_by(10);  // one frame
        EXPECT_NEAR(user.weight("candidate.b"), value, sharp);
        EXPECT_EQ(user.shown(weight), format_exact(user.weight("candidate.b")));
        EXPECT_NE(user.shown("notebook/h[0]"), h);
        expect_everything_follows(user);
    }
    user.let_go();
    EXPECT_NEAR(user.weight("candidate.b"), -0.02, sharp);
    EXPECT_EQ(user.shown(weight), "−0.02");
}

TEST(Dragging, AnInputChangesItsStepAndThoseBehindIt) {
    Driver user("company-a");
    const double before = user.value("h", 0, 1);
    const double last = user.value("h", 0, 4);
    user.click("inspector/inputs");
    user.drag("inputs/x[0]@2", 50);
    EXPECT_NEAR(user.document().step(2).x[0], 1.0, sharp);
    EXPECT_EQ(user.shown("inputs/x[0]@2"), "1");
    EXPECT_EQ(user.value("h", 0, 1), before);
    EXPECT_NE(user.value("h", 0, 4), last);
    user.press(ImGuiKey_End);
    expect_everything_follows(user);
}

TEST(Dragging, AnInitialStateChangesTheFirstStep) {
    Driver user("statquest-one-step");
    user.click("inspector/inputs");
    user.drag("inputs/c[0]@0", -100);
    EXPECT_NEAR(user.document().initial[1][0], 1.0, sharp);
    EXPECT_EQ(user.shown("inputs/c[0]@0"), "1");
    EXPECT_EQ(user.shown("notebook/c_prev[0]"), "1.000");
    expect_everything_follows(user);
}

TEST(Dragging, ANumberOfTheDiagramIsDraggingIt) {
    Driver user("company-a");
    user.press(ImGuiKey_RightArrow);
    user.drag("diagram/x[0]", -25);
    EXPECT_NEAR(user.document().step(2).x[0], 0.25, sharp);
    user.drag("diagram/output.b[0]", 40);
    EXPECT_NEAR(user.weight("output.b"), 0.99, sharp);
    EXPECT_EQ(user.shown("weights/output.b[0]"), "0.99");
    expect_everything_follows(user);
}

TEST(Dragging, IsOneUndoHoweverLongItTakes) {
    Driver user("company-a");
    const Document before = user.document();
    const std::string c = user.shown("notebook/c[0]");
    user.hold(weight);
    for (int k = 0; k < 30; ++k) user.move_by(k % 3 == 0 ? -4.0F : 7.0F);
    user.let_go();
    const Document after = user.document();
    ASSERT_NE(after, before);
    EXPECT_EQ(user.undo_name(), "change candidate.b[0]");

    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), before);
    EXPECT_FALSE(user.history().can_undo());
    EXPECT_EQ(user.shown(weight), "−0.32");
    EXPECT_EQ(user.shown("notebook/c[0]"), c);

    user.press(ImGuiKey_Y, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), after);
    expect_everything_follows(user);
}

TEST(Dragging, TwiceIsTwoUndos) {
    Driver user("company-a");
    user.drag(weight, 10);
    user.frames(30);  // longer than between the clicks of a double click
    user.drag(weight, 10);
    EXPECT_NEAR(user.weight("candidate.b"), -0.12, sharp);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_NEAR(user.weight("candidate.b"), -0.22, sharp);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.weight("candidate.b"), -0.32);
    EXPECT_FALSE(user.history().can_undo());
}

TEST(Dragging, ThatReturnsLeavesNoTrace) {
    Driver user("company-a");
    const Document before = user.document();
    user.hold(weight);
    user.move_by(40);
    EXPECT_TRUE(user.session().unsaved());
    user.move_by(-40);
    user.let_go();
    EXPECT_EQ(user.document(), before);
    EXPECT_FALSE(user.history().can_undo());
    EXPECT_FALSE(user.session().unsaved());
    EXPECT_EQ(user.shown(weight), "−0.32");
}

TEST(Dragging, ThatReturnsBringsBackEveryDigit) {
    Document document = sequence({1, 1}, 2);
    document.network.parameters[0].edit()(0, 0) = 0.123456789;  // lies on no grid
    Driver user(document);
    ASSERT_EQ(user.weight("forget.W"), 0.123456789);
    user.hold("weights/forget.W[0][0]");
    user.move_by(40);
    EXPECT_NEAR(user.weight("forget.W"), 0.52, sharp);
    user.move_by(-40);
    user.let_go();
    EXPECT_EQ(user.weight("forget.W"), 0.123456789);
    EXPECT_FALSE(user.history().can_undo());
}

TEST(Dragging, IsCoarseWithShiftAndFineWithAlt) {
    Driver user("company-a");
    user.drag(weight, 20);
    EXPECT_NEAR(user.weight("candidate.b"), -0.12, sharp);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    user.drag(weight, 20, ImGuiMod_Shift);
    EXPECT_NEAR(user.weight("candidate.b"), 1.7, sharp);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    user.drag(weight, 20, ImGuiMod_Alt);
    EXPECT_NEAR(user.weight("candidate.b"), -0.3, sharp);
    EXPECT_EQ(user.shown(weight), "−0.3");
}

TEST(Dragging, GoesAsFastAsTheNumberIsLarge) {
    struct Case {
        double before;
        double after;  ///< 30 pixels to the right
    };
    for (const auto& [before, after] :
         {Case{0, 0.3}, Case{0.5, 0.8}, Case{9.5, 9.8}, Case{-10, -7}, Case{50, 53},
          Case{1000, 1300}, Case{-25000, -22000}, Case{0.05, 0.08}, Case{0.004, 0.007},
          Case{2e-7, 5e-7}, Case{3e6, 3.3e6}}) {
        Driver user("company-a");
        user.enter(weight, format_plain(before));
        ASSERT_EQ(user.weight("candidate.b"), before);
        user.drag(weight, 30);
        EXPECT_NEAR(user.weight("candidate.b"), after, 1e-9 * std::abs(after)) << before;
    }
}

TEST(Dragging, GivesNumbersThatCanBeReadAloud) {
    Document document = sequence({1, 1}, 2);
    document.network.parameters[0].edit()(0, 0) = 0.123456789;
    Driver user(document);
    user.drag("weights/forget.W[0][0]", 12);
    EXPECT_EQ(user.shown("weights/forget.W[0][0]"), "0.24");
}

TEST(Dragging, GoesOnOutsideTheFieldAndTheWindow) {
    Driver user("company-a");
    user.hold(weight);
    user.move_by(-700, 200);
    EXPECT_NEAR(user.weight("candidate.b"), -7.32, sharp);
    user.move_by(-1000, 2000);
    EXPECT_NEAR(user.weight("candidate.b"), -17.32, sharp);
    user.let_go();
    EXPECT_NEAR(user.weight("candidate.b"), -17.32, sharp);
    EXPECT_EQ(user.shown(weight), "−17.32");
}

TEST(Dragging, IsNotWhatATremblingClickDoes) {
    Driver user("company-a");
    user.hold(weight);
    user.move_by(1);
    user.move_by(-1, 1);
    user.let_go();
    EXPECT_EQ(user.weight("candidate.b"), -0.32);
    EXPECT_FALSE(user.history().can_undo());
}

TEST(Dragging, UpAndDownChangesNothing) {
    Driver user("company-a");
    user.hold(weight);
    for (int k = 0; k < 5; ++k) user.move_by(0, 20);
    user.let_go();
    EXPECT_EQ(user.weight("candidate.b"), -0.32);
}

TEST(Dragging, KeysRestUntilItIsOver) {
    Driver user("company-a");
    const Document before = user.document();
    user.hold("diagram/x[0]");
    user.move_by(30);
    user.press(ImGuiKey_RightArrow);
    user.move_by(10);
    EXPECT_EQ(user.view().cursor.t, 1);
    user.let_go();
    EXPECT_NEAR(user.document().step(1).x[0], 0.4, sharp);
    EXPECT_EQ(user.document().step(2), before.step(2));
    user.press(ImGuiKey_RightArrow);
    EXPECT_EQ(user.view().cursor.t, 2);
}

TEST(Dragging, TheLargestNumbersStaysFinite) {
    Document document = sequence({1, 1}, 2);
    document.network.parameters[0].edit()(0, 0) = std::numeric_limits<double>::max();
    Driver user(document);
    user.drag("weights/forget.W[0][0]", 30);
    EXPECT_EQ(user.view().dialogs.open, Dialog::closed) << user.view().dialogs.message;
    EXPECT_GT(user.weight("forget.W"), 1e308);
}

/// The menu of a weight, and its first line.
void reset(Driver& user, const std::string& id) {
    user.right_click(id);
    user.click("context/back");
}

TEST(RightClick, BringsBackTheFilesValue) {
    Driver user("company-a");
    user.drag(weight, 33);
    user.drag("weights/candidate.U[0][0]", 20);
    user.right_click(weight);
    EXPECT_EQ(user.shown("context/back"), "Back to −0.32, as in the file");
    user.click("context/back");
    EXPECT_EQ(user.weight("candidate.b"), -0.32);
    EXPECT_EQ(user.shown(weight), "−0.32");
    EXPECT_NEAR(user.weight("candidate.U"), 1.61, sharp);  // and no other
    expect_everything_follows(user);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_NEAR(user.weight("candidate.b"), 0.01, sharp);
}

TEST(RightClick, OnWhatTheFileHasHasNothingToBringBack) {
    Driver user("company-a");
    user.right_click(weight);
    EXPECT_FALSE(user.sees("context/back"));
    user.press(ImGuiKey_Escape);
    EXPECT_FALSE(user.history().can_undo());
    EXPECT_FALSE(user.session().unsaved());
}

TEST(RightClick, ResetsInputsAndInitialStatesToo) {
    Driver user("statquest-one-step");
    user.click("inspector/inputs");
    for (const char* field : {"inputs/x[0]@1", "inputs/h[0]@0", "inputs/c[0]@0"}) {
        const std::string before = user.shown(field);
        user.drag(field, 20);
        EXPECT_NE(user.shown(field), before);
        user.right_click(field);
        EXPECT_EQ(user.shown(field), before);
    }
    EXPECT_EQ(user.document(), user.session().original());
}

TEST(RightClick, ResetsTheNumbersOfTheDiagramToo) {
    Driver user("company-a");
    user.drag("diagram/x[0]", 20);
    user.drag("diagram/input.b[0]", 20);
    user.right_click("diagram/x[0]");
    reset(user, "diagram/input.b[0]");
    EXPECT_EQ(user.document(), user.session().original());
}

TEST(ChangedNumbers, AreMarkedUntilTheyAreTheFilesAgain) {
    Driver user("company-a");
    const auto marked = [&](const char* field) {
        user.click("notebook/sentence");  // what has the focus is framed in the same colour
        user.move_away();
        return user.draws(palette_of(ThemeName::light).accent, field);
    };
    EXPECT_FALSE(marked(weight));
    user.drag(weight, 20);
    EXPECT_TRUE(marked(weight));
    EXPECT_FALSE(marked("weights/candidate.U[0][0]"));
    reset(user, weight);
    EXPECT_FALSE(marked(weight));
}

}  // namespace
}  // namespace lstm
