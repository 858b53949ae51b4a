/// The command line, as a process: what it prints, where, and with which exit status.
#include "support/documents.h"
#include "support/process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace lstm {
namespace {

namespace fs = std::filesystem;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// Runs the program with `arguments`.
Finished notebook(std::vector<std::string> arguments, const std::string& input = "") {
    arguments.insert(arguments.begin(), LSTM_PROGRAM);
    return run(arguments, {.input = input, .environment = {}});
}

/// Runs a line of shell in which $P is the program.
Finished shell(const std::string& line) {
    return run({"/bin/sh", "-c", line}, {.input = "", .environment = {{"P", LSTM_PROGRAM}}});
}

/// Expects exit status 2, nothing on stdout, and `message` as the only line on stderr.
void expect_refusal(const Finished& finished, const testing::Matcher<std::string>& message) {
    EXPECT_EQ(finished.status, 2) << finished.err;
    EXPECT_EQ(finished.out, "");
    EXPECT_THAT(finished.err, message);
    EXPECT_EQ(std::count(finished.err.begin(), finished.err.end(), '\n'), 1) << finished.err;
}

/// A folder with files for one test.
class CommandLine : public testing::Test {
protected:
    CommandLine()
        : folder_(fs::temp_directory_path() /
                  ("lstm-cli-" + std::to_string(std::random_device()()))) {
        fs::create_directory(folder_);
    }
    ~CommandLine() override { fs::remove_all(folder_); }

    [[nodiscard]] std::string file(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name) << text;
        return (folder_ / name).string();
    }

    /// The full scenario with `from` replaced by `to`, in a file.
    [[nodiscard]] std::string changed(const std::string& from, const std::string& to) const {
        std::string text = full_scenario();
        return file("changed.json", text.replace(text.find(from), from.size(), to));
    }

    fs::path folder_;
};

TEST_F(CommandLine, ListsTheExamplesTheEasiestFirst) {
    const Finished list = notebook({"list"});
    EXPECT_EQ(list.status, 0);
    EXPECT_EQ(list.err, "");
    EXPECT_THAT(list.out, StartsWith("statquest-one-step    "));
    EXPECT_THAT(list.out,
                HasSubstr("\ngomez                 2 steps    2 inputs  1 unit   Gomez: "));
    EXPECT_THAT(list.out, HasSubstr("\nhundred-steps         200 steps  3 inputs  2 units  "));
}

TEST_F(CommandLine, ChecksEveryExampleToTheLastPublishedNumber) {
    std::vector<std::string> arguments{"check"};
    std::istringstream names(notebook({"list"}).out);
    for (std::string line; std::getline(names, line);)
        arguments.push_back(line.substr(0, line.find(' ')));
    EXPECT_GE(arguments.size(), 11U);
    const Finished check = notebook(arguments);
    EXPECT_EQ(check.status, 0);
    EXPECT_THAT(check.out, EndsWith(" passed, 0 failed\n"));
}

TEST_F(CommandLine, ShowsTheArticlesDigitsWhereItRoundsAsTheArticleDid) {
    EXPECT_THAT(notebook({"trace", "statquest-as-printed"}).out, HasSubstr("2.960000\n"));
    EXPECT_THAT(notebook({"trace", "statquest-one-step"}).out, HasSubstr("2.947567\n"));
}

TEST_F(CommandLine, TracesAFileAnExampleAndStandardInputInEveryFormat) {
    const std::string path = file("a.json", full_scenario());
    for (const char* format : {"table", "csv", "json"}) {
        const Finished from_file = notebook({"trace", path, "--format", format});
        EXPECT_EQ(from_file.status, 0) << from_file.err;
        EXPECT_EQ(from_file.err, "");
        EXPECT_EQ(notebook({"trace", "--format", format, "-"}, full_scenario()).out, from_file.out);
        EXPECT_EQ(notebook({"trace", "gomez", "--format", format}).status, 0);
    }
    EXPECT_EQ(notebook({"trace", path}).out, notebook({"trace", path, "--format", "table"}).out);
    EXPECT_THAT(notebook({"trace", path, "--format", "csv"}).out, StartsWith("t,label,x[0],x[1],"));
    EXPECT_THAT(notebook({"trace", path, "--format", "json"}).out,
                StartsWith("{\"title\":\"A title\","));
}

