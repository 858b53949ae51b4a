/// Texts in pieces: many small ones, and each a step further.
#include "document/document.h"
#include "document/results.h"
#include "formats/export_text.h"
#include "support/documents.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace lstm {
namespace {

/// 50 steps of 5 inputs and 20 units.
Document long_document() {
    Document document = new_document();
    document.network = randomised(zero_network(*find_cell("lstm", true), {5, 20, 3}), 1);
    document.initial.assign(2, Vector::Zero(20));
    document.sequence.edit().assign(50, Shared<Step>(Step{Vector::Ones(5), "", Vector::Zero(3)}));
    return document;
}

TEST(Writing, OfEveryKindComesInSmallPiecesThatTellHowFarItIs) {
    const Document document = long_document();
    const Results results(document);
    for (const TextKind& kind : text_kinds()) {
        std::ostringstream out;
        Writing writing =
            kind.print(out, document, results.trace(), {{1, document.steps()}, {}, kind.backward});
        EXPECT_EQ(out.str(), "") << kind.name;
        double progress = 0;
        std::streamoff largest = 0;
        std::streamoff size = 0;
        while (writing.advance()) {
            EXPECT_GE(writing.progress(), progress) << kind.name;
            progress = writing.progress();
            const std::streamoff now = out.tellp();
            largest = std::max(largest, now - size);
            size = now;
        }
        EXPECT_EQ(writing.progress(), 1) << kind.name;
        EXPECT_LE(progress, 1 + 1e-12) << kind.name;
        EXPECT_LT(largest, out.tellp() / 10) << kind.name;
    }
}

}  // namespace
}  // namespace lstm
