/// Expectations made, changed and deleted in the window.
#include "driver.h"
#include "sequences.h"

#include "document/edit.h"
#include "ui/state/expecting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// StatQuest's step without what is published of it.
Document one_step() {
    Document document = Driver("statquest-one-step").document();
    document.expectations = std::vector<Expectation>{};
    return document;
}

const Expectation& last(const Driver& user) {
    return user.document().expectations->back();
}

TEST(Expecting, BeginsWithARightClickOnANumber) {
    Driver user(one_step());
    user.right_click("diagram/c[0]");
    ASSERT_EQ(user.view().dialogs.open, Dialog::context);
    EXPECT_EQ(user.shown("context/expect"), "This should be …");
    user.click("context/expect");
    ASSERT_EQ(user.view().dialogs.open, Dialog::expecting);
    EXPECT_EQ(user.shown("expecting/name"), "c[0]");
    user.type("2.95");
    // σ(5.95) · 2 + σ(4.27) · tanh(2.03) = 1.994802 + 0.986213 · 0.966083
    EXPECT_THAT(user.shown("expecting/result"), StartsWith("✓ It agrees: 2.94756"));
    user.type("1");
    EXPECT_THAT(user.shown("expecting/result"), StartsWith("✗ 2.94756"));
    user.press(ImGuiKey_Backspace);
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.view().dialogs.open, Dialog::closed);
    ASSERT_EQ(user.document().expectations->size(), 1U);
    EXPECT_EQ(name_of(user.document().cell(), last(user)), "c[0]");
    EXPECT_EQ(last(user).t, 1);
    EXPECT_EQ(last(user).value, 2.95);
    EXPECT_EQ(last(user).decimals, 2);
    EXPECT_EQ(user.undo_name(), "expect c[0]");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_TRUE(user.document().expectations->empty());
}

TEST(Expecting, BeginsWithAKeyForTheNumberUnderTheMouseOrTheChosenOne) {
    Driver user(one_step());
    user.click("diagram/forget.value[0]");
    user.move_away();
    user.press(ImGuiKey_E);
    EXPECT_EQ(user.shown("expecting/name"), "forget.value[0]");
    user.press(ImGuiKey_Escape);
    EXPECT_EQ(user.view().dialogs.open, Dialog::closed);
    user.move_to("notebook/h[0]");
    user.frames(2);
    user.press(ImGuiKey_E);
    EXPECT_EQ(user.shown("expecting/name"), "h[0]");
    user.type("0.9862");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(last(user).decimals, 4);
    user.press(ImGuiKey_E);
    EXPECT_EQ(user.shown("expecting/value"), "0.9862") << "it is expected: that is changed";
}

TEST(Expecting, KeepsNumbersAsTheyWereTyped) {
    Driver user(one_step());
    user.click("inspector/published");
    const std::vector<std::pair<const char*, int>> typed{{"0.123456789", 9}, {"1.2345e-7", 11},
                                                         {"-0.10047768", 8}, {"0.50", 2},
                                                         {"3", 0},           {"1,25", 2}};
    const std::vector<std::string> shown{"0.123456789", "1.2345e−7", "−0.10047768",
                                         "0.50",        "3",         "1.25"};
    for (std::size_t n = 0; n < typed.size(); ++n) {
        user.click("published/add");
        user.type(typed[n].first);
        user.press(ImGuiKey_Enter);
        ASSERT_EQ(user.view().dialogs.open, Dialog::closed);
        EXPECT_EQ(last(user).decimals, typed[n].second) << typed[n].first;
        EXPECT_EQ(user.shown("published/0/expected"), shown[n]);
    }
    EXPECT_EQ(user.document().expectations->size(), 1U) << "one number, changed again and again";
}

TEST(Expecting, TakesAnyNameAndStep) {
    Driver user(edited(Driver("company-a").document(), SetExpectations{}));
    user.click("inspector/published");
    user.click("published/add");
    user.press(ImGuiKey_Tab, ImGuiMod_Shift);  // the step
    while (user.view().input.focus.id != "expecting/name") user.press(ImGuiKey_Tab, ImGuiMod_Shift);
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("forget.z");
    EXPECT_EQ(user.shown("expecting/name"), "forget.z");
    user.enter("expecting/t", "3");
    EXPECT_EQ(user.view().dialogs.expecting.t, 3);
    user.click("expecting/value");
    user.type("-7");
    user.click("expecting/within");
    EXPECT_EQ(user.shown("expecting/result"), "A tolerance is a number from 0 on.");
    user.click("expecting/tolerance");
    user.type("100");
    EXPECT_THAT(user.shown("expecting/result"), StartsWith("✓"));
    user.click("expecting/take");
    ASSERT_EQ(user.document().expectations->size(), 1U);
    EXPECT_EQ(name_of(user.document().cell(), last(user)), "forget.z[0]");
    EXPECT_EQ(last(user).t, 3);
    EXPECT_EQ(last(user).value, -7);
    EXPECT_EQ(last(user).tolerance, 100);
    EXPECT_FALSE(last(user).decimals);
}