TEST_F(CommandLine, TracesTheStepsAndDigitsAskedFor) {
    const auto csv = [](std::vector<std::string> more) {
        more.insert(more.begin(), {"trace", "company-b", "--format", "csv"});
        const std::string out = notebook(more).out;
        std::string steps;  // the first column
        std::istringstream lines(out);
        std::string line;
        std::getline(lines, line);
        while (std::getline(lines, line)) steps += line.substr(0, line.find(',')) + " ";
        return steps;
    };
    EXPECT_EQ(csv({}), "1 2 3 4 ");
    EXPECT_EQ(csv({"--t", "3"}), "3 ");
    EXPECT_EQ(csv({"--t", "2:3"}), "2 3 ");
    EXPECT_EQ(csv({"--t=4:4"}), "4 ");
    EXPECT_THAT(
        notebook({"trace", "company-b", "--format", "csv", "--t", "4", "--digits", "1"}).out,
        EndsWith(",2.4,1,1\n"));
}

TEST_F(CommandLine, RefusesStepsThatAreNotThere) {
    expect_refusal(notebook({"trace", "gomez", "--t", "3"}),
                   "gomez: --t: expected steps from 1 to 2, found 3\n");
    expect_refusal(notebook({"trace", "gomez", "--t", "1:9"}),
                   "gomez: --t: expected steps from 1 to 2, found 9\n");
    for (const char* t : {"0", "-1", "2:1", "x", "1:", ":2", "1:2:3", "", "1.5", "99999999999"})
        expect_refusal(notebook({"trace", "gomez", "--t", t}),
                       HasSubstr("--t: expected a step or a range of steps such as 2:4"));
}

TEST_F(CommandLine, ChecksAndCountsOverAllFiles) {
    const std::string wrong = changed("0.45", "9.5");
    const Finished check = notebook({"check", wrong, "gomez"});
    EXPECT_EQ(check.status, 1);
    EXPECT_EQ(check.err, "");
    EXPECT_THAT(check.out,
                StartsWith(wrong + ": A title\n  FAIL  t = 1  candidate.z[2]  expected 9.5 "));
    EXPECT_THAT(check.out,
                HasSubstr("\ngomez: Gomez: two inputs, two steps\n  pass  t =   1  h[0] "));
    EXPECT_THAT(check.out, EndsWith("\n65 passed, 1 failed\n"));
}

TEST_F(CommandLine, TracesGradientsWhereTheyAreAskedFor) {
    const Finished plain = notebook({"trace", "gomez", "--format", "json"});
    EXPECT_THAT(plain.out, Not(HasSubstr("gradients")));
    const Finished trace = notebook({"trace", "gomez", "--format", "json", "--backward"});
    EXPECT_EQ(trace.status, 0);
    EXPECT_EQ(trace.err, "");
    EXPECT_THAT(trace.out, HasSubstr("\"loss\":"));
    const Finished table = notebook({"trace", "gomez", "--backward", "--digits", "5"});
    EXPECT_THAT(table.out, HasSubstr("dL/dforget.z"));
    EXPECT_THAT(table.out, HasSubstr("all steps"));
}

TEST_F(CommandLine, TracesNoGradientsWhereNoStepHasATarget) {
    for (const char* format : {"table", "csv", "json"}) {
        const Finished trace = notebook({"trace", "company-a", "--backward", "--format", format});
        const Finished exported = notebook({"export", "company-a", "--as", "csv", "--backward"});
        EXPECT_EQ(trace.status, 2) << format;
        EXPECT_EQ(trace.out, "") << format;
        EXPECT_EQ(trace.err, exported.err) << format;
        EXPECT_THAT(trace.err, HasSubstr("expected a target at some step")) << format;
    }
}

