/// The derivation of a gradient: each term printed comes to what it says, and all to the gradient.
#include "maths/gradient_derivation.h"

#include "printed_formula.h"
#include "support/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <string>
#include <vector>

namespace lstm {
namespace {

using testing::ElementsAre;
using Role = DerivationLine::Role;

/// A problem with its trace and gradients.
struct Solved {
    explicit Solved(Problem given)
        : problem(std::move(given)), trace(problem.trace()), gradients(problem.gradients()) {}

    [[nodiscard]] BackwardRun run() const {
        return {problem.network, trace, gradients, problem.clamps, problem.loss_kind};
    }
    [[nodiscard]] Derivation derivation(QuantityPlace place, const Notation& notation = {}) const {
        const auto step = static_cast<std::size_t>(std::max(place.t, 1)) - 1;
        return gradient_derivation_of(run(), problem.targets[step], place, notation);
    }
    [[nodiscard]] const Cell& cell() const { return trace.cell(); }

    Problem problem;
    Trace trace;
    Gradients gradients;
};

/// Every kind of cell, with and without a read-out and clamped gates.
std::vector<Solved> all_kinds() {
    std::vector<Solved> solved;
    for (const Cell* cell : cells()) {
        solved.emplace_back(random_problem(*cell, {2, 1}, 3, LossKind::squared_error, 3));
        solved.emplace_back(random_problem(*cell, {1, 3}, 4, LossKind::squared_error, 5));
        solved.emplace_back(
            random_problem(*find_cell(cell->kind, true), {2, 2, 3}, 3, LossKind::cross_entropy, 7));
        Problem clamped = random_problem(*cell, {2, 2}, 4, LossKind::squared_error, 9);
        for (const Gate& gate : cell->gates) clamped.clamps.push_back({gate.value, 1, 2, 3, 0.25});
        solved.emplace_back(std::move(clamped));
    }
    return solved;
}

void for_each_gradient(const Solved& solved, const std::function<void(QuantityPlace)>& use) {
    const int count = static_cast<int>(solved.cell().quantities.size());
    for (QuantityId q = 0; q < count; ++q)
        for (int k = 0; k < solved.trace.plan().size(q); ++k)
            for (int t = 1; t <= solved.trace.steps(); ++t) use({q, k, t});
}

/// The last but one is in numbers; what it comes to stands behind it.
void expect_numbers_come_to_value(const DerivationLine& line, const std::string& where) {
    const std::vector<Expression>& parts = line.expression.parts;
    for (std::size_t k = 1; k < parts.size(); ++k)
        EXPECT_TRUE(range_of(tokens_of(parts[k]), Notation{}.decimals).holds(line.value))
            << where << ": " << text_of(line.expression) << " is " << line.value;
}

TEST(GradientDerivation, ComesTermByTermToTheGradientForEveryCell) {
    for (const Solved& solved : all_kinds())
        for_each_gradient(solved, [&](QuantityPlace place) {
            const auto [q, element, t] = place;
            const std::string where = solved.cell().kind + " " + solved.cell().quantities[q].name +
                                      std::to_string(element) + " at " + std::to_string(t);
            const double gradient = solved.gradients.value(q, element, t);
            double sum = 0;
            int terms = 0;
            const Derivation derivation = solved.derivation(place);
            EXPECT_EQ(derivation.subject, place);
            for (const DerivationLine& line : derivation.lines) {
                if (line.role == Role::term) sum += line.value, ++terms;
                if (line.role == Role::total) {
                    EXPECT_EQ(line.value, gradient) << where;
                }
                if (line.role == Role::term || line.role == Role::total)
                    expect_numbers_come_to_value(line, where);
            }
            EXPECT_NEAR(sum, gradient, 1e-13 * std::max(1.0, std::abs(gradient))) << where;
            EXPECT_EQ(derivation.lines.back().role, terms == 1 ? Role::term : Role::total) << where;
        });
}

TEST(GradientDerivation, AddsUpAWeightsGradientStepByStep) {
    for (const Solved& solved : all_kinds()) {
        const int count = static_cast<int>(solved.cell().parameters.size());
        for (ParameterId p = 0; p < count; ++p) {
            const Eigen::MatrixXd& gradient = solved.gradients.parameter(p);
            const ParameterPlace place{p, static_cast<int>(gradient.rows()) - 1,
                                       static_cast<int>(gradient.cols()) - 1};
            const std::string where = solved.cell().kind + " " + solved.cell().parameters[p].name();
            double sum = 0;
            int steps = 0;
            for (const DerivationLine& line :
                 gradient_derivation_of(solved.run(), place, Notation{}).lines) {
                if (line.role != Role::term) continue;
                ++steps;
                ASSERT_TRUE(line.term);
                EXPECT_EQ(line.term->quantity.t, steps);
                const double expected =
                    solved.gradients.parameter_at(solved.trace, p, place.row, place.column, steps);
                EXPECT_NEAR(line.value, expected, 1e-14) << where;
                EXPECT_EQ(expected, solved.gradients.parameter_at(solved.trace, p, steps)(
                                        place.row, place.column))
                    << where;
                expect_numbers_come_to_value(line, where);
                sum += line.value;
            }
            EXPECT_EQ(steps, solved.trace.steps());
            EXPECT_NEAR(sum, gradient(place.row, place.column), 1e-13) << where;
        }
    }
}

TEST(GradientDerivation, OfAFewStepsSaysWhatItSaysOfThoseAmongAll) {
    for (const Solved& solved : all_kinds()) {
        const ParameterPlace place{0, 0, 0};
        const Derivation whole = gradient_derivation_of(solved.run(), place, Notation{});
        const int last = solved.trace.steps();
        const Derivation few = gradient_derivation_of(solved.run(), place, Notation{}, {1, last});
        std::vector<std::string> lines, expected;
        for (const DerivationLine& line : few.lines)
            if (line.role != Role::total) lines.push_back(text_of(line.expression));
        for (const DerivationLine& line : whole.lines)
            if (line.role != Role::total &&
                (!line.term || line.term->quantity.t == 1 || line.term->quantity.t == last))
                expected.push_back(text_of(line.expression));
        ASSERT_GT(last, 2);
        EXPECT_EQ(lines, expected);
        EXPECT_EQ(few.lines.back().value, whole.lines.back().value);
        // Two terms are not what it comes from.
        EXPECT_EQ(text_of(few.lines.back().expression).find('+'), std::string::npos);
    }
}

/// A step of one unit, with numbers that one can check by hand.
Solved by_hand(const char* kind, int steps = 1) {
    Problem problem = random_problem(*find_cell(kind), {1, 1}, steps, LossKind::squared_error, 1);
    for (Shared<Matrix>& parameter : problem.network.parameters) parameter.edit().setConstant(0.5);
    for (Vector& target : problem.targets) target = Vector::Constant(1, 0.25);
    return Solved(std::move(problem));
}

/// Its lines in symbols.
std::vector<std::string> symbols_of(const Solved& solved, const char* quantity, int t = 1) {
    std::vector<std::string> lines;
    for (const DerivationLine& line : solved.derivation({solved.cell().at(quantity), 0, t}).lines)
        if (line.role == Role::symbols) lines.push_back(text_of(line.expression));
    return lines;
}

// As Gomez (2016) and others derive them.
TEST(GradientDerivation, SaysForAnLstmWhatTextbooksSay) {
    const Solved lstm = by_hand("lstm", 2);
    EXPECT_THAT(symbols_of(lstm, "h"), ElementsAre("dL/dh = h − target + dL/dh_−^(t+1)"));
    EXPECT_THAT(symbols_of(lstm, "h", 2), ElementsAre("dL/dh = h − target"));
    EXPECT_THAT(symbols_of(lstm, "c"),
                ElementsAre("dL/dc = dL/dc_−^(t+1) + dL/dh ⊙ o ⊙ (1 − tanh^2(c))"));
    EXPECT_THAT(symbols_of(lstm, "output.value"), ElementsAre("dL/do = dL/dh ⊙ tanh(c)"));
    EXPECT_THAT(symbols_of(lstm, "forget.value"), ElementsAre("dL/df = dL/dc ⊙ c_−"));
    EXPECT_THAT(symbols_of(lstm, "forget.z"), ElementsAre("δ_f = dL/df ⊙ f ⊙ (1 − f)"));
    EXPECT_THAT(symbols_of(lstm, "candidate.z"), ElementsAre("δ_c = dL/dc̃ ⊙ (1 − c̃^2)"));
    EXPECT_THAT(symbols_of(lstm, "c_prev"), ElementsAre("dL/dc_− = dL/dc ⊙ f"));
    EXPECT_THAT(symbols_of(lstm, "h_prev"),
                ElementsAre("dL/dh_− = U_f^T δ_f + U_i^T δ_i + U_o^T δ_o + U_c^T δ_c"));
    const Derivation weight = gradient_derivation_of(
        lstm.run(), ParameterPlace{lstm.cell().find_parameter("forget", "U"), 0, 0}, {});
    EXPECT_EQ(text_of(weight.lines.front().expression), "dL/dU_f = Σ_t δ_f h_−^T");
}

TEST(GradientDerivation, GoesThroughWhatHasNoLetter) {
    EXPECT_THAT(symbols_of(by_hand("gru_reset_before"), "reset.value"),
                ElementsAre("dL/dr = (U_h^T δ_h) ⊙ h_−"));
    EXPECT_THAT(symbols_of(by_hand("gru_reset_after"), "update.value"),
                ElementsAre("dL/du = dL/dh ⊙ h_− − dL/dh ⊙ h̃"));
    EXPECT_THAT(symbols_of(by_hand("lstm_coupled_forget"), "input.value"),
                ElementsAre("dL/di =  − dL/df + dL/dc ⊙ c̃"));
}

TEST(GradientDerivation, PutsNumbersIn) {
    Problem problem = by_hand("rnn").problem;
    problem.inputs[0] << 1;
    problem.initial[0] << 0;
    const Solved rnn{std::move(problem)};
    std::vector<std::string> lines;
    for (const DerivationLine& line : rnn.derivation({rnn.cell().at("hidden.z"), 0, 1}).lines)
        lines.push_back(text_of(line.expression));
    // h = tanh(0.5 · 1 + 0.5) = 0.761594, dL/dh = h − 0.25 = 0.511594, 1 − h² = 0.419974.
    EXPECT_THAT(lines,
                ElementsAre("δ_h = dL/dh ⊙ (1 − h^2)", "δ_h ≈ 0.5116 · (1 − 0.7616^2) ≈ 0.2149"));
}

TEST(GradientDerivation, EndsAtWhatIsClamped) {
    Problem problem = by_hand("lstm").problem;
    const Cell& cell = *problem.network.cell;
    problem.clamps.push_back({cell.at("forget.value"), 0, 1, 1, 1.0});
    const Solved solved(std::move(problem));
    const Derivation clamped = solved.derivation({cell.at("forget.z"), 0, 1});
    EXPECT_TRUE(clamped.lines.back().clamped);
    EXPECT_EQ(text_of(clamped.lines.back().expression), "δ_f = 0");
    EXPECT_FALSE(solved.derivation({cell.at("forget.value"), 0, 1}).lines.back().clamped);
}

TEST(GradientDerivation, SaysThatNothingComesWhereNothingFollows) {
    Problem problem = by_hand("lstm").problem;
    problem.targets[0] = {};
    const Solved solved(std::move(problem));
    const Derivation derivation = solved.derivation({solved.cell().at("h"), 0, 1});
    ASSERT_EQ(derivation.lines.size(), 1U);
    EXPECT_EQ(text_of(derivation.lines.front().expression), "dL/dh = 0");
}

}  // namespace
}  // namespace lstm
