/// Derivations as documents: they say what the maths room says, and LaTeX takes them as they are.
#include "document/edit.h"
#include "formats/paper/derivation_text.h"

#include "document/results.h"
#include "formats/paper/latex.h"
#include "formats/paper/worksheet.h"
#include "formats/scenario/scenario_reader.h"
#include "platform/files.h"
#include "support/documents.h"
#include "typeset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::Not;
using Printer = Writing (*)(std::ostream&, const Document&, const Trace&, TextOptions);

std::string printed(Printer print, const Document& document, const TextOptions& what) {
    std::ostringstream out;
    print(out, document, Results(document).trace(), what).finish();
    return out.str();
}

std::string printed(Printer print, const Document& document) {
    return printed(print, document, {1, document.steps()});
}

Document example(const std::string& name) {
    const std::string path = LSTM_SOURCE_DIR "/assets/examples/" + name + ".json";
    return read_scenario(load_file(path), name);
}

TEST(DerivationText, TellsTheWholeWayInMarkdown) {
    const std::string text = printed(print_markdown, example("statquest-as-printed"));
    EXPECT_THAT(text, testing::StartsWith("# StatQuest: the same step with a pocket calculator\n"));
    EXPECT_THAT(text, HasSubstr("\nSource: Josh Starmer, StatQuest"));
    EXPECT_THAT(text, HasSubstr("rounded to 2 decimals"));
    EXPECT_THAT(text, HasSubstr("\n## Step 1: x = 1\n\n$$\\mathbf{x} = 1$$\n"));
    EXPECT_THAT(text, HasSubstr("\n### Forget gate\n\n"
                                "$$f = \\sigma(1.63 \\cdot 1 + 2.7 \\cdot 1 + 1.62)$$\n\n"
                                "$$\\mathbf{W}_{f} \\mathbf{x} = 1.63 \\cdot 1 = 1.63$$\n"));
    EXPECT_THAT(text, HasSubstr("$$f = \\sigma(5.95) \\approx 0.9974 \\to 1.00$$"));
    EXPECT_THAT(text, HasSubstr("$$c = 2.00 + 0.96 = 2.96$$"));
    EXPECT_THAT(text, HasSubstr("$$h = 0.99 \\cdot 0.99 = 0.9801 \\to 0.98$$"));
}

TEST(DerivationText, SaysWhatTheTargetIsAndWorksTheLossOut) {
    // Softmax: y = (h, −h) with h = tanh 0.5 = 0.462117, L = ln(1 + e^(2h)) = 1.25843
    Document document = read_scenario(R"({
        "format": "lstm-notebook", "version": 1,
        "cell": {"kind": "rnn", "input_size": 1, "hidden_size": 1},
        "weights": {"hidden": {"W": [[0.5]], "U": [[0]]}},
        "readout": {"W": [[1], [-1]]}, "loss": "cross_entropy",
        "sequence": [{"x": [1]}, {"x": [1]}], "targets": [null, 1]})",
                                      "f.json");
    TextOptions what{{1, 2}};
    what.backward = true;
    std::string text = printed(print_markdown, document, what);
    EXPECT_THAT(text, HasSubstr("\n## Going back: Step 2\n\nThe right class: 1, counted from 0\n"));
    EXPECT_THAT(text, HasSubstr("$$\\mathbf{p} = \\operatorname{softmax}(\\mathbf{y})$$\n"));
    EXPECT_THAT(text, HasSubstr("\n### Prediction p, element 1\n\n"
                                "$$p_{1} = (\\operatorname{softmax}(\\mathbf{y}))_{1}$$\n\n"
                                "$$p_{1} \\approx (\\operatorname{softmax}(0.4621, -0.4621))_{1} "
                                "\\approx 0.2841$$\n"));
    EXPECT_THAT(text, HasSubstr("$$L_{2} =  - \\operatorname{ln}(p_{1}) \\approx  - "
                                "\\operatorname{ln}(0.2841) \\approx 1.2584$$"));
    EXPECT_THAT(text, HasSubstr("\n## Going back: Step 1\n\nThis step has no target"));
    const std::string forward = printed(print_markdown, document, {1, 2});
    EXPECT_THAT(forward, HasSubstr("\nThe right class: 1, counted from 0\n"));
    EXPECT_THAT(forward, HasSubstr("\\operatorname{ln}(0.2841) \\approx 1.2584$$\n"));
    EXPECT_THAT(forward, Not(HasSubstr("has no target")));

    // ½ ((0.4621 − 1)² + (−0.4621 − 0.25)²) = ½ (0.289318 + 0.507111) = 0.398215
    document = edited(document, SetLoss{LossKind::squared_error});
    document.sequence.edit()[1].edit().target = Vector{{1, 0.25}};
    text = printed(print_markdown, document, what);
    EXPECT_THAT(text, HasSubstr("The target: 1, 0.25\n"));
    EXPECT_THAT(text, HasSubstr("\\approx 0.3982$$"));
}

