/// Clamps in a document: set, refused, and taken along when steps and sizes change.
#include "document/edit.h"
#include "document/session.h"
#include "support/documents.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <optional>
#include <random>
#include <string>

namespace lstm {
namespace {

const QuantityId forget = lstm_cell().at("forget.value");
const QuantityId output = lstm_cell().at("output.value");

/// 3 units; the label of step t is "t".
Document counting(int steps, std::vector<Clamp> clamps) {
    Document document;
    document.network = zero_network(lstm_cell(), {1, 3});
    document.initial.assign(2, Vector::Zero(3));
    for (int t = 1; t <= steps; ++t)
        document.sequence.edit().emplace_back(Step{Vector{{t + 0.0}}, std::to_string(t)});
    document.clamps = std::move(clamps);
    return document;
}

Clamp held(int from, int to) {
    return {forget, {}, from, to, 0.5};
}

/// "2-4 7-7 ": the ranges of the document's clamps.
std::string ranges(const Document& document) {
    std::string result;
    for (const Clamp& clamp : *document.clamps)
        result += std::to_string(clamp.from) + "-" + std::to_string(clamp.to) + " ";
    return result;
}

/// The rule that refuses `clamps`, if any.
std::optional<Rule> refusal(const Document& document, const std::vector<Clamp>& clamps) {
    try {
        (void)edited(document, SetClamps{clamps});
    } catch (const InvalidEdit& error) {
        return error.violation().rule;
    }
    return {};
}

TEST(Clamps, AreSet) {
    const std::vector<Clamp> clamps{held(1, 5), {output, 2, 3, 3, -4}};
    const Document before = counting(5, {});
    const Document after = edited(before, SetClamps{clamps});
    EXPECT_EQ(*after.clamps, clamps);
    EXPECT_NE(after, before);
    EXPECT_EQ(edited(after, SetClamps{}), before);
    EXPECT_EQ(summary_of(before, SetClamps{clamps}).kind, EditSummary::Kind::add_clamp);
    EXPECT_EQ(summary_of(after, SetClamps{}).kind, EditSummary::Kind::remove_clamp);
    EXPECT_EQ(summary_of(after, SetClamps{clamps}).kind, EditSummary::Kind::change_clamp);
}

TEST(Clamps, AreRefusedWithTheRuleThatTheyBreak) {
    const Document document = counting(5, {});
    EXPECT_EQ(refusal(document, {{lstm_cell().at("c"), {}, 1, 1, 0}}), Rule::clamp_quantity);
    EXPECT_EQ(refusal(document, {{none, {}, 1, 1, 0}}), Rule::clamp_quantity);
    EXPECT_EQ(refusal(document, {{forget, 3, 1, 1, 0}}), Rule::clamp_element);
    EXPECT_EQ(refusal(document, {{forget, -1, 1, 1, 0}}), Rule::clamp_element);
    EXPECT_EQ(refusal(document, {held(0, 2)}), Rule::clamp_from);
    EXPECT_EQ(refusal(document, {held(2, 6)}), Rule::clamp_to);
    EXPECT_EQ(refusal(document, {held(1, 1), held(3, 2)}), Rule::clamp_to);
    for (const double value :
         {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
        EXPECT_EQ(refusal(document, {{forget, {}, 1, 1, value}}), Rule::clamp_value);
    EXPECT_EQ(refusal(document, std::vector<Clamp>(1001, held(1, 1))), Rule::clamp_count);
    EXPECT_EQ(refusal(document, std::vector<Clamp>(1000, held(1, 1))), std::nullopt);
}

TEST(Clamps, GrowAroundAStepThatIsInserted) {
    const Document document = counting(6, {held(3, 5)});
    EXPECT_EQ(ranges(edited(document, InsertStep{2})), "4-6 ");
    EXPECT_EQ(ranges(edited(document, InsertStep{3})), "4-6 ");  // before the first: not held
    EXPECT_EQ(ranges(edited(document, InsertStep{4})), "3-6 ");
    EXPECT_EQ(ranges(edited(document, InsertStep{5})), "3-6 ");
    EXPECT_EQ(ranges(edited(document, InsertStep{6})), "3-5 ");
    EXPECT_EQ(ranges(edited(document, InsertStep{7})), "3-5 ");
    EXPECT_EQ(ranges(edited(document, DuplicateStep{3})), "3-6 ");
    EXPECT_EQ(ranges(edited(document, DuplicateStep{5})), "3-5 ");
}

TEST(Clamps, ShrinkAndGoWithTheirSteps) {
    const Document document = counting(6, {held(3, 5)});
    EXPECT_EQ(ranges(edited(document, DeleteStep{2})), "2-4 ");
    EXPECT_EQ(ranges(edited(document, DeleteStep{3})), "3-4 ");
    EXPECT_EQ(ranges(edited(document, DeleteStep{5})), "3-4 ");
    EXPECT_EQ(ranges(edited(document, DeleteStep{6})), "3-5 ");
    EXPECT_EQ(ranges(edited(counting(6, {held(3, 3), held(1, 6)}), DeleteStep{3})), "1-5 ");
}

TEST(Clamps, FollowAStepThatMoves) {
    const Document document = counting(9, {held(3, 5)});
    EXPECT_EQ(ranges(edited(document, MoveStep{4, 8})), "3-4 8-8 ");
    EXPECT_EQ(ranges(edited(document, MoveStep{8, 4})), "3-3 5-6 ");  // it was free, and stays so
    EXPECT_EQ(ranges(edited(document, MoveStep{1, 2})), "3-5 ");
    EXPECT_EQ(ranges(edited(document, MoveStep{1, 9})), "2-4 ");
    EXPECT_EQ(ranges(edited(document, MoveStep{3, 5})), "3-5 ");
    EXPECT_EQ(ranges(edited(document, MoveStep{5, 6})), "3-4 6-6 ");
    EXPECT_EQ(ranges(edited(document, MoveStep{6, 5})), "3-4 6-6 ");  // the same two change places
    EXPECT_EQ(ranges(edited(counting(9, {held(5, 5)}), MoveStep{5, 2})), "2-2 ");
}

TEST(Clamps, CloseTheGapWhenAStepComesBack) {
    const Document document = counting(9, {held(3, 5), {output, 1, 4, 9, 1}, held(1, 9)});
    for (int from = 1; from <= 9; ++from)
        for (int to = 1; to <= 9; ++to)
            EXPECT_EQ(edited(edited(document, MoveStep{from, to}), MoveStep{to, from}), document)
                << from << " to " << to;
}

TEST(Clamps, GoWithTheElementThatTheyHold) {
    const Document document = counting(3, {held(1, 2), {output, 1, 1, 1, 1}, {output, 2, 2, 2, 1}});
    EXPECT_EQ(ranges(edited(document, Resize{{2, 3}})), "1-2 1-1 2-2 ");
    EXPECT_EQ(ranges(edited(document, Resize{{1, 2}})), "1-2 1-1 ");
    EXPECT_EQ(ranges(edited(document, Resize{{1, 1}})), "1-2 ");
}

/// What holds a gate's element at step t: a value, or "free".
std::string at(const Document& document, const Gate& gate, int element, int t) {
    const Clamp* clamp = clamp_on(*document.clamps, gate.value, element, t);
    return clamp == nullptr ? "free" : std::to_string(clamp->value);
}

RC_GTEST_PROP(Clamps, HoldTheSameStepsWhereverTheseGo, (std::uint32_t seed)) {
    std::mt19937 random(seed);
    Document before = random_document(seed, {.max_steps = 12, .max_clamps = 3});
    if (before.steps() == 0) before = edited(before, InsertStep{1});
    for (int t = 1; t <= before.steps(); ++t)
        before = edited(before, SetLabel{t, std::to_string(t)});  // where each step comes from
    const auto step = [&] { return 1 + static_cast<int>(random() % before.steps()); };
    const Edit edits[] = {InsertStep{step()}, DeleteStep{step()}, MoveStep{step(), step()}};
    for (const Edit& edit : edits) {
        const Document after = edited(before, edit);
        for (int t = 1; t <= after.steps(); ++t) {
            const std::string& label = after.step(t).label;
            if (label.empty()) continue;  // new
            for (const Gate& gate : after.cell().gates)
                for (int k = 0; k < after.sizes().hidden; ++k)
                    RC_ASSERT(at(after, gate, k, t) == at(before, gate, k, std::stoi(label)));
        }
    }
}

TEST(Clamps, AreUndoneLikeEverythingElse) {
    Session session(counting(4, {}));
    EXPECT_FALSE(session.apply(SetClamps{{held(2, 3)}}));
    EXPECT_TRUE(session.unsaved());
    EXPECT_EQ(session.trace().value(forget, 0, 2), 0.5);
    for (const double value : {0.25, 0.75, 1.0})
        session.apply(SetClamps{{{output, {}, 1, 4, value}}}, 7);
    session.end_gesture();
    EXPECT_EQ(session.trace().value(output, 2, 4), 1);
    session.undo();
    EXPECT_EQ(ranges(session.document()), "2-3 ");
    session.undo();
    EXPECT_FALSE(session.unsaved());
    session.redo();
    EXPECT_EQ(session.trace().value(forget, 0, 2), 0.5);
}

TEST(Clamps, AreComputedFromWhereTheFirstBegins) {
    const Document free = counting(9, {});
    const Document document = counting(9, {held(4, 6), held(8, 9)});
    EXPECT_EQ(first_difference(free, document), 4);
    EXPECT_EQ(first_difference(document, counting(9, {held(4, 6), held(7, 9)})), 7);
    EXPECT_EQ(first_difference(document, edited(document, SetInput{2, 0, 9})), 2);
    EXPECT_EQ(first_difference(document, edited(document, DeleteStep{5})), 4);
    EXPECT_EQ(first_difference(document, edited(document, SetLabel{5, "x"})), std::nullopt);
}

}  // namespace
}  // namespace lstm
