/// Gradients in files: targets, losses and read-outs read and written, expectations, trace
/// --backward.
#include "document/gradients_of.h"
#include "document/results.h"
#include "document/training_sequences.h"
#include "formats/format_error.h"
#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "formats/trace/trace_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace lstm {
namespace {

using nlohmann::json;

/// Aidan Gomez, Backpropogating an LSTM: A Numerical Example.
json gomez() {
    return json::parse(R"({
        "format": "lstm-notebook", "version": 1,
        "cell": {"kind": "lstm", "input_size": 2, "hidden_size": 1},
        "weights": {
            "candidate": {"W": [[0.45, 0.25]], "U": [[0.15]], "b": [0.2]},
            "input":     {"W": [[0.95, 0.8]],  "U": [[0.8]],  "b": [0.65]},
            "forget":    {"W": [[0.7, 0.45]],  "U": [[0.1]],  "b": [0.15]},
            "output":    {"W": [[0.6, 0.4]],   "U": [[0.25]], "b": [0.1]}},
        "sequence": [{"x": [1, 2]}, {"x": [0.5, 3]}],
        "targets": [[0.5], [1.25]]})");
}

json with_readout() {
    json scenario = gomez();
    scenario["readout"] = {{"W", {{1}, {-2}, {0.5}}}, {"b", {0, 0.25, 1}}};
    scenario["loss"] = "cross_entropy";
    scenario["targets"] = {nullptr, 2};
    return scenario;
}

std::string refusal(const json& scenario) {
    try {
        static_cast<void>(read_scenario(scenario.dump(), "f.json"));
    } catch (const FormatError& error) {
        return error.what();
    }
    return "read";
}

json backward_json(const Document& document) {
    const Results results(document);
    const Gradients gradients = gradients_of(document, results.trace());
    std::ostringstream out;
    print_json(out, document, results.trace(), {1, document.steps(), {}, &gradients}).finish();
    return json::parse(out.str());
}

TEST(GradientText, JsonHoldsWhatGomezPublished) {
    const json trace = backward_json(read_scenario(gomez().dump(), "f.json"));
    // Published to 10 decimals.
    constexpr double published = 0.5e-10 + 1e-14;
    const json& first = trace["steps"][0]["gradients"];
    const json& second = trace["steps"][1]["gradients"];
    EXPECT_NEAR(second["h"][0].get<double>(), -.4780188942, published);
    EXPECT_NEAR(second["forget"]["z"][0].get<double>(), -.0063065417, published);
    EXPECT_NEAR(second["x"][1].get<double>(), -.0307276544, published);
    EXPECT_NEAR(first["c"][0].get<double>(), -.0534836843, published);
    EXPECT_NEAR(first["h_prev"][0].get<double>(), -.0034291117, published);
    EXPECT_EQ(trace["gradients"]["initial"]["h"], first["h_prev"]);
    EXPECT_NEAR(trace["gradients"]["output"]["W"][0][1].get<double>(), -.1626038888, published);
    EXPECT_NEAR(trace["gradients"]["candidate"]["b"][0].get<double>(), -.0364083922, published);
    EXPECT_NEAR(trace["steps"][0]["loss"].get<double>() + trace["steps"][1]["loss"].get<double>(),
                trace["loss"].get<double>(), 1e-15);
}

TEST(GradientText, StepsAddUpToTheSums) {
    const json trace = backward_json(read_scenario(with_readout().dump(), "f.json"));
    for (const char* gate : {"forget", "input", "candidate", "output", "readout"}) {
        double sum = 0;
        for (const json& step : trace["steps"])
            sum += step["gradients"]["weights"][gate]["W"][0][0].get<double>();
        EXPECT_NEAR(sum, trace["gradients"][gate]["W"][0][0].get<double>(), 1e-15) << gate;
    }
    EXPECT_EQ(trace["steps"][0]["loss"], nullptr);  // no target, no loss
    EXPECT_EQ(trace["steps"][1]["loss"], trace["loss"]);
    EXPECT_EQ(trace["steps"][0]["y"].size(), 3);
}