TEST(DerivationText, EndsWithTheAnswerWhereThereIsAReadOut) {
    const Document document = read_scenario(R"({
        "format": "lstm-notebook", "version": 1,
        "cell": {"kind": "rnn", "input_size": 1, "hidden_size": 1},
        "weights": {"hidden": {"W": [[0.5]], "U": [[0]]}},
        "readout": {"W": [[2]], "b": [1]},
        "sequence": [{"x": [1]}]})",
                                            "f.json");
    const std::string text = printed(print_markdown, document);
    EXPECT_THAT(text, HasSubstr("$$\\mathbf{y} = \\mathbf{W} \\mathbf{h} + \\mathbf{b}$$\n"));
    // tanh 0.5 = 0.46212
    EXPECT_THAT(text, HasSubstr("\n### Answer y\n\n$$y \\approx 2 \\cdot 0.4621 + 1$$\n"));
    EXPECT_THAT(text, HasSubstr("$$y \\approx 0.9242 + 1 \\approx 1.9242$$"));
}

TEST(DerivationText, CallsAGateThatMirrorsAnotherAGate) {
    Document document = new_document();
    document.network = converted(document.network, *find_cell("lstm_coupled_forget"));
    EXPECT_THAT(printed(print_markdown, document), HasSubstr("### Forget gate\n"));
}

TEST(DerivationText, HasTheEquationsOnceAndEveryUnitsWorkingAtEveryStep) {
    const Document document = example("ai-by-hand");
    const Results results(document);
    const std::string text = printed(print_markdown, document);
    const Cell& cell = document.cell();
    for (const char* name : {"forget.value", "input.value", "candidate.value", "output.value",
                             "forget.z", "candidate.z", "c", "h"}) {
        const QuantityId quantity = cell.at(name);
        if (is_named(cell, quantity)) {
            const std::string equation =
                "\n$$" +
                latex_maths(vector_equations(cell, quantity, {}).front(), Commas::only_stand) +
                "$$\n";
            EXPECT_NE(text.find(equation), std::string::npos);
            EXPECT_EQ(text.find(equation), text.rfind(equation));
        }
        for (int t = 1; t <= document.steps(); ++t) {
            for (int k = 0; k < 2; ++k) {
                const Derivation derivation =
                    derivation_of(document.network, results.trace(), {}, quantity, k, t, {});
                EXPECT_THAT(text, HasSubstr("$$" +
                                            latex_maths(derivation.lines.back().expression,
                                                        Commas::only_stand) +
                                            "$$"));
            }
        }
    }
}

TEST(DerivationText, HasOnlyTheStepsAskedFor) {
    const std::string text = printed(print_markdown, example("company-a"), {2, 3});
    EXPECT_THAT(text, Not(HasSubstr("## Step 1")));
    EXPECT_THAT(text, HasSubstr("## Step 2"));
    EXPECT_THAT(text, HasSubstr("## Step 3"));
    EXPECT_THAT(text, Not(HasSubstr("## Step 4")));
}

TEST(DerivationText, SaysWhichValuesAreHeld) {
    Document document = example("statquest-one-step");
    EXPECT_THAT(printed(print_markdown, document), Not(HasSubstr("the value is held")));
    document.clamps.edit().push_back({document.cell().at("forget.value"), {}, 1, 1, 0.5});
    EXPECT_THAT(printed(print_markdown, document), HasSubstr("the value is held"));
}

