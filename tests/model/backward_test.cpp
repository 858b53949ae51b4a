/// Gradients against central differences, for every cell there is, and against published numbers.
#include "model/engine/backward.h"

#include "support/problem.h"
#include "support/random_form.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

namespace lstm {
namespace {

/// Central differences of a loss near 1 carry about 1e-16/1e-6 of rounding and 1e-12 of curvature.
constexpr double difference_error = 3e-8;

void expect_exact(Problem problem, const std::string& what) {
    // What is rounded in the two runs grows with the loss, which nothing bounds for ReLU.
    const double error = difference_error * std::max(1.0, problem.loss());
    const Gradients gradients = problem.gradients();
    const Cell& cell = *problem.network.cell;
    for (std::size_t p = 0; p < cell.parameters.size(); ++p) {
        Matrix& numbers = problem.network.parameters[p].edit();
        for (int r = 0; r < numbers.rows(); ++r)
            for (int c = 0; c < numbers.cols(); ++c)
                EXPECT_NEAR(gradients.parameter(static_cast<int>(p))(r, c),
                            problem.central_difference(numbers(r, c)), error)
                    << what << ": " << cell.parameters[p].name() << r << c;
    }
    for (int t = 1; t <= problem.steps(); ++t)
        for (int k = 0; k < problem.network.sizes.input; ++k)
            EXPECT_NEAR(gradients.value(cell.input, k, t),
                        problem.central_difference(problem.inputs[t - 1][k]), error)
                << what << ": x at " << t;
    for (std::size_t s = 0; s < cell.states.size(); ++s)
        for (int k = 0; k < problem.network.sizes.hidden; ++k)
            EXPECT_NEAR(gradients.value(cell.states[s].now, k, 0),
                        problem.central_difference(problem.initial[s][k]), error)
                << what << ": initial " << s;
}

TEST(Backward, AgreesWithCentralDifferencesForEveryCell) {
    for (const Cell* cell : cells())
        for (const int hidden : {1, 2, 3, 5, 9})
            expect_exact(random_problem(*cell, {2, hidden}, 5, LossKind::squared_error, 7),
                         cell->kind + " of " + std::to_string(hidden));
}

TEST(Backward, AgreesWithCentralDifferencesForEveryForm) {
    for (const Cell* cell : cells())
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            RandomNumbers random(seed);
            const CellForm form = random_form(random, cell->kind, seed % 2 == 0);
            Problem problem = random_problem(*find_cell(form), {2, 3, form.readout ? 2 : 0}, 4,
                                             LossKind::squared_error, seed);
            for (Shared<Matrix>& parameter : problem.network.parameters) parameter.edit() *= 0.5;
            expect_exact(problem, cell->kind + " of seed " + std::to_string(seed));
        }
}

TEST(Backward, GoesThroughAReadoutWithAnyLoss) {
    for (const Cell* cell : cells())
        for (const LossKind loss : losses())
            for (const Activation activation : readout_activations()) {
                if (!allows(loss, activation)) continue;
                CellForm form = own_form(cell->kind, true);
                form.readout_activation = activation;
                expect_exact(random_problem(*find_cell(form), {2, 3, 4}, 5, loss, 11),
                             cell->kind + " with " + std::string(name_of(loss)) + " of " +
                                 std::string(name_of(activation)));
            }
}

TEST(Backward, GoesNoFurtherThanWhatIsClamped) {
    for (const Cell* cell : cells()) {
        Problem problem = random_problem(*cell, {2, 3}, 5, LossKind::squared_error, 13);
        for (const Gate& gate : cell->gates) problem.clamps.push_back({gate.value, 1, 2, 3, 0.25});
        problem.clamps.push_back({cell->gates.front().value, {}, 4, 4, 0.5});
        expect_exact(problem, cell->kind);
    }
    // More units than one register takes.
    Problem problem = random_problem(lstm_cell(), {1, 11}, 4, LossKind::squared_error, 14);
    problem.clamps.push_back({lstm_cell().gates.front().value, 9, 2, 3, 0.25});
    expect_exact(problem, "11 units");
}

TEST(Backward, KeepsAResultInItsRegisterForWhatGoesOnFromIt) {
    const Cell& cell = lstm_cell();
    const auto forward = std::make_shared<const ForwardPlan>(cell, Sizes{2, 3});
    const BackwardPlan plan(forward, {cell.output()});
    ASSERT_EQ(plan.each_step().size(), 2u);
    const auto block = plan.of(plan.each_step()[0]);
    ASSERT_FALSE(block.empty());
    EXPECT_TRUE(plan.each_step()[1].is_product);
    const auto place_of = [&](const char* name) {
        return std::find_if(block.begin(), block.end(), [&](const BackwardInstruction& i) {
            return i.complete == cell.at(name);
        });
    };
    // dL/dh, then on to tanh c; of each gate, value and z follow one another.
    EXPECT_TRUE(place_of("tanh_c")->goes_on);
    for (const char* gate : {"forget", "input", "output", "candidate"}) {
        const auto z = place_of((std::string(gate) + ".z").c_str());
        EXPECT_TRUE(z->goes_on);
        EXPECT_EQ(std::prev(z)->complete, cell.at(std::string(gate) + ".value"));
    }
}

TEST(Backward, SumsUpWhatEveryStepAddsToAWeight) {
    for (const Cell* cell : cells()) {
        // 40 units: five groups of rows, the last without a partner.
        const int hidden = cell->kind == "lstm" ? 40 : 4;
        const Problem problem = random_problem(*cell, {3, hidden}, 6, LossKind::squared_error, 17);
        const Gradients gradients = problem.gradients();
        const Trace trace = problem.trace();
        for (int p = 0; p < static_cast<int>(cell->parameters.size()); ++p) {
            Matrix sum = Matrix::Zero(gradients.parameter(p).rows(), gradients.parameter(p).cols());
            for (int t = 1; t <= problem.steps(); ++t) sum += gradients.parameter_at(trace, p, t);
            EXPECT_LE((sum - gradients.parameter(p)).cwiseAbs().maxCoeff(), 1e-13)
                << cell->kind << " " << cell->parameters[p].name();
        }
    }
}

TEST(Backward, OfNoStepsIsZero) {
    Problem problem = random_problem(lstm_cell(), {1, 1}, 0, LossKind::squared_error, 1);
    const Gradients gradients = problem.gradients();
    for (int p = 0; p < 12; ++p) EXPECT_EQ(gradients.parameter(p).norm(), 0);
}

}  // namespace
}  // namespace lstm
