/// Derivations and worksheets of every kind of cell, forward and backward, are read by what people
/// read them with: LaTeX, and for Markdown a CommonMark parser with KaTeX and MathJax 3.
#include "document/results.h"
#include "formats/export_text.h"
#include "hostile_words.h"
#include "platform/text.h"
#include "support/random_run.h"
#include "typeset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::Not;

/// 2 inputs, 2 units, 2 outputs and 3 steps of `cell`, of which the second has no target.
Document small_document(const Cell& cell, LossKind loss) {
    RandomNumbers random(7);
    Document document;
    document.network = zero_network(cell, {2, 2, 2});
    for (Shared<Matrix>& parameter : document.network.parameters)
        parameter.edit() = random.matrix(parameter->rows(), parameter->cols());
    document.initial.assign(cell.states.size(), Vector::Constant(2, 0.25));
    document.loss = loss;
    for (int t = 1; t <= 3; ++t) {
        Step step{random.matrix(2, 1), "day " + std::to_string(t)};
        if (t != 2) step.target = Vector::Ones(target_size(loss, 2));
        document.sequence.edit().emplace_back(std::move(step));
    }
    return document;
}

/// The kind of text called `name`, of `document` from step `first` to the last.
std::string text_of(const char* name, const Document& document, int first, bool backward) {
    std::ostringstream out;
    TextOptions what{{first, document.steps()}};
    what.backward = backward;
    const Results results(document);
    find_text_kind(name)->print(out, document, results.trace(), what).finish();
    return out.str();
}

/// Of every kind of cell forward, and backward from the second step on for both losses.
std::vector<std::string> texts_of_all_kinds(const char* name) {
    std::vector<std::string> texts;
    for (const Cell* kind : cells()) {
        const Cell& cell = *find_cell(kind->kind, true);
        texts.push_back(text_of(name, small_document(cell, LossKind::squared_error), 1, false));
        for (const LossKind loss : {LossKind::squared_error, LossKind::cross_entropy})
            texts.push_back(text_of(name, small_document(cell, loss), 2, true));
    }
    return texts;
}

std::vector<std::string> texts_of_all_words(const char* name) {
    Document document = new_document();
    document.sequence.edit().resize(1);
    std::vector<std::string> texts;
    for (const std::string& words : hostile_words())
        texts.push_back(text_of(name, with_words(document, words), 1, false));
    return texts;
}

/// What reads Markdown, on `texts`: the titles that it finds, a line each.
Finished read_markdown(const std::vector<std::string>& texts) {
    const TemporaryFolder folder;
    const std::string packages = LSTM_SOURCE_DIR "/third_party/.cache/node/node_modules";
    EXPECT_TRUE(std::filesystem::exists(packages))
        << "third_party/fetch_node, which ./test runs, could not fetch KaTeX, MathJax and "
           "markdown-it";
    std::vector<std::string> command{"node", LSTM_SOURCE_DIR "/tests/formats/read_markdown.js"};
    for (std::size_t k = 0; k < texts.size(); ++k) {
        command.push_back((folder.path() / (std::to_string(k) + ".md")).string());
        std::ofstream(command.back()) << texts[k];
    }
    return run(command, {.input = "", .environment = {{"NODE_PATH", packages}}});
}

/// The letters, digits and signs of ASCII in `text`.
std::string ascii_of(const std::string& text) {
    std::string ascii;
    for (const char c : text)
        if (c > ' ' && c < 0x7f) ascii += c;
    return ascii;
}

TEST(EveryKind, IsTakenByLatexForwardAndBackward) {
    for (const char* name : {"latex", "worksheet"}) {
        const Finished latex = typeset_together(texts_of_all_kinds(name));
        EXPECT_EQ(latex.status, 0) << name << latex.out.substr(0, 4000);
        EXPECT_THAT(latex.out, Not(HasSubstr("Overfull"))) << name;
    }
}

TEST(EveryKind, IsTakenByReadersOfMarkdownForwardAndBackward) {
    const Finished read = read_markdown(texts_of_all_kinds("markdown"));
    EXPECT_EQ(read.status, 0) << read.err;
    EXPECT_EQ(read.err, "");
}

TEST(Words, OfOthersAreSetByLatexAndNotObeyed) {
    for (const char* name : {"latex", "worksheet"}) {
        const Finished latex = typeset_together(texts_of_all_words(name));
        EXPECT_EQ(latex.status, 0) << name << latex.out.substr(0, 4000);
        EXPECT_THAT(latex.out, Not(HasSubstr("/etc/passwd"))) << name;
    }
}

TEST(Words, OfOthersAreTextInMarkdownAndNothingElse) {
    const std::vector<std::string> texts = texts_of_all_words("markdown");
    for (const std::string& text : texts)
        for (std::size_t at = 0; at < text.size(); at += character_length(text, at)) {
            ASSERT_GT(character_length(text, at), 0U) << text.substr(0, 80);
            EXPECT_TRUE(text[at] == '\n' || !is_control(text, at)) << text.substr(0, 80);
        }
    const Finished read = read_markdown(texts);
    EXPECT_EQ(read.status, 0) << read.err;
    EXPECT_EQ(read.err, "");
    std::istringstream titles(read.out);
    for (const std::string& words : hostile_words()) {
        std::string title;
        EXPECT_TRUE(std::getline(titles, title));
        EXPECT_EQ(ascii_of(title), ascii_of(words));
    }
}

}  // namespace
}  // namespace lstm
