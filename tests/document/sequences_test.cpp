/// Several sequences on one network: edits, undo, which one is shown, and learning from all.
#include "document/sequences.h"

#include "document/gradients_of.h"
#include "document/results.h"
#include "document/session.h"
#include "document/training_sequences.h"
#include "support/documents.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace lstm {
namespace {

std::vector<std::string> names(const Document& document) {
    std::vector<std::string> all;
    for (int n = 0; n < sequence_count(document); ++n) all.push_back(sequence_name(document, n));
    return all;
}

using Names = std::vector<std::string>;

/// An LSTM with a read-out on three sequences of 3, 4 and 2 steps, each with targets.
Document three() {
    Document document = edited(new_document(), Resize{{2, 3, 1}});
    document.network = randomised(document.network, 5);
    for (const char* name : {"one", "two", "three"}) {
        document = edited(document, AddSequence{});
        document = edited(document, RenameSequence{document.shown, name});
    }
    document = edited(document, DeleteSequence{0});
    double next = 0;
    const int steps[] = {3, 4, 2};
    for (int n = 0; n < 3; ++n) {
        document = showing(document, n);
        document.sequence = std::vector<Shared<Step>>();
        for (int t = 0; t < steps[n]; ++t) {
            next += 0.25;
            document.sequence.edit().emplace_back(
                Step{Vector::Constant(2, next - 1), "", Vector::Constant(1, 1 - next)});
        }
        document.initial[0].setConstant(0.125 * n);
    }
    return document;
}

std::vector<Shared<Step>> steps(const std::vector<double>& inputs) {
    std::vector<Shared<Step>> all;
    for (const double x : inputs) all.emplace_back(Step{Vector::Constant(1, x), ""});
    return all;
}

TEST(Sequences, AreImportedBehindTheOneThatIsShown) {
    Session session(new_document());
    ASSERT_FALSE(session.apply(SetInitial{0, 0, 0.5}));
    const Document start = session.document();
    ASSERT_FALSE(session.apply(ImportSequence{"May", steps({1, 2})}));
    EXPECT_EQ(names(session.document()), (Names{"sequence 1", "May"}));
    EXPECT_EQ(session.document().shown, 1);
    EXPECT_EQ(session.document().steps(), 2);
    EXPECT_EQ(session.document().step(2).x[0], 2);
    EXPECT_EQ(session.document().initial[0][0], 0.5);
    EXPECT_EQ(session.history().undo_summary()->element, "May");
    const auto same = session.apply(ImportSequence{"May", steps({1})});
    ASSERT_TRUE(same);
    session.undo();
    EXPECT_EQ(session.document(), start);
    EXPECT_FALSE(session.apply(ImportSequence{"sequence 1", steps({})}));
    EXPECT_EQ(names(session.document()), (Names{"sequence 1 (first)", "sequence 1"}));
    EXPECT_FALSE(validate(session.document()));
}

TEST(Sequences, TakeNoStepsThatAreNoneOfTheirNetworks) {
    Document document = edited(new_document(), Resize{{2, 1, 0}});
    EXPECT_THROW((void)edited(document, SetSteps{steps({1})}), InvalidEdit) << "one input of two";
    document = new_document();
    document = edited(document, SetInput{1, 0, 7});
    std::vector<Shared<Step>> some = steps({1, 2});
    some[1].edit().x[0] = std::numeric_limits<double>::infinity();
    EXPECT_THROW((void)edited(document, SetSteps{some}), InvalidEdit);
    some[1].edit().x[0] = 2;
    some[1].edit().target = Vector::Zero(3);
    EXPECT_THROW((void)edited(document, ImportSequence{"x", some}), InvalidEdit);
    EXPECT_EQ(edited(document, SetSteps{steps({1, 2})}).steps(), 2);
}

TEST(Sequences, AreCalledWhatNoOtherIs) {
    const Document document = three();
    EXPECT_EQ(free_name(document, "May"), "May");
    EXPECT_EQ(free_name(document, "two"), "two 2");
    EXPECT_EQ(free_name(document, ""), "sequence 1");
    EXPECT_EQ(free_name(new_document(), ""), "sequence 2") << "the one that there is gets 1";
}

TEST(Sequences, AreAddedNamedMovedAndDeletedAndEachEditIsUndone) {
    Session session(new_document());
    const Document start = session.document();
    ASSERT_FALSE(session.apply(AddSequence{}));
    EXPECT_EQ(names(session.document()), (Names{"sequence 1", "sequence 2"}));
    EXPECT_EQ(session.document().shown, 1);
    ASSERT_FALSE(session.apply(RenameSequence{1, "B"}));
    ASSERT_FALSE(session.apply(MoveSequence{1, 0}));
    EXPECT_EQ(names(session.document()), (Names{"B", "sequence 1"}));
    EXPECT_EQ(session.document().shown, 0) << "the one that was moved";
    ASSERT_FALSE(session.apply(DeleteSequence{0}));
    EXPECT_EQ(names(session.document()), (Names{"sequence 1"}));
    EXPECT_TRUE(session.apply(DeleteSequence{0})) << "the last one stays";
    for (int n = 0; n < 4; ++n) session.undo();
    EXPECT_EQ(session.document(), start);
    EXPECT_TRUE(session.document().sequences->empty());
}

TEST(Sequences, ThatAreShownChangeNothingOfTheDocument) {
    Session session(three());
    ASSERT_FALSE(session.show_sequence(1));
    EXPECT_EQ(session.document().steps(), 4);
    EXPECT_EQ(session.trace().steps(), 4);
    EXPECT_FALSE(session.unsaved());
    EXPECT_FALSE(session.history().can_undo());
    EXPECT_EQ(session.document(), session.original());
    for (int n = 0; n < 3; ++n) {
        ASSERT_FALSE(session.show_sequence(n));
        const Results fresh(session.document());
        for (int t = 1; t <= fresh.trace().steps(); ++t)
            EXPECT_EQ(session.trace().vector(session.document().cell().output(), t),
                      fresh.trace().vector(session.document().cell().output(), t));
    }
}

TEST(Sequences, AreComparedWithWhatTheyThemselvesWere) {
    Session session(three());
    for (const int n : {1, 2, 0}) {
        session.show_sequence(n);
        EXPECT_EQ(session.original().steps(), session.document().steps());
        EXPECT_EQ(session.original().step(1), session.document().step(1));
        EXPECT_FALSE(session.computes_otherwise());
    }
    ASSERT_FALSE(session.apply(SetInput{1, 0, 9}));
    EXPECT_TRUE(session.computes_otherwise());
    session.show_sequence(1);
    EXPECT_FALSE(session.computes_otherwise()) << "this one is as it was";
    EXPECT_TRUE(session.unsaved());
    ASSERT_FALSE(session.undo());
    EXPECT_EQ(session.original().step(1), session.document().step(1));
    EXPECT_FALSE(session.unsaved());
}

TEST(Sequences, UndoShowsTheOneThatWasEdited) {
    Session session(three());
    session.show_sequence(0);
    ASSERT_FALSE(session.apply(SetInput{1, 0, 9}));
    session.show_sequence(2);
    ASSERT_FALSE(session.undo());
    EXPECT_EQ(session.document().shown, 0);
    EXPECT_EQ(session.document(), three());
}

TEST(Sequences, AllKeepTheirShapeWhenTheNetworkChanges) {
    Document document = three();
    for (const Edit& edit : {Edit(Resize{{1, 2, 2}}), Edit(SetCell{"gru_reset_after"}),
                             Edit(SetLoss{LossKind::cross_entropy}), Edit(Resize{{3, 1, 0}})}) {
        document = edited(document, edit);
        EXPECT_FALSE(validate(document));
        for (int n = 0; n < 3; ++n) EXPECT_FALSE(validate(showing(document, n)));
    }
}

/// The weights after one plain step down the sum of `gradients`.
std::vector<Matrix> stepped(const Document& document, const std::vector<int>& sequences) {
    std::vector<Matrix> weights;
    for (const Shared<Matrix>& parameter : document.network.parameters)
        weights.push_back(*parameter);
    for (const int n : sequences) {
        const Document one = showing(document, n);
        const Results results(one);
        const Gradients gradients = gradients_of(one, results.trace());
        for (std::size_t p = 0; p < weights.size(); ++p)
            weights[p] -= one.training.learning_rate * gradients.parameter(static_cast<int>(p));
    }
    return weights;
}

void expect_weights(const Network& network, const std::vector<Matrix>& wanted) {
    for (std::size_t p = 0; p < wanted.size(); ++p)
        EXPECT_LE((*network.parameters[p] - wanted[p]).cwiseAbs().maxCoeff(), 1e-15);
}

TEST(Sequences, AreLearnedFromInTurn) {
    Document document = three();
    for (int step = 0; step < 5; ++step) {
        Trainer trainer = trainer_of(document);
        ASSERT_TRUE(trainer.step(training_sequences(document, step)));
        expect_weights(trainer.network(), stepped(document, {step % 3}));
        document.network = trainer.network();
    }
}

TEST(Sequences, AreLearnedFromAllAtOnce) {
    Document document = three();
    document = showing(document, 1);
    document.clamps = std::vector<Clamp>{{document.cell().gates[0].value, {}, 1, 2, 0.5}};
    document.training.batch = true;
    Trainer trainer = trainer_of(document);
    double losses = 0;
    for (int n = 0; n < 3; ++n) {
        const Document one = showing(document, n);
        losses += loss_of(one, Results(one).trace());
    }
    EXPECT_NEAR(trainer.step(training_sequences(document, 0)).value_or(-1), losses, 1e-13);
    expect_weights(trainer.network(), stepped(document, {0, 1, 2}));
}

TEST(Sequences, EachExpectTheWeightsThatTheyThemselvesLead) {
    for (int n = 0; n < 3; ++n) {
        Document document = showing(three(), n);
        const ParameterId p = document.cell().readout.W;
        const double wanted = stepped(document, {n})[static_cast<std::size_t>(p)](0, 1);
        Expectation e;
        e.subject = ExpectationSubject::updated_parameter;
        e.parameter = p;
        e.column = 1;
        e.t = 0;
        e.value = wanted;
        e.tolerance = 1e-14;
        document.expectations = std::vector<Expectation>{e};
        EXPECT_TRUE(Results(document).all_pass()) << n;
    }
}

}  // namespace
}  // namespace lstm