TEST(Expecting, SaysWhatIsNoNumberAndNoName) {
    Driver user(one_step());
    user.click("inspector/published");
    user.click("published/add");
    user.type("x");
    EXPECT_EQ(user.shown("expecting/result"), "This is no number.");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.view().dialogs.open, Dialog::expecting) << "nothing to take";
    user.click("expecting/name");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("kitten");
    EXPECT_THAT(user.shown("expecting/result"), StartsWith("There is no such number here."));
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("h[7]");
    EXPECT_EQ(user.shown("expecting/result"), "Say which of its numbers, such as [0].");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("loss");
    EXPECT_THAT(user.shown("expecting/result"), StartsWith("No step has a target"));
    user.press(ImGuiKey_Escape);
    EXPECT_TRUE(user.document().expectations->empty());
}

TEST(Expecting, IsChangedAndGivenUpOnThePage) {
    Driver user("company-a");
    user.click("inspector/published");
    const std::vector<Expectation> before = *user.document().expectations;
    user.click("published/1");
    user.click("published/change");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("0.77");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ((*user.document().expectations)[1].value, 0.77);
    EXPECT_EQ(user.shown("published/1"), "fail");
    EXPECT_EQ(user.undo_name(), "change what is expected");
    user.click("published/delete");
    EXPECT_EQ(user.document().expectations->size(), before.size() - 1);
    EXPECT_THAT(user.undo_name(), HasSubstr("no more"));
    user.right_click("published/0");
    user.click("context/expect_no_more");
    EXPECT_EQ(user.document().expectations->size(), before.size() - 2);
    for (int n = 0; n < 3; ++n) user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(*user.document().expectations, before);
}

TEST(Expecting, OfGradientsAndOfWeightsAfterTraining) {
    Driver user(edited(one_step(), SetTarget{1, Vector::Constant(1, 0.5)}));
    user.right_click("weights/forget.W[0][0]");
    user.click("context/expect_gradient");
    EXPECT_EQ(user.shown("expecting/name"), "dL/dforget.W[0][0]");
    user.type("0.25");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(last(user).subject, ExpectationSubject::parameter_gradient);
    EXPECT_EQ(last(user).t, 0);
    user.right_click("weights/forget.W[0][0]");
    user.click("context/expect_updated");
    EXPECT_EQ(user.shown("expecting/name"), "updated.forget.W[0][0]");
    EXPECT_FALSE(user.sees("expecting/t"));
    user.press(ImGuiKey_Escape);
    user.press(ImGuiKey_R);  // going back, numbers are gradients
    user.right_click("diagram/h[0]");
    user.click("context/expect");
    EXPECT_EQ(user.shown("expecting/name"), "dL/dh[0]");
}

TEST(Expecting, DoesNotTellWhatIsNotKnownYet) {
    Driver user(one_step());
    user.click("transport/read");
    user.right_click("diagram/c[0]");
    user.click("context/expect");
    user.type("2.95");
    EXPECT_THAT(user.shown("expecting/result"), StartsWith("It is not known yet"));
}

TEST(Expecting, CountsTheDigitsBehindThePoint) {
    const std::vector<std::pair<const char*, int>> all{
        {"1", 0},     {"0.5", 1},  {"-0.10047768", 8}, {"1.2345e-7", 11}, {"1.5e3", 0},
        {"1.5e1", 0}, {"2.50", 2}, {"1,25", 2},        {"1e−3", 3},       {"1e-99", 17}};
    for (const auto& [text, decimals] : all) EXPECT_EQ(decimals_typed(text), decimals) << text;
    EXPECT_FALSE(decimals_typed("1/3"));
}

TEST(NumberMenu, OpensAtTheFocusWithAKeyAndCopies) {
    Driver user(one_step());
    user.click("diagram/c[0]");
    user.move_away();
    user.press(ImGuiKey_W);
    ASSERT_EQ(user.view().dialogs.open, Dialog::context);
    user.click("context/copy");
    EXPECT_THAT(ImGui::GetClipboardText(), StartsWith("2.94756"));
    EXPECT_EQ(user.view().dialogs.open, Dialog::closed);
}

TEST(NumberMenu, LiesInTheWindowWhereverItOpens) {
    Driver user("company-a");
    for (const char* id : {"weights/output.b[0]", "diagram/h[0]", "notebook/h[0]"}) {
        user.right_click(id);
        ASSERT_EQ(user.view().dialogs.open, Dialog::context) << id;
        const Region& menu = user.region("dialog");
        EXPECT_GE(menu.min.x, 0) << id;
        EXPECT_LE(menu.max.x, Driver::usual_size.x) << id;
        EXPECT_LE(menu.max.y, Driver::usual_size.y) << id;
        user.press(ImGuiKey_Escape);
        EXPECT_EQ(user.view().dialogs.open, Dialog::closed) << id;
    }
}

}  // namespace
}  // namespace lstm
