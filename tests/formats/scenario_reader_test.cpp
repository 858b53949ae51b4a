/// Reading scenarios: what they may say, and the place and the words of every refusal.
#include "formats/scenario/scenario_reader.h"

#include "refusal.h"
#include "support/documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <functional>

namespace lstm {
namespace {

using nlohmann::json;
using lstm::refusal;
using testing::HasSubstr;

/// The message that refuses a full scenario with one change.
std::string refusal(const std::function<void(json&)>& change) {
    json scenario = json::parse(full_scenario());
    change(scenario);
    return refusal(scenario.dump());
}

/// The same, the value at `place` being `value`.
std::string refusal(const std::string& place, const json& value) {
    return refusal([&](json& s) { s[json::json_pointer(place)] = value; });
}

std::string refusal_without(const std::string& place) {
    return refusal([&](json& s) {
        const json::json_pointer pointer(place);
        s[pointer.parent_pointer()].erase(pointer.back());
    });
}

TEST(ScenarioReader, ReadsEveryFieldIntoItsPlace) {
    const Document document = read_scenario(full_scenario(), "f.json");
    EXPECT_EQ(document.title, "A title");
    EXPECT_EQ(document.description, "What to look at.");
    EXPECT_EQ(document.source, "A book");
    EXPECT_EQ(document.sizes(), (Sizes{2, 3}));
    const auto forget = [&](const char* letter) {
        return *document.network.parameters[document.cell().find_parameter("forget", letter)];
    };
    EXPECT_EQ(forget("W")(2, 0), 5);
    EXPECT_EQ(forget("U")(1, 1), 1);
    EXPECT_EQ(forget("b")(2, 0), 1);
    EXPECT_EQ(document.initial[0], Vector::LinSpaced(3, 1, 3));
    EXPECT_EQ(document.initial[1], Vector::LinSpaced(3, 4, 6));
    ASSERT_EQ(document.steps(), 2);
    EXPECT_EQ(document.step(1).x[1], -1);
    EXPECT_EQ(document.step(2).label, "day 2");
    EXPECT_EQ(document.rounding, 4);
    const Expectation first{1, document.cell().at("candidate.z"), 2, 0.45, 0.1, {}};
    const Expectation second{0, document.cell().at("c"), 0, 4, {}, 2};
    EXPECT_EQ(*document.expectations, (std::vector{first, second}));
    const Clamp all{document.cell().at("forget.value"), {}, 1, 2, 1};
    const Clamp one{document.cell().at("candidate.value"), 0, 2, 2, -0.5};
    EXPECT_EQ(*document.clamps, (std::vector{all, one}));
}

TEST(ScenarioReader, FillsInWhatMayBeLeftOut) {
    json scenario = json::parse(full_scenario());
    for (const char* field :
         {"title", "description", "source", "initial", "rounding", "force", "expect"})
        scenario.erase(field);
    for (const char* gate : {"forget", "input", "candidate", "output"})
        scenario["weights"][gate].erase("b");
    scenario["sequence"][0].erase("label");
    const Document document = read_scenario(scenario.dump(), "f.json");
    EXPECT_EQ(document.title, "");
    EXPECT_EQ(document.initial[1], Vector::Zero(3));
    EXPECT_EQ(*document.network.parameters[document.cell().find_parameter("input", "b")],
              Matrix::Zero(3, 1));
    EXPECT_EQ(document.step(1).label, "");
    EXPECT_FALSE(document.rounding);
    EXPECT_TRUE(document.clamps->empty());
    EXPECT_TRUE(document.expectations->empty());
}

TEST(ScenarioReader, FillsInOneInitialStateWhereOnlyTheOtherIsGiven) {
    json scenario = json::parse(full_scenario());
    scenario["initial"].erase("h");
    const Document document = read_scenario(scenario.dump(), "f.json");
    EXPECT_EQ(document.initial[0], Vector::Zero(3));
    EXPECT_EQ(document.initial[1][2], 6);
}

TEST(ScenarioReader, TakesFieldsInAnyOrder) {
    const json scenario = json::parse(full_scenario());
    std::string text = "{";
    std::vector<std::string> members;
    for (const auto& [name, value] : scenario.items())
        members.push_back(json(name).dump() + ":" + value.dump());
    for (auto member = members.rbegin(); member != members.rend(); ++member)
        text += (member == members.rbegin() ? "" : ",") + *member;
    EXPECT_EQ(read_scenario(text + "}", "f.json"), read_scenario(full_scenario(), "f.json"));
}

TEST(ScenarioReader, TakesAByteOrderMark) {
    EXPECT_EQ(refusal("\xef\xbb\xbf" + full_scenario()), "read");
}

TEST(ScenarioReader, TakesTwoPointZeroForTwo) {
    EXPECT_EQ(refusal("/cell/input_size", 2.0), "read");
    EXPECT_EQ(refusal("/cell/input_size", 2.5),
              "f.json: /cell/input_size: expected a whole number from 1 to 1024, found 2.5");
}

TEST(ScenarioReader, TakesAQuantityWithoutIndexWhereItHasOneElement) {
    const auto one_unit = [](const char* quantity) {
        json s = json::parse(full_scenario());
        s["cell"]["hidden_size"] = 1;
        for (auto& gate : s["weights"]) gate = {{"W", {{1, 2}}}, {"U", {{1}}}};
        s.erase("initial");
        s["expect"] = {{{"t", 1}, {"quantity", quantity}, {"value", 1}, {"decimals", 1}}};
        return refusal(s.dump());
    };
    EXPECT_EQ(one_unit("forget.value"), "read");
    EXPECT_EQ(one_unit("x"), "f.json: /expect/0/quantity: expected x[0] to x[1], found \"x\"");
    EXPECT_EQ(one_unit("h[1]"), "f.json: /expect/0/quantity: expected h[0], found \"h[1]\"");
}

TEST(ScenarioReader, NamesAnUnknownField) {
    EXPECT_EQ(refusal("/weights/forget/V", 1),
              "f.json: /weights/forget/V: expected W, U or b, found the unknown field \"V\"");
    EXPECT_THAT(refusal("/variants", json::array()), HasSubstr("the unknown field \"variants\""));
    EXPECT_THAT(refusal("/weights/gate", json::object()),
                HasSubstr("f.json: /weights/gate: expected forget, input, candidate or output"));
    for (const char* place :
         {"/cell/n", "/initial/z", "/sequence/1/y", "/rounding/n", "/force/0/n", "/expect/0/n"})
        EXPECT_THAT(refusal(place, 1), HasSubstr(std::string("f.json: ") + place + ": ")) << place;
}

TEST(ScenarioReader, WritesPointersAsTheStandardHasThem) {
    EXPECT_THAT(refusal("{\"a/b~c\": {}}"), HasSubstr("/format"));
    EXPECT_THAT(refusal([](json& s) { s["a/b~c\n"] = 1; }), HasSubstr("f.json: /a~1b~0c\\n: "));
}

TEST(ScenarioReader, RefusesALaterVersionByItsVersion) {
    EXPECT_EQ(refusal("/version", 2), "f.json: /version: expected version 1, found 2");
    // Whatever else such a file may have.
    EXPECT_EQ(refusal([](json& s) {
                  s["version"] = 7;
                  s["variants"] = 1;
                  s["cell"] = "gru";
              }),
              "f.json: /version: expected version 1, found 7");
    EXPECT_EQ(refusal("/version", 1.5), "f.json: /version: expected version 1, found 1.5");
    EXPECT_EQ(refusal("/version", "1"), "f.json: /version: expected version 1, found \"1\"");
}

TEST(ScenarioReader, RefusesOtherFormats) {
    EXPECT_EQ(refusal("/format", "geojson"),
              "f.json: /format: expected \"lstm-notebook\", found \"geojson\"");
    EXPECT_EQ(refusal("{}"), "f.json: /format: expected \"lstm-notebook\", found nothing");
    EXPECT_EQ(refusal("[]"),
              "f.json: line 1, column 1: expected an object with a scenario in it, found a list");
    const std::string message = refusal("/cell/kind", "elman");
    EXPECT_TRUE(message.starts_with("f.json: /cell/kind: expected one of \"lstm\", ")) << message;
    EXPECT_TRUE(message.ends_with(", \"rnn\", found \"elman\"")) << message;
}

TEST(ScenarioReader, NamesAMissingField) {
    EXPECT_EQ(refusal_without("/weights/forget/W"),
              "f.json: /weights/forget/W: expected a 3 × 2 matrix, found nothing");
    for (const char* place :
         {"/version", "/cell", "/cell/kind", "/cell/input_size", "/cell/hidden_size", "/weights",
          "/weights/output", "/weights/input/U", "/sequence", "/sequence/1/x", "/rounding/decimals",
          "/force/0/quantity", "/force/1/from", "/force/1/to", "/force/0/value", "/expect/1/t",
          "/expect/1/quantity", "/expect/1/value"}) {
        EXPECT_THAT(refusal_without(place),
                    HasSubstr(std::string("f.json: ") + place + ": expected "))
            << place;
        EXPECT_THAT(refusal_without(place), HasSubstr(", found nothing")) << place;
    }
}

TEST(ScenarioReader, SaysWhichShapeItExpectedAndFound) {
    EXPECT_EQ(refusal("/weights/forget/W", {{1, 2}, {3, 4}}),
              "f.json: /weights/forget/W: expected a 3 × 2 matrix, a list of rows, found 2 × 2");
    EXPECT_EQ(refusal("/weights/forget/W", {1, 2}),
              "f.json: /weights/forget/W: expected a 3 × 2 matrix, a list of rows, found 2 rows");
    EXPECT_EQ(refusal("/weights/output/U/1", {1, 2}),
              "f.json: /weights/output/U/1: expected a list of 3 numbers, found 2 of them");
    EXPECT_EQ(refusal("/weights/forget/b", {1, 2}),
              "f.json: /weights/forget/b: expected a list of 3 numbers, found 2 of them");
    EXPECT_EQ(refusal("/weights/forget/b", 1),
              "f.json: /weights/forget/b: expected a list of 3 numbers, found 1");
    EXPECT_EQ(refusal("/initial/c", {1, 2, 3, 4}),
              "f.json: /initial/c: expected a list of 3 numbers, found 4 of them");
    EXPECT_EQ(refusal("/sequence/1/x", json::array()),
              "f.json: /sequence/1/x: expected a list of 2 numbers, found 0 of them");
    EXPECT_EQ(refusal("/weights/forget/W/0/1", "2"),
              "f.json: /weights/forget/W/0/1: expected a number, found \"2\"");
}

TEST(ScenarioReader, HoldsTheLimits) {
    const std::string sizes = "expected a whole number from 1 to 1024, found ";
    EXPECT_THAT(refusal("/cell/input_size", 0), HasSubstr(sizes + "0"));
    EXPECT_THAT(refusal("/cell/input_size", 1025), HasSubstr(sizes + "1025"));
    EXPECT_THAT(refusal("/cell/hidden_size", -1), HasSubstr(sizes + "-1"));
    EXPECT_THAT(refusal("/cell/hidden_size", 1e300), HasSubstr(sizes + "1e+300"));
    EXPECT_THAT(refusal("/rounding/decimals", 18),
                HasSubstr("/rounding/decimals: expected a whole number from 0 to 17, found 18"));
    EXPECT_EQ(refusal("/rounding/decimals", 17), "read");
}

TEST(ScenarioReader, RefusesExpectationsOfWhatIsNotThere) {
    EXPECT_EQ(refusal("/expect/0/quantity", "candidate.q[0]"),
              "f.json: /expect/0/quantity: expected the name of a quantity, such as forget.z[0], "
              "found \"candidate.q[0]\"");
    for (const char* name : {"c[3]", "c[-1]", "c[", "c[]", "c[1", "c[1]x", "c[ 1]", "c[1.0]", "c",
                             "c[99999999999999999999]", "c[+1]"})
        EXPECT_EQ(refusal("/expect/0/quantity", name),
                  std::string("f.json: /expect/0/quantity: expected c[0] to c[2], found \"") +
                      name + '"');
    EXPECT_EQ(refusal("/expect/0/t", 3),
              "f.json: /expect/0/t: expected a whole number from 1 to 2, found 3");
    EXPECT_EQ(refusal("/expect/0/t", 0),  // the candidate has no initial value
              "f.json: /expect/0/t: expected a whole number from 1 to 2, found 0");
    EXPECT_EQ(refusal("/expect/1/t", -1),
              "f.json: /expect/1/t: expected a whole number from 0 to 2, found -1");
    EXPECT_THAT(refusal([](json& s) {
                    s["sequence"] = json::array();
                    s.erase("force");
                }),
                HasSubstr("f.json: /expect/0/t: "));
}

TEST(ScenarioReader, RefusesToHoldWhatCannotBeHeld) {
    const std::string gates =
        "expected the value of a gate: forget.value, input.value, candidate.value, output.value";
    for (const char* name : {"forget.z", "c", "h[0]", "forget", "gate.value", "", "forget.value "})
        EXPECT_EQ(refusal("/force/0/quantity", name),
                  "f.json: /force/0/quantity: " + gates + ", found \"" + name + '"');
    for (const char* name : {"forget.value[3]", "forget.value[-1]", "forget.value[]"})
        EXPECT_EQ(refusal("/force/0/quantity", name),
                  "f.json: /force/0/quantity: expected forget.value[0] to forget.value[2], "
                  "found \"" +
                      std::string(name) + '"');
    EXPECT_EQ(refusal("/force/0/quantity", "forget.value[2]"), "read");
}

TEST(ScenarioReader, RefusesToHoldAtStepsThatAreNotThere) {
    for (const int from : {0, 3, -1})
        EXPECT_EQ(refusal("/force/0/from", from),
                  "f.json: /force/0/from: expected a whole number from 1 to 2, found " +
                      std::to_string(from));
    EXPECT_EQ(refusal("/force/0/to", 3),
              "f.json: /force/0/to: expected a whole number from 1 to 2, found 3");
    EXPECT_EQ(refusal("/force/1/to", 1),  // before it begins
              "f.json: /force/1/to: expected a whole number from 2 to 2, found 1");
    EXPECT_EQ(refusal("/force/1/from", 1.5),
              "f.json: /force/1/from: expected a whole number from 1 to 2, found 1.5");
    EXPECT_EQ(refusal("/sequence", json::array()),
              "f.json: /force/0/from: expected nothing held where the sequence is empty, found 1");
}

TEST(ScenarioReader, HoldsAtAnyFiniteNumber) {
    EXPECT_EQ(refusal("/force/0/value", -7.5), "read");
    EXPECT_EQ(refusal("/force/0/value", "1"),
              "f.json: /force/0/value: expected a number, found \"1\"");
    EXPECT_THAT(refusal("/force", 1), HasSubstr("/force: expected a list of at most 1000 forces"));
    EXPECT_EQ(refusal("/force", json::array()), "read");
    const json many(1001, json::parse(full_scenario())["force"][0]);
    EXPECT_EQ(refusal("/force", many),
              "f.json: /force: expected a list of at most 1000 forces, found 1001 of them");
}

TEST(ScenarioReader, WantsEitherAToleranceOrDecimals) {
    EXPECT_EQ(refusal("/expect/0/decimals", 2),
              "f.json: /expect/0: expected either tolerance or decimals, found both");
    EXPECT_EQ(refusal_without("/expect/0/tolerance"),
              "f.json: /expect/0: expected either tolerance or decimals, found neither");
    EXPECT_EQ(refusal("/expect/0/tolerance", -1),
              "f.json: /expect/0/tolerance: expected a tolerance of 0 or more, found -1");
    EXPECT_EQ(refusal("/expect/0/tolerance", 0), "read");
}

TEST(ScenarioReader, ReadsAnEmptySequence) {
    EXPECT_EQ(refusal([](json& s) {
                  s["sequence"] = json::array();
                  s.erase("force");
                  s["expect"] = {s["expect"][1]};
              }),
              "read");
}

}  // namespace
}  // namespace lstm
