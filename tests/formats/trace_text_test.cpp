/// A trace as text: what is printed reads back to the last bit, and people can read the table.
#include "formats/trace/trace_text.h"

#include "document/gradients_of.h"
#include "document/results.h"
#include "formats/scenario/scenario_reader.h"
#include "hostile_words.h"
#include "model/engine/rounding.h"
#include "platform/text.h"
#include "support/documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include <bit>
#include <cstdint>
#include <functional>
#include <sstream>

namespace lstm {
namespace {

using nlohmann::json;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using Printer =
    std::function<Writing(std::ostream&, const Document&, const Trace&, TraceTextOptions)>;

/// All steps of `document`, printed.
std::string printed(const Printer& print, const Document& document,
                    std::optional<int> digits = {}) {
    std::ostringstream out;
    print(out, document, Results(document).trace(), {{1, document.steps()}, digits}).finish();
    return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// A document of one step whose numbers overflow in every way.
Document overflowing() {
    Document document = new_document();
    document.sequence.edit().resize(1);
    document.sequence.edit()[0].edit().x[0] = 1e300;
    const Cell& cell = document.cell();
    document.network.parameters[cell.find_parameter("forget", "W")].edit()(0, 0) = 1e300;
    document.network.parameters[cell.find_parameter("input", "W")].edit()(0, 0) = -1e300;
    document.network.parameters[cell.find_parameter("output", "W")].edit()(0, 0) = 1e300;
    document.network.parameters[cell.find_parameter("output", "U")].edit()(0, 0) = -1e300;
    document.initial[0][0] = 1e300;
    return document;
}

bool same_bits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

TEST(TraceText, PresentsQuantitiesInTheOrderOfTheFormat) {
    std::vector<std::string> names;
    for (const QuantityId quantity : presented_order(lstm_cell()))
        names.push_back(lstm_cell().quantities[quantity].name);
    EXPECT_EQ(names, (std::vector<std::string>{"x",
                                               "h_prev",
                                               "c_prev",
                                               "forget.wx",
                                               "forget.uh",
                                               "forget.z",
                                               "forget.value",
                                               "input.wx",
                                               "input.uh",
                                               "input.z",
                                               "input.value",
                                               "candidate.wx",
                                               "candidate.uh",
                                               "candidate.z",
                                               "candidate.value",
                                               "output.wx",
                                               "output.uh",
                                               "output.z",
                                               "output.value",
                                               "kept",
                                               "written",
                                               "c",
                                               "tanh_c",
                                               "h"}));
}

RC_GTEST_PROP(TraceText, ReadsBackFromJsonBitForBit, (std::uint32_t seed)) {
    const Document document = random_document(seed);
    const Results results(document);
    const json text = json::parse(printed(print_json, document));
    RC_ASSERT(text["steps"].size() == static_cast<std::size_t>(document.steps()));
    for (int t = 1; t <= document.steps(); ++t) {
        for (const QuantityId quantity : presented_order(document.cell())) {
            std::string place =
                "/steps/" + std::to_string(t - 1) + "/" + document.cell().quantities[quantity].name;
            if (const auto dot = place.find('.'); dot != std::string::npos) place[dot] = '/';
            const json& list = text.at(json::json_pointer(place));
            const VectorView values = results.trace().vector(quantity, t);
            RC_ASSERT(list.size() == static_cast<std::size_t>(values.size()));
            for (int k = 0; k < values.size(); ++k)
                RC_ASSERT(same_bits(list[k].get<double>(), values[k]));
        }
    }
}

RC_GTEST_PROP(TraceText, ReadsBackFromCsvBitForBit, (std::uint32_t seed)) {
    const Document document = random_document(seed);
    const Results results(document);
    const std::vector<std::string> lines = lines_of(printed(print_csv, document));
    RC_ASSERT(lines.size() == static_cast<std::size_t>(document.steps()) + 1);
    for (int t = 1; t <= document.steps(); ++t) {
        std::istringstream in(lines[t]);
        std::string field;
        std::getline(in, field, ',');
        RC_ASSERT(field == std::to_string(t));
        std::getline(in, field, ',');
        RC_ASSERT(field == document.step(t).label);
        for (const QuantityId quantity : presented_order(document.cell())) {
            for (const double value : results.trace().vector(quantity, t)) {
                std::getline(in, field, ',');
                RC_ASSERT(same_bits(std::strtod(field.c_str(), nullptr), value));
            }
        }
        if (document.has_targets()) {
            const std::optional<double> loss = loss_at(document, results.trace(), t);
            field.clear();
            std::getline(in, field, ',');
            if (loss)
                RC_ASSERT(same_bits(std::strtod(field.c_str(), nullptr), *loss));
            else
                RC_ASSERT(field.empty());
        }
        RC_ASSERT(!std::getline(in, field, ','));
    }
}

TEST(TraceText, PrintsJsonInTheShapeOfTheFormat) {
    Document document = new_document();
    document.title = "A \"title\"";
    document.sequence.edit().resize(2);
    document.sequence.edit()[1].edit().label = "last";
    const std::string gate = R"({"wx":[0],"uh":[0],"z":[0],"value":[)";
    const auto step = [&](const std::string& head) {
        return "{" + head + R"(,"x":[0],"h_prev":[0],"c_prev":[0],"forget":)" + gate +
               R"(0.5]},"input":)" + gate + R"(0.5]},"candidate":)" + gate + R"(0]},"output":)" +
               gate + R"(0.5]},"kept":[0],"written":[0],"c":[0],"tanh_c":[0],"h":[0]})";
    };
    EXPECT_EQ(printed(print_json, document), "{\"title\":\"A \\\"title\\\"\",\"steps\":[\n" +
                                                 step(R"("t":1,"label":"")") + ",\n" +
                                                 step(R"("t":2,"label":"last")") + "]}\n");
}

TEST(TraceText, PrintsWhatOverflowedAsWords) {
    const json step = json::parse(printed(print_json, overflowing()))["steps"][0];
    EXPECT_EQ(step["forget"]["wx"][0], "Infinity");
    EXPECT_EQ(step["input"]["wx"][0], "-Infinity");
    EXPECT_EQ(step["output"]["z"][0], "NaN");
    EXPECT_EQ(step["h"][0], "NaN");
    EXPECT_THAT(printed(print_csv, overflowing()), HasSubstr(",Infinity,"));
    EXPECT_THAT(printed(print_csv, overflowing()), HasSubstr(",-Infinity,"));
    EXPECT_THAT(printed(print_csv, overflowing()), HasSubstr(",NaN\n"));
    EXPECT_THAT(printed(print_table, overflowing()), HasSubstr("-Infinity\n"));
}

TEST(TraceText, QuotesLabelsInCsv) {
    Document document = new_document();
    document.sequence.edit()[0].edit().label = "a,b";
    document.sequence.edit()[1].edit().label = "say \"x\"";
    document.sequence.edit()[2].edit().label = "two\nlines";
    const std::string text = printed(print_csv, document);
    EXPECT_THAT(text, StartsWith("t,label,x[0],h_prev[0],c_prev[0],forget.wx[0],"));
    EXPECT_THAT(text, HasSubstr("\n1,\"a,b\",0,"));
    EXPECT_THAT(text, HasSubstr("\n2,\"say \"\"x\"\"\",0,"));
    EXPECT_THAT(text, HasSubstr("\n3,two\\nlines,0,"));
}

TEST(TraceText, HasNoLabelInCsvThatASpreadsheetWouldCompute) {
    Document document = new_document();
    for (const std::string& words : hostile_words()) {
        document.sequence.edit()[0].edit().label = words;
        const std::vector<std::string> lines = lines_of(printed(print_csv, document));
        EXPECT_EQ(lines.size(), 4U) << on_one_line(words);
        std::string cell = lines[1].substr(2);
        if (cell.starts_with('"')) cell.erase(0, 1);
        cell.erase(0, cell.find_first_not_of(' '));
        EXPECT_THAT(cell, Not(ContainsRegex("^([=+@-]|＝)"))) << on_one_line(words);
        for (std::size_t at = 0; at < lines[1].size(); at += character_length(lines[1], at))
            EXPECT_FALSE(is_control(lines[1], at)) << on_one_line(words);
    }
    document.sequence.edit()[0].edit().label = "=1+1";
    EXPECT_THAT(printed(print_csv, document), HasSubstr("\n1,'=1+1,0,"));
}

TEST(TraceText, RoundsWhatIsPrintedHalfAwayFromZero) {
    Document document = new_document();
    document.network = resized(document.network, {3, 1});
    document.sequence = std::vector<Shared<Step>>{Step{Vector{{0.125, -0.125, 1234.5678}}, ""}};
    EXPECT_THAT(printed(print_csv, document, 2), HasSubstr("\n1,,0.13,-0.13,1234.57,"));
    EXPECT_THAT(printed(print_json, document, 2), HasSubstr("\"x\":[0.13,-0.13,1234.57]"));
    EXPECT_THAT(printed(print_table, document, 2), HasSubstr(" 0.13   -0.13 1234.57\n"));
    EXPECT_THAT(printed(print_csv, document, 0), HasSubstr("\n1,,0,0,1235,"));
}

TEST(TraceText, PrintsOnlyTheStepsAskedFor) {
    const Document document = new_document();
    std::ostringstream out;
    print_csv(out, document, Results(document).trace(), {2, 2, {}}).finish();
    const std::vector<std::string> lines = lines_of(out.str());
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_THAT(lines[1], StartsWith("2,,"));
}

TEST(TraceText, PrintsATableWithAnEquationALine) {
    Document document = read_scenario(full_scenario(), "f.json");
    document.clamps.edit().clear();
    document.rounding = {};
    const std::string text = printed(print_table, document);
    EXPECT_THAT(text, StartsWith("A title\nLSTM, 72 = 4 · (3·2 + 3·3 + 3) parameters\n\n"
                                 "t = 1 of 2: day 1\n"));
    EXPECT_THAT(text, HasSubstr("[0]         [1]         [2]\n"));
    EXPECT_THAT(text,
                HasSubstr("\n  x                x                     0.500000   -1.000000\n"));
    EXPECT_THAT(
        text,
        HasSubstr("\n  forget.z         z = W x + U h₋ + b    0.500000    0.500000    0.500000\n"));
    EXPECT_THAT(text, HasSubstr("\n  c                c = f ⊙ c₋ + i ⊙ c̃ "));
    // Every line of numbers is as wide as the others, whatever signs its formula has.
    EXPECT_THAT(
        text,
        HasSubstr("\n  forget.value     f = σ(z)              0.622459    0.622459    0.622459\n"));
}

TEST(TraceText, SaysInATableWhatIsHeld) {
    const std::string text = printed(print_table, read_scenario(full_scenario(), "f.json"));
    EXPECT_THAT(
        text,
        HasSubstr(
            "  forget.value     f = σ(z)              1.000000    1.000000    1.000000  held\n"));
    EXPECT_THAT(text, HasSubstr("  candidate.value  c̃ = tanh z           -0.500000    1.000000    "
                                "1.000000  held [0]\n"));
}

TEST(TraceText, ShowsInATableWhatTheUsualDigitsWouldHide) {
    Document document = new_document();
    document.network = resized(document.network, {4, 1});
    document.sequence = std::vector<Shared<Step>>{Step{Vector{{9.38e-7, -2.5e12, 0.0, 0.5}}, ""}};
    EXPECT_THAT(printed(print_table, document),
                HasSubstr("   9.380e-07  -2.500e+12    0.000000    0.500000\n"));
    EXPECT_THAT(printed(print_table, document, 3),
                HasSubstr("    0.000 -2500000000000.000    0.000    0.500\n"));
}

TEST(TraceText, BreaksATableOfManyUnitsIntoBlocks) {
    Document document = new_document();
    document.network = zero_network(lstm_cell(), {1, 9});
    document.initial.assign(2, Vector::Zero(9));
    document.sequence.edit().resize(1);
    const std::string text = printed(print_table, document);
    EXPECT_THAT(text, HasSubstr("[7]\n"));
    EXPECT_THAT(text, HasSubstr("[8]\n  h_prev "));  // x has no ninth element
}

TEST(TraceText, SaysThatASequenceIsEmpty) {
    Document document = new_document();
    document.sequence = std::vector<Shared<Step>>{};
    EXPECT_EQ(printed(print_table, document),
              "Untitled\nLSTM, 12 = 4 · (1·1 + 1·1 + 1) parameters\nThe sequence has no steps.\n");
    EXPECT_EQ(printed(print_json, document), "{\"title\":\"Untitled\",\"steps\":[]}\n");
    EXPECT_EQ(lines_of(printed(print_csv, document)).size(), 1U);
}

TEST(TraceText, StopsWhereTheOutputFails) {
    const Document document = new_document();
    const Results results(document);
    for (const Printer& print : {Printer(print_table), Printer(print_csv), Printer(print_json)}) {
        std::ostringstream out;
        out.setstate(std::ios::badbit);
        print(out, document, results.trace(), {{1, 3}, {}}).finish();
        EXPECT_EQ(out.str(), "");
    }
}

}  // namespace
}  // namespace lstm
