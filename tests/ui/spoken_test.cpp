/// What regions are called where they are heard.
#include "ui/words/spoken.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::Not;

const Words english(Language::english);

std::string heard(const std::string& id, const std::string& shown = "") {
    return spoken_name(english, *find_cell("lstm"), id, shown);
}

TEST(Spoken, NumbersAreCalledWhatTheyAre) {
    EXPECT_EQ(heard("diagram/forget.value[1]", "0.5"), "forget gate, unit 1");
    EXPECT_EQ(heard("notebook/c[0]", "2"), "cell state c, unit 0");
    EXPECT_EQ(heard("diagram/h_prev[2]", "1"), "hidden state h of the step before, unit 2");
    EXPECT_EQ(heard("weights/forget.W[0][1]", "2.7"), "forget gate W, row 0, column 1");
}

TEST(Spoken, ButtonsAreCalledWhatStandsOnThemOrWhatTheyDo) {
    EXPECT_EQ(heard("bar/save", "Save"), "Save");
    EXPECT_EQ(heard("transport/next"), "On");
    EXPECT_EQ(heard("weights/hidden_size/more"), "hidden size: more");
}

TEST(Spoken, EveryNumberOfEveryCellHasANameInEveryLanguage) {
    for (const Language language : languages())
        for (const Cell* kind : cells()) {
            const Cell& cell = *find_cell(kind->kind, true);
            const Words words(language);
            const auto expect_name = [&](const std::string& name) {
                const std::string said = spoken_name(words, cell, "diagram/" + name, "0.5");
                EXPECT_NE(said, "0.5") << cell.kind << ": " << name;
                EXPECT_THAT(said, Not(HasSubstr("{"))) << cell.kind << ": " << name;
            };
            for (const Quantity& quantity : cell.quantities) expect_name(quantity.name + "[0]");
            for (const Parameter& parameter : cell.parameters)
                expect_name(parameter.name() + "[0][0]");
        }
}

}  // namespace
}  // namespace lstm