TEST_F(CommandLine, TrainsAndGoesOnBitForBit) {
    const auto path = [&](const char* name) { return (folder_ / name).string(); };
    const std::string untrained = LSTM_SOURCE_DIR "/assets/untrained/brackets.json";
    const auto train = [&](const std::string& from, const char* steps, const std::string& to) {
        return notebook({"train", from, "--steps", steps, "--out", to});
    };
    const Finished whole = notebook(
        {"train", untrained, "--steps", "300", "--seed", "2", "--out", path("whole.json")});
    EXPECT_EQ(whole.status, 0);
    EXPECT_EQ(whole.out, "");
    EXPECT_THAT(whole.err, HasSubstr("step 300 of 300: loss "));
    EXPECT_THAT(whole.err, HasSubstr("1000 fresh lessons of seed 2: "));
    notebook({"train", untrained, "--steps", "100", "--seed", "2", "--out", path("part.json")});
    EXPECT_EQ(train(path("part.json"), "200", path("rest.json")).status, 0);
    const auto text = [](const std::string& file) {
        std::ostringstream all;
        all << std::ifstream(file).rdbuf();
        return all.str();
    };
    EXPECT_FALSE(text(path("whole.json")).empty());
    EXPECT_EQ(text(path("rest.json")), text(path("whole.json")));
}

TEST_F(CommandLine, TrainsOnlyWhereThereIsSomethingToLearn) {
    const std::string out = (folder_ / "out.json").string();
    const Finished train = notebook({"train", "statquest-one-step", "--steps", "5", "--out", out});
    EXPECT_EQ(train.status, 2);
    EXPECT_THAT(train.err, HasSubstr("expected targets or a task"));
    EXPECT_FALSE(std::filesystem::exists(out));
    EXPECT_EQ(notebook({"train", "gomez", "--steps", "0", "--out", out}).status, 2);
    EXPECT_EQ(notebook({"train", "gomez", "--steps", "5", "--out", "/nowhere/at/all.json"}).status,
              2);
}

TEST_F(CommandLine, ScoresOnFreshLessonsOfAnySeed) {
    const Finished score = notebook({"score", "lag", "--seed", "77", "--lessons", "40"});
    EXPECT_EQ(score.status, 0);
    EXPECT_EQ(score.err, "");
    EXPECT_THAT(score.out, StartsWith("40 fresh lessons of seed 77: 100.0 % right, loss "));
    EXPECT_THAT(score.out, Not(HasSubstr("alarm")));
    EXPECT_EQ(notebook({"score", "lag", "--lessons", "40", "--seed", "77"}).out, score.out);
    EXPECT_NE(notebook({"score", "lag", "--seed", "78", "--lessons", "40"}).out, score.out);
    // What it learned from is not fresh, and is called so.
    EXPECT_THAT(notebook({"score", "lag", "--seed", "1", "--lessons", "1"}).out,
                StartsWith("1 lesson of seed 1, with which it was trained: "));
}

TEST_F(CommandLine, ScoresWhatTrainingScores) {
    const std::string untrained = LSTM_SOURCE_DIR "/assets/untrained/pulse.json";
    const std::string out = (folder_ / "out.json").string();
    const Finished train = notebook({"train", untrained, "--steps", "1", "--out", out});
    const Finished score = notebook({"score", out});
    EXPECT_THAT(score.out, HasSubstr("root mean squared error "));
    EXPECT_THAT(score.out, HasSubstr("\n  false alarms "));
    EXPECT_THAT(score.out, HasSubstr("\n  missing beat "));
    EXPECT_THAT(train.err, EndsWith(score.out));
}

TEST_F(CommandLine, ScoresOnlyWhereATaskGivesLessons) {
    expect_refusal(notebook({"score", "gomez"}),
                   "gomez: expected a task to draw lessons from, found none\n");
    expect_refusal(notebook({"score", "nosuch.json"}), HasSubstr("nosuch.json: "));
    expect_refusal(notebook({"score"}), HasSubstr("FILE is required"));
    for (const char* seed : {"-1", "x", "1.5", "", "99999999999"})
        expect_refusal(notebook({"score", "lag", "--seed", seed}), HasSubstr("--seed"));
    for (const char* lessons : {"0", "-3", "many", "1000001"})
        expect_refusal(notebook({"score", "lag", "--lessons", lessons}), HasSubstr("--lessons"));
}

