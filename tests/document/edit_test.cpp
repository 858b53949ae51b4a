/// Every kind of edit: what it changes, what it leaves, what it refuses.
#include "document/edit.h"

#include "random_edit.h"
#include "support/documents.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <optional>
#include <random>
#include <utility>

namespace lstm {
namespace {

/// 2 inputs, 3 units; at step t, x = (t, −t) and the label is "t"; it expects c[0] = t at every
/// step.
Document counting(int steps) {
    Document document;
    document.network = zero_network(lstm_cell(), {2, 3});
    document.initial.assign(2, Vector::Zero(3));
    for (int t = 1; t <= steps; ++t) {
        document.sequence.edit().emplace_back(Step{Vector{{t + 0.0, -t + 0.0}}, std::to_string(t)});
        document.expectations.edit().push_back({t, lstm_cell().at("c"), 0, t + 0.0, {}, 1});
    }
    return document;
}

/// The labels in their order: where each step of `counting` went.
std::string labels(const Document& document) {
    std::string result;
    for (int t = 1; t <= document.steps(); ++t) result += document.step(t).label + " ";
    return result;
}

/// At which step each step's own expectation stands now, as "1@2 " for that of step 1 at step 2.
std::string expectations(const Document& document) {
    std::string result;
    for (const Expectation& e : *document.expectations)
        result += std::to_string(std::lround(e.value)) + "@" + std::to_string(e.t) + " ";
    return result;
}

/// The rule that refuses `edit`, and what it found; nothing if it is done.
std::optional<std::pair<Rule, double>> refusal(const Document& document, const Edit& edit) {
    try {
        (void)edited(document, edit);
    } catch (const InvalidEdit& error) {
        return std::pair(error.violation().rule, error.violation().found);
    }
    return {};
}

/// The rule alone.
std::optional<Rule> rule(const Document& document, const Edit& edit) {
    const auto refused = refusal(document, edit);
    return refused ? std::optional(refused->first) : std::nullopt;
}

TEST(Edit, SetsOneNumberOfAParameterAndNothingElse) {
    const Document before = counting(2);
    const ParameterId w = before.cell().find_parameter("input", "W");
    Document after = edited(before, SetParameter{w, 2, 1, 0.5});
    EXPECT_EQ((*after.network.parameters[w])(2, 1), 0.5);
    EXPECT_EQ((*before.network.parameters[w])(2, 1), 0);
    after.network.parameters[w].edit()(2, 1) = 0;
    EXPECT_EQ(after, before);
}

TEST(Edit, SharesWhatItDoesNotChange) {
    const Document before = counting(3);
    const Document after = edited(before, SetInput{2, 0, 9});
    EXPECT_TRUE(after.network.parameters[0].shares_with(before.network.parameters[0]));
    EXPECT_TRUE((*after.sequence)[0].shares_with((*before.sequence)[0]));
    EXPECT_FALSE((*after.sequence)[1].shares_with((*before.sequence)[1]));
}

TEST(Edit, SetsInputsLabelsInitialStatesRoundingAndWords) {
    const Document before = counting(3);
    EXPECT_EQ(edited(before, SetInput{2, 1, 9}).step(2).x, (Vector{{2, 9}}));
    EXPECT_EQ(labels(edited(before, SetLabel{2, "two"})), "1 two 3 ");
    EXPECT_EQ(edited(before, SetInitial{1, 2, 0.5}).initial[1], (Vector{{0, 0, 0.5}}));
    EXPECT_EQ(edited(before, SetInitial{1, 2, 0.5}).initial[0], before.initial[0]);
    EXPECT_EQ(edited(before, SetRounding{3}).rounding, 3);
    EXPECT_EQ(edited(edited(before, SetRounding{3}), SetRounding{}).rounding, std::nullopt);
    const Document named = edited(before, SetWords{"a", "b", "c"});
    EXPECT_EQ(named.title + named.description + named.source, "abc");
    EXPECT_EQ(edited(before, Replace{new_document()}), new_document());
}

TEST(Edit, SetsARoundingAsAWhole) {
    const Document before = counting(3);
    Rounding cut(2);
    cut.mode = RoundingMode::truncate;
    cut.quantities = {lstm_cell().at("h")};
    const Document after = edited(before, SetRounding{cut});
    EXPECT_EQ(after.rounding, cut);
    EXPECT_EQ(edited(after, SetRounding{3}).rounding, Rounding(3)) << "mode and quantities go too";
    cut.quantities = {static_cast<QuantityId>(lstm_cell().quantities.size())};
    EXPECT_EQ(rule(before, SetRounding{cut}), Rule::element);
}

TEST(Edit, SetsWhatIsExpected) {
    const Document before = counting(3);
    std::vector<Expectation> some = *before.expectations;
    some.push_back({2, lstm_cell().at("h"), 1, 0.5, 1e-3, {}});
    const Document after = edited(before, SetExpectations{some});
    EXPECT_EQ(*after.expectations, some);
    EXPECT_EQ(edited(after, SetExpectations{}).expectations->size(), 0U);
    some.back().t = 4;
    EXPECT_EQ(rule(before, SetExpectations{some}), Rule::expectation_step);
    some.back() = {2, lstm_cell().at("h"), 3, 0.5, 1e-3, {}};
    EXPECT_EQ(rule(before, SetExpectations{some}), Rule::expectation_subject);
    some.back() = {2, lstm_cell().at("h"), 1, 0.5, {}, {}};
    EXPECT_EQ(rule(before, SetExpectations{some}), Rule::expectation_limit);
}

TEST(Edit, SetsWholeParametersOfTheirShapeOnly) {
    const Document before = counting(2);
    const ParameterId w = before.cell().find_parameter("input", "W");
    const ParameterId u = before.cell().find_parameter("input", "U");
    const Matrix numbers{{1, 2}, {3, 4}, {5, 6}};
    const Document after =
        edited(before, SetParameters{{{w, numbers}, {u, Matrix::Identity(3, 3)}}});
    EXPECT_EQ(*after.network.parameters[w], numbers);
    EXPECT_EQ(*after.network.parameters[u], Matrix::Identity(3, 3));
    EXPECT_EQ(rule(before, SetParameters{{{w, numbers.transpose()}}}), Rule::shape);
    Matrix infinite = numbers;
    infinite(2, 1) = std::numeric_limits<double>::infinity();
    EXPECT_EQ(rule(before, SetParameters{{{w, infinite}}}), Rule::weight);
    EXPECT_EQ(rule(before, SetParameters{{{99, numbers}}}), Rule::element);
}

TEST(Edit, InsertsAStepOfZerosAndExpectationsMakeRoom) {
    const Document first = edited(counting(3), InsertStep{1});
    EXPECT_EQ(labels(first), " 1 2 3 ");
    EXPECT_EQ(first.step(1).x, Vector::Zero(2));
    EXPECT_EQ(expectations(first), "1@2 2@3 3@4 ");
    const Document last = edited(counting(3), InsertStep{4});
    EXPECT_EQ(labels(last), "1 2 3  ");
    EXPECT_EQ(expectations(last), "1@1 2@2 3@3 ");
}

TEST(Edit, DuplicatesAStepBehindItself) {
    const Document document = edited(counting(3), DuplicateStep{2});
    EXPECT_EQ(labels(document), "1 2 2 3 ");
    EXPECT_EQ(expectations(document), "1@1 2@2 3@4 ");
    EXPECT_EQ(edited(document, SetLabel{3, "x"}).step(2).label, "2");  // they are not the same step
}

TEST(Edit, DeletesAStepWithWhatWasExpectedOfIt) {
    const Document document = edited(counting(3), DeleteStep{2});
    EXPECT_EQ(labels(document), "1 3 ");
    EXPECT_EQ(expectations(document), "1@1 3@2 ");
    EXPECT_EQ(edited(counting(1), DeleteStep{1}).steps(), 0);
}

TEST(Edit, MovesAStepEitherWayWithItsExpectations) {
    EXPECT_EQ(labels(edited(counting(5), MoveStep{2, 4})), "1 3 4 2 5 ");
    EXPECT_EQ(expectations(edited(counting(5), MoveStep{2, 4})), "1@1 2@4 3@2 4@3 5@5 ");
    EXPECT_EQ(labels(edited(counting(5), MoveStep{4, 2})), "1 4 2 3 5 ");
    EXPECT_EQ(expectations(edited(counting(5), MoveStep{4, 2})), "1@1 2@3 3@4 4@2 5@5 ");
    EXPECT_EQ(edited(counting(5), MoveStep{3, 3}), counting(5));
    EXPECT_EQ(edited(edited(counting(5), MoveStep{1, 5}), MoveStep{5, 1}), counting(5));
}

TEST(Edit, LeavesExpectationsOfInitialStatesAtZero) {
    Document document = counting(2);
    document.expectations.edit() = {{0, lstm_cell().at("h"), 0, 0, {}, 1}};
    for (const Edit& edit :
         {Edit(InsertStep{1}), Edit(DeleteStep{1}), Edit(MoveStep{1, 2}), Edit(DuplicateStep{1})}) {
        const Document after = edited(document, edit);
        ASSERT_EQ(after.expectations->size(), 1U);
        EXPECT_EQ((*after.expectations)[0].t, 0);
    }
}

TEST(Edit, ResizesAndKeepsWhatStillFits) {
    Document document = random_document(1, {.max_size = 4});
    document = edited(document, Resize{{2, 3}});
    const Document larger = edited(document, Resize{{4, 5}});
    EXPECT_EQ(larger.sizes(), (Sizes{4, 5}));
    EXPECT_EQ(larger.initial[0].size(), 5);
    for (std::size_t p = 0; p < document.network.parameters.size(); ++p) {
        const Matrix& old = *document.network.parameters[p];
        EXPECT_EQ(larger.network.parameters[p]->topLeftCorner(old.rows(), old.cols()), old);
        EXPECT_EQ(larger.network.parameters[p]->cwiseAbs().sum(), old.cwiseAbs().sum());
    }
    EXPECT_EQ(edited(larger, Resize{{2, 3}}), document);
}

TEST(Edit, DropsExpectationsOfElementsThatAreGone) {
    Document document = counting(1);
    const Cell& cell = document.cell();
    document.expectations.edit() = {{1, cell.at("x"), 1, 0, {}, 1},
                                    {1, cell.at("c"), 2, 0, {}, 1},
                                    {1, cell.at("c"), 0, 0, {}, 1}};
    const auto left = [&](Sizes sizes) {
        return edited(document, Resize{sizes}).expectations->size();
    };
    EXPECT_EQ(left({2, 3}), 3U);
    EXPECT_EQ(left({1, 3}), 2U);
    EXPECT_EQ(left({2, 2}), 2U);
    EXPECT_EQ(left({1, 1}), 1U);
}

TEST(Edit, RandomisesFromASeed) {
    const Document document = counting(1);
    EXPECT_EQ(edited(document, Randomise{7}), edited(document, Randomise{7}));
    EXPECT_NE(edited(document, Randomise{7}), edited(document, Randomise{8}));
    EXPECT_EQ(edited(document, Randomise{7}).sequence, document.sequence);
}

TEST(Edit, IsRefusedWithTheRuleThatItBreaks) {
    const Document document = counting(3);
    for (const double value : {std::nan(""), std::numeric_limits<double>::infinity()}) {
        EXPECT_EQ(rule(document, SetParameter{0, 0, 0, value}), Rule::weight);
        EXPECT_EQ(rule(document, SetInput{1, 0, value}), Rule::input);
        EXPECT_EQ(rule(document, SetInitial{0, 0, value}), Rule::initial);
    }
    for (const int t : {0, 4, -1}) {
        const std::pair no_step(Rule::step, t + 0.0);
        EXPECT_EQ(refusal(document, SetInput{t, 0, 1}), no_step);
        EXPECT_EQ(refusal(document, SetLabel{t, ""}), no_step);
        EXPECT_EQ(refusal(document, DeleteStep{t}), no_step);
        EXPECT_EQ(refusal(document, DuplicateStep{t}), no_step);
        EXPECT_EQ(refusal(document, MoveStep{t, 1}), no_step);
        EXPECT_EQ(refusal(document, MoveStep{1, t}), no_step);
    }
    EXPECT_EQ(refusal(document, InsertStep{0}), (std::pair(Rule::step, 0.0)));
    EXPECT_EQ(refusal(document, InsertStep{5}), (std::pair(Rule::step, 5.0)));
    const auto no_element = [](double element) { return std::pair(Rule::element, element); };
    EXPECT_EQ(refusal(document, SetInput{1, 2, 1}), no_element(2));
    EXPECT_EQ(refusal(document, SetInitial{0, 3, 1}), no_element(3));
    EXPECT_EQ(refusal(document, SetInitial{2, 0, 1}), no_element(2));
    EXPECT_EQ(refusal(document, SetParameter{0, 3, 0, 1}), no_element(3));
    EXPECT_EQ(refusal(document, SetParameter{0, 0, 2, 1}), no_element(2));
    EXPECT_EQ(refusal(document, SetParameter{12, 0, 0, 1}), no_element(12));
    EXPECT_EQ(refusal(document, SetParameter{-1, 0, 0, 1}), no_element(-1));
    EXPECT_EQ(rule(document, Resize{{0, 1}}), Rule::input_size);
    EXPECT_EQ(rule(document, Resize{{1025, 1}}), Rule::input_size);
    EXPECT_EQ(rule(document, Resize{{1, 0}}), Rule::hidden_size);
    EXPECT_EQ(rule(document, Resize{{1, 1025}}), Rule::hidden_size);
    EXPECT_EQ(rule(document, SetRounding{18}), Rule::rounding);
    EXPECT_EQ(rule(document, SetRounding{-1}), Rule::rounding);
}

TEST(Edit, HoldsTheLimitOfTheSequence) {
    Document document = new_document();
    document.sequence.edit().assign(max_steps, Shared<Step>(Step{Vector::Zero(1), ""}));
    EXPECT_EQ(rule(document, InsertStep{1}), Rule::step_count);
    EXPECT_EQ(rule(document, DuplicateStep{1}), Rule::step_count);
    EXPECT_EQ(edited(document, DeleteStep{1}).steps(), max_steps - 1);
}

TEST(Edit, SaysWhatItDoes) {
    using Kind = EditSummary::Kind;
    const Document document = counting(3);
    const ParameterId w = document.cell().find_parameter("forget", "W");
    const ParameterId b = document.cell().find_parameter("forget", "b");
    EXPECT_EQ(summary_of(document, SetParameter{w, 2, 1, 0}),
              (EditSummary{Kind::parameter, "forget.W[2][1]"}));
    EXPECT_EQ(summary_of(document, SetParameter{b, 2, 0, 0}),
              (EditSummary{Kind::parameter, "forget.b[2]"}));
    EXPECT_EQ(summary_of(document, SetInput{3, 1, 0}), (EditSummary{Kind::input, "x[1]", 3}));
    EXPECT_EQ(summary_of(document, SetInitial{1, 2, 0}), (EditSummary{Kind::initial, "c[2]"}));
    EXPECT_EQ(summary_of(document, MoveStep{1, 3}), (EditSummary{Kind::move_step, "", 1, 3}));
    EXPECT_EQ(summary_of(document, DeleteStep{2}), (EditSummary{Kind::delete_step, "", 2}));
    EXPECT_EQ(summary_of(document, SetParameters{{{w, {}}, {b, {}}}}),
              (EditSummary{Kind::parameters, "forget.W, forget.b"}));
    std::vector<Expectation> more = *document.expectations, fewer = more;
    more.insert(more.begin() + 1, {1, lstm_cell().at("h"), 2, 0, {}, 1});
    fewer.pop_back();
    EXPECT_EQ(summary_of(document, SetExpectations{more}),
              (EditSummary{Kind::add_expectation, "h[2]"}));
    EXPECT_EQ(summary_of(document, SetExpectations{fewer}),
              (EditSummary{Kind::remove_expectation, "c[0]"}));
    EXPECT_EQ(summary_of(document, SetExpectations{*document.expectations}),
              (EditSummary{Kind::change_expectation}));
}

RC_GTEST_PROP(Edit, LeavesADocumentThatKeepsEveryRule, (std::uint32_t seed)) {
    std::mt19937 random(seed);
    Document document = random_document(seed, {.max_size = 4, .max_clamps = 2});
    RC_ASSERT(validate(document) == std::nullopt);
    for (int n = 0; n < 20; ++n) {
        const Edit edit = random_edit(document, random);
        try {
            document = edited(document, edit);
        } catch (const InvalidEdit&) {
            continue;
        }
        RC_ASSERT(validate(document) == std::nullopt);
    }
}

}  // namespace
}  // namespace lstm
