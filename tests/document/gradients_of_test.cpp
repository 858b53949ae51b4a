/// Gradients of one document after the other.
#include "document/gradients_of.h"

#include "document/edit.h"
#include "document/results.h"
#include "document/session.h"
#include "random_edit.h"

#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <random>

namespace lstm {
namespace {

void expect_same(const Gradients& a, const Gradients& b) {
    ASSERT_EQ(a.steps(), b.steps());
    for (std::size_t p = 0; p < a.parameters().size(); ++p)
        EXPECT_EQ(a.parameters()[p], b.parameters()[p]);
    for (QuantityId q = 0; q < static_cast<int>(a.cell().quantities.size()); ++q)
        for (int t = 1; t <= a.steps(); ++t) EXPECT_EQ(a.vector(q, t), b.vector(q, t));
}

Document with_targets(int hidden) {
    Document document = edited(new_document(), Resize{{2, hidden}});
    document.network = randomised(std::move(document.network), 3);
    for (int t = 1; t <= document.steps(); ++t)
        document = edited(document, SetTarget{t, Vector::Constant(hidden, 0.5)});
    return document;
}

TEST(GradientsOf, MakesNoPlanWhereWeightsAndInputsChange) {
    GradientsOf gradients;
    Document document = with_targets(64);
    for (int n = 0; n < 20; ++n) {
        document = edited(document, SetParameter{0, 1, 0, 0.1 * n});
        document = edited(document, SetInput{1 + n % 3, 0, 0.1 * n});
        expect_same(gradients(document, Results(document).trace()),
                    gradients_of(document, Results(document).trace()));
    }
    EXPECT_EQ(gradients.plans(), 1);
    document = edited(document, Resize{{2, 3}});
    (void)gradients(document, Results(document).trace());
    EXPECT_EQ(gradients.plans(), 2);
}

RC_GTEST_PROP(GradientsOf, AreThoseOfEachDocumentWhateverCameBefore, (std::uint32_t seed)) {
    std::mt19937 random(seed);
    GradientsOf gradients;
    Session session(with_targets(2));
    for (int n = 0; n < 12; ++n) {
        (void)session.apply(random_edit(session.document(), random));  // some are refused
        expect_same(gradients(session.document(), session.trace()),
                    gradients_of(session.document(), session.trace()));
    }
}

}  // namespace
}  // namespace lstm