TEST(DerivationText, SaysThatASequenceIsEmpty) {
    Document document = new_document();
    document.sequence = std::vector<Shared<Step>>{};
    EXPECT_THAT(printed(print_markdown, document), HasSubstr("The sequence has no steps."));
    EXPECT_EQ(typeset(printed(print_latex, document)).status, 0);
}

TEST(DerivationText, StopsWhereTheOutputFails) {
    const Document document = example("company-a");
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    print_latex(out, document, Results(document).trace(), {1, 4}).finish();
    EXPECT_EQ(out.str(), "");
}

TEST(DerivationText, OfTheWayBackIsTakenByLatexAsItIs) {
    for (const char* name : {"gomez", "brackets", "gradient-vanishing"})
        for (const auto print : {print_latex, +[](std::ostream&out, const Document&document,
                                                  const Trace&trace, TextOptions what) {
                                     return print_worksheet(out, document, trace, what,
                                                            default_blanks(document.cell()));
                                 }}) {
            const Document document = example(name);
            const int last = document.steps();
            const std::string text =
                printed(print, document, {std::max(last - 1, 1), last, Notation{}, true});
            EXPECT_THAT(text, HasSubstr("Going back: Step " + std::to_string(last))) << name;
            const Finished latex = typeset(text);
            EXPECT_EQ(latex.status, 0) << name << latex.out.substr(0, 2000);
        }
}

TEST(DerivationText, IsTakenByLatexAsItIs) {
    for (const char* name : {"statquest-as-printed", "gomez", "ai-by-hand"}) {
        for (const auto matrices :
             {Notation::Matrices::separate, Notation::Matrices::concatenated}) {
            const Document document = example(name);
            const Notation notation{Notation::Candidate::z, matrices, exact};
            const std::string text =
                printed(print_latex, document, {1, document.steps(), notation});
            const Finished latex = typeset(text);
            EXPECT_EQ(latex.status, 0) << name << latex.out;
            EXPECT_THAT(latex.out, Not(HasSubstr("Overfull"))) << name;
        }
    }
}

TEST(DerivationText, IsTakenByLatexWhateverItsWordsAre) {
    Document document = example("statquest-one-step");
    document.title =
        "\\end{document} 100 % _ ^ & # $ ~ {{ }} \\ “–” é ß Ł đ ½ ₀ ∑ \U0001f4d3 日 c̃ č";
    document.source = "?` !` -- --- << >> | \" \n\t\x01\x7f";
    for (char32_t code = 0xa0; code < 0x2700; ++code) {
        if (code >= 0x800) {
            document.description += static_cast<char>(0xe0 | (code >> 12));
            document.description += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
        } else {
            document.description += static_cast<char>(0xc0 | (code >> 6));
        }
        document.description += static_cast<char>(0x80 | (code & 0x3f));
        if (code % 16 == 15) document.description += " z";
    }
    document.sequence.edit()[0].edit().label = "$\\label{%";
    const Finished latex = typeset(printed(print_latex, document));
    EXPECT_EQ(latex.status, 0) << latex.out;
}

TEST(DerivationText, IsTakenByLatexWhateverItsNumbersAre) {
    for (const std::uint32_t seed : {2U, 4U, 7U}) {
        const Document document =
            random_document(seed, {.max_size = 3, .max_steps = 3, .wild = true});
        const Finished latex = typeset(printed(print_latex, document));
        EXPECT_EQ(latex.status, 0) << seed << latex.out;
    }
}

TEST(DerivationText, BreaksLongFormulasIntoLines) {
    Document document = new_document();
    document.network = randomised(zero_network(document.cell(), {30, 20}), 1);
    document.initial.assign(2, Vector::Zero(20));
    document.sequence = std::vector<Shared<Step>>{Step{Vector::LinSpaced(30, -1, 1), ""}};
    const Finished latex = typeset(printed(print_latex, document));
    EXPECT_EQ(latex.status, 0) << latex.out;
    EXPECT_THAT(latex.out, Not(HasSubstr("Overfull")));
}

}  // namespace
}  // namespace lstm
