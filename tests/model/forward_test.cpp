/// The forward pass against an independent LSTM, against itself in parts, and at the edge of the
/// numbers.
#include "model/engine/forward.h"

#include "model/cells/cell_builder.h"
#include "model/engine/rounding.h"
#include "support/exercises.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace lstm {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Compares every quantity of every step. Both sides add the same products in another order, and
/// some in one rounding instead of two; so they differ by some 1e-16 of what was added up, and the
/// recurrence passes that on. 1e-12 is what is asked of the product.
void expect_agrees_with_reference(const Exercise& exercise, double tolerance = 1e-12) {
    const Trace trace = computed(exercise);
    const std::vector<reference::Step> steps = by_reference(exercise);
    ASSERT_EQ(trace.steps(), static_cast<int>(steps.size()));
    ASSERT_TRUE(steps.empty() || steps[0].size() == trace.cell().quantities.size());
    for (int t = 1; t <= trace.steps(); ++t) {
        for (const auto& [name, values] : steps[t - 1]) {
            const auto ours = trace.vector(trace.cell().at(name), t);
            ASSERT_EQ(ours.size(), static_cast<Eigen::Index>(values.size())) << name;
            for (int k = 0; k < ours.size(); ++k)
                ASSERT_NEAR(ours[k], values[k], tolerance * std::max(1.0, std::abs(values[k])))
                    << name << "[" << k << "] at t = " << t;
        }
    }
}

TEST(Forward, AgreesWithAPlainLstmAtEverySizeUpTo20) {
    for (int hidden = 1; hidden <= 20; ++hidden)
        for (const int input : {1, 2, 3, 8, 13})
            expect_agrees_with_reference(random_exercise(100 * hidden + input, {input, hidden}, 7));
}

/// A cell that grows by units without weights computes what it computed, to the last bit, though
/// other registers do it.
TEST(Forward, GivesAUnitTheSameBitsHoweverManySilentOnesStandBesideIt) {
    for (int seed = 1; seed <= 20; ++seed) {
        Exercise exercise = random_exercise(seed, {2, 1}, 5);
        const Trace alone = computed(exercise);
        for (int units = 2; units <= 20; ++units) {
            exercise.network = resized(exercise.network, {2, units});
            for (Vector* state : {&exercise.h0, &exercise.c0})
                state->conservativeResizeLike(Vector::Zero(units));
            const Trace among_others = computed(exercise);
            for (QuantityId q = 0; q < static_cast<QuantityId>(alone.cell().quantities.size()); ++q)
                for (int t = 1; t <= alone.steps(); ++t)
                    ASSERT_EQ(among_others.value(q, 0, t), alone.value(q, 0, t))
                        << alone.cell().quantities[q].name << " at step " << t << " of " << units
                        << " units, seed " << seed;
        }
    }
}

TEST(Forward, AgreesWithAPlainLstmAtRandomSizes) {
    std::mt19937 random(1);
    for (int seed = 0; seed < 100; ++seed) {
        const Sizes sizes{1 + static_cast<int>(random() % 64), 1 + static_cast<int>(random() % 64)};
        SCOPED_TRACE(testing::Message()
                     << "seed " << seed << ", sizes " << sizes.input << ", " << sizes.hidden);
        expect_agrees_with_reference(
            random_exercise(seed, sizes, 1 + static_cast<int>(random() % 10)));
    }
}

TEST(Forward, AgreesWithAPlainLstmWhenGatesSaturate) {
    for (int seed = 0; seed < 20; ++seed)
        expect_agrees_with_reference(random_exercise(seed, {5, 12}, 6, 30.0));
}

TEST(Forward, AgreesWithAPlainLstmOverManySteps) {
    expect_agrees_with_reference(random_exercise(3, {2, 5}, 500, 0.5));
}

TEST(Forward, AgreesWithAPlainLstmAtOneLargeSize) {
    // 1,024 sums of up to 1,000 products that are not small: hence weights of ordinary size.
    expect_agrees_with_reference(random_exercise(4, {30, 256}, 2, 0.3));
}

TEST(Forward, OfNoStepsComputesNothing) {
    Exercise exercise = random_exercise(5, {2, 3}, 0);
    const ForwardPass pass(exercise.network);
    Trace trace = prepared(exercise, pass.plan());
    pass.run(trace);
    EXPECT_EQ(trace.vector(trace.cell().at("c"), 0), exercise.c0);
}

