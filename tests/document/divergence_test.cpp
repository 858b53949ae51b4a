/// Exact against rounded, on the example whose author rounded (worked-examples.md, 1a).
#include "document/divergence.h"

#include "document/session.h"
#include "random_edit.h"
#include "support/documents.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

namespace lstm {
namespace {

/// StatQuest's one step with everything at 1, and what the article prints.
Document statquest() {
    Document document = new_document();
    const Cell& cell = document.cell();
    const auto set = [&](const Gate& gate, double u, double w, double b) {
        const auto weight = [&](const char* letter) -> double& {
            return document.network.parameters[cell.find_parameter(gate.name, letter)].edit()(0, 0);
        };
        weight("U") = u;
        weight("W") = w;
        weight("b") = b;
    };
    set(cell.gates[0], 2.70, 1.63, 1.62);
    set(cell.gates[1], 2.00, 1.65, 0.62);
    set(cell.gates[2], 1.41, 0.94, -0.32);
    set(cell.gates[3], 4.38, -0.19, 0.59);
    document.initial = {Vector{{1.0}}, Vector{{2.0}}};
    document.sequence = std::vector<Shared<Step>>{Step{Vector{{1.0}}, ""}};
    document.expectations = std::vector<Expectation>{{1, cell.at("input.value"), 0, 1, {}, 1},
                                                     {1, cell.at("c"), 0, 2.96, {}, 2},
                                                     {1, cell.at("h"), 0, 0.98, {}, 2}};
    return document;
}

TEST(Divergence, OfStatQuestIsAtTheForgetGate) {
    const Session session(statquest());
    const Trace& rounded = session.results_rounded_to(2).trace();
    const auto divergence = first_divergence(session.trace(), rounded);
    ASSERT_TRUE(divergence);
    EXPECT_EQ(divergence->t, 1);
    EXPECT_EQ(divergence->quantity, lstm_cell().at("forget.value"));
    EXPECT_NEAR(session.trace().value(divergence->quantity, 0, 1), 0.997400932237677, 1e-12);
    EXPECT_EQ(rounded.value(divergence->quantity, 0, 1), 1);
    EXPECT_EQ(rounded.value(lstm_cell().at("c"), 0, 1), 2.96);
    EXPECT_EQ(rounded.value(lstm_cell().at("h"), 0, 1), 0.98);
}

TEST(Divergence, ComesInTheOrderOfTimeThenEquationsThenElements) {
    Document document = edited(new_document(), Resize{{1, 2}});
    const Cell& cell = document.cell();
    document.network.parameters[cell.find_parameter("input", "W")].edit() = Matrix{{1}, {1}};
    document.network.parameters[cell.find_parameter("output", "W")].edit() = Matrix{{1}, {1}};
    const auto parting_of = [](const Document& one) {
        const Session session(one);
        return first_divergence(session.trace(), session.results_rounded_to(1).trace());
    };
    // Nothing but halves, which one decimal holds.
    EXPECT_FALSE(parting_of(document));
    document = edited(document, SetInput{2, 0, 0.25});
    document = edited(document, SetParameter{cell.find_parameter("input", "W"), 0, 0, 0});
    const auto divergence = parting_of(document);
    ASSERT_TRUE(divergence);
    EXPECT_EQ(divergence->t, 2);
    EXPECT_EQ(divergence->quantity, cell.at("input.wx"));
    EXPECT_EQ(divergence->element, 1);
}

TEST(Divergence, IsAtANumberThatOnlyOneRunHas) {
    Document document = statquest();
    document.initial[1][0] = 1e308;
    document.network.parameters[lstm_cell().find_parameter("forget", "b")].edit()(0, 0) = 1e308;
    document = edited(document, SetInput{1, 0, 1e308});
    const Session session(document);
    EXPECT_TRUE(std::isinf(session.trace().value(lstm_cell().at("forget.z"), 0, 1)));
    EXPECT_FALSE(first_divergence(session.trace(), session.trace()));  // ∞ is ∞, NaN is NaN
}

TEST(Divergence, IsNotWhereOnlyTheLastBitsDiffer) {
    const Session session(statquest());
    const Trace& exact = session.trace();
    const auto moved = [&](const char* name, double by) {
        const QuantityId quantity = exact.cell().at(name);
        Trace other = exact;
        other.column(1)[exact.vector(quantity, 1).data() - exact.column(1)] += by;
        return first_divergence(exact, other);
    };
    for (const char* name : {"forget.wx", "candidate.value", "c", "h"}) {
        const double last_bit = std::numeric_limits<double>::epsilon();
        EXPECT_FALSE(moved(name, last_bit)) << name;
        EXPECT_FALSE(moved(name, -4 * last_bit)) << name;
        const auto divergence = moved(name, 1e-13);  // what 13 decimals show
        ASSERT_TRUE(divergence) << name;
        EXPECT_EQ(divergence->quantity, exact.cell().at(name));
    }
    // Of so many decimals a double holds hardly more than there are.
    for (const int decimals : {16, 17})
        EXPECT_FALSE(first_divergence(exact, session.results_rounded_to(decimals).trace()))
            << decimals;
}

TEST(PublishedDecimals, AreThoseOfMostExpectations) {
    Document document = statquest();
    EXPECT_EQ(published_decimals(document), 2);
    document.expectations.edit().pop_back();
    EXPECT_EQ(published_decimals(document), 2);  // of 1 and 2, once each
    document.expectations.edit().push_back({1, 0, 0, 1, {}, 1});
    EXPECT_EQ(published_decimals(document), 1);
    document.expectations = std::vector<Expectation>{{1, 0, 0, 1, 1e-9, {}}};
    EXPECT_EQ(published_decimals(document), std::nullopt);
    document.expectations.edit().push_back({1, 0, 0, 1, {}, 0});
    EXPECT_EQ(published_decimals(document), 0);
}

TEST(PublishedNumbers, OfStatQuestComeOutRoundedOnly) {
    const Session session(statquest());
    EXPECT_FALSE(session.results()->all_pass());
    EXPECT_TRUE(session.results_rounded_to(2).all_pass());
    EXPECT_FALSE(session.results_rounded_to(1).all_pass());
}

RC_GTEST_PROP(ResultsRoundedTo, AreThoseOfTheDocumentWithThatRounding, (std::uint32_t seed)) {
    std::mt19937 random(seed);
    Session session(random_document(seed, {.max_clamps = 2}));
    const auto check = [&](const std::optional<Rounding>& rounding) {
        Document document = session.document();
        document.rounding = rounding;
        const Results anew(document);
        const Trace& kept = session.results_rounded_to(rounding).trace();
        for (std::size_t q = 0; q < kept.cell().quantities.size(); ++q) {
            const auto id = static_cast<QuantityId>(q);
            RC_ASSERT(kept.matrix(id) == anew.trace().matrix(id));
        }
    };
    for (int k = 0; k < 12; ++k) {
        (void)session.apply(random_edit(session.document(), random));
        if (random() % 2 == 0) check({});
        if (random() % 2 == 0) check(Rounding(static_cast<int>(random() % 4)));
        Rounding other(2);
        other.mode = rounding_modes[random() % rounding_modes.size()];
        other.quantities = {session.document().cell().states.back().now};
        if (random() % 2 == 0) check(other);
    }
}

TEST(ResultsRoundedTo, TheDocumentsOwnRoundingAreItsResults) {
    const Session session(statquest());
    EXPECT_EQ(&session.results_rounded_to({}), &*session.results());
    EXPECT_NE(&session.results_rounded_to(2), &*session.results());
}

TEST(ResultsRoundedTo, OtherDecimalsKeepModeAndQuantities) {
    Document document = statquest();
    Rounding cut(2);
    cut.mode = RoundingMode::truncate;
    cut.quantities = {lstm_cell().at("forget.value")};
    document.rounding = cut;
    const Session session(document);
    const QuantityId f = lstm_cell().at("forget.value"), c = lstm_cell().at("c");
    EXPECT_EQ(session.trace().value(f, 0, 1), 0.99);  // 0.9974 cut off
    cut.decimals = 3;
    const Trace& finer = session.results_rounded_to(cut).trace();
    EXPECT_EQ(finer.value(f, 0, 1), 0.997);
    EXPECT_NE(finer.value(c, 0, 1), rounded(finer.value(c, 0, 1), 3, RoundingMode::half_away));
}

TEST(Results, ThatSomebodyKeepsStayAsTheyAre) {
    Session session(statquest());
    const Shared<Results> kept = session.results();
    const double before = session.trace().value(lstm_cell().at("c"), 0, 1);
    session.apply(SetInput{1, 0, -10});
    session.apply(DeleteStep{1});
    EXPECT_EQ(kept->trace().value(lstm_cell().at("c"), 0, 1), before);
    EXPECT_EQ(session.trace().steps(), 0);
}

}  // namespace
}  // namespace lstm
