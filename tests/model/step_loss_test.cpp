/// Losses and where their way back begins, against plain formulas and published numbers.
#include "model/learning/step_loss.h"

#include "support/problem.h"
#include "support/random_run.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace lstm {
namespace {

/// A plain RNN of which only the read-out's bias is not zero: y = `y`, whatever the rest does.
Problem problem_with(const Vector& y, Activation activation, LossKind loss, const Vector& target) {
    CellForm form = own_form("rnn", true);
    form.readout_activation = activation;
    const Cell& cell = *find_cell(form);
    Problem problem = random_problem(cell, {1, 1, static_cast<int>(y.size())}, 1, loss, 1);
    problem.network.parameters[cell.readout.W].edit().setZero();
    problem.network.parameters[cell.readout.b] = Matrix(y);
    problem.targets = {target};
    return problem;
}

/// The loss as a textbook writes it.
double plain_loss(LossKind kind, const Vector& p, const Vector& target) {
    if (kind == LossKind::cross_entropy) return -std::log(p[static_cast<int>(target[0])]);
    double sum = 0;
    for (int k = 0; k < p.size(); ++k) {
        const double square = (p[k] - target[k]) * (p[k] - target[k]);
        switch (kind) {
            case LossKind::squared_error: sum += square / 2; break;
            case LossKind::sum_squared_error: sum += square; break;
            case LossKind::mean_squared_error: sum += square / static_cast<double>(p.size()); break;
            default: sum -= target[k] * std::log(p[k]) + (1 - target[k]) * std::log(1 - p[k]);
        }
    }
    return sum;
}

Vector plain_activation(Activation activation, const Vector& y) {
    if (activation == Activation::softmax) return y.array().exp() / y.array().exp().sum();
    Vector p = y;
    for (double& each : p) {
        if (activation == Activation::sigmoid) each = 1 / (1 + std::exp(-each));
        if (activation == Activation::tanh) each = std::tanh(each);
        if (activation == Activation::relu && each < 0) each = 0;
    }
    return p;
}

/// Every loss with every activation that it allows, and what it makes of y.
template <class Check>
void for_all(const Check& check) {
    for (const LossKind loss : losses())
        for (const Activation activation : readout_activations())
            if (allows(loss, activation))
                for (std::uint64_t seed = 1; seed <= 20; ++seed) {
                    RandomNumbers random(seed);
                    const int size = 1 + static_cast<int>(seed % 5);
                    const Vector y = 3 * random.matrix(size, 1);
                    Vector target = (random.matrix(size, 1).array() + 1) / 2;
                    if (loss == LossKind::cross_entropy)
                        target = Vector::Constant(1, static_cast<double>(seed % size));
                    check(loss, activation, y, target);
                }
}

/// What the loss takes p to be: of a cross-entropy its own, though the read-out may show y.
Activation taken(LossKind loss, Activation activation) {
    return is_squared(loss) ? activation : own_activation(loss);
}

TEST(StepLoss, IsWhatTextbooksWrite) {
    for_all([](LossKind loss, Activation activation, const Vector& y, const Vector& target) {
        const Problem problem = problem_with(y, activation, loss, target);
        const double wanted =
            plain_loss(loss, plain_activation(taken(loss, activation), y), target);
        EXPECT_NEAR(problem.loss(), wanted, 1e-13 * std::max(1.0, std::abs(wanted)))
            << name_of(loss) << " of " << name_of(activation);
    });
}

TEST(StepLoss, HasTheGradientsOfThePlainFormula) {
    for_all([](LossKind loss, Activation activation, const Vector& y, const Vector& target) {
        const Problem problem = problem_with(y, activation, loss, target);
        const Gradients gradients = problem.gradients();
        const Cell& cell = *problem.network.cell;
        const std::string what =
            std::string(name_of(loss)) + " of " + std::string(name_of(activation));
        const Vector p = plain_activation(taken(loss, activation), y);
        for (int k = 0; k < y.size(); ++k) {
            constexpr double h = 1e-6;
            const auto at = [&](double shift, bool of_p) {
                Vector moved = of_p ? p : y;
                moved[k] += shift;
                return plain_loss(
                    loss, of_p ? moved : plain_activation(taken(loss, activation), moved), target);
            };
            EXPECT_NEAR(gradients.value(cell.readout.y, k, 1),
                        (at(h, false) - at(-h, false)) / (2 * h), 2e-8)
                << what;
            if (cell.readout.p == none) continue;
            const double of_p = (at(h, true) - at(-h, true)) / (2 * h);
            EXPECT_NEAR(gradients.value(cell.readout.p, k, 1), of_p,
                        3e-8 * std::max(1.0, of_p * of_p))
                << what;
        }
    });
}

TEST(StepLoss, OfAProbabilityStaysExactWhereThatIsAlmostCertain) {
    const auto loss = [](double y, double target) {
        return problem_with(Vector::Constant(1, y), Activation::sigmoid,
                            LossKind::binary_cross_entropy, Vector::Constant(1, target))
            .loss();
    };
    EXPECT_DOUBLE_EQ(loss(40, 1), std::log1p(std::exp(-40.0)));
    EXPECT_DOUBLE_EQ(loss(-40, 1), 40);
    EXPECT_DOUBLE_EQ(loss(800, 0), 800);
    EXPECT_DOUBLE_EQ(loss(-3, 0), std::log1p(std::exp(-3.0)));
    EXPECT_DOUBLE_EQ(loss(0, 0.25), std::log(2.0));
}

// A toy RNN of two steps that several public repositories print: loss and dL/dy of a logistic
// output against the target 1.
TEST(StepLoss, OfAPublishedLogisticOutput) {
    CellForm form = own_form("rnn", true);
    form.readout_activation = Activation::sigmoid;
    const Cell& cell = *find_cell(form);
    Problem problem = random_problem(cell, {2, 2, 1}, 2, LossKind::binary_cross_entropy, 1);
    const Matrix square = (Matrix(2, 2) << 0.1, 0.2, 0.3, 0.4).finished();
    const auto set = [&](const char* gate, const char* letter, const Matrix& numbers) {
        problem.network.parameters[cell.find_parameter(gate, letter)] = numbers;
    };
    set("hidden", "W", square);
    set("hidden", "U", square);
    set("hidden", "b", Vector::Zero(2));
    set("readout", "W", (Matrix(1, 2) << 0.5, 0.6).finished());
    set("readout", "b", Vector::Zero(1));
    problem.initial = {Vector::Zero(2)};
    problem.inputs = {Eigen::Vector2d(1, 2), Eigen::Vector2d(2, 1)};
    problem.targets = {Vector(), Vector::Ones(1)};
    EXPECT_NEAR(problem.trace().value(cell.readout.p, 0, 2), 0.6919429176939739, 1e-15);
    EXPECT_NEAR(problem.loss(), 0.36825181564840304, 1e-15);
    EXPECT_NEAR(problem.gradients().value(cell.readout.y, 0, 2), -0.30805708230602613, 1e-15);
}

}  // namespace
}  // namespace lstm
