/// Files with several sequences: read, refused by their place, and written as they were.
#include "document/sequences.h"
#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "platform/files.h"
#include "refusal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A file of one unit and `rest`.
std::string file(const std::string& rest) {
    return R"({ "format": "lstm-notebook", "version": 1,
        "cell": { "kind": "rnn", "input_size": 1, "hidden_size": 1 },
        "weights": { "hidden": { "W": [[1]], "U": [[0]] } }, )" +
           rest + " }";
}

constexpr const char* two = R"("sequences": [
    { "name": "A", "steps": [ { "x": [0], "label": "first" } ] },
    { "name": "B", "steps": [ { "x": [1] }, { "x": [2] } ], "initial": { "h": [0.5] },
      "targets": [null, [1]], "force": [ { "quantity": "h", "from": 1, "to": 1, "value": 0.25 } ],
      "expect": [ { "t": 1, "quantity": "h", "value": 0.25, "decimals": 2 } ] } ])";

TEST(SequencesInFiles, AreReadWithWhatIsTheirOwn) {
    const Document document = read_scenario(file(two), "f");
    ASSERT_EQ(sequence_count(document), 2);
    EXPECT_EQ(document.shown, 0);
    EXPECT_EQ(document.steps(), 1);
    EXPECT_EQ(document.step(1).label, "first");
    EXPECT_FALSE(document.has_targets());
    const Document b = showing(document, *find_sequence(document, "B"));
    EXPECT_EQ(b.steps(), 2);
    EXPECT_EQ(b.initial[0][0], 0.5);
    EXPECT_EQ(b.step(2).target[0], 1);
    EXPECT_EQ(b.clamps->size(), 1u);
    EXPECT_EQ(b.expectations->size(), 1u);
}

TEST(SequencesInFiles, ComeBackByteForByteWhicheverIsShown) {
    const Document document = read_scenario(file(two), "f");
    const std::string text = write_scenario(document);
    EXPECT_EQ(write_scenario(read_scenario(text, "f")), text);
    EXPECT_EQ(write_scenario(showing(document, 1)), text);
    EXPECT_EQ(read_scenario(text, "f"), document);
    const std::string one =
        file(R"("sequences": [ { "name": "only", "steps": [] } ], "training": { "batch": "all" })");
    const std::string written = write_scenario(read_scenario(one, "f"));
    EXPECT_THAT(written, HasSubstr("\"name\": \"only\""));
    EXPECT_THAT(written, HasSubstr("\"batch\": \"all\""));
    const std::string plain = write_scenario(read_scenario(file(R"("sequence": [])"), "f"));
    EXPECT_THAT(plain, Not(HasSubstr("sequences")));
    EXPECT_THAT(plain, Not(HasSubstr("batch")));
}

TEST(SequencesInFiles, ThatMakeNoSenseAreRefusedByTheirPlace) {
    const auto refused = [](const std::string& rest) { return refusal(file(rest)); };
    EXPECT_EQ(refused(R"("sequences": [])"),
              "f.json: /sequences: expected a list of 1 to 100 sequences, found 0 of them");
    EXPECT_THAT(refused(R"("sequences": {})"),
                HasSubstr("/sequences: expected a list of 1 to 100"));
    EXPECT_THAT(refused(R"("sequences": [ { "steps": [] } ])"),
                HasSubstr("/sequences/0/name: expected the name of this sequence"));
    EXPECT_THAT(refused(R"("sequences": [ { "name": "", "steps": [] } ])"),
                HasSubstr("/sequences/0/name: expected a name that is not empty"));
    EXPECT_THAT(refused(R"("sequences": [ { "name": "A", "steps": [] },
                                          { "name": "A", "steps": [] } ])"),
                HasSubstr("/sequences/1/name: expected a name that no other sequence has"));
    EXPECT_THAT(refused(R"("sequences": [ { "name": "A" } ])"),
                HasSubstr("/sequences/0/steps: expected a list of steps"));
    EXPECT_THAT(refused(R"("sequences": [ { "name": "A", "steps": [ { "x": [1, 2] } ] } ])"),
                HasSubstr("/sequences/0/steps/0/x"));
    EXPECT_THAT(refused(R"("sequences": [ { "name": "A", "steps": [ { "x": [1] } ],
                                            "targets": [] } ])"),
                HasSubstr("/sequences/0/targets: expected a list of 1 targets"));
    for (const char* field : {R"("sequence": [])", R"("initial": {})", R"("targets": [])",
                              R"("force": [])", R"("expect": [])"}) {
        const std::string name(field + 1, std::string(field).find('"', 1) - 1);
        EXPECT_THAT(
            refused(std::string(two) + ", " + field),
            HasSubstr("f.json: /" + name + ": expected no \"" + name + "\" beside \"sequences\""));
    }
    EXPECT_THAT(refused(R"("sequence": [], "training": { "batch": "some" })"),
                HasSubstr("/training/batch: expected \"all\" sequences"));
    EXPECT_THAT(refused(R"("title": "neither")"), HasSubstr("/sequence: expected a list of steps"));
}

}  // namespace
}  // namespace lstm
