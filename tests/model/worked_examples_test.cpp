/// The published worked examples, forward: what a textbook prints must come out.
#include "support/exercises.h"

#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace lstm {
namespace {

// Figures are given to 15 or 10 decimals; half a unit of the last one, and for 15 decimals the few
// roundings by which two double-precision programs differ.
constexpr double to_15_decimals = 2e-15;
constexpr double to_10_decimals = 0.5e-10 + 1e-14;

double value(const Trace& trace, int t, const std::string& quantity, int unit = 0) {
    return trace.value(trace.cell().at(quantity), unit, t);
}

/// One row of a table: a quantity of one unit and its values from t = 1 on.
void expect_values(const Trace& trace, const std::string& quantity, int unit,
                   const std::vector<double>& published, double tolerance) {
    int t = 1;
    for (const double wanted : published) {
        EXPECT_NEAR(value(trace, t, quantity, unit), wanted, tolerance)
            << quantity << "[" << unit << "] at t = " << t;
        ++t;
    }
}

/// A gate of one unit.
void set(Exercise& exercise, const std::string& gate, std::initializer_list<double> W, double U,
         double b) {
    int column = 0;
    for (const double w : W) exercise.parameter(gate, "W")(0, column++) = w;
    exercise.parameter(gate, "U") << U;
    exercise.parameter(gate, "b") << b;
}

// 1. StatQuest's LSTM.

Exercise statquest(std::initializer_list<double> inputs) {
    Exercise exercise({1, 1}, static_cast<int>(inputs.size()));
    set(exercise, "forget", {1.63}, 2.70, 1.62);
    set(exercise, "input", {1.65}, 2.00, 0.62);
    set(exercise, "candidate", {0.94}, 1.41, -0.32);
    set(exercise, "output", {-0.19}, 4.38, 0.59);
    int t = 0;
    for (const double x : inputs) exercise.inputs(0, t++) = x;
    return exercise;
}

Exercise statquest_step(double x) {
    Exercise exercise = statquest({x});
    exercise.c0 << 2.0;
    exercise.h0 << 1.0;
    return exercise;
}

TEST(StatQuest, OneStepIsExact) {
    const Trace trace = computed(statquest_step(1.0));
    EXPECT_NEAR(value(trace, 1, "candidate.z"), 2.03, to_15_decimals);
    EXPECT_NEAR(value(trace, 1, "input.z"), 4.27, to_15_decimals);
    EXPECT_NEAR(value(trace, 1, "forget.z"), 5.95, to_15_decimals);
    EXPECT_NEAR(value(trace, 1, "output.z"), 4.78, to_15_decimals);
    EXPECT_NEAR(value(trace, 1, "candidate.value"), 0.966086928979598, to_15_decimals);
    EXPECT_NEAR(value(trace, 1, "input.value"), 0.986211011493859, to_15_decimals);
    EXPECT_NEAR(value(trace, 1, "forget.value"), 0.997400932237677, to_15_decimals);
    EXPECT_NEAR(value(trace, 1, "c"), 2.947567431895319, to_15_decimals);
    EXPECT_NEAR(value(trace, 1, "output.value"), 0.991673906901566, to_15_decimals);
    EXPECT_NEAR(value(trace, 1, "tanh_c"), 0.994509504136211, to_15_decimals);
    EXPECT_NEAR(value(trace, 1, "h"), 0.986229125417495, to_15_decimals);
}

TEST(StatQuest, OneStepOnACalculatorGivesTheNumbersOfTheArticle) {
    const Trace trace = computed(statquest_step(1.0), 2);
    // Exactly: each is the double nearest to the decimal number.
    const std::vector<std::pair<std::string, double>> published{
        {"candidate.z", 2.03},  {"candidate.value", 0.97},
        {"input.z", 4.27},      {"forget.z", 5.95},
        {"forget.value", 1.00}, {"kept", 2.00},
        {"written", 0.96},      {"c", 2.96},
        {"output.z", 4.78},     {"output.value", 0.99},
        {"tanh_c", 0.99},       {"h", 0.98}};
    for (const auto& [quantity, number] : published)
        EXPECT_EQ(value(trace, 1, quantity), number) << quantity;
}

TEST(StatQuest, ALargeNegativeInputAddsNothing) {
    const Trace trace = computed(statquest_step(-10.0));
    EXPECT_NEAR(value(trace, 1, "candidate.value"), -0.99999988, 0.5e-8);
    EXPECT_NEAR(value(trace, 1, "input.value"), 9.38e-7, 0.5e-9);
    EXPECT_NEAR(value(trace, 1, "forget.value"), 6.27e-6, 0.5e-8);
}

TEST(StatQuest, PredictsZeroForCompanyA) {
    const Trace trace = computed(statquest({0.0, 0.5, 0.25, 1.0}));
    expect_values(trace, "c", 0,
                  {-0.201247141084436, -0.202192545760387, -0.324621451889213, 0.015269573158389},
                  to_15_decimals);
    expect_values(trace, "h", 0,
                  {-0.127755320764288, -0.096521840132482, -0.166218187850883, 0.006393158240806},
                  to_15_decimals);
    EXPECT_NEAR(value(trace, 1, "c"), -0.20, 0.005);
    EXPECT_NEAR(value(trace, 1, "h"), -0.13, 0.005);
    EXPECT_NEAR(value(trace, 4, "h"), 0.0, 0.05);
}

TEST(StatQuest, PredictsOneForCompanyB) {
    const Trace trace = computed(statquest({1.0, 0.5, 0.25, 1.0}));
    expect_values(trace, "c", 0,
                  {0.499521385231727, 0.913568824943806, 1.480603515830575, 2.409093170708775},
                  to_15_decimals);
    expect_values(trace, "h", 0,
                  {0.276438440414385, 0.611733480506344, 0.867005254433507, 0.969393461640768},
                  to_15_decimals);
    EXPECT_NEAR(value(trace, 4, "h"), 1.0, 0.05);
}

// 2. Aidan Gomez, "Backpropogating an LSTM: A Numerical Example".

Exercise gomez() {
    Exercise exercise({2, 1}, 2);
    set(exercise, "candidate", {0.45, 0.25}, 0.15, 0.2);
    set(exercise, "input", {0.95, 0.8}, 0.8, 0.65);
    set(exercise, "forget", {0.7, 0.45}, 0.1, 0.15);
    set(exercise, "output", {0.6, 0.4}, 0.25, 0.1);
    exercise.inputs << 1.0, 0.5, 2.0, 3.0;
    return exercise;
}

TEST(Gomez, ForwardIsExact) {
    const Trace trace = computed(gomez());
    const std::vector<std::pair<std::string, std::vector<double>>> table{
        {"candidate.value", {0.8177540780, 0.8498040223}},
        {"input.value", {0.9608342772, 0.9811839683}},
        {"forget.value", {0.8519528020, 0.8703019699}},
        {"output.value", {0.8175744762, 0.8499333428}},
        {"c", {0.7857261484, 1.5176330977}},
        {"h", {0.5363133979, 0.7719811058}}};
    for (const auto& [quantity, published] : table)
        expect_values(trace, quantity, 0, published, to_10_decimals);
}

TEST(Gomez, PublishedFiguresComeOutWithIntermediatesRoundedToFiveDecimals) {
    const Trace trace = computed(gomez(), 5);
    EXPECT_EQ(value(trace, 1, "candidate.value"), 0.81775);
    EXPECT_EQ(value(trace, 1, "input.value"), 0.96083);
    EXPECT_EQ(value(trace, 1, "c"), 0.78572);
    EXPECT_EQ(value(trace, 1, "h"), 0.53631);
    EXPECT_NEAR(value(trace, 2, "c"), 1.5176, 0.5e-4);
    // Exact arithmetic gives 0.77198; the article's .77197 is within its last place.
    EXPECT_NEAR(value(trace, 2, "h"), 0.77197, 1.5e-5);
}

// 3. Tom Yeh, "AI by Hand", the small LSTM sheet.

TEST(TomYeh, SheetIsExact) {
    Exercise exercise({3, 2}, 4);
    exercise.parameter("forget", "W") << 0, -1, 0, -2, 0, -2;
    exercise.parameter("forget", "U") << 0, -2, -2, 0;
    exercise.parameter("candidate", "W") << 0, 1, 0, -1, 0, -1;
    exercise.parameter("candidate", "U") << 0, -1, -4, 0;
    exercise.parameter("candidate", "b") << 0, 1;
    exercise.parameter("input", "W") << 2, 0, 3, 0, 1, 0;
    exercise.parameter("input", "U") << 1, 0, 0, 2;
    exercise.parameter("input", "b") << 1, 0;
    exercise.parameter("output", "W") << 1, 1, 0, 0, 0, -1;
    exercise.parameter("output", "U") << 4, 1, -1, -2;
    exercise.parameter("output", "b") << 0, 4;
    exercise.inputs.transpose() << 1, 2, 1, 2, 1, 0, 0, -1, 3, -1, 0, 2;
    const Trace trace = computed(exercise);
    expect_values(trace, "c", 0,
                  {0.961643903157687, 1.420587659968584, 0.720118443656848, 0.490789956336637},
                  to_15_decimals);
    expect_values(trace, "c", 1,
                  {-0.670809907170869, -0.473682407094452, -0.133540916369761, -0.446597277164767},
                  to_15_decimals);
    expect_values(trace, "h", 0,
                  {0.709676523252256, 0.885217878700563, 0.549972368285295, 0.341522633236832},
                  to_15_decimals);
    expect_values(trace, "h", 1,
                  {-0.557743950053885, -0.435849755737046, -0.096696073948665, -0.351203971222387},
                  to_15_decimals);
}

// 4. A class exercise (repository Yasmeen-Akl/DL-lstm-).

TEST(ClassExercise, IsExact) {
    Exercise exercise({1, 1}, 3);
    set(exercise, "forget", {0.5}, 0.1, 0.0);
    set(exercise, "input", {0.6}, 0.2, 0.0);
    set(exercise, "candidate", {0.7}, 0.3, 0.0);
    set(exercise, "output", {0.8}, 0.4, 0.0);
    exercise.inputs << 1.0, 2.0, 3.0;
    const Trace trace = computed(exercise);
    expect_values(trace, "c", 0, {0.3902138666, 0.9876816992, 1.6721045647}, to_10_decimals);
    expect_values(trace, "h", 0, {0.2563562828, 0.6397897934, 0.8706777856}, to_10_decimals);
}

}  // namespace
}  // namespace lstm
