/// Results: brought up to date, they are the results computed anew, bit for bit.
#include "document/results.h"

#include "document/session.h"
#include "random_edit.h"
#include "support/documents.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstring>
#include <stdexcept>

namespace lstm {
namespace {

/// Whether every quantity at every step has the same bits in both.
bool same_bits(const Trace& a, const Trace& b) {
    if (a.steps() != b.steps() || a.sizes() != b.sizes()) return false;
    for (std::size_t q = 0; q < a.cell().quantities.size(); ++q) {
        for (int t = 1; t <= a.steps(); ++t) {
            const VectorView one = a.vector(static_cast<int>(q), t);
            const VectorView other = b.vector(static_cast<int>(q), t);
            if (std::memcmp(one.data(), other.data(), sizeof(double) * one.size()) != 0)
                return false;
        }
    }
    return true;
}

bool same_verdicts(const std::vector<Verdict>& a, const std::vector<Verdict>& b) {
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](const Verdict& x, const Verdict& y) {
            return x.pass == y.pass && std::memcmp(&x.computed, &y.computed, sizeof(double)) == 0;
        });
}

RC_GTEST_PROP(Results, UpdateToWhatAFullRunComputes, (std::uint32_t seed)) {
    std::mt19937 random(seed);
    Session session(random_document(seed));
    for (int k = 0; k < 25; ++k) {
        if (random() % 5 == 0) {
            session.undo();
        } else {
            (void)session.apply(random_edit(session.document(), random),
                                static_cast<Gesture>(random() % 3));
        }
        const Results anew(session.document());
        RC_ASSERT(same_bits(session.trace(), anew.trace()));
        RC_ASSERT(same_verdicts(session.verdicts(), anew.verdicts()));
    }
}

TEST(Results, UpdateFromTheStepThatChanged) {
    const Document before = random_document(3, {.max_size = 4, .max_steps = 9});
    ASSERT_GE(before.steps(), 3);
    const Document after = edited(before, SetInput{3, 0, 0.125});
    EXPECT_EQ(first_difference(before, after), 3);
    EXPECT_EQ(first_difference(before, edited(before, SetLabel{1, "new"})), std::nullopt);
    EXPECT_EQ(first_difference(before, edited(before, SetWords{"a", "b", "c"})), std::nullopt);
    EXPECT_EQ(first_difference(before, edited(before, SetInitial{0, 0, 9})), 1);
    EXPECT_EQ(first_difference(before, edited(before, DeleteStep{before.steps()})), before.steps());
    EXPECT_EQ(first_difference(before, before), std::nullopt);
}

TEST(Results, HaveTheInitialStatesAtStepZero) {
    Document document = new_document();
    document.initial[0][0] = 0.25;
    document.initial[1][0] = -0.5;
    const Results results(document);
    EXPECT_EQ(results.trace().value(document.cell().at("h"), 0, 0), 0.25);
    EXPECT_EQ(results.trace().value(document.cell().at("c_prev"), 0, 1), -0.5);
}

TEST(Results, AreRefusedWhereMemoryCannotHoldThem) {
    Document document = new_document();
    document = edited(document, Resize{{1, 1024}});
    document.sequence.edit().assign(max_steps, Shared<Step>(Step{Vector::Zero(1), ""}));
    EXPECT_THROW(Results{document}, NotEnoughMemory);
}

TEST(Results, OfAnEmptySequenceAreEmpty) {
    Document document = new_document();
    document.sequence = std::vector<Shared<Step>>{};
    EXPECT_EQ(Results(document).trace().steps(), 0);
}

}  // namespace
}  // namespace lstm
