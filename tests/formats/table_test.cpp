/// Tables of steps, from spreadsheets and data files.
#include "document/edit.h"
#include "formats/table/table_steps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lstm {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// `inputs` inputs and one unit, with a read-out of `outputs` numbers if there are any.
Document network(int inputs, int outputs = 0, LossKind loss = LossKind::squared_error) {
    const Document document = edited(new_document(), Resize{{inputs, 1, outputs}});
    return edited(document, SetLoss{loss});
}

std::vector<double> inputs_of(const TableSteps& read, int element = 0) {
    std::vector<double> all;
    for (const Shared<Step>& step : read.steps) all.push_back(step->x[element]);
    return all;
}

std::string refusal(std::string_view text, const Document& document = network(1)) {
    try {
        (void)read_table_steps(text, document);
    } catch (const FormatError& error) {
        return error.what();
    }
    return "read";
}

TEST(Table, HasAStepInEachRowWhateverStandsBetweenTheCells) {
    for (const char* text : {"1\t0.5\n-2\t1e-3\n", "1;0,5\n-2;1e-3", "1,0.5\r\n-2,0.001\r\n",
                             "\n1 , 0.5\n\n\u22122, +.001\n\n", "\"1\",\"0,5\"\n\"-2\",\"0,001\"",
                             "  1 0.5 \n-2   1e-3",
                             "\xEF\xBB\xBF"
                             "1\t0,5\n-2\t1E-03\n"}) {
        const TableSteps read = read_table_steps(text, network(2));
        EXPECT_THAT(inputs_of(read, 0), ElementsAre(1, -2)) << text;
        EXPECT_THAT(inputs_of(read, 1), ElementsAre(0.5, 0.001)) << text;
        EXPECT_THAT(read.inputs, ElementsAre("1", "2"));
        EXPECT_THAT(read.targets, IsEmpty());
        EXPECT_EQ(read.label, "");
    }
    EXPECT_THAT(inputs_of(read_table_steps("price\n0,5\n1,25", network(1))),
                ElementsAre(0.5, 1.25));
}

TEST(Table, SaysInItsFirstLineWhatItsColumnsAre) {
    const TableSteps read = read_table_steps(
        "day;price;volume;Target\nMon;1,5;2;0,25\nTue;2,5;3;\n\"Wed; late\";3;4;1", network(2, 1));
    EXPECT_THAT(read.inputs, ElementsAre("price", "volume"));
    EXPECT_THAT(read.targets, ElementsAre("Target"));
    EXPECT_EQ(read.label, "day");
    EXPECT_THAT(inputs_of(read, 0), ElementsAre(1.5, 2.5, 3));
    EXPECT_THAT(inputs_of(read, 1), ElementsAre(2, 3, 4));
    EXPECT_EQ(read.steps[0]->target, Vector::Constant(1, 0.25));
    EXPECT_EQ(read.steps[1]->target.size(), 0) << "a step without one";
    EXPECT_EQ(read.steps[2]->label, "Wed; late");
}

TEST(Table, MayBeWhatPandasWrites) {
    const TableSteps named = read_table_steps(",a,b\n0,1.0,2.0\n1,3.0,4.0\n", network(2));
    EXPECT_THAT(named.inputs, ElementsAre("a", "b"));
    EXPECT_EQ(named.steps[1]->label, "1");
    const TableSteps numbered = read_table_steps(",0,1\n0,1.0,2.0\n1,3.0,4.0\n", network(2));
    EXPECT_THAT(inputs_of(numbered, 1), ElementsAre(2, 4));
}

TEST(Table, GivesInputsTheColumnsThatAreCalledAsTheyAre) {
    Document document = network(2);
    document = edited(document, SetNames{{"left", "right"}, {}});
    const TableSteps read = read_table_steps("time,right,noise,left\n0,1,9,2\n1,3,9,4", document);
    EXPECT_THAT(read.inputs, ElementsAre("left", "right"));
    EXPECT_THAT(read.unused, ElementsAre("time", "noise"));
    EXPECT_THAT(inputs_of(read, 0), ElementsAre(2, 4));
    EXPECT_THAT(inputs_of(read, 1), ElementsAre(1, 3));
}

TEST(Table, NamesAClassByItsWordOrItsIndex) {
    Document document = network(1, 3, LossKind::cross_entropy);
    document = edited(document, SetNames{{}, {"cat", "dog", "owl"}});
    const TableSteps read = read_table_steps("x,target\n1,owl\n2,0\n3,", document);
    EXPECT_EQ(read.steps[0]->target, Vector::Constant(1, 2));
    EXPECT_EQ(read.steps[1]->target, Vector::Constant(1, 0));
    EXPECT_EQ(read.steps[2]->target.size(), 0);
    EXPECT_EQ(refusal("x,target\n1,3", document),
              "table: line 2, column \"target\": expected a whole number from 0 to 2, found \"3\"");
    EXPECT_THAT(refusal("x,target\n1,bat", document), HasSubstr("line 2, column \"target\""));
    const Document shares = network(1, 1, LossKind::binary_cross_entropy);
    EXPECT_EQ(refusal("x,target\n1,1.5", shares),
              "table: line 2, column \"target\": expected a number from 0 to 1, found \"1.5\"");
}

TEST(Table, IsRefusedWithThePlaceOfWhatIsMissingOrWrong) {
    const Document two = network(2);
    EXPECT_EQ(refusal("a,b\n1,2\n3,", two),
              "table: line 3, column \"b\": expected a number, found an empty cell");
    EXPECT_EQ(refusal("a\tb\n1\t2\n\nNA\t4", two),
              "table: line 4, column \"a\": expected a number, found \"NA\"");
    EXPECT_EQ(refusal("1,2\n3,x", two), "table: line 2, column 2: expected a number, found \"x\"");
    EXPECT_EQ(refusal(",2\n3,4", two),
              "table: line 1, column 1: expected a number, found an empty cell");
    EXPECT_EQ(refusal("1,2\n3", two),
              "table: line 2: expected 2 cells, as in the first line, found 1 of them");
    EXPECT_EQ(refusal("a,b,c\n1,2,3", two),
              "table: line 2: expected 2 columns of inputs, found 3: a, b, c");
    EXPECT_EQ(refusal("x,target,target 2\n1,2,3"),
              "table: line 2: expected 1 column of targets, found 2: target, target 2");
    EXPECT_EQ(refusal("1;2,5\n3;1.000,5", two),
              "table: line 2, column 2: expected a number with the decimal sign \",\", as in those "
              "before, and none for thousands, found \"1.000,5\"");
    EXPECT_EQ(refusal("a\n\"1"), "table: line 2: expected a second quotation mark, found the end");
    EXPECT_EQ(refusal("price"),
              "table: line 1: expected a row of numbers for each step, found none");
    for (const char* cell : {"inf", "1e999", "0x10", "12%", "1.2.3", "--1", "1e", "nan"})
        EXPECT_THAT(refusal(std::string("a\n") + cell), HasSubstr("line 2")) << cell;
    EXPECT_NE(refusal(""), "read");
    EXPECT_NE(refusal("\"\"\"\n,\x80\t\"x"), "read");
}

}  // namespace
}  // namespace lstm
