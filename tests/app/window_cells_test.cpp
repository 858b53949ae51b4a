/// Every kind of cell in the window, with and without a read-out.
#include "driver.h"
#include "sequences.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>

namespace lstm {
namespace {

Document training_sequence(const Cell& cell, Sizes sizes) {
    Document document = sequence(sizes, 4);
    Network network = zero_network(cell, sizes);
    for (std::size_t p = 0; p < network.parameters.size(); ++p)
        for (double& weight : network.parameters[p].edit().reshaped())
            weight = std::round(100 * std::sin(static_cast<double>(3 * p) + 1)) / 100;
    document.network = network;
    document.initial.assign(cell.states.size(), Vector::Constant(sizes.hidden, 0.25));
    return document;
}

std::string of(const Cell& cell, QuantityId quantity, int unit) {
    return cell.quantities[quantity].name + "[" + std::to_string(unit) + "]";
}

/// The place of the kind in `cells()`, units, numbers of the read-out.
using Case = std::tuple<int, int, int>;

class EveryCell : public testing::TestWithParam<Case> {
protected:
    [[nodiscard]] static Sizes sizes() {
        const auto [kind, units, outputs] = GetParam();
        return {2, units, outputs};
    }
    [[nodiscard]] static const Cell& cell() {
        const auto [kind, units, outputs] = GetParam();
        return *find_cell(cells()[static_cast<std::size_t>(kind)]->kind, outputs > 0);
    }
};

TEST_P(EveryCell, IsDrawnInEveryPhaseWithAllOfItsParts) {
    Driver user(training_sequence(cell(), sizes()));
    const int unit = std::min(sizes().hidden - 1, 1);  // of eight, the last is scrolled away
    user.application().view().cursor.unit = unit;
    for (const Phase phase : cell().phases()) {
        user.click("transport/" + std::string(name_of(phase)));
        EXPECT_EQ(user.view().cursor.phase, phase);
        EXPECT_FALSE(user.shown("notebook/sentence").empty());
        for (const State& state : cell().states) {
            EXPECT_TRUE(user.sees("diagram/" + of(cell(), state.now, unit)));
            EXPECT_TRUE(user.sees("notebook/" + of(cell(), state.now, unit)));
            EXPECT_TRUE(user.sees("timeline/" + cell().quantities[state.now].name));
        }
        for (const Gate& gate : cell().gates)
            EXPECT_TRUE(user.sees("diagram/" + of(cell(), gate.value, unit))) << gate.name;
        if (cell().has_readout()) {
            EXPECT_TRUE(user.sees("diagram/y[0]"));
            EXPECT_TRUE(user.sees("timeline/y"));
            EXPECT_TRUE(sizes().hidden > 2 || user.sees("weights/readout.W[0][0]"));
        }
    }
    for (int phase = 0; phase < phase_count; ++phase) {
        const std::string name(name_of(static_cast<Phase>(phase)));
        EXPECT_EQ(user.sees("transport/" + name), cell().has(static_cast<Phase>(phase))) << name;
    }
}

TEST_P(EveryCell, ShowsEachOfItsWeightsAndNoOthers) {
    Driver user(training_sequence(cell(), sizes()));
    for (const Gate& gate : cell().gates) {
        EXPECT_FALSE(user.shown("formula/" + gate.name).empty());
        for (const ParameterId id : gate.parameters) {
            const Parameter& parameter = cell().parameters[id];
            const std::string name = parameter.name() + "[0]";
            if (sizes().hidden > 2) continue;  // not all fit on the screen
            EXPECT_TRUE(
                user.sees("weights/" + name + (parameter.columns == Extent::one ? "" : "[0]")))
                << name;
        }
    }
}

TEST_P(EveryCell, IsWalkedThroughByKeysOnEveryPageAndForTheBackRow) {
    Driver user(training_sequence(cell(), sizes()));
    for (const Page page : pages) {
        user.click("inspector/" + std::string(name_of(page)));
        user.press(ImGuiKey_Home);
        user.press(ImGuiKey_UpArrow);
        for (std::size_t n = 0; n < 2 * cell().phases().size(); ++n) user.press(ImGuiKey_PageDown);
        user.press(ImGuiKey_End);
    }
    user.press(ImGuiKey_P);
    EXPECT_TRUE(user.sees("predict/question"));
    user.press(ImGuiKey_Escape);
    user.press(ImGuiKey_U);
    user.press(ImGuiKey_G);
    user.frames(2);
    user.press(ImGuiKey_F5);
    for (std::size_t n = 0; n < cell().phases().size(); ++n) {
        user.press(ImGuiKey_PageUp);
        EXPECT_FALSE(user.shown("presenter/sentence").empty());
    }
}

INSTANTIATE_TEST_SUITE_P(Kinds, EveryCell,
                         testing::Combine(testing::Range(0, static_cast<int>(cells().size())),
                                          testing::Values(1, 2, 8), testing::Values(0, 2)));

TEST(AnotherCell, IsChosenFromAListAndLeavesNothingChosenThatItDoesNotHave) {
    Driver user(sequence({2, 2}, 4));
    user.press(ImGuiKey_G);  // pinned, it stays in sight
    for (const Cell* cell : cells()) {
        user.choose_cell(cell->kind);
        EXPECT_EQ(user.document().cell().kind, cell->kind);
        EXPECT_TRUE(user.sees("diagram/h[0]"));
        EXPECT_FALSE(user.view().selection.subject.has_value());
        user.click("notebook/h[0]");
        EXPECT_TRUE(user.view().selection.subject.has_value());
        user.click("inspector/weights");
    }
    for (std::size_t n = 0; n < cells().size(); ++n) user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document().cell().kind, "lstm");
}

TEST(AnotherCell, IsWithinReachOfTheKeyboard) {
    Driver user(sequence({2, 1}, 4));
    for (int n = 0; n < 80 && user.view().input.focus.id != "weights/kind"; ++n)
        user.press(ImGuiKey_Tab);
    user.press(ImGuiKey_Enter);
    for (int n = 0; n < 80 && user.view().input.focus.id != "weights/kind/rnn"; ++n)
        user.press(ImGuiKey_Tab);
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.document().cell().kind, "rnn");
}

TEST(Gradients, HaveAReadOutTargetsAndALossToComeFrom) {
    Driver user(sequence({1, 2}, 4));
    user.click("weights/output_size/more");
    EXPECT_EQ(user.document().outputs(), 1);
    user.click("inspector/inputs");
    user.click("inputs/target[4]");
    ASSERT_TRUE(user.document().has_targets()) << user.view().dialogs.message;
    user.enter("inputs/target[4][0]", "0.75");
    EXPECT_EQ(user.document().step(4).target[0], 0.75);
    EXPECT_TRUE(user.sees("inputs/loss"));
    user.click("inspector/gradients");
    for (const char* place :
         {"gradients/h", "gradients/c", "gradients/delta/forget", "gradients/sentence",
          "gradients/gradient_flow", "timeline/loss", "timeline/dL/dc", "timeline/delta"})
        EXPECT_TRUE(user.sees(place)) << place;
    EXPECT_FALSE(user.sees("gradients/difference"));
    user.click("gradients/check");
    EXPECT_EQ(user.shown("gradients/difference"), user.shown("gradients/of_weight"));
    user.click("inspector/inputs");
    user.click("inputs/target[4]/remove");
    EXPECT_FALSE(user.document().has_targets());
}

}  // namespace
}  // namespace lstm
