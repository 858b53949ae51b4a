/// The plan: that it is complete and in a possible order, and that it joins what can be joined.
#include "model/engine/plan.h"

#include "model/cells/cell_builder.h"
#include "model/engine/aligned.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace lstm {
namespace {

using Place = Instruction::Source::Place;

const std::vector<Sizes> many_sizes{{1, 1}, {3, 1},  {1, 2},  {3, 3},   {2, 4},  {5, 7},
                                    {4, 8}, {9, 11}, {3, 17}, {32, 64}, {7, 100}};

/// A cell whose second product must wait for an elementwise result, as a gated recurrent unit's
/// does: reset = σ(W x + U h₋ + b), candidate = tanh(W x + U (reset ⊙ h₋) + b), h = reset ⊙ h₋ +
/// candidate.
Cell cell_with_late_product() {
    CellBuilder cell({"late", Family::gru, "", "", ""});
    const QuantityId x = cell.input();
    const State h = cell.state("h", Role::hidden_state);
    const Gate reset = cell.gate("reset", "r", Role::reset, Phase::forget)
                           .product("W", x)
                           .product("U", h.previous)
                           .sigmoid();
    const QuantityId kept =
        cell.multiply("kept", "r ⊙ h₋", Role::heard, Phase::forget, reset.value, h.previous);
    const Gate candidate = cell.gate("candidate", "h̃", Role::candidate, Phase::write)
                               .product("W", x)
                               .product("U", kept)
                               .tanh();
    cell.add(h.now, Phase::update, kept, candidate.value);
    return cell.finish({reset, candidate});
}

std::vector<Instruction> in_order(const ForwardPlan& plan) {
    std::vector<Instruction> all = plan.ahead();
    all.insert(all.end(), plan.instructions().begin(), plan.instructions().end());
    return all;
}

TEST(ForwardPlan, GivesEachQuantityRowsOfItsOwn) {
    for (const Sizes sizes : many_sizes) {
        const ForwardPlan plan(lstm_cell(), sizes);
        std::set<int> taken;
        for (std::size_t q = 0; q < lstm_cell().quantities.size(); ++q) {
            const auto id = static_cast<QuantityId>(q);
            if (lstm_cell().quantities[q].previous_of != none) continue;
            ASSERT_GE(plan.row(id), 0);
            ASSERT_LE(plan.row(id) + pad(plan.size(id)), plan.stride());
            for (int k = 0; k < pad(plan.size(id)); ++k)
                ASSERT_TRUE(taken.insert(plan.row(id) + k).second)
                    << lstm_cell().quantities[q].name << " at hidden size " << sizes.hidden;
        }
    }
}

TEST(ForwardPlan, ReadsAPreviousStateWhereTheStateIsWritten) {
    const ForwardPlan plan(lstm_cell(), {2, 3});
    EXPECT_EQ(plan.row(lstm_cell().at("h_prev")), plan.row(lstm_cell().at("h")));
    EXPECT_EQ(plan.row(lstm_cell().at("c_prev")), plan.row(lstm_cell().at("c")));
}

TEST(ForwardPlan, WastesLittleOnTheSmallestCell) {
    // 1 input and 21 results of one unit, on whole cache lines of 8 numbers.
    EXPECT_EQ(ForwardPlan(lstm_cell(), {1, 1}).stride(), 24);
}

TEST(ForwardPlan, ColumnsAreWholeCacheLines) {
    for (const Sizes sizes : many_sizes) EXPECT_EQ(ForwardPlan(lstm_cell(), sizes).stride() % 8, 0);
}

TEST(ForwardPlan, WritesInsideItsColumnAndReadsOnlyWhatIsKnown) {
    const Cell late = cell_with_late_product();
    for (const Cell* cell : {&lstm_cell(), &late}) {
        for (const Sizes sizes : many_sizes) {
            const ForwardPlan plan(*cell, sizes);
            std::vector<bool> known(static_cast<std::size_t>(plan.stride()), false);
            for (int k = 0; k < sizes.input; ++k) known[plan.row(cell->input) + k] = true;
            for (const Instruction& i : in_order(plan)) {
                const bool is_product = i.rule == Instruction::Rule::product;
                const int read = is_product ? i.columns : i.rows;
                for (int s = 0; s < i.source_count; ++s) {
                    const auto [place, row] = i.sources[s];
                    if (place != Place::column && place != Place::last) continue;
                    for (int k = 0; k < read; ++k)
                        ASSERT_TRUE(known[row + k]) << cell->kind << " " << sizes.hidden;
                }
                // A product writes whole lines: what it writes behind its rows must not be known
                // yet.
                const int written = is_product ? round_up(i.rows, cache_line) : pad(i.rows);
                ASSERT_LE(i.destination + written, plan.stride());
                for (int k = 0; k < written; ++k) {
                    ASSERT_FALSE(known[i.destination + k]) << cell->kind << " " << sizes.hidden;
                    if (k < i.rows) known[i.destination + k] = true;
                }
            }
            for (std::size_t q = 0; q < cell->quantities.size(); ++q)
                for (int k = 0; k < plan.size(static_cast<int>(q)); ++k)
                    ASSERT_TRUE(known[plan.row(static_cast<int>(q)) + k])
                        << cell->quantities[q].name << " is never computed";
        }
    }
}

TEST(ForwardPlan, MultipliesTheInputAheadAndTheStateOnceAStep) {
    const ForwardPlan plan(lstm_cell(), {3, 5});
    ASSERT_EQ(plan.ahead().size(), 1u);
    ASSERT_EQ(plan.each_step().size(), 2u);
    ASSERT_EQ(plan.each_step()[0].count, 1);
    const auto stack_of = [&](const Instruction& i) { return plan.matrices()[i.matrix]; };
    const auto names_of = [&](const StackedMatrix& stack) {
        std::vector<std::string> names;
        for (const ParameterId p : stack.parameters)
            names.push_back(lstm_cell().parameters[p].name());
        return names;
    };
    const StackedMatrix W = stack_of(plan.ahead()[0]);
    EXPECT_EQ(names_of(W),
              (std::vector<std::string>{"forget.W", "input.W", "output.W", "candidate.W"}));
    EXPECT_EQ(W.packed.columns, 3);
    EXPECT_EQ(W.packed.rows, 4 * pad(5));
    const StackedMatrix U = stack_of(plan.instructions()[0]);
    EXPECT_EQ(names_of(U),
              (std::vector<std::string>{"forget.U", "input.U", "output.U", "candidate.U"}));
    EXPECT_EQ(U.packed.columns, 5);
}

TEST(ForwardPlan, TakesEachUnitThroughAllElementwiseEquationsInOneBlock) {
    const ForwardPlan plan(lstm_cell(), {3, 5});
    const auto block = plan.of(plan.each_step()[1]);
    EXPECT_EQ(block.size(), 13u);  // four z, four gates, kept, written, c, tanh_c, h
    for (const Instruction& i : block) EXPECT_EQ(i.rows, 5);
}

TEST(ForwardPlan, UsesAResultAsSoonAsItCan) {
    // All but the z of the gates take what was made just before; `written` only because the
    // candidate comes last of all gates.
    const ForwardPlan plan(lstm_cell(), {1, 1});
    const auto block = plan.of(plan.each_step()[1]);
    int taken_at_once = 0;
    for (std::size_t n = 0; n < block.size(); ++n) {
        for (int s = 0; s < block[n].source_count; ++s) {
            if (block[n].sources[s].place != Place::last) continue;
            ++taken_at_once;
            ASSERT_GT(n, 0u);
            EXPECT_EQ(block[n].sources[s].row, block[n - 1].destination);
        }
    }
    EXPECT_EQ(taken_at_once, 9);
}

TEST(ForwardPlan, BeginsAnotherBlockWhereAProductMustWait) {
    const Cell cell = cell_with_late_product();
    const ForwardPlan plan(cell, {2, 3});
    ASSERT_EQ(plan.ahead().size(), 1u);  // both W at once
    EXPECT_EQ(plan.matrices()[plan.ahead()[0].matrix].parameters.size(), 2u);
    ASSERT_EQ(plan.each_step().size(), 4u);
    EXPECT_TRUE(plan.each_step()[0].is_product);
    EXPECT_EQ(plan.each_step()[1].count, 3);  // reset.z, reset.value, kept
    EXPECT_TRUE(plan.each_step()[2].is_product);
    EXPECT_EQ(plan.each_step()[3].count, 3);  // candidate.z, candidate.value, h
}

}  // namespace
}  // namespace lstm
