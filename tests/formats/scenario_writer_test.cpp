/// Writing scenarios: what is saved is what was there, to the last bit, and looks as people write
/// it.
#include "formats/scenario/scenario_writer.h"

#include "formats/scenario/scenario_reader.h"
#include "platform/files.h"
#include "support/documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <limits>
#include <set>
#include <sstream>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::Not;

Document reread(const Document& document) {
    return read_scenario(write_scenario(document), "saved");
}

RC_GTEST_PROP(ScenarioWriter, SavesWhatIsReadBackTheSameToTheLastByte, (std::uint32_t seed)) {
    const Document document = random_document(seed, {.max_clamps = 3, .wild = true});
    const std::string text = write_scenario(document);
    const Document again = read_scenario(text, "saved");
    RC_ASSERT(again == document);
    RC_ASSERT(write_scenario(again) == text);
}

TEST(ScenarioWriter, KeepsEveryBitOfANumber) {
    Document document = new_document();
    for (const double value :
         {-0.0, 0.1, 1.0 / 3, 5e-324, -2.2250738585072014e-308, std::numeric_limits<double>::max(),
          1e22, 9007199254740993.0, -1.8446744073709552e19, 123456789012345680000.0}) {
        document.sequence.edit()[0].edit().x[0] = value;
        const double again = reread(document).step(1).x[0];
        EXPECT_EQ(std::memcmp(&again, &value, sizeof value), 0) << value;
    }
}

TEST(ScenarioWriter, LaysASmallScenarioOutAsPeopleDo) {
    Document document = new_document();
    document.title = "A \"title\"";
    document.network.parameters[0].edit()(0, 0) = -0.5;
    document.sequence.edit()[1].edit().label = "two";
    document.rounding = 2;
    document.clamps.edit() = {{document.cell().at("forget.value"), {}, 1, 3, 1},
                              {document.cell().at("output.value"), 0, 2, 2, 0.25}};
    document.expectations.edit() = {{1, document.cell().at("c"), 0, 2.5, 1e-9, {}},
                                    {3, document.cell().at("h"), 0, 1, {}, 2}};
    EXPECT_EQ(write_scenario(document), R"({
  "format": "lstm-notebook", "version": 1,
  "title": "A \"title\"",
  "description": "",
  "source": "",
  "cell": { "kind": "lstm", "input_size": 1, "hidden_size": 1 },
  "weights": {
    "forget":    { "W": [[-0.5]], "U": [[0]], "b": [0] },
    "input":     { "W": [[0]], "U": [[0]], "b": [0] },
    "candidate": { "W": [[0]], "U": [[0]], "b": [0] },
    "output":    { "W": [[0]], "U": [[0]], "b": [0] }
  },
  "initial": { "h": [0], "c": [0] },
  "sequence": [
    { "x": [0] },
    { "x": [0], "label": "two" },
    { "x": [0] }
  ],
  "rounding": { "decimals": 2 },
  "force": [
    { "quantity": "forget.value", "from": 1, "to": 3, "value": 1 },
    { "quantity": "output.value[0]", "from": 2, "to": 2, "value": 0.25 }
  ],
  "expect": [
    { "t": 1, "quantity": "c[0]", "value": 2.5, "tolerance": 1e-09 },
    { "t": 3, "quantity": "h[0]", "value": 1, "decimals": 2 }
  ]
}
)");
}

TEST(ScenarioWriter, GivesLargeMatricesALineARow) {
    Document document = new_document();
    document.network = zero_network(lstm_cell(), {9, 4});
    document.initial.assign(2, Vector::Zero(4));
    document.sequence = std::vector<Shared<Step>>{};
    const std::string text = write_scenario(document);
    EXPECT_THAT(text, HasSubstr("    \"forget\": {\n"
                                "      \"W\": [\n"
                                "        [0, 0, 0, 0, 0, 0, 0, 0, 0],\n"));
    EXPECT_THAT(text,
                HasSubstr("        [0, 0, 0, 0]\n      ],\n      \"b\": [0, 0, 0, 0]\n    },"));
    EXPECT_THAT(text, HasSubstr("  \"sequence\": []\n}\n"));
    EXPECT_THAT(text, Not(HasSubstr("rounding")));
    EXPECT_THAT(text, Not(HasSubstr("force")));
    EXPECT_EQ(reread(document), document);
}

TEST(ScenarioWriter, SavesTextThatIsNotUtf8AsTextThatIs) {
    Document document = new_document();
    document.title = "caf\xe9";
    EXPECT_EQ(reread(document).title, "caf\ufffd");
}

TEST(ScenarioWriter, WouldSaveTheScenarioOfTheDocumentationAsItIs) {
    const std::string page = load_file(LSTM_SOURCE_DIR "/docs/scenario.md");
    const std::string fence = "```json\n";
    const std::size_t start = page.find(fence) + fence.size();
    const std::string text = page.substr(start, page.find("```", start) - start);
    EXPECT_EQ(write_scenario(read_scenario(text, "scenario.md")), text);
}

TEST(Documentation, NamesTheQuantitiesThatCellsHaveAndNoOthers) {
    const std::string page = load_file(LSTM_SOURCE_DIR "/docs/scenario.md");
    const std::size_t start = page.find("## Quantities");
    std::istringstream lines(page.substr(start, page.find("## Loss") - start));
    std::set<std::string> documented;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| `")) continue;
        const std::string names = line.substr(0, line.find('|', 1));
        for (std::size_t at = names.find('`'); at != std::string::npos;) {
            const std::size_t end = names.find('`', at + 1);
            documented.insert(names.substr(at + 1, end - at - 1));
            at = names.find('`', end + 1);
        }
    }
    std::set<std::string> used;
    std::vector<const Cell*> all;
    for (const Cell* kind : cells())
        for (const int biases : {1, 2}) {
            CellForm form = own_form(kind->kind, true);
            form.biases = biases;
            form.readout_activation = Activation::softmax;
            all.push_back(find_cell(form));
        }
    for (const Cell* kind : all)
        for (const Quantity& quantity : kind->quantities) {
            const std::size_t dot = std::min(quantity.name.find('.'), quantity.name.size());
            const std::string of_gate = "GATE" + quantity.name.substr(dot);
            const bool literal = documented.contains(quantity.name);
            EXPECT_TRUE(literal || documented.contains(of_gate)) << kind->kind << quantity.name;
            used.insert(literal ? quantity.name : of_gate);
        }
    EXPECT_EQ(used, documented);
}

TEST(ScenarioWriter, WouldSaveEveryExampleAsItIs) {
    int count = 0;
    for (const auto& file :
         std::filesystem::directory_iterator(LSTM_SOURCE_DIR "/assets/examples")) {
        const std::string text = load_file(file.path());
        EXPECT_EQ(write_scenario(read_scenario(text, file.path().string())), text) << file;
        ++count;
    }
    EXPECT_GE(count, 10);
}

}  // namespace
}  // namespace lstm