/// The rows of `document` as CSV with gradients, by column name and by their first cell.
std::map<std::string, std::map<std::string, std::string>> backward_csv(const Document& document) {
    const Results results(document);
    const Gradients gradients = gradients_of(document, results.trace());
    std::ostringstream out;
    print_csv(out, document, results.trace(), {1, document.steps(), {}, &gradients}).finish();
    std::map<std::string, std::map<std::string, std::string>> rows;
    std::vector<std::string> names;
    std::istringstream lines(out.str());
    for (std::string line; std::getline(lines, line);) {
        std::vector<std::string> cells{""};
        for (const char c : line)
            if (c == ',')
                cells.emplace_back();
            else
                cells.back() += c;
        if (names.empty()) names = cells;
        EXPECT_EQ(cells.size(), names.size()) << line;
        for (std::size_t k = 0; k < cells.size(); ++k) rows[cells[0]][names[k]] = cells[k];
    }
    return rows;
}

TEST(GradientText, CsvHasAColumnForEachGradientAndForTheLoss) {
    auto rows = backward_csv(read_scenario(with_readout().dump(), "f.json"));
    for (const char* name :
         {"dL/dforget.z[0]", "dL/dx[1]", "dL/doutput.W[0][1]", "dL/dy[2]", "loss"})
        EXPECT_NE(rows["2"][name], "") << name;
    EXPECT_EQ(rows["1"]["loss"], "");  // no target, no loss
}

TEST(GradientText, CsvHasTheSumsAndTheGradientsOfTheInitialStates) {
    const Document document = read_scenario(gomez().dump(), "f.json");
    auto rows = backward_csv(document);
    const json trace = backward_json(document);
    const auto number = [](const std::string& text) { return std::stod(text); };
    EXPECT_EQ(number(rows["all"]["loss"]), trace["loss"].get<double>());
    EXPECT_EQ(number(rows["all"]["dL/doutput.W[0][1]"]),
              trace["gradients"]["output"]["W"][0][1].get<double>());
    EXPECT_EQ(rows["all"]["h[0]"] + rows["all"]["dL/dh[0]"], "");
    for (const std::string state : {"h", "c"}) {
        EXPECT_EQ(number(rows["0"][state + "[0]"]), 0) << state;
        EXPECT_EQ(number(rows["0"]["dL/d" + state + "[0]"]),
                  trace["gradients"]["initial"][state][0].get<double>())
            << state;
    }
    EXPECT_EQ(rows["0"]["loss"] + rows["0"]["x[0]"] + rows["0"]["dL/dforget.b[0]"], "");
}

TEST(GradientText, ATableHasNoLossWhereThereIsNoTarget) {
    const Document document = read_scenario(with_readout().dump(), "f.json");
    const Results results(document);
    const Gradients gradients = gradients_of(document, results.trace());
    std::ostringstream out;
    print_table(out, document, results.trace(), {1, 1, {}, &gradients}).finish();
    EXPECT_NE(out.str().find("\n  loss –\n"), std::string::npos) << out.str();
}

TEST(GradientText, AnExpectationOfALossThatIsNotThereFails) {
    json scenario = with_readout();
    scenario["expect"] =
        json::array({{{"t", 1}, {"quantity", "loss"}, {"value", 0}, {"decimals", 4}}});
    EXPECT_FALSE(Results(read_scenario(scenario.dump(), "f.json")).verdicts().front().pass);
}

TEST(GradientText, AReadoutAndTargetsComeBackByteForByte) {
    for (const json& scenario : {gomez(), with_readout()}) {
        const Document document = read_scenario(scenario.dump(), "f.json");
        const std::string written = write_scenario(document);
        EXPECT_EQ(write_scenario(read_scenario(written, "f.json")), written);
        EXPECT_EQ(json::parse(written)["targets"], scenario["targets"]);
    }
}

TEST(GradientText, EveryCellComesBackByteForByte) {
    for (const Cell* cell : cells()) {
        Document document;
        document.network = randomised(zero_network(*find_cell(cell->kind, true), {2, 3, 2}), 5);
        document.initial.assign(cell->states.size(), Vector::Constant(3, 0.5));
        document.sequence.edit().assign(2, Shared<Step>(Step{Vector::Ones(2), ""}));
        const std::string written = write_scenario(document);
        const Document read = read_scenario(written, "f.json");
        EXPECT_EQ(read, document) << cell->kind;
        EXPECT_EQ(write_scenario(read), written) << cell->kind;
    }
}