TEST(Forward, ShowsOperationsOnExactlyTheOperandsItShows) {
    // A reader checks c = kept + written with a calculator; a fused multiply-add would not keep to
    // it.
    for (const int hidden : {1, 2, 3, 5, 8, 13, 64}) {
        const Trace trace = computed(random_exercise(hidden, {3, hidden}, 20, 2.0));
        const auto at = [&](const char* name) {
            return trace.matrix(trace.cell().at(name)).array();
        };
        EXPECT_TRUE((at("kept") == at("forget.value") * at("c_prev")).all()) << hidden;
        EXPECT_TRUE((at("written") == at("input.value") * at("candidate.value")).all()) << hidden;
        const Eigen::ArrayXXd kept = at("kept"), written = at("written");
        EXPECT_TRUE((at("c") == kept + written).all()) << hidden;
        EXPECT_TRUE((at("h") == at("output.value") * at("tanh_c")).all()) << hidden;
    }
}

TEST(Forward, AddsBothProductsAndTheBiasFromLeftToRight) {
    Exercise exercise = random_exercise(6, {3, 11}, 5);
    const Trace trace = computed(exercise);
    for (const Gate& gate : exercise.network.cell->gates) {
        const Cell& cell = trace.cell();
        const Vector b = *exercise.network.parameters[cell.find_parameter(gate.name, "b")];
        for (int t = 1; t <= 5; ++t) {
            const Vector sum = trace.vector(cell.at(gate.name + ".wx"), t) +
                               trace.vector(cell.at(gate.name + ".uh"), t);
            EXPECT_EQ(trace.vector(gate.z, t), sum + b) << gate.name;
        }
    }
}

TEST(Forward, FromAnyStepOnGivesTheBitsOfAFullRun) {
    for (const int hidden : {1, 2, 3, 4, 6, 8, 9, 16, 23, 40}) {
        for (const std::optional<int> decimals : {std::optional<int>(), std::optional<int>(3)}) {
            const Exercise exercise = random_exercise(hidden, {1 + hidden % 5, hidden}, 12, 1.5);
            const ForwardPass pass(exercise.network, decimals);
            const auto wanted = bits_of(computed(exercise, decimals));
            for (int first = 1; first <= exercise.steps(); ++first) {
                Trace trace = computed(exercise, decimals);
                // Whatever a part needs it must compute itself, or find in the step before.
                for (int t = first; t <= exercise.steps(); ++t) {
                    Vector::Map(trace.column(t), trace.stride()).setConstant(1e300);
                    Vector::Map(trace.column(t) + trace.plan().row(trace.cell().input),
                                exercise.inputs.rows()) = exercise.inputs.col(t - 1);
                }
                pass.run(trace, first);
                ASSERT_EQ(bits_of(trace), wanted) << "hidden size " << hidden << ", from " << first;
            }
        }
    }
}

TEST(Forward, AfterAnEditRunsFromThereAsIfItHadBeenSoFromTheStart) {
    std::mt19937 random(7);
    for (int seed = 0; seed < 40; ++seed) {
        const Sizes sizes{1 + static_cast<int>(random() % 6), 1 + static_cast<int>(random() % 24)};
        Exercise exercise = random_exercise(seed, sizes, 1 + static_cast<int>(random() % 15));
        const ForwardPass pass(exercise.network);
        Trace trace = computed(exercise);
        const int t = 1 + static_cast<int>(random() % static_cast<unsigned>(exercise.steps()));
        exercise.inputs(static_cast<int>(random() % sizes.input), t - 1) += 0.75;
        Vector::Map(trace.column(t) + trace.plan().row(trace.cell().input), sizes.input) =
            exercise.inputs.col(t - 1);
        pass.run(trace, t);
        ASSERT_EQ(bits_of(trace), bits_of(computed(exercise))) << seed;
    }
}

TEST(Forward, LeavesTheStepsBeforeItsFirstAlone) {
    const Exercise exercise = random_exercise(8, {2, 5}, 8);
    const ForwardPass pass(exercise.network);
    Trace trace = computed(exercise);
    std::vector<double> before(trace.column(0), trace.column(5));
    Vector::Map(trace.column(2), trace.stride()).setConstant(7.0);
    std::copy(trace.column(0), trace.column(5), before.begin());
    pass.run(trace, 5);
    // Compared as bits: the columns hold numbers that mean nothing, and NaN among them.
    EXPECT_EQ(std::memcmp(before.data(), trace.column(0), before.size() * sizeof(double)), 0);
}

TEST(Forward, HasTheSameBitsForAColumnWhereverItStands) {
    for (const int hidden : {1, 3, 4, 9, 16, 40}) {
        const Exercise whole = random_exercise(hidden, {3, hidden}, 9);
        const Trace trace = computed(whole);
        for (int skipped = 1; skipped < whole.steps(); ++skipped) {
            Exercise rest(whole.network.sizes, whole.steps() - skipped);
            rest.network = whole.network;
            rest.inputs = whole.inputs.rightCols(rest.steps());
            rest.h0 = trace.vector(trace.cell().at("h"), skipped);
            rest.c0 = trace.vector(trace.cell().at("c"), skipped);
            const Trace later = computed(rest);
            for (std::size_t q = 0; q < trace.cell().quantities.size(); ++q) {
                const auto id = static_cast<QuantityId>(q);
                ASSERT_EQ(later.matrix(id), trace.matrix(id).rightCols(rest.steps()))
                    << trace.cell().quantities[q].name << " without the first " << skipped;
            }
        }
    }
}

