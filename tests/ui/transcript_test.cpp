/// A run told in sentences: nothing of it is left out, of no cell and in no language.
#include "ui/words/transcript.h"

#include "document/results.h"
#include "support/documents.h"
#include "ui/words/numbers.h"
#include "ui/words/spoken.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

using testing::Contains;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

TEST(Transcript, TellsEveryNumberOfEveryCellInEveryLanguage) {
    for (const Language language : languages())
        for (const Cell* kind : cells())
            for (const bool with_readout : {false, true}) {
                const Cell& cell = *find_cell(kind->kind, with_readout);
                const Document document = random_document(2, {.max_steps = 3, .cell = &cell});
                if (document.steps() == 0) continue;
                const Results results(document);
                const Words words(language);
                const NumbersOf numbers(words);
                const auto told = transcript_of(words, document, results.trace(), 1);
                for (QuantityId id = 0; id < static_cast<QuantityId>(cell.quantities.size());
                     ++id) {
                    const auto values = results.trace().vector(id, 1);
                    const std::string last = format_value(values[values.size() - 1], 3);
                    EXPECT_THAT(told,
                                Contains(testing::AllOf(
                                    StartsWith(capitalised(spoken_name(words, cell, id)) + ": "),
                                    EndsWith(last + "."))))
                        << cell.kind << " " << cell.quantities[id].name;
                }
                for (const std::string& line : told) {
                    EXPECT_THAT(line, testing::Not(HasSubstr("{")));
                    EXPECT_THAT(line, testing::Not(HasSubstr("transcript.")));
                }
            }
}

TEST(Transcript, StopsAtThePhaseThatHasBeenReached) {
    const Document document = random_document(2, {.max_steps = 3, .cell = find_cell("lstm")});
    const Results results(document);
    const Words words(Language::english);
    const auto read = transcript_of(words, document, results.trace(), 1, Phase::read);
    EXPECT_THAT(read, Contains(StartsWith("Input x: ")));
    EXPECT_THAT(read, testing::Not(Contains(StartsWith("Forget gate: "))));
}

TEST(Transcript, SaysThatThereIsNoStep) {
    Document document = new_document();
    document.sequence = {};
    const Results results(document);
    EXPECT_THAT(transcript_of(Words(Language::english), document, results.trace(), 0),
                testing::ElementsAre("no steps yet"));
}

}  // namespace
}  // namespace lstm