TEST(GradientText, WhatDoesNotFitIsRefusedByItsPlace) {
    json scenario = gomez();
    scenario["targets"] = {{0.5}};
    EXPECT_EQ(refusal(scenario),
              "f.json: /targets: expected a list of 2 targets, null where there is none, "
              "found 1 of them");
    scenario["targets"] = {{0.5}, {1, 2}};
    EXPECT_EQ(refusal(scenario),
              "f.json: /targets/1: expected a list of 1 numbers, found 2 of them");
    scenario = with_readout();
    scenario["targets"][1] = 3;
    EXPECT_EQ(refusal(scenario).substr(0, 19), "f.json: /targets/1:");
    scenario = with_readout();
    scenario["loss"] = "hinge";
    EXPECT_EQ(
        refusal(scenario),
        "f.json: /loss: expected one of \"squared_error\", \"sum_squared_error\", "
        "\"mean_squared_error\", \"cross_entropy\", \"binary_cross_entropy\", found \"hinge\"");
    scenario = with_readout();
    scenario["readout"]["W"][1] = {1, 2};
    EXPECT_EQ(refusal(scenario).substr(0, 21), "f.json: /readout/W/1:");
    scenario = with_readout();
    scenario["readout"]["W"] = json::array();
    EXPECT_EQ(refusal(scenario).substr(0, 19), "f.json: /readout/W:");
}

TEST(GradientText, ExpectationsMayNameGradients) {
    json scenario = gomez();
    const auto expect = [&](json expectation) {
        scenario["expect"] = json::array({std::move(expectation)});
        const Document document = read_scenario(scenario.dump(), "f.json");
        return Results(document).verdicts().front();
    };
    EXPECT_TRUE(
        expect({{"t", 2}, {"quantity", "dL/dh[0]"}, {"value", -.4780188942}, {"decimals", 9}})
            .pass);
    EXPECT_TRUE(
        expect({{"quantity", "dL/dforget.U"}, {"value", -.0033822828}, {"decimals", 9}}).pass);
    EXPECT_TRUE(
        expect({{"quantity", "updated.input.W[0][1]"}, {"value", .8006638606}, {"decimals", 9}})
            .pass);
    EXPECT_FALSE(
        expect({{"quantity", "updated.input.W[0][1]"}, {"value", .8}, {"decimals", 9}}).pass);
    EXPECT_NEAR(expect({{"t", 2}, {"quantity", "loss"}, {"value", 0}, {"decimals", 9}}).computed,
                0.5 * .4780188942 * .4780188942, 1e-10);
}

TEST(GradientText, UpdatedWeightsAreThoseThatTrainingMakesWhateverIsRounded) {
    // Training learns from the exact run: with rounding too the weight is what Gomez published.
    json scenario = gomez();
    scenario["rounding"] = {{"decimals", 1}};
    scenario["expect"] = {
        {{"quantity", "updated.input.W[0][1]"}, {"value", .8006638606}, {"decimals", 9}}};
    const Document document = read_scenario(scenario.dump(), "f.json");
    EXPECT_TRUE(Results(document).verdicts().front().pass);
    Trainer trainer = trainer_of(document);
    ASSERT_TRUE(trainer.step(training_sequences(document, 0)));
    EXPECT_EQ(Results(document).verdicts().front().computed,
              (*trainer.network().parameters[static_cast<std::size_t>(
                  document.cell().find_parameter("input", "W"))])(0, 1));
}

TEST(GradientText, ExpectationsOfNothingAreRefused) {
    json scenario = gomez();
    const auto refused = [&](const char* quantity) {
        scenario["expect"] = json::array({{{"quantity", quantity}, {"value", 0}, {"decimals", 1}}});
        return refusal(scenario);
    };
    EXPECT_EQ(refused("dL/dforget.W[0][2]"),
              "f.json: /expect/0/quantity: expected forget.W[0][0] to forget.W[0][1], found "
              "\"dL/dforget.W[0][2]\"");
    EXPECT_EQ(refused("dL/dforget.W[0]").substr(0, 28), "f.json: /expect/0/quantity: ");
    EXPECT_EQ(refused("updated.h[0]").substr(0, 28), "f.json: /expect/0/quantity: ");
    EXPECT_EQ(refused("dL/dnothing").substr(0, 28), "f.json: /expect/0/quantity: ");
    // A gradient of a quantity is one of a step.
    EXPECT_NE(refused("dL/dh[0]").find("a step"), std::string::npos);
}

}  // namespace
}  // namespace lstm