TEST(Forward, RoundsEveryIntermediateBeforeItIsUsed) {
    for (const int hidden : {1, 3, 8, 13}) {
        for (const int decimals : {1, 2, 5}) {
            Exercise exercise = random_exercise(hidden, {2, hidden}, 15, 2.0);
            const Trace trace = computed(exercise, decimals);
            const auto rounded = [&](double value) { return round_half_away(value, decimals); };
            for (int t = 1; t <= exercise.steps(); ++t) {
                const auto value = [&](const char* name, int k) {
                    return trace.value(trace.cell().at(name), k, t);
                };
                for (int k = 0; k < hidden; ++k) {
                    for (const Gate& gate : trace.cell().gates) {
                        const auto at = [&](QuantityId q) { return trace.value(q, k, t); };
                        const double wx = at(trace.cell().at(gate.name + ".wx"));
                        const double uh = at(trace.cell().at(gate.name + ".uh"));
                        const ParameterId b = trace.cell().find_parameter(gate.name, "b");
                        const double z = wx + uh + (*exercise.network.parameters[b])(k);
                        ASSERT_EQ(wx, rounded(wx)) << gate.name;
                        ASSERT_EQ(uh, rounded(uh)) << gate.name;
                        ASSERT_EQ(at(gate.z), rounded(z)) << gate.name;
                        ASSERT_EQ(at(gate.value),
                                  rounded(gate.role == Role::candidate
                                              ? std::tanh(at(gate.z))
                                              : 1.0 / (1.0 + std::exp(-at(gate.z)))))
                            << gate.name;
                    }
                    ASSERT_EQ(value("kept", k),
                              rounded(value("forget.value", k) * value("c_prev", k)));
                    ASSERT_EQ(value("written", k),
                              rounded(value("input.value", k) * value("candidate.value", k)));
                    ASSERT_EQ(value("c", k), rounded(value("kept", k) + value("written", k)));
                    ASSERT_EQ(value("tanh_c", k), rounded(std::tanh(value("c", k))));
                    ASSERT_EQ(value("h", k),
                              rounded(value("output.value", k) * value("tanh_c", k)));
                }
            }
        }
    }
}

TEST(Forward, RoundsTheProductsToo) {
    Exercise exercise({2, 1}, 1);
    exercise.parameter("forget", "W") << 0.35, 0.1;
    exercise.inputs << 0.3, 0.001;  // 0.105 + 0.0001 = 0.1051
    exercise.parameter("output", "U") << 0.35;
    exercise.h0 << 0.3;
    const Trace trace = computed(exercise, 2);
    EXPECT_EQ(trace.value(exercise.network.cell->at("forget.wx"), 0, 1), 0.11);
    EXPECT_EQ(trace.value(exercise.network.cell->at("output.uh"), 0, 1), 0.11);  // a tie on paper
}

TEST(Forward, OverflowsOnlyWhereItArises) {
    for (const int hidden : {1, 2, 3, 4, 7, 8, 20}) {
        const int unit = hidden / 2;
        Exercise exercise = random_exercise(hidden, {2, hidden}, 4);
        exercise.parameter("forget", "W")(unit, 0) = 1e308;
        exercise.inputs(0, 2) = -1e10;  // at t = 3
        const Trace trace = computed(exercise);
        const Cell& cell = trace.cell();
        EXPECT_EQ(trace.value(cell.at("forget.wx"), unit, 3), -infinity);
        EXPECT_EQ(trace.value(cell.at("forget.z"), unit, 3), -infinity);
        EXPECT_EQ(trace.value(cell.at("forget.value"), unit, 3), 0.0);
        for (std::size_t q = 0; q < cell.quantities.size(); ++q) {
            const auto id = static_cast<QuantityId>(q);
            const std::string& name = cell.quantities[q].name;
            const bool is_hit = name == "forget.wx" || name == "forget.z";
            for (int t = 1; t <= 4; ++t) {
                for (int k = 0; k < trace.plan().size(id); ++k) {
                    const bool overflows = is_hit && t == 3 && k == unit;
                    ASSERT_EQ(std::isfinite(trace.value(id, k, t)), !overflows)
                        << name << "[" << k << "] at t = " << t;
                }
            }
        }
    }
}

