/// Worksheets: what is asked for is nowhere before the answers, and all of it is in them.
#include "formats/paper/worksheet.h"

#include "document/results.h"
#include "formats/paper/latex.h"
#include "formats/scenario/scenario_reader.h"
#include "platform/files.h"
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
            const TextOptions& what) {
    std::ostringstream out;
    print_worksheet(out, document, Results(document).trace(), what, blanks).finish();
    const std::string text = out.str();
    const std::size_t page = text.find("\\clearpage");
    return {text.substr(0, page), text.substr(page)};
}

Sheet sheet(const Document& document, const std::vector<QuantityId>& blanks,
            const Notation& notation = {}) {
    return sheet(document, blanks, {1, document.steps(), notation});
}

Document example(const std::string& name) {
    const std::string path = LSTM_SOURCE_DIR "/assets/examples/" + name + ".json";
    return read_scenario(load_file(path), name);
}

/// An RNN of one unit that says tanh(0.5) at both steps and means (h, −h); the second class is the
/// right one of the second step, and the first step has no target.
Document two_classes() {
    return read_scenario(R"({
        "format": "lstm-notebook", "version": 1,
        "cell": {"kind": "rnn", "input_size": 1, "hidden_size": 1},
        "weights": {"hidden": {"W": [[0.5]], "U": [[0]]}},
        "readout": {"W": [[1], [-1]]}, "loss": "cross_entropy",
        "sequence": [{"x": [1]}, {"x": [1]}], "targets": [null, 1]})",
                         "f.json");
}

TextOptions backward_through(int steps) {
    TextOptions what{{1, steps}};
    what.backward = true;
    return what;
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
    // In its kind's own form: where a gate may be 0 or 1, one number may be another.
    Document document = random_document(seed / 2 * 2, {.max_size = 3, .max_steps = 4});
    document.rounding.reset();
    document.clamps = std::vector<Clamp>{};  // these are given
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
    Document document =
        random_document(seed, {.max_size = 3, .max_steps = 4, .cell = &lstm_cell()});
    document.rounding.reset();
    document.clamps = std::vector<Clamp>{};  // these are given
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

TEST(Worksheet, GivesWhatItsFirstStepGoesOnFrom) {
    const Document document = example("company-a");
    const Results results(document);
    const auto [questions, answers] =
        sheet(document, default_blanks(lstm_cell()), TextOptions{{3, 4}});
    const Cell& cell = document.cell();
    const auto number = [&](const char* quantity, int t) {
        return latex_maths({number_of(results.trace().value(cell.at(quantity), 0, t), 4)});
    };
    const std::string h = number("h", 2);
    const std::string c = number("c", 2);
    EXPECT_THAT(questions, HasSubstr("\\formula{\\mathbf{h}_{-} \\approx " + h + "}"));
    EXPECT_THAT(questions, HasSubstr("\\formula{\\mathbf{c}_{-} \\approx " + c + "}"));
    // So all that leads to the first box can be worked out; the step behind it asks for it.
    EXPECT_THAT(questions,
                HasSubstr("\\mathbf{U}_{f} \\mathbf{h}_{-} \\approx 2.7 \\cdot (" + h + ")"));
    EXPECT_THAT(questions,
                HasSubstr("\\mathbf{U}_{f} \\mathbf{h}_{-} = 2.7 \\cdot \\blank = \\blank"));
    EXPECT_THAT(questions, Not(HasSubstr(number("c", 3))));
    EXPECT_THAT(answers, HasSubstr(number("c", 3)));
}

TEST(Worksheet, HasATableOfTheWeights) {
    const std::string questions = sheet(example("gomez"), default_blanks(lstm_cell())).questions;
    EXPECT_THAT(questions, HasSubstr(" & W_{0} & W_{1} & U & b \\\\ \\hline\n"
                                     "f & 0.7 & 0.45 & 0.1 & 0.15 \\\\\n"
                                     "i & 0.95 & 0.8 & 0.8 & 0.65 \\\\\n"));
}

TEST(Worksheet, HasListsOfTheWeightsWhereATableWouldBeTooWide) {
    Document document = new_document();
    document.network = randomised(zero_network(document.cell(), {8, 2}), 1);
    document.initial.assign(2, Vector::Zero(2));
    document.sequence = std::vector<Shared<Step>>{Step{Vector::Zero(8), ""}};
    const auto [questions, answers] = sheet(document, default_blanks(lstm_cell()));
    EXPECT_THAT(questions, HasSubstr("\\formula{\\mathbf{W}_{f} = [["));
    EXPECT_THAT(questions, Not(HasSubstr("\\hline")));
    const Finished latex = typeset(questions + answers);
    EXPECT_EQ(latex.status, 0) << latex.out;
    EXPECT_THAT(latex.out, Not(HasSubstr("Overfull")));
}

TEST(Worksheet, SaysWhatTheTargetIsAndAsksForTheLoss) {
    const Document document = two_classes();
    const auto [questions, answers] =
        sheet(document, {document.cell().at("p")}, backward_through(2));
    EXPECT_THAT(questions, HasSubstr("The right class: 1, counted from 0"));
    EXPECT_THAT(questions,
                HasSubstr("\\formula{p_{1} \\approx (\\operatorname{softmax}(0.4621,\\allowbreak "
                          "-0.4621))_{1} \\approx \\blank}"));
    EXPECT_THAT(questions, HasSubstr("\\formula{L_{2} =  - \\operatorname{ln}(p_{1}) = \\blank}"));
    EXPECT_THAT(questions, HasSubstr("This step has no target"));
    // y = (h, −h) with h = tanh 0.5 = 0.462117: p = (1, e^(−2h)) / (1 + e^(−2h)), L = ln(1 +
    // e^(2h))
    EXPECT_THAT(answers, HasSubstr("p_{0} \\approx 0.7159"));
    EXPECT_THAT(answers, HasSubstr("p_{1} \\approx 0.2841"));
    EXPECT_THAT(answers, HasSubstr("L_{2} \\approx 1.2584"));
}

TEST(Worksheet, HasNoBoxesWhereNothingIsAskedFor) {
    const auto [questions, answers] = sheet(example("gomez"), {});
    EXPECT_EQ(count(questions, "\\blank"), 1);  // its definition
    EXPECT_THAT(questions, HasSubstr("0.7857"));
}

TEST(Worksheet, GivesTheValuesThatAreHeld) {
    Document document = example("statquest-one-step");
    document.clamps.edit().push_back({document.cell().at("forget.value"), {}, 1, 1, 0.5});
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
