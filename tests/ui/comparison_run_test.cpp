/// The second run follows the first, and is computed when it has to be.
#include "ui/comparison/comparison_run.h"

#include "document/gradients_of.h"

#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

Session small_session() {
    Document document = new_document();
    document.network = randomised(document.network, 5);
    for (int t = 0; t < 3; ++t) document.sequence.edit()[t].edit().x[0] = t + 0.5;
    document.sequence.edit()[2].edit().target = Vector::Constant(1, 0.5);
    return Session(document);
}

/// What a run of that kind from the beginning says of h.
double h_of(const Session& session, const std::string& kind, int t) {
    const Document document = edited(session.document(), SetCell{kind});
    return Results(document).trace().value(document.cell().at("h"), 0, t);
}

double h_of(const ComparisonRun& run, int t) {
    return run.session.trace().value(run.session.document().cell().at("h"), 0, t);
}

TEST(ComparisonCache, FollowsEditsUndoAndAnotherKind) {
    Session session = small_session();
    ComparisonCache cache;
    for (const char* kind : {"rnn", "gru_reset_after", "lstm_peephole", "rnn"}) {
        (void)session.apply(SetInput{2, 0, session.document().step(2).x[0] + 1});
        EXPECT_EQ(h_of(*cache.follow(session, kind), 3), h_of(session, kind, 3));
        (void)session.apply(SetParameter{0, 0, 0, 0.125});
        EXPECT_EQ(h_of(*cache.follow(session, kind), 3), h_of(session, kind, 3));
        session.undo();
        EXPECT_EQ(h_of(*cache.follow(session, kind), 3), h_of(session, kind, 3));
    }
}

TEST(ComparisonCache, ComputesNothingWhereNothingChanged) {
    Session session = small_session();
    ComparisonCache cache;
    const ComparisonRun* run = cache.follow(session, "rnn");
    const std::uint64_t revision = run->session.revision();
    EXPECT_EQ(cache.follow(session, "rnn"), run);
    EXPECT_EQ(run->session.revision(), revision);
    (void)session.apply(SetInput{1, 0, 3});
    EXPECT_EQ(cache.follow(session, "rnn"), run);
    EXPECT_GT(run->session.revision(), revision);
}

TEST(ComparisonCache, NeverCountsARevisionTwice) {
    Session session = small_session();
    ComparisonCache cache;
    const std::uint64_t revision = cache.follow(session, "rnn")->session.revision();
    EXPECT_EQ(cache.follow(session, ""), nullptr);
    session = small_session();
    (void)session.apply(SetInput{1, 0, 7});
    const ComparisonRun* run = cache.follow(session, "rnn");
    EXPECT_GT(run->session.revision(), revision);
    EXPECT_EQ(h_of(*run, 3), h_of(session, "rnn", 3));
}

TEST(ComparisonCache, HasGradientsOfItsOwnThatFollowToo) {
    Session session = small_session();
    ComparisonCache cache;
    const auto expect_own = [&] {
        const ComparisonRun* run = cache.follow(session, "rnn");
        const Document document = edited(session.document(), SetCell{"rnn"});
        const QuantityId h = document.cell().at("h");
        EXPECT_EQ(run->session.gradients().value(h, 0, 1),
                  gradients_of(document, Results(document).trace()).value(h, 0, 1));
    };
    expect_own();
    (void)session.apply(SetInput{3, 0, -2});
    expect_own();
}

}  // namespace
}  // namespace lstm