TEST_F(CommandLine, SaysWhereAScoreIsNoNumber) {
    std::ostringstream all;
    all << std::ifstream(LSTM_SOURCE_DIR "/assets/untrained/pulse.json").rdbuf();
    std::string text = all.str();
    const std::string weights = "\"readout\": {\"W\": [[0, 0, 0, 0, 0, 0]]";
    ASSERT_NE(text.find(weights), std::string::npos);
    text.replace(text.find(weights), weights.size(),
                 "\"readout\": {\"b\": [1e200], \"W\": [[0, 0, 0, 0, 0, 0]]");
    const Finished score = notebook({"score", file("huge.json", text)});
    EXPECT_EQ(score.status, 1);
    EXPECT_THAT(score.err, EndsWith("huge.json: what came out is no finite number\n"));
    // Too short for a pulse to be foretold: nothing is asked.
    const std::string length = "\"length\": 48";
    text.replace(text.find(length), length.size(), "\"length\": 4");
    EXPECT_EQ(notebook({"score", file("short.json", text)}).out,
              "1000 fresh lessons of seed 2: nothing is asked in 4 steps\n");
}

TEST_F(CommandLine, GoesOnCheckingBehindAnUnreadableFile) {
    const Finished check =
        notebook({"check", "nosuch.json", changed("0.45", "9.5"), "-", "gomez"}, "{}");
    EXPECT_EQ(check.status, 2);
    EXPECT_EQ(check.err,
              "nosuch.json: expected a file or an example's name, found neither\n"
              "standard input: /format: expected \"lstm-notebook\", found nothing\n");
    EXPECT_THAT(check.out, EndsWith(" failed\n"));
    EXPECT_THAT(check.out, HasSubstr("\ngomez: "));
}

TEST_F(CommandLine, CountsNothingWhereNothingIsExpected) {
    const Finished check = notebook({"check", "-"}, R"({"format":"lstm-notebook","version":1,
        "cell":{"kind":"lstm","input_size":1,"hidden_size":1},"sequence":[],"weights":{
        "forget":{"W":[[1]],"U":[[1]]},"input":{"W":[[1]],"U":[[1]]},
        "candidate":{"W":[[1]],"U":[[1]]},"output":{"W":[[1]],"U":[[1]]}}})");
    EXPECT_EQ(check.status, 0);
    EXPECT_EQ(check.out, "standard input\n  expects nothing\n0 passed, 0 failed\n");
}

TEST_F(CommandLine, TakesAPathBeforeAnExample) {
    const std::string path = file("gomez", full_scenario());
    const Finished trace = shell("cd " + folder_.string() + " && \"$P\" trace gomez");
    EXPECT_THAT(trace.out, StartsWith("A title\n")) << path;
}

TEST_F(CommandLine, NamesFilePlaceAndWhatItFound) {
    const std::string path = changed("[1, 2], [3, 4]", "[1, 2], [3, true]");
    for (const char* command : {"trace", "check"}) {
        const Finished finished = notebook({command, path});
        EXPECT_EQ(finished.status, 2);
        EXPECT_EQ(finished.err, path + ": /weights/forget/W/1/1: expected a number, found true\n");
    }
    expect_refusal(notebook({"trace", file("b.json", "{\n  \"a\": 01}")}),
                   (folder_ / "b.json").string() +
                       ": line 2, column 8: expected ',' or '}', found a number\n");
    expect_refusal(notebook({"trace", folder_.string()}),
                   folder_.string() + ": expected a file, found a folder\n");
    expect_refusal(
        notebook({"trace", "-"}, ""),
        "standard input: line 1, column 1: expected a value, found the end of the file\n");
}

