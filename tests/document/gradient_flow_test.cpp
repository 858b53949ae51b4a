/// How much of a gradient is left after many steps.
#include "document/gradient_flow.h"
#include "document/edit.h"
#include "document/results.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace lstm {
namespace {

/// Weights and inputs that no two numbers have in common.
Document sequence(const char* kind, int units, int steps) {
    Document document;
    document.network = zero_network(*find_cell(kind), {1, units});
    double n = 0;
    for (auto& parameter : document.network.parameters)
        for (double& weight : parameter.edit().reshaped()) weight = 0.7 * std::sin(++n);
    document.initial.assign(document.cell().states.size(), Vector::Constant(units, 0.2));
    for (int t = 1; t <= steps; ++t)
        document.sequence.edit().emplace_back(Step{Vector::Constant(1, std::cos(t)), ""});
    return document;
}

TEST(GradientFlow, OfOneUnitThatHearsNotItselfIsTheProductOfItsForgetGates) {
    Document document = sequence("lstm", 1, 12);
    for (std::size_t p = 0; p < document.network.parameters.size(); ++p)
        if (document.cell().parameters[p].letter == "U")
            document.network.parameters[p].edit().setZero();
    const Results results(document);
    const auto gradient_flow = gradient_flow_of(document, results.trace());
    ASSERT_TRUE(gradient_flow.has_value());
    const QuantityId f = document.cell().at("forget.value");
    double product = 1;
    for (int t = 12; t >= 0; --t) {
        EXPECT_NEAR(gradient_flow->cell_state[static_cast<std::size_t>(t)], product, 1e-15);
        EXPECT_NEAR(gradient_flow->forget_product[static_cast<std::size_t>(t)], product, 1e-15);
        if (t > 0) product *= results.trace().value(f, 0, t);
    }
}

TEST(GradientFlow, OfAPlainRnnWithOneUnitIsTheProductOfItsSlopes) {
    const Document document = sequence("rnn", 1, 12);
    const Results results(document);
    const auto gradient_flow = gradient_flow_of(document, results.trace());
    ASSERT_TRUE(gradient_flow.has_value());
    EXPECT_TRUE(gradient_flow->cell_state.empty());
    EXPECT_TRUE(gradient_flow->forget_product.empty());
    const double u = (*document.network.parameters[static_cast<std::size_t>(
        document.cell().find_parameter("hidden", "U"))])(0, 0);
    double product = 1;
    for (int t = 12; t >= 0; --t) {
        EXPECT_NEAR(gradient_flow->hidden_state[static_cast<std::size_t>(t)], std::abs(product),
                    1e-15);
        EXPECT_NEAR(gradient_flow->plain_rnn[static_cast<std::size_t>(t)], std::abs(product),
                    1e-15);
        if (t == 0) break;
        const double h = results.trace().value(document.cell().at("h"), 0, t);
        product *= u * (1 - h * h);
    }
}

/// ‖ds_T/ds_0‖/√H by central differences, for an initial state that can be moved.
double by_differences(const Document& document, int state) {
    constexpr double step = 1e-5;
    const QuantityId s = document.cell().states[static_cast<std::size_t>(state)].now;
    const int T = document.steps();
    double squares = 0;
    for (int k = 0; k < document.sizes().hidden; ++k) {
        const double value = document.initial[static_cast<std::size_t>(state)][k];
        const auto end = [&](double moved) {
            const Results results(edited(document, SetInitial{state, k, moved}));
            return Vector(results.trace().vector(s, T));
        };
        squares += ((end(value + step) - end(value - step)) / (2 * step)).squaredNorm();
    }
    return std::sqrt(squares / document.sizes().hidden);
}

TEST(GradientFlow, AgreesWithCentralDifferencesOfTheInitialStatesOfEveryKindOfCell) {
    for (const Cell* cell : cells()) {
        const Document document = sequence(cell->kind.c_str(), 3, 5);
        const auto gradient_flow = gradient_flow_of(document, Results(document).trace());
        ASSERT_TRUE(gradient_flow.has_value());
        // A central difference with this step is good to about 1e-10.
        EXPECT_NEAR(gradient_flow->hidden_state.front(), by_differences(document, 0), 1e-8)
            << cell->kind;
        if (cell->states.size() > 1) {
            EXPECT_NEAR(gradient_flow->cell_state.front(), by_differences(document, 1), 1e-8)
                << cell->kind;
        }
        EXPECT_NEAR(gradient_flow->hidden_state.back(), 1, 1e-15);
    }
}

TEST(GradientFlow, IsNotComputedWhereItWouldTakeLong) {
    const Document document = sequence("rnn", 200, 100);
    EXPECT_FALSE(gradient_flow_of(document, Results(document).trace()).has_value());
}

}  // namespace
}  // namespace lstm
