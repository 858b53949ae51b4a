/// The check of a gradient: what it moves is the number itself, and nothing else.
#include "document/gradient_check.h"

#include "document/edit.h"
#include "document/gradients_of.h"
#include "document/results.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace lstm {
namespace {

/// Weights and inputs that no two numbers have in common, and a target at every other step.
Document sequence(const std::string& kind, bool with_readout = false) {
    constexpr int units = 2;
    constexpr int steps = 4;
    Document document;
    document.network =
        zero_network(*find_cell(kind, with_readout), {1, units, with_readout ? 3 : 0});
    double n = 0;
    for (auto& parameter : document.network.parameters)
        for (double& weight : parameter.edit().reshaped()) weight = 0.7 * std::sin(++n);
    document.initial.assign(document.cell().states.size(), Vector::Constant(units, 0.2));
    for (int t = 1; t <= steps; ++t)
        document.sequence.edit().emplace_back(Step{Vector::Constant(1, std::cos(t)), ""});
    for (int t = 2; t <= steps; t += 2)
        document = edited(document, SetTarget{t, Vector::Constant(document.outputs(), 0.3)});
    return document;
}

void expect_true(const GradientCheck& check, const std::string& what) {
    EXPECT_NEAR(check.difference, check.gradient, 1e-9 * std::max(1.0, std::abs(check.gradient)))
        << what;
}

void expect_every_gradient_true(const Document& document) {
    const Cell& cell = document.cell();
    const Gradients gradients = gradients_of(document, Results(document).trace());
    for (ParameterId p = 0; p < static_cast<int>(cell.parameters.size()); ++p)
        expect_true(check_gradient(document, ParameterPlace{p, 1, 0}),
                    cell.kind + " " + cell.parameters[p].name());
    for (QuantityId q = 0; q < static_cast<int>(cell.quantities.size()); ++q)
        for (int t = 1; can_be_moved(cell, q) && t <= document.steps(); ++t) {
            const int element = document.sizes().of(cell.quantities[q].extent) - 1;
            const std::string what =
                cell.kind + " " + cell.quantities[q].name + " at " + std::to_string(t);
            const GradientCheck check = check_gradient(document, QuantityPlace{q, element, t});
            expect_true(check, what);
            if (!document.rounding) {
                EXPECT_EQ(check.gradient, gradients.value(q, element, t)) << what;
            }
        }
}

TEST(GradientCheck, HoldsForEveryNumberOfEveryCell) {
    for (const Cell* cell : cells()) {
        expect_every_gradient_true(sequence(cell->kind));
        expect_every_gradient_true(sequence(cell->kind, true));
    }
}

TEST(GradientCheck, IsOfExactArithmetic) {
    Document document = sequence("lstm");
    document.rounding = 2;
    expect_every_gradient_true(document);
}

TEST(GradientCheck, KnowsWhatIsHeld) {
    Document document = sequence("lstm");
    const Cell& cell = document.cell();
    document.clamps.edit().push_back({cell.at("forget.value"), {}, 2, 3, 0.75});
    expect_every_gradient_true(document);
    EXPECT_EQ(check_gradient(document, QuantityPlace{cell.at("forget.z"), 0, 2}).difference, 0);
    EXPECT_NE(check_gradient(document, QuantityPlace{cell.at("forget.value"), 0, 2}).difference, 0);
}

}  // namespace
}  // namespace lstm