TEST_F(CommandLine, RefusesATraceThatMemoryCannotHold) {
    std::string steps;
    for (int t = 0; t < 60'000; ++t) steps += t == 0 ? "{\"x\":[0]}" : ",{\"x\":[0]}";
    std::string row = "[0";
    for (int k = 1; k < 1024; ++k) row += ",0";
    row += "]";
    std::string u = "[" + row;
    for (int k = 1; k < 1024; ++k) u += "," + row;
    u += "]";
    std::string w = "[[0]";
    for (int k = 1; k < 1024; ++k) w += ",[0]";
    const std::string gate = "{\"W\":" + w + "],\"U\":" + u + "}";
    const std::string text =
        R"({"format":"lstm-notebook","version":1,"cell":{"kind":"lstm","input_size":1,"hidden_size":1024},)"
        R"("weights":{"forget":)" +
        gate + ",\"input\":" + gate + ",\"candidate\":" + gate + ",\"output\":" + gate +
        "},\"sequence\":[" + steps + "]}";
    expect_refusal(
        notebook({"trace", "-"}, text),
        HasSubstr("standard input: /sequence: expected steps that memory can hold, found 60000"));
}

TEST_F(CommandLine, RefusesWhatMakesNoSenseInOneLine) {
    const auto usage = [](std::vector<std::string> arguments, const std::string& message) {
        expect_refusal(notebook(std::move(arguments)),
                       testing::AllOf(StartsWith("lstm-notebook: "), HasSubstr(message),
                                      EndsWith(" (see lstm-notebook --help)\n")));
    };
    expect_refusal(notebook({"trace", "list"}),
                   "list: expected a file or an example's name, found neither\n");
    usage({"trace"}, "FILE is required");
    usage({"check"}, "FILE is required");
    usage({"render", "gomez"}, "--out is required");
    usage({"--nonsense"}, "--nonsense");
    usage({"trace", "gomez", "--nonsense"}, "--nonsense");
    usage({"trace", "gomez", "company-a"}, "company-a");
    usage({"gomez", "company-a"}, "company-a");
    usage({"list", "x"}, "x");
    usage({"gomez", "list"}, "FILE");
    usage({"list", "check", "gomez"}, "check");
    usage({"trace", "gomez", "--format", "xml"}, "xml");
    usage({"trace", "gomez", "--format"}, "--format");
    usage({"trace", "gomez", "--digits", "18"}, "0 to 17");
    usage({"trace", "gomez", "--digits", "-1"}, "0 to 17");
    usage({"trace", "gomez", "--digits", "two"}, "--digits");
    const auto render = [&](const std::string& option, const std::string& value) {
        usage({"render", "gomez", "--out", "x.png", option, value}, option);
    };
    render("--size", "1280");
    render("--size", "0x720");
    render("--size", "8193x720");
    render("--size", "1280x720x3");
    render("--theme", "neon");
    render("--scale", "0.4");
    render("--scale", "3.1");
    render("--phase", "sleep");
    render("--t", "x");
    render("--beside", "perceptron");
}

TEST_F(CommandLine, HelpsAndTellsItsVersion) {
    const Finished help = notebook({"--help"});
    EXPECT_EQ(help.status, 0);
    EXPECT_EQ(help.err, "");
    for (const char* command : {"list", "trace", "check", "render", "FILE"})
        EXPECT_THAT(help.out, HasSubstr(command));
    EXPECT_THAT(notebook({"trace", "--help"}).out, HasSubstr("half away from zero"));
    const Finished version = notebook({"--version"});
    EXPECT_EQ(version.status, 0);
    EXPECT_THAT(version.out, testing::MatchesRegex("lstm-notebook [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST_F(CommandLine, SaysThatItsOutputCouldNotBeWritten) {
    for (const char* command : {"list", "trace gomez", "check gomez", "--help"}) {
        const Finished full = shell(std::string("\"$P\" ") + command + " > /dev/full");
        EXPECT_EQ(full.status, 2) << command;
        EXPECT_EQ(full.err, "standard output: cannot be written\n") << command;
        const Finished closed = shell(std::string("\"$P\" ") + command + " >&-");
        EXPECT_EQ(closed.status, 2) << command;
        EXPECT_EQ(closed.err, "standard output: cannot be written\n") << command;
    }
}

TEST_F(CommandLine, StopsWhenNobodyReadsOn) {
    // More than a pipe holds, so that the program still writes when head is gone.
    const Finished finished =
        shell("{ \"$P\" trace hundred-steps --format json; echo status $? >&2; } | head -c 10");
    EXPECT_EQ(finished.out, "{\"title\":\"");
    EXPECT_EQ(finished.err, "standard output: cannot be written\nstatus 2\n");
}

TEST_F(CommandLine, ReadsAPipe) {
    EXPECT_THAT(shell("\"$P\" trace gomez --format csv | tail -n 1").out, StartsWith("2,"));
    const std::string path = file("a.json", full_scenario());
    EXPECT_THAT(shell("cat " + path + " | \"$P\" check /dev/stdin").out,
                EndsWith("\n2 passed, 0 failed\n"));
}

}  // namespace
}  // namespace lstm
