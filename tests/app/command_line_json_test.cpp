/// list, check and score as JSON.
#include "program.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

nlohmann::json printed(std::vector<std::string> line) {
    const Finished finished = notebook(std::move(line));
    EXPECT_EQ(finished.status, 0);
    EXPECT_EQ(finished.err, "");
    return nlohmann::json::parse(finished.out);
}

TEST_F(CommandLine, ListsAsJson) {
    const auto list = printed({"list", "--format", "json"});
    std::size_t files = 0;
    for (const auto& one : std::filesystem::directory_iterator(LSTM_SOURCE_DIR "/assets/examples"))
        files += one.is_regular_file() ? 1 : 0;
    EXPECT_EQ(list.size(), files);
    EXPECT_EQ(list[0]["name"], "statquest-one-step");
    const auto hundred = std::find_if(
        list.begin(), list.end(), [](const auto& one) { return one["name"] == "hundred-steps"; });
    ASSERT_NE(hundred, list.end());
    EXPECT_EQ((*hundred)["steps"], 200);
    EXPECT_EQ((*hundred)["inputs"], 3);
    EXPECT_EQ((*hundred)["units"], 2);
    EXPECT_EQ((*hundred)["kind"], "lstm");
}

TEST_F(CommandLine, ChecksAsJson) {
    const std::string wrong = changed("0.45", "9.5");
    const Finished finished = notebook({"check", wrong, "nosuch", "gomez", "--format", "json"});
    EXPECT_EQ(finished.status, 2);
    EXPECT_THAT(finished.err, HasSubstr("nosuch: expected"));
    const auto report = nlohmann::json::parse(finished.out);
    EXPECT_EQ(report["passed"], 65);
    EXPECT_EQ(report["failed"], 1);
    ASSERT_EQ(report["files"].size(), 3U);
    const auto& first = report["files"][0];
    EXPECT_EQ(first["name"], wrong);
    EXPECT_EQ(first["title"], "A title");
    const auto& e = first["expectations"][0];
    EXPECT_EQ(e["t"], 1);
    EXPECT_EQ(e["quantity"], "candidate.z[2]");
    EXPECT_EQ(e["published"], 9.5);
    EXPECT_EQ(e["pass"], false);
    EXPECT_TRUE(e["computed"].is_number());
    EXPECT_THAT(report["files"][1]["error"].get<std::string>(), StartsWith("nosuch: expected"));
    EXPECT_EQ(notebook({"check", wrong, "--format", "json"}).status, 1);
    EXPECT_EQ(notebook({"check", "gomez", "--format", "json"}).status, 0);
}

TEST_F(CommandLine, ScoresAsJson) {
    const auto score =
        printed({"score", "lag", "--seed", "77", "--lessons", "40", "--format", "json"});
    EXPECT_EQ(score["lessons"], 40);
    EXPECT_EQ(score["seed"], 77);
    EXPECT_EQ(score["fresh"], true);
    EXPECT_EQ(score["right"], 1.0) << "the text says 100.0 % right";
    EXPECT_EQ(score["key_step"]["right"], 1.0);
    EXPECT_FALSE(score.contains("detection"));
    const auto pulse = printed({"score", "pulse", "--lessons", "20", "--format", "json"});
    EXPECT_TRUE(pulse["root_mean_squared_error"].is_number());
    EXPECT_EQ(pulse["detection"]["anomalies"].size(), 3U);
    EXPECT_TRUE(pulse["detection"]["false_alarms"].is_number());
}

}  // namespace
}  // namespace lstm
