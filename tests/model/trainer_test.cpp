/// Training: optimizers against their formulas and published weights.
#include "model/learning/trainer.h"

#include "model/learning/score.h"
#include "support/random_run.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace lstm {
namespace {

/// Aidan Gomez, Backpropogating an LSTM: A Numerical Example.
Network gomez_network() {
    Network network = zero_network(lstm_cell(), {2, 1});
    const auto set = [&](const char* gate, double w1, double w2, double u, double b) {
        const auto parameter = [&](const char* letter) -> Matrix& {
            return network.parameters[lstm_cell().find_parameter(gate, letter)].edit();
        };
        parameter("W") << w1, w2;
        parameter("U") << u;
        parameter("b") << b;
    };
    set("candidate", .45, .25, .15, .2);
    set("input", .95, .8, .8, .65);
    set("forget", .7, .45, .1, .15);
    set("output", .6, .4, .25, .1);
    return network;
}

Sequence gomez_sequence() {
    Sequence sequence;
    sequence.add(Vector{{1, 2}}, Vector{{0.5}}, "");
    sequence.add(Vector{{0.5, 3}}, Vector{{1.25}}, "");
    return sequence;
}

const std::vector<Vector> from_zero{Vector::Zero(1), Vector::Zero(1)};

TEST(Trainer, TakesTheStepThatGomezPublished) {
    Trainer trainer(gomez_network(), from_zero, LossKind::squared_error, {});
    ASSERT_TRUE(trainer.step(gomez_sequence()));
    const auto weight = [&](const char* gate, const char* letter, int column = 0) {
        return (*trainer.network().parameters[lstm_cell().find_parameter(gate, letter)])(0, column);
    };
    constexpr double published = 0.5e-10 + 1e-14;  // to 10 decimals
    EXPECT_NEAR(weight("candidate", "W", 1), .2592201132, published);
    EXPECT_NEAR(weight("input", "U"), .8000598319, published);
    EXPECT_NEAR(weight("forget", "b"), .1506306542, published);
    EXPECT_NEAR(weight("output", "W"), .6025924113, published);
    EXPECT_NEAR(weight("output", "b"), .1053613029, published);
}

/// Three steps of an optimizer on one number with given gradients.
double after(const TrainingSettings& settings, double start, std::vector<double> gradients) {
    std::vector<Shared<Matrix>> parameters{Matrix(Matrix::Constant(1, 1, start))};
    TrainingState state;
    for (const double g : gradients) {
        std::vector<Matrix> gradient{Matrix::Constant(1, 1, g)};
        optimise(settings, gradient, state, parameters);
    }
    return (*parameters[0])(0, 0);
}

TEST(Optimizer, MomentumKeepsAShareOfTheLastStep) {
    const TrainingSettings settings{Optimizer::sgd, 0.1, 0.5, 0.9, 0.999, 1e-8, {}, false, {}};
    // v = 1, then 0.5 + 2, then 1.25 − 1.
    EXPECT_NEAR(after(settings, 3, {1, 2, -1}), 3 - 0.1 * (1 + 2.5 + 0.25), 1e-15);
}

TEST(Optimizer, AdamFollowsItsAlgorithm) {
    const TrainingSettings settings{Optimizer::adam, 0.01, 0, 0.9, 0.999, 1e-8, {}, false, {}};
    double theta = 3, m = 0, v = 0;
    int t = 0;
    for (const double g : {0.5, -2.0, 0.25}) {
        ++t;
        m = 0.9 * m + 0.1 * g;
        v = 0.999 * v + 0.001 * g * g;
        theta -=
            0.01 * (m / (1 - std::pow(0.9, t))) / (std::sqrt(v / (1 - std::pow(0.999, t))) + 1e-8);
    }
    EXPECT_NEAR(after(settings, 3, {0.5, -2.0, 0.25}), theta, 1e-15);
    // The first step is as long as the learning rate, whatever the gradient.
    EXPECT_NEAR(after(settings, 3, {1e-3}), 3 - 0.01, 1e-6);
}

TEST(Optimizer, ClipsAllParametersTogether) {
    TrainingSettings settings;
    settings.learning_rate = 1;
    settings.clip = 1;
    std::vector<Shared<Matrix>> parameters{Matrix(Matrix::Zero(1, 1)), Matrix(Matrix::Zero(1, 1))};
    std::vector<Matrix> gradients{Matrix::Constant(1, 1, 3), Matrix::Constant(1, 1, -4)};
    TrainingState state;
    optimise(settings, gradients, state, parameters);
    EXPECT_NEAR((*parameters[0])(0, 0), -0.6, 1e-15);
    EXPECT_NEAR((*parameters[1])(0, 0), 0.8, 1e-15);
}

TEST(Trainer, GoesOnBitForBitFromWhereItWasLeft) {
    const Task& task = *find_task("adding");
    const std::vector<Vector> initial{Vector::Zero(5), Vector::Zero(5)};
    for (const Optimizer optimizer : {Optimizer::sgd, Optimizer::adam}) {
        TrainingSettings settings;
        settings.optimizer = optimizer;
        settings.momentum = 0.5;
        settings.learning_rate = 0.01;
        settings.clip = 0.5;
        const Network start =
            randomised(zero_network(*find_cell("lstm_peephole", true), {2, 5, 1}), 4);
        Trainer unbroken(start, initial, task.loss, settings);
        for (int n = 0; n < 60; ++n) ASSERT_TRUE(unbroken.step(draw_sequence(task, 9, n, 12)));
        Trainer first(start, initial, task.loss, settings);
        for (int n = 0; n < 25; ++n) ASSERT_TRUE(first.step(draw_sequence(task, 9, n, 12)));
        Trainer second(first.network(), initial, task.loss, settings, first.state());
        for (int n = 25; n < 60; ++n) ASSERT_TRUE(second.step(draw_sequence(task, 9, n, 12)));
        EXPECT_EQ(second.network(), unbroken.network());
        EXPECT_EQ(second.state(), unbroken.state());
    }
}

TEST(Trainer, LearnsEveryCellToAddALittle) {
    const Task& task = *find_task("adding");
    for (const Cell* cell : cells()) {
        const std::vector<Vector> initial(cell->states.size(), Vector::Zero(6));
        TrainingSettings settings;
        settings.optimizer = Optimizer::adam;
        settings.learning_rate = 0.01;
        settings.clip = 1;
        const Network start = randomised(zero_network(*find_cell(cell->kind, true), {2, 6, 1}), 2);
        Trainer trainer(start, initial, task.loss, settings);
        for (int n = 0; n < 3000; ++n) ASSERT_TRUE(trainer.step(draw_sequence(task, 1, n, 4)));
        // To answer 1, the mean, is off by √(1/6) = 0.41.
        EXPECT_LT(score(trainer.network(), initial, task, 2, 200, 4).quality, 0.2) << cell->kind;
    }
}

TEST(Trainer, StopsWhereANumberIsNoneAndKeepsTheLastWeights) {
    Trainer trainer(gomez_network(), from_zero, LossKind::squared_error, {});
    ASSERT_TRUE(trainer.step(gomez_sequence()));
    const Network good = trainer.network();
    Sequence bad = gomez_sequence();
    bad.targets[1][0] = 1e200;  // its square is no double
    EXPECT_FALSE(trainer.step(bad));
    EXPECT_EQ(trainer.network(), good);
    EXPECT_EQ(trainer.state().steps, 1);
    TrainingSettings reckless;
    reckless.learning_rate = std::numeric_limits<double>::max();
    Trainer leap(gomez_network(), from_zero, LossKind::squared_error, reckless);
    bad.targets[1][0] = 1e100;
    EXPECT_FALSE(leap.step(bad));
    EXPECT_EQ(leap.network(), gomez_network());
}

TEST(Frozen, IsSwitchedOneByOne) {
    const Cell& cell = lstm_cell();
    using Patterns = std::vector<std::string>;
    const ParameterId forget_b = cell.find_parameter("forget", "b");
    EXPECT_EQ(with_frozen({}, cell, forget_b, true), Patterns{"forget.b"});
    EXPECT_EQ(with_frozen({"forget.b"}, cell, forget_b, false), Patterns{});
    EXPECT_EQ(with_frozen({"*.b"}, cell, forget_b, true), Patterns{"*.b"}) << "it is already";
    EXPECT_EQ(with_frozen({"*.b"}, cell, forget_b, false),
              (Patterns{"input.b", "output.b", "candidate.b"}));
    EXPECT_EQ(with_frozen({"*.b", "forget.*", "input.U"}, cell, forget_b, false),
              (Patterns{"input.U", "forget.W", "forget.U", "input.b", "output.b", "candidate.b"}));
}

TEST(Frozen, LeavesEveryOtherParameterAsItWas) {
    const Cell& cell = *find_cell("gru_reset_after", true);
    const std::vector<std::vector<std::string>> all{
        {}, {"*.*"}, {"*.W"}, {"candidate.*", "*.b"}, {"readout.W", "*.b_u"}};
    for (const auto& patterns : all)
        for (std::size_t p = 0; p < cell.parameters.size(); ++p)
            for (const bool frozen : {false, true}) {
                std::vector<bool> wanted = named_by(patterns, cell);
                wanted[p] = frozen;
                const auto changed =
                    with_frozen(patterns, cell, static_cast<ParameterId>(p), frozen);
                EXPECT_EQ(named_by(changed, cell), wanted) << cell.parameters[p].name();
            }
}

}  // namespace
}  // namespace lstm