TEST(Forward, ANumberThatIsNoneReachesOnlyWhatIsComputedFromIt) {
    for (const int hidden : {1, 2, 3, 5, 8, 11, 24}) {
        const int unit = hidden - 1;
        Exercise exercise = random_exercise(hidden, {1, hidden}, 2);
        exercise.parameter("output", "W")(unit, 0) = std::numeric_limits<double>::quiet_NaN();
        const Trace trace = computed(exercise);
        const Cell& cell = trace.cell();
        for (std::size_t q = 0; q < cell.quantities.size(); ++q) {
            const auto id = static_cast<QuantityId>(q);
            const std::string& name = cell.quantities[q].name;
            const bool of_output = name.rfind("output.", 0) == 0;
            for (int k = 0; k < trace.plan().size(id); ++k) {
                const bool comes_from_it =
                    k == unit && ((of_output && name != "output.uh") || name == "h");
                EXPECT_EQ(std::isnan(trace.value(id, k, 1)), comes_from_it) << name << " " << k;
            }
        }
        // At the next step every unit listens to it.
        for (int k = 0; k < hidden; ++k) {
            EXPECT_TRUE(std::isnan(trace.value(cell.at("forget.uh"), k, 2)));
            EXPECT_FALSE(std::isnan(trace.value(cell.at("kept"), k, 1)));
            EXPECT_TRUE(std::isnan(trace.value(cell.at("h"), k, 2)));
        }
    }
}

TEST(Forward, TheLargestStatesStayAsTheyAre) {
    constexpr double largest = std::numeric_limits<double>::max();
    Exercise exercise({1, 2}, 1);
    exercise.parameter("forget", "b").setConstant(1e308);
    exercise.c0 << largest, -largest;
    const Trace trace = computed(exercise);
    const Cell& cell = trace.cell();
    EXPECT_EQ(trace.vector(cell.at("c"), 1), exercise.c0);
    EXPECT_EQ(trace.value(cell.at("tanh_c"), 0, 1), 1.0);
    EXPECT_EQ(trace.value(cell.at("tanh_c"), 1, 1), -1.0);
}

TEST(Forward, RunsAnyCellThatIsAListOfEquations) {
    // h = σ(W x + U h₋ + b) ⊙ h₋ + tanh(V x + S (σ(…) ⊙ h₋) + d): a product in the middle of a
    // step.
    CellBuilder builder({"late", Family::gru, "", "", ""});
    const QuantityId x = builder.input();
    const State h = builder.state("h", Role::hidden_state);
    const Gate reset = builder.gate("reset", "r", Role::reset, Phase::forget)
                           .product("W", x)
                           .product("U", h.previous)
                           .sigmoid();
    const QuantityId kept =
        builder.multiply("kept", "r ⊙ h₋", Role::heard, Phase::forget, reset.value, h.previous);
    const Gate candidate = builder.gate("candidate", "h̃", Role::candidate, Phase::write)
                               .product("W", x)
                               .product("U", kept)
                               .tanh();
    builder.add(h.now, Phase::update, kept, candidate.value);
    const Cell cell = builder.finish({reset, candidate});

    for (const int hidden : {1, 3, 9, 20}) {
        Network network = zero_network(cell, {2, hidden});
        std::srand(static_cast<unsigned>(hidden));
        for (Shared<Matrix>& parameter : network.parameters) parameter.edit().setRandom();
        const auto matrix = [&](const Gate& gate, const char* letter) -> const Matrix& {
            return *network.parameters[cell.find_parameter(gate.name, letter)];
        };
        const Matrix inputs = Matrix::Random(2, 5);
        Vector state = Vector::Random(hidden);

        const ForwardPass pass(network);
        Trace trace(pass.plan(), 5);
        Vector::Map(trace.column(0) + pass.plan()->row(h.now), hidden) = state;
        for (int t = 1; t <= 5; ++t)
            Vector::Map(trace.column(t) + pass.plan()->row(x), 2) = inputs.col(t - 1);
        pass.run(trace);

        for (int t = 1; t <= 5; ++t) {
            const Vector z = matrix(reset, "W") * inputs.col(t - 1) + matrix(reset, "U") * state +
                             matrix(reset, "b");
            const Vector carried = z.unaryExpr([](double v) {
                                        return 1.0 / (1.0 + std::exp(-v));
                                    }).cwiseProduct(state);
            const Vector z2 = matrix(candidate, "W") * inputs.col(t - 1) +
                              matrix(candidate, "U") * carried + matrix(candidate, "b");
            state = carried + z2.unaryExpr([](double v) { return std::tanh(v); });
            // A few sums of 20 products of numbers up to 1, five times over.
            EXPECT_LE((trace.vector(h.now, t) - state).cwiseAbs().maxCoeff(), 1e-12) << hidden;
        }
    }
}

}  // namespace
}  // namespace lstm
