/// The form of a cell in the window: chosen, shown, undone.
#include "driver.h"
#include "support/documents.h"

#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

void open_form(Driver& user) {
    user.click("weights/kind");
    if (!user.view().look.choosing_form) user.click("weights/form");
}

TEST(Form, IsChosenWhereTheKindOfCellIs) {
    Driver user("class-exercise");
    open_form(user);
    user.click("weights/form/forget/relu");
    EXPECT_EQ(user.document().cell().find_gate("forget")->activation, Activation::relu);
    user.click("weights/form/squash/identity");
    EXPECT_EQ(user.document().cell().form.squash, Activation::identity);
    user.click("weights/form/biases/2");
    user.click("weights/form/peepholes/on");
    user.click("weights/kind");
    EXPECT_TRUE(user.sees("weights/forget.b_u[0]"));
    EXPECT_TRUE(user.sees("weights/forget.p[0]"));
    EXPECT_TRUE(user.sees("diagram/forget.b[0]"));
    EXPECT_TRUE(user.sees("diagram/forget.b_u[0]")) << "and beside the one on its other side";
    EXPECT_EQ(user.shown("weights/kind"), "▾  LSTM, changed");
    for (int n = 0; n < 4; ++n) user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document().cell().form, own_form("lstm", user.document().cell().has_readout()));
    EXPECT_FALSE(user.sees("weights/forget.b_u[0]"));
    EXPECT_FALSE(user.sees("diagram/forget.b_u[0]"));
    EXPECT_EQ(user.shown("weights/kind"), "▾  LSTM");
}

TEST(Form, OffersEveryActivationToEveryGateOfEveryKind) {
    for (const Cell* cell : cells()) {
        Driver user(edited(new_document(), SetCell{cell->kind}), {1280, 1600});
        open_form(user);
        for (const Gate& gate : cell->gates) {
            if (gate.opposite) continue;
            for (const ActivationFacts& each : activations()) {
                if (each.activation == Activation::softmax) continue;
                const std::string id = "weights/form/" + gate.name + '/' + each.name;
                ASSERT_TRUE(user.sees(id)) << cell->kind << ": " << id;
                user.click(id);
                EXPECT_EQ(user.document().cell().find_gate(gate.name)->activation, each.activation)
                    << cell->kind;
            }
        }
        EXPECT_EQ(user.sees("weights/form/update_gate/renews"), takes_update_gate(*cell));
        EXPECT_EQ(user.sees("weights/form/peepholes/on"), takes_peepholes(*cell));
    }
}

TEST(Weights, SayHowManyNumbersThereAreAndWhy) {
    Driver user(edited(new_document(), Resize{{3, 2}}));
    EXPECT_EQ(user.shown("weights/count"),
              "48 = 4 · (2·3 + 2·2 + 2) parameters, the same at every step");
    open_form(user);
    user.click("weights/form/biases/2");
    user.click("weights/kind");
    EXPECT_EQ(user.shown("weights/count"),
              "56 = 4 · (2·3 + 2·2 + 2 + 2) parameters, the same at every step");
}

TEST(Form, NamesInTheDiagramWhatIsAppliedToTheMemory) {
    for (const Cell* kind : cells()) {
        CellForm form = own_form(kind->kind);
        form.squash = Activation::softsign;
        form.activations["hidden"] = Activation::softsign;
        const bool applies = kind->squashed != none || kind->family == Family::rnn;
        Driver user(edited(edited(new_document(), SetCell{kind->kind}), SetForm{form}));
        EXPECT_EQ(user.sees("diagram/function"), applies) << kind->kind;
        if (!applies) continue;
        EXPECT_EQ(user.shown("diagram/function"), "softsign") << kind->kind;
    }
}

TEST(Form, OfTwoBiasesLeavesTheirSumAndTheNumbers) {
    Driver user("class-exercise");
    const double before = user.weight("input.b");
    const double h = user.value("h", 0, 1);
    open_form(user);
    user.click("weights/form/biases/2");
    user.click("weights/kind");
    user.enter("weights/input.b_u[0]", "0.75");
    EXPECT_NE(user.value("h", 0, 1), h);
    const double with_both = user.value("h", 0, 1);
    user.click("weights/kind");
    user.click("weights/form/biases/1");
    EXPECT_EQ(user.weight("input.b"), before + 0.75);
    EXPECT_NEAR(user.value("h", 0, 1), with_both, 1e-15);
}

}  // namespace
}  // namespace lstm
