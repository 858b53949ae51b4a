/// Worksheets: what is asked for is nowhere before the answers, and all of it is in them.
#include "formats/worksheet.h"

#include "document/results.h"
#include "formats/files.h"
#include "formats/latex.h"
#include "formats/scenario_reader.h"
#include "support/documents.h"
#include "typeset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <sstream>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A worksheet in its two parts.
struct Sheet {
    std::string questions;
    std::string answers;
};

Sheet sheet(const Document& document, const std::vector<QuantityId>& blanks,
            const Notation& notation = {}) {
    std::ostringstream out;
    print_worksheet(out, document, Results(document).trace(), {1, document.steps(), notation},
                    blanks)
        .finish();
    const std::string text = out.str();
    const std::size_t page = text.find("\\newpage");
    return {text.substr(0, page), text.substr(page)};
}

Document example(const std::string& name) {
    const std::string path = LSTM_SOURCE_DIR "/assets/examples/" + name + ".json";
    return read_scenario(load_file(path), name);
}

int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size())
        ++found;
    return found;
}

/// `value` as the sheet would print it, if it cannot be taken for another: with many digits.
std::optional<std::string> unmistakable(double value, const Notation& notation) {
    const std::string text = latex_maths({number_of(value, notation.decimals)});
    if (!std::isfinite(value) || text.size() < 10) return {};
    return text.starts_with('-') ? text.substr(1) : text;
}

RC_GTEST_PROP(Worksheet, HidesWhatIsAskedForUntilTheAnswers, (std::uint32_t seed)) {
    Document document = random_document(seed, {.max_size = 3, .max_steps = 4});
    document.rounding.reset();
    document.forces = std::vector<Force>{};  // these are given
    const Results results(document);
    const Notation notation{Notation::Candidate::g, Notation::Matrices::separate, 12};
    const std::vector<QuantityId> blanks = default_blanks(document.cell());
    const auto [questions, answers] = sheet(document, blanks, notation);
    for (const QuantityId quantity : blanks) {
        for (int t = 1; t <= document.steps(); ++t) {
            for (const double value : results.trace().vector(quantity, t)) {
                const auto text = unmistakable(value, notation);
                if (!text) continue;
                RC_ASSERT(questions.find(*text) == std::string::npos);
                RC_ASSERT(answers.find(*text) != std::string::npos);
            }
        }
    }
}

RC_GTEST_PROP(Worksheet, HidesWhatWouldGiveItAway, (std::uint32_t seed)) {
    Document document = random_document(seed, {.max_size = 3, .max_steps = 4});
    document.rounding.reset();
    document.forces = std::vector<Force>{};  // these are given
    const Results results(document);
    const Cell& cell = document.cell();
    const Notation notation{Notation::Candidate::g, Notation::Matrices::separate, 12};
    const std::string questions = sheet(document, {cell.at("h")}, notation).questions;
    // U h₋ tells h, and so does all that is computed from it; but W x and the first step do not.
    for (const char* name : {"forget.uh", "output.z", "candidate.value", "kept", "c", "tanh_c"}) {
        for (int t = 2; t <= document.steps(); ++t)
            for (const double value : results.trace().vector(cell.at(name), t))
                if (const auto text = unmistakable(value, notation))
                    RC_ASSERT(questions.find(*text) == std::string::npos);
        if (document.steps() == 0) continue;
        for (const double value : results.trace().vector(cell.at(name), 1))
            if (const auto text = unmistakable(value, notation))
                RC_ASSERT(questions.find(*text) != std::string::npos);
    }
}

TEST(Worksheet, ShowsWhatIsNeededToFillItIn) {
    const auto [questions, answers] =
        sheet(example("statquest-as-printed"), default_blanks(lstm_cell()));
    EXPECT_THAT(questions, HasSubstr("\\formula{z_{f} = 1.63 + 2.70 + 1.62 = \\blank}"));
    EXPECT_THAT(questions, HasSubstr("\\formula{f = \\sigma(\\blank) = \\blank}"));
    EXPECT_THAT(questions, HasSubstr("\\formula{f \\cdot c_{-} = \\blank \\cdot 2 = \\blank}"));
    EXPECT_THAT(questions, HasSubstr("Round every result to 2 decimals"));
    EXPECT_THAT(questions, Not(HasSubstr("2.96")));  // the description says it
    EXPECT_THAT(answers, HasSubstr("$z_{f} = 5.95$"));
    EXPECT_THAT(answers, HasSubstr("$c = 2.96$"));
    EXPECT_THAT(answers, HasSubstr("$h = 0.98$"));
    EXPECT_THAT(answers, Not(HasSubstr("\\blank")));
}

TEST(Worksheet, HasNoBoxesWhereNothingIsAskedFor) {
    const auto [questions, answers] = sheet(example("gomez"), {});
    EXPECT_EQ(count(questions, "\\blank"), 1);  // its definition
    EXPECT_THAT(questions, HasSubstr("0.7857"));
}

TEST(Worksheet, GivesTheValuesThatAreHeld) {
    Document document = example("statquest-one-step");
    document.forces.edit().push_back({document.cell().at("forget.value"), {}, 1, 1, 0.5});
    EXPECT_THAT(sheet(document, default_blanks(document.cell())).questions,
                HasSubstr("This value is held."));
}

TEST(Worksheet, IsTakenByLatexAsItIs) {
    for (const char* name : {"statquest-as-printed", "company-a", "ai-by-hand"}) {
        const auto [questions, answers] = sheet(example(name), default_blanks(lstm_cell()));
        const Finished latex = typeset(questions + answers);
        EXPECT_EQ(latex.status, 0) << name << latex.out;
        EXPECT_THAT(latex.out, Not(HasSubstr("Overfull"))) << name;
    }
}

}  // namespace
}  // namespace lstm
