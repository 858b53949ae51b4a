/// Sessions: undo, gestures, the unsaved mark, and results that keep up.
#include "document/session.h"

#include "document/gradients_of.h"
#include "random_edit.h"
#include "support/documents.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace lstm {
namespace {

SetInput input(double value) {
    return {1, 0, value};
}

double first_input(const Session& session) {
    return session.document().step(1).x[0];
}

RC_GTEST_PROP(Session, UndoesAndRedoesAnyEditsToTheSameDocuments, (std::uint32_t seed)) {
    std::mt19937 random(seed);
    Session session(random_document(seed));
    std::vector<Document> documents{session.document()};
    for (int k = 0; k < 30; ++k) {
        (void)session.apply(random_edit(session.document(), random));
        if (session.document() != documents.back()) documents.push_back(session.document());
    }
    for (std::size_t k = documents.size(); k-- > 0;) {
        RC_ASSERT(session.document() == documents[k]);
        RC_ASSERT(session.history().can_undo() == (k > 0));
        session.undo();
    }
    for (const Document& document : documents) {
        RC_ASSERT(session.document() == document);
        session.redo();
    }
    RC_ASSERT(!session.history().can_redo());
}

TEST(Session, HasTheGradientsOfWhatTheDocumentIsNow) {
    Document document = new_document();
    document.network = randomised(document.network, 3);
    document.sequence.edit()[2].edit().target = Vector::Constant(1, 0.5);
    Session session(document);
    const QuantityId h = document.cell().at("h");
    const auto expect_present = [&] {
        EXPECT_EQ(session.gradients().value(h, 0, 3),
                  gradients_of(session.document(), session.trace()).value(h, 0, 3));
        EXPECT_EQ(session.gradient_flow()->hidden_state,
                  gradient_flow_of(session.document(), session.trace())->hidden_state);
    };
    expect_present();
    const double before = session.gradients().value(h, 0, 3);
    session.apply(input(2), 1);
    session.apply(input(3), 1);  // a drag that goes on
    EXPECT_NE(session.gradients().value(h, 0, 3), before);
    expect_present();
    session.undo();
    expect_present();
}

TEST(Session, UndoesTenThousandSteps) {
    Session session(new_document());
    for (int k = 1; k <= 10'000; ++k) session.apply(input(k));
    for (int k = 10'000; k >= 1; --k) {
        ASSERT_EQ(first_input(session), k);
        session.undo();
    }
    EXPECT_EQ(first_input(session), 0);
    EXPECT_FALSE(session.history().can_undo());
    EXPECT_FALSE(session.unsaved());
    for (int k = 1; k <= 10'000; ++k) session.redo();
    EXPECT_EQ(first_input(session), 10'000);
}

TEST(Session, ForgetsTheOldestOfMoreThanTenThousand) {
    Session session(new_document());
    for (int k = 1; k <= 10'005; ++k) session.apply(input(k));
    while (session.history().can_undo()) session.undo();
    EXPECT_EQ(first_input(session), 5);
}

TEST(Session, TakesADragForOneStep) {
    Session session(new_document());
    session.apply(input(1));
    for (int k = 2; k <= 50; ++k) session.apply(input(k), 7);
    session.end_gesture();
    session.apply(input(99), 7);  // another drag, though it has the same name
    EXPECT_EQ(*session.history().undo_summary(),
              (EditSummary{EditSummary::Kind::input, "x[0]", 1}));
    session.undo();
    EXPECT_EQ(first_input(session), 50);
    session.undo();
    EXPECT_EQ(first_input(session), 1);
    session.undo();
    EXPECT_EQ(first_input(session), 0);
}

TEST(Session, TellsTwoDragsApart) {
    Session session(new_document());
    session.apply(input(1), 1);
    session.apply(input(2), 2);
    session.undo();
    EXPECT_EQ(first_input(session), 1);
}

TEST(Session, DropsADragThatReturned) {
    Session session(new_document());
    session.apply(input(1), 1);
    session.apply(input(0), 1);
    session.end_gesture();
    EXPECT_FALSE(session.history().can_undo());
    EXPECT_FALSE(session.unsaved());
}

TEST(Session, GoesBackToWhereADragBeganWhenUndoneInItsMidst) {
    Session session(new_document());
    session.apply(input(1), 1);
    session.apply(input(2), 1);
    session.undo();
    EXPECT_EQ(first_input(session), 0);
    session.apply(input(3), 1);  // the mouse is still down
    session.undo();
    EXPECT_EQ(first_input(session), 0);
}

TEST(Session, ForgetsWhatWasUndoneOnceSomethingElseIsDone) {
    Session session(new_document());
    session.apply(input(1));
    session.undo();
    EXPECT_TRUE(session.history().can_redo());
    session.apply(input(2));
    EXPECT_FALSE(session.history().can_redo());
    session.redo();
    EXPECT_EQ(first_input(session), 2);
}

TEST(Session, IgnoresAnEditThatChangesNothing) {
    Session session(new_document());
    const auto revision = session.revision();
    EXPECT_FALSE(session.apply(input(0)));
    EXPECT_FALSE(session.history().can_undo());
    EXPECT_EQ(session.revision(), revision);
}

TEST(Session, RefusesAnEditAndStaysAsItWas) {
    Session session(new_document());
    session.apply(input(1));
    const Document before = session.document();
    const auto rule_of = [](const std::optional<Refusal>& refusal) {
        return std::get<Violation>(refusal.value()).rule;
    };
    EXPECT_EQ(rule_of(session.apply(SetInput{4, 0, 1})), Rule::step);
    EXPECT_EQ(rule_of(session.apply(input(std::nan("")))), Rule::input);
    EXPECT_EQ(session.document(), before);
    session.undo();
    EXPECT_FALSE(session.history().can_undo());
}

TEST(Session, RefusesATraceThatMemoryCannotHold) {
    Document document = new_document();
    document.sequence.edit().assign(max_steps, Shared<Step>(Step{Vector::Zero(1), ""}));
    Session session(document);
    const auto refusal = session.apply(Resize{{1, 1024}});
    ASSERT_TRUE(refusal);
    EXPECT_GT(std::get<NotEnoughMemory>(*refusal).needed(), 1e9);
    EXPECT_EQ(session.document(), document);
    EXPECT_EQ(session.trace().steps(), max_steps);
    EXPECT_EQ(session.trace().sizes(), document.sizes());
}

TEST(Session, KnowsWhatIsUnsaved) {
    Session session(new_document());
    EXPECT_FALSE(session.unsaved());
    session.apply(input(1));
    EXPECT_TRUE(session.unsaved());
    session.undo();
    EXPECT_FALSE(session.unsaved());
    session.redo();
    session.mark_saved();
    EXPECT_FALSE(session.unsaved());
    EXPECT_EQ(session.original(), session.document());
    session.undo();
    EXPECT_TRUE(session.unsaved());
    session.redo();
    EXPECT_FALSE(session.unsaved());
}

TEST(Session, RevisesItsNumberWithEveryChange) {
    Session session(new_document());
    std::uint64_t last = session.revision();
    const auto grew = [&] { return session.revision() > std::exchange(last, session.revision()); };
    session.apply(input(1));
    EXPECT_TRUE(grew());
    session.apply(input(2), 1);
    EXPECT_TRUE(grew());
    session.apply(input(3), 1);
    EXPECT_TRUE(grew());
    session.undo();
    EXPECT_TRUE(grew());
    session.redo();
    EXPECT_TRUE(grew());
}

TEST(Session, SharesNoRevisionWithAnother) {
    Session one(new_document());
    Session other(new_document());
    EXPECT_NE(one.revision(), other.revision());
    const auto before = other.revision();
    one.apply(input(1));
    EXPECT_NE(one.revision(), before);
    other = Session(new_document());
    EXPECT_NE(other.revision(), before);
    EXPECT_EQ(other.first_changed_since(before), 0);
}

TEST(Session, KnowsFromWhichStepOnItsTraceHasChanged) {
    Document document = new_document();
    document.network = randomised(document.network, 3);
    document.sequence.edit().assign(9, Shared<Step>(Step{Vector::Zero(1), ""}));
    Session session(document);
    const auto start = session.revision();
    EXPECT_EQ(session.first_changed_since(start), 10);
    session.apply(SetInput{7, 0, 1});
    const auto later = session.revision();
    session.apply(SetInput{5, 0, 1});
    session.apply(SetLabel{2, "two"});
    EXPECT_EQ(session.first_changed_since(start), 5);
    EXPECT_EQ(session.first_changed_since(later), 5);
    session.apply(DeleteStep{9});
    EXPECT_EQ(session.first_changed_since(session.revision()), 9);
    session.undo();
    session.undo();
    EXPECT_EQ(session.first_changed_since(later), 5);
    session.apply(SetInitial{0, 0, 1});
    EXPECT_EQ(session.first_changed_since(later), 0);  // an initial state is step 0's
    for (int n = 0; n < 200; ++n) session.apply(SetInput{9, 0, n + 0.5});
    EXPECT_EQ(session.first_changed_since(start), 0);  // that is long ago
}

TEST(Session, KnowsWhetherItComputesSomethingElseThanTheOriginal) {
    Session session(new_document());
    EXPECT_FALSE(session.computes_otherwise());
    session.apply(SetLabel{1, "one"});
    EXPECT_FALSE(session.computes_otherwise());
    session.apply(input(1));
    EXPECT_TRUE(session.computes_otherwise());
    session.undo();
    EXPECT_FALSE(session.computes_otherwise());
    session.redo();
    session.mark_saved();
    EXPECT_FALSE(session.computes_otherwise());
}

TEST(Session, KeepsItsLossAndItsTargetsInStep) {
    Session session(new_document());
    const auto expect_in_step = [&] {
        EXPECT_EQ(session.has_targets(), session.document().has_targets());
        EXPECT_EQ(session.loss(), loss_of(session.document(), session.trace()));
    };
    expect_in_step();
    session.apply(SetTarget{2, Vector::Constant(1, 0.5)});
    expect_in_step();
    EXPECT_TRUE(session.has_targets());
    session.apply(input(1));
    expect_in_step();
    session.undo();
    session.undo();
    expect_in_step();
    EXPECT_FALSE(session.has_targets());
}

TEST(Session, KeepsItsGradientsAndItsHighwayInStep) {
    Session session(new_document());
    session.apply(SetTarget{1, Vector::Constant(session.document().sizes().hidden, 0.5)});
    const auto expect_in_step = [&](const char* when) {
        const Gradients fresh = gradients_of(session.document(), session.trace());
        for (std::size_t p = 0; p < fresh.parameters().size(); ++p)
            EXPECT_EQ(session.gradients().parameters()[p], fresh.parameters()[p]) << when;
        EXPECT_EQ(session.gradient_flow()->hidden_state,
                  gradient_flow_of(session.document(), session.trace())->hidden_state)
            << when;
        double largest = 0;
        for (const State& state : session.document().cell().states)
            for (int t = 0; t <= session.document().steps(); ++t)
                largest = std::max(largest, fresh.vector(state.now, t).cwiseAbs().maxCoeff());
        EXPECT_EQ(session.gradient_scale(), largest) << when;
    };
    expect_in_step("at first");
    session.apply(SetParameter{0, 0, 0, 2.5});
    session.apply(input(1.5));
    expect_in_step("after edits");
    session.undo();
    expect_in_step("after undo");
    session.redo();
    expect_in_step("after redo");
}

TEST(Session, TakesATargetOnAndOffAStepThatIsOtherwiseTheSame) {
    Session session(new_document());
    EXPECT_FALSE(session.apply(SetTarget{1, Vector::Zero(1)}));
    EXPECT_TRUE(session.document().has_targets());
    EXPECT_FALSE(session.apply(SetTarget{1, Vector()}));
    EXPECT_FALSE(session.document().has_targets());
}

}  // namespace
}  // namespace lstm
