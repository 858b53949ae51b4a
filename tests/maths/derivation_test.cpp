/// The derivation of a number: what it prints gives the number, and its links lead where it came
/// from.
#include "maths/derivation.h"

#include "model/engine/rounding.h"
#include "printed_formula.h"
#include "support/exercises.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <functional>
#include <random>

namespace lstm {
namespace {

using testing::ElementsAre;
using Role = DerivationLine::Role;

/// A random run, and something in it to be worked out.
struct Task {
    Exercise exercise;
    std::optional<int> rounding;
    Trace trace;
    QuantityPlace place;
    Notation notation;

    [[nodiscard]] Derivation derivation() const {
        return derivation_of(exercise.network, trace, rounding, place.quantity, place.element,
                             place.t, notation);
    }
    /// Digits behind the point from which on a printed number may be rounded.
    [[nodiscard]] int printed_decimals() const {
        return std::min(exact, std::max(notation.decimals, rounding ? *rounding + 2 : 0));
    }
};

Task random_task(std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto between = [&](int low, int high) {
        return std::uniform_int_distribution(low, high)(random);
    };
    const bool wide = between(0, 4) == 0;
    const Sizes sizes{between(1, wide ? 20 : 4), between(1, wide ? 15 : 4)};
    const Exercise run = random_exercise(seed, sizes, between(1, 4), between(0, 1) == 0 ? 1 : 4);
    std::optional<int> rounding;
    if (between(0, 1) == 0) rounding = between(0, 8);
    const Trace trace = computed(run, rounding);
    const Cell& cell = trace.cell();
    QuantityPlace place{between(0, static_cast<int>(cell.quantities.size()) - 1), 0,
                        between(1, run.steps())};
    place.element = between(0, trace.plan().size(place.quantity) - 1);
    const Notation notation{static_cast<Notation::Candidate>(between(0, 4)),
                            static_cast<Notation::Matrices>(between(0, 1)), between(2, 17)};
    return {run, rounding, trace, place, notation};
}

const MathOperator* operator_of(const Expression& expression) {
    return std::get_if<MathOperator>(&expression.head);
}

/// Every number in `expression`, and what it is said to be.
void visit_numbers(const Expression& expression,
                   const std::function<void(double, const Link&)>& use) {
    if (const auto* number = std::get_if<PrintedNumber>(&expression.head))
        use(number->value, expression.link);
    for (const Expression& part : expression.parts) visit_numbers(part, use);
}

/// The links of letters and numbers, from left to right.
void append_links(const Expression& expression, std::vector<Link>& links) {
    if (expression.parts.empty()) links.push_back(expression.link);
    for (const Expression& part : expression.parts) append_links(part, links);
}

std::vector<Link> links_of(const Expression& expression) {
    std::vector<Link> links;
    append_links(expression, links);
    return links;
}

/// `expression` worked out in doubles, rounded wherever a part is a quantity.
double worked_out(const Expression& expression, std::optional<int> rounding) {
    if (const auto* number = std::get_if<PrintedNumber>(&expression.head)) return number->value;
    std::vector<double> parts;
    for (const Expression& part : expression.parts) parts.push_back(worked_out(part, rounding));
    double value = parts.front();
    if (const auto* function = std::get_if<Activation>(&expression.head))
        value = *function == Activation::sigmoid ? 1 / (1 + std::exp(-value)) : std::tanh(value);
    else if (*operator_of(expression) == MathOperator::sum)
        for (std::size_t k = 1; k < parts.size(); ++k) value += parts[k];
    else if (*operator_of(expression) == MathOperator::dot)
        value *= parts[1];
    else
        ADD_FAILURE() << "not a formula in numbers";
    const bool quantity = std::holds_alternative<QuantityPlace>(expression.link);
    return quantity && rounding ? round_half_away(value, *rounding) : value;
}

bool nearly(double a, double b) {
    return std::abs(a - b) <= 1e-13 * std::max(1.0, std::abs(b));
}

RC_GTEST_PROP(Derivation, GivesInEachStepWhatItsPrintedNumbersComeTo, (std::uint32_t seed)) {
    const Task task = random_task(seed);
    for (const DerivationLine& line : task.derivation().lines) {
        if (line.role != Role::step) continue;
        const std::vector<Expression>& parts = line.expression.parts;
        const int decimals = task.printed_decimals();
        // In letters; then in numbers, perhaps as products; then the result.
        RC_LOG() << text_of(line.expression) << std::endl;
        for (std::size_t k = 1; k + 1 < parts.size(); ++k)
            RC_ASSERT(range_of(tokens_of(parts[k]), decimals).holds(line.unrounded));
        const bool becomes = operator_of(parts.back()) != nullptr;
        const Expression& first = becomes ? parts.back().parts.front() : parts.back();
        const Expression& last = becomes ? parts.back().parts.back() : parts.back();
        RC_ASSERT(range_of(tokens_of(first), decimals).holds(line.unrounded));
        RC_ASSERT(range_of(tokens_of(last), decimals).holds(line.value));
        RC_ASSERT(becomes == (line.unrounded != line.value));
    }
}

RC_GTEST_PROP(Derivation, EndsWithWhatTheTraceHolds, (std::uint32_t seed)) {
    const Task task = random_task(seed);
    const Derivation derivation = task.derivation();
    RC_ASSERT(derivation.subject == task.place);
    for (const DerivationLine& line : derivation.lines) {
        if (line.role != Role::step) continue;
        const auto& [quantity, element, t] = line.subject;
        RC_ASSERT(line.value == task.trace.value(quantity, element, t));
        if (task.rounding)
            RC_ASSERT(nearly(round_half_away(line.unrounded, *task.rounding), line.value));
        else
            RC_ASSERT(line.unrounded == line.value);
    }
    const DerivationLine& last = derivation.lines.back();
    RC_ASSERT(last.subject == task.place);
    RC_ASSERT(last.role == (task.trace.cell().quantities[task.place.quantity].equation == none
                                ? Role::origin
                                : Role::step));
}

RC_GTEST_PROP(Derivation, GivesTheValueWithAllNumbersPutIn, (std::uint32_t seed)) {
    const Task task = random_task(seed);
    const double value = task.trace.value(task.place.quantity, task.place.element, task.place.t);
    for (const DerivationLine& line : task.derivation().lines) {
        if (line.role != Role::numbers) continue;
        Expression numbers = line.expression;
        if (*operator_of(numbers) == MathOperator::equals)
            numbers = Expression(numbers.parts.back());
        if (!task.rounding)
            RC_ASSERT(range_of(tokens_of(numbers), task.printed_decimals()).holds(value));
        numbers.link = task.place;
        RC_ASSERT(nearly(worked_out(numbers, task.rounding), value));
    }
}

RC_GTEST_PROP(Derivation, LinksEveryNumberToWhereItComesFrom, (std::uint32_t seed)) {
    const Task task = random_task(seed);
    for (const DerivationLine& line : task.derivation().lines) {
        visit_numbers(line.expression, [&](double number, const Link& link) {
            if (const auto* place = std::get_if<QuantityPlace>(&link)) {
                const double value = task.trace.value(place->quantity, place->element, place->t);
                RC_ASSERT(number == value || (*place == line.subject && number == line.unrounded));
            } else if (const auto* weight = std::get_if<ParameterPlace>(&link)) {
                const Matrix& matrix = *task.exercise.network.parameters[weight->parameter];
                RC_ASSERT(number == matrix(weight->row, weight->column));
            }
        });
    }
}

RC_GTEST_PROP(Derivation, LinksLettersAsItLinksNumbers, (std::uint32_t seed)) {
    const Task task = random_task(seed);
    std::optional<std::vector<Link>> letters;
    for (const DerivationLine& line : task.derivation().lines) {
        if (line.role == Role::element) letters = links_of(line.expression);
        if (line.role == Role::numbers && letters) RC_ASSERT(links_of(line.expression) == *letters);
        for (std::size_t k = 0; k < line.products.size(); ++k) {
            const Equation& equation =
                task.trace.cell()
                    .equations[task.trace.cell().quantities[line.subject.quantity].equation];
            const int column = static_cast<int>(k);
            RC_ASSERT(line.products[k].weight.link ==
                      Link(ParameterPlace{equation.operands[0].id, line.subject.element, column}));
            RC_ASSERT(line.products[k].input.link ==
                      Link(QuantityPlace{equation.operands[1].id, column, line.subject.t}));
        }
    }
}

/// All lines of a derivation, as text.
std::vector<std::string> lines_of(const Exercise& run, const char* quantity, int t,
                                  const Notation& notation, std::optional<int> rounding = {}) {
    std::vector<std::string> lines;
    const Trace trace = computed(run, rounding);
    for (const DerivationLine& line :
         derivation_of(run.network, trace, rounding, trace.cell().at(quantity), 0, t, notation)
             .lines)
        lines.push_back(text_of(line.expression));
    return lines;
}

/// StatQuest's step with everything at 1.
Exercise statquest() {
    Exercise run({1, 1}, 1);
    const auto set = [&](const char* gate, double w, double u, double b) {
        run.parameter(gate, "W")(0, 0) = w;
        run.parameter(gate, "U")(0, 0) = u;
        run.parameter(gate, "b")(0, 0) = b;
    };
    set("forget", 1.63, 2.70, 1.62);
    set("input", 1.65, 2.00, 0.62);
    set("candidate", 0.94, 1.41, -0.32);
    set("output", -0.19, 4.38, 0.59);
    run.inputs(0, 0) = 1;
    run.h0[0] = 1;
    run.c0[0] = 2;
    return run;
}

/// Two inputs, two units, one step.
Exercise two_by_two() {
    Exercise run({2, 2}, 1);
    run.parameter("candidate", "W") << 1, -2, 0, 3;
    run.parameter("candidate", "U") << 0.5, 0, -1, 1;
    run.inputs << 2, -1;
    run.h0 << 1, 0.5;
    return run;
}

TEST(Derivation, GoesFromWeightsToAGatesValue) {
    EXPECT_THAT(lines_of(statquest(), "forget.value", 1, {}),
                ElementsAre("f = σ(W_f x + U_f h_− + b_f)", "f = σ(1.63 · 1 + 2.7 · 1 + 1.62)",
                            "W_f x = 1.63 · 1 = 1.63", "U_f h_− = 2.7 · 1 = 2.7",
                            "z_f = 1.63 + 2.7 + 1.62 = 5.95", "f = σ(5.95) ≈ 0.9974"));
}

TEST(Derivation, NamesElementsWhereThereAreSeveral) {
    EXPECT_THAT(
        lines_of(two_by_two(), "candidate.value", 1, {}),
        ElementsAre("c̃ = tanh(W_c x + U_c h_− + b_c)",
                    "c̃_0 = tanh(W_c,00 x_0 + W_c,01 x_1 + U_c,00 h_−,0 + U_c,01 h_−,1 + b_c,0)",
                    "c̃_0 = tanh(1 · 2 − 2 · (−1) + 0.5 · 1 + 0 · 0.5 + 0)",
                    "(W_c x)_0 = 1 · 2 − 2 · (−1) = 2 + 2 = 4",
                    "(U_c h_−)_0 = 0.5 · 1 + 0 · 0.5 = 0.5 + 0 = 0.5", "z_c,0 = 4 + 0.5 + 0 = 4.5",
                    "c̃_0 = tanh(4.5) ≈ 0.9998"));
}

TEST(Derivation, JoinsMatricesWhereAsked) {
    const Notation joined{Notation::Candidate::g, Notation::Matrices::concatenated, 4};
    EXPECT_THAT(
        lines_of(two_by_two(), "candidate.z", 1, joined),
        ElementsAre("z_g = W_g · [h_−, x] + b_g", "W_g = [W_gh, W_gx]",
                    "z_g,0 = W_gh,00 h_−,0 + W_gh,01 h_−,1 + W_gx,00 x_0 + W_gx,01 x_1 + b_g,0",
                    "z_g,0 = 0.5 · 1 + 0 · 0.5 + 1 · 2 − 2 · (−1) + 0",
                    "(W_gh h_−)_0 = 0.5 · 1 + 0 · 0.5 = 0.5 + 0 = 0.5",
                    "(W_gx x)_0 = 1 · 2 − 2 · (−1) = 2 + 2 = 4", "z_g,0 = 0.5 + 4 + 0 = 4.5"));
}

TEST(Derivation, ShowsWhatRoundingMakesOfIt) {
    EXPECT_THAT(lines_of(statquest(), "c", 1, {}, 2),
                ElementsAre("c = f ⊙ c_− + i ⊙ c̃", "c = 1.00 · 2 + 0.99 · 0.97",
                            "f · c_− = 1.00 · 2 = 2.00", "i · c̃ = 0.99 · 0.97 = 0.9603 → 0.96",
                            "c = 2.00 + 0.96 = 2.96"));
    EXPECT_THAT(
        lines_of(statquest(), "h", 1, {}, 2),
        ElementsAre("h = o ⊙ tanh(c)", "h = 0.99 · tanh(2.96)",
                    "tanh(c) = tanh(2.96) ≈ 0.9946 → 0.99", "h = 0.99 · 0.99 = 0.9801 → 0.98"));
}

TEST(Derivation, KeepsItselfShortWhereOneStepIsAll) {
    EXPECT_THAT(lines_of(statquest(), "kept", 1, {}),
                ElementsAre("f ⊙ c_−", "f · c_− ≈ 0.9974 · 2 ≈ 1.9948"));
    EXPECT_THAT(lines_of(two_by_two(), "candidate.wx", 1, {}),
                ElementsAre("W_c x", "(W_c x)_0 = W_c,00 x_0 + W_c,01 x_1",
                            "(W_c x)_0 = 1 · 2 − 2 · (−1) = 2 + 2 = 4"));
}

TEST(Derivation, SaysWhereItEnds) {
    Exercise run = statquest();
    run.inputs = Matrix::Ones(1, 2);
    const Trace trace = computed(run);
    const auto origin = [&](const char* quantity, int t) {
        const Derivation derivation =
            derivation_of(run.network, trace, {}, trace.cell().at(quantity), 0, t, {});
        EXPECT_EQ(derivation.lines.size(), 1U);
        EXPECT_EQ(derivation.lines.front().role, Role::origin);
        return derivation.lines.front().origin;
    };
    EXPECT_EQ(origin("x", 1), ValueOrigin::input);
    EXPECT_EQ(origin("h_prev", 1), ValueOrigin::initial_state);
    EXPECT_EQ(origin("c_prev", 2), ValueOrigin::previous_step);
    EXPECT_EQ(origin("c", 0), ValueOrigin::initial_state);
    EXPECT_THAT(lines_of(run, "c_prev", 1, {}), ElementsAre("c_− = 2"));
}

TEST(Derivation, LeadsThroughTheStatesToTheStepBefore) {
    const Cell& cell = lstm_cell();
    EXPECT_EQ(source_of(cell, {cell.at("c_prev"), 1, 3}), (QuantityPlace{cell.at("c"), 1, 2}));
    EXPECT_EQ(source_of(cell, {cell.at("h_prev"), 0, 1}), (QuantityPlace{cell.at("h"), 0, 0}));
    EXPECT_EQ(source_of(cell, {cell.at("x"), 0, 3}), (QuantityPlace{cell.at("x"), 0, 3}));
}

TEST(Derivation, HasThePointOnTheCurve) {
    const Exercise run = statquest();
    const Trace trace = computed(run);
    const Derivation derivation =
        derivation_of(run.network, trace, {}, trace.cell().at("forget.value"), 0, 1, {});
    const DerivationLine& last = derivation.lines.back();
    ASSERT_TRUE(last.activation);
    EXPECT_EQ(last.activation->function, Activation::sigmoid);
    EXPECT_EQ(last.activation->argument, trace.value(trace.cell().at("forget.z"), 0, 1));
    EXPECT_EQ(last.activation->value, last.value);
}

TEST(Derivation, SaysWhatAClampedGateWouldHaveBeen) {
    const Exercise run = statquest();
    const Trace trace = computed(run);
    const QuantityId forget = trace.cell().at("forget.value");
    Trace clamped = trace;
    clamped.column(1)[clamped.plan().row(forget)] = 0.125;
    const Derivation derivation =
        derivation_of(run.network, clamped, 2, forget, 0, 1, {}, {{forget, 0, 1, 1, 0.125}});
    EXPECT_TRUE(derivation.lines.back().clamped);
    EXPECT_EQ(text_of(derivation.lines.back().expression), "f = σ(5.95) ≈ 0.9974 → 0.125");
    EXPECT_FALSE(derivation.lines[derivation.lines.size() - 2].clamped);
}

TEST(Notation, NamesTheCandidateAsTheReaderDoes) {
    const auto equation = [](Notation::Candidate candidate, const char* quantity) {
        return text_of(
            vector_equations(lstm_cell(), lstm_cell().at(quantity), {candidate}).front());
    };
    using Candidate = Notation::Candidate;
    EXPECT_EQ(equation(Candidate::c_tilde, "candidate.value"), "c̃ = tanh(W_c x + U_c h_− + b_c)");
    EXPECT_EQ(equation(Candidate::c_hat, "candidate.value"),
              "c\u0302 = tanh(W_c x + U_c h_− + b_c)");
    EXPECT_EQ(equation(Candidate::g, "candidate.value"), "g = tanh(W_g x + U_g h_− + b_g)");
    EXPECT_EQ(equation(Candidate::a, "c"), "c = f ⊙ c_− + i ⊙ a");
    EXPECT_EQ(equation(Candidate::z, "written"), "i ⊙ z");
    EXPECT_EQ(equation(Candidate::z, "candidate.z"), "net_z = W_z x + U_z h_− + b_z");
    EXPECT_EQ(equation(Candidate::a, "forget.z"), "z_f = W_f x + U_f h_− + b_f");
}

TEST(Notation, PartsIndicesThatHaveTwoDigits) {
    const Cell& cell = lstm_cell();
    const ParameterId w = cell.find_parameter("forget", "W");
    EXPECT_EQ(symbol_of(cell, {11, 2}, w, cell.input, 1, 10, {}).subscript, "f,1,10");
    EXPECT_EQ(symbol_of(cell, {10, 2}, w, cell.input, 1, 9, {}).subscript, "f,19");
    EXPECT_EQ(symbol_of(cell, {3, 1}, w, cell.input, 0, 2, {}).subscript, "f,2");
    EXPECT_EQ(symbol_of(cell, {3, 1}, w, cell.input, all, all, {}).face, Typeface::bold);
}

}  // namespace
}  // namespace lstm
