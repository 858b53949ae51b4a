/// How a network learns, written down and read again.
#include "document/training_sequences.h"
#include "formats/format_error.h"
#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace lstm {
namespace {

using nlohmann::json;

json adding() {
    return json::parse(R"({
        "format": "lstm-notebook", "version": 1,
        "cell": {"kind": "rnn", "input_size": 2, "hidden_size": 2},
        "weights": {"hidden": {"W": [[0.5, -0.25], [0.125, 1]], "U": [[0.5, 0], [0, 0.5]]}},
        "readout": {"W": [[1, -1]]},
        "sequence": [],
        "training": {"optimizer": "adam", "learning_rate": 0.01, "beta1": 0.8, "clip": 2},
        "task": {"name": "adding", "seed": 4, "length": 10}})");
}

std::string refusal(const char* pointer, const json& value) {
    json scenario = adding();
    scenario[json::json_pointer(pointer)] = value;
    try {
        static_cast<void>(read_scenario(scenario.dump(), "f.json"));
    } catch (const FormatError& error) {
        return error.what();
    }
    return "read";
}

TEST(TrainingFile, IsReadIntoItsPlaces) {
    const Document document = read_scenario(adding().dump(), "f.json");
    EXPECT_EQ(document.training.optimizer, Optimizer::adam);
    EXPECT_EQ(document.training.learning_rate, 0.01);
    EXPECT_EQ(document.training.beta1, 0.8);
    EXPECT_EQ(document.training.beta2, 0.999);
    EXPECT_EQ(document.training.clip, 2.0);
    EXPECT_EQ(document.task, (TaskChoice{"adding", 4, 10}));
}

TEST(TrainingFile, ATrainedNetworkComesBackBitForBitAndLearnsOn) {
    for (const char* optimizer : {"sgd", "adam"}) {
        json scenario = adding();
        scenario["training"]["optimizer"] = optimizer;
        Document document = read_scenario(scenario.dump(), "f.json");
        Trainer trainer = trainer_of(document);
        for (int n = 0; n < 20; ++n) ASSERT_TRUE(trainer.step(training_sequences(document, n)));
        document.network = trainer.network();
        document.trained = trainer.state();
        const std::string text = write_scenario(document);
        const Document read = read_scenario(text, "f.json");
        EXPECT_EQ(read, document) << optimizer;
        EXPECT_EQ(write_scenario(read), text) << optimizer;

        Trainer again = trainer_of(read);
        for (int n = 20; n < 30; ++n) {
            ASSERT_TRUE(trainer.step(training_sequences(document, n)));
            ASSERT_TRUE(again.step(training_sequences(read, n)));
        }
        EXPECT_EQ(again.network(), trainer.network()) << optimizer;
    }
}

TEST(TrainingFile, RefusesWhatNoOptimizerCanUse) {
    EXPECT_EQ(refusal("/training/optimizer", "newton"),
              "f.json: /training/optimizer: expected \"sgd\" or \"adam\", found \"newton\"");
    EXPECT_EQ(refusal("/training/learning_rate", 0),
              "f.json: /training/learning_rate: expected a number above 0, found 0");
    EXPECT_EQ(refusal("/training/beta1", 1),
              "f.json: /training/beta1: expected a number from 0 to under 1, found 1");
    EXPECT_EQ(refusal("/training/clip", -1),
              "f.json: /training/clip: expected a number above 0, found -1");
    EXPECT_EQ(refusal("/training/state", {{"steps", 3}}).substr(0, 31),
              "f.json: /training/state/first: ");
    EXPECT_EQ(refusal("/training/speed", 3).substr(0, 23), "f.json: /training/speed");
}

TEST(TrainingFile, RefusesATaskThatDoesNotFit) {
    EXPECT_EQ(refusal("/task/name", "cooking").substr(0, 27), "f.json: /task/name: expecte");
    EXPECT_NE(refusal("/task/name", "lag").find("lag has 4 inputs, 2 outputs"), std::string::npos);
    EXPECT_EQ(refusal("/task/length", 0).substr(0, 22), "f.json: /task/length: ");
}

}  // namespace
}  // namespace lstm
