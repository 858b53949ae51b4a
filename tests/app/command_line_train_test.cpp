/// train and score, as a process.
#include "program.h"
#include "support/terminal.h"

#include <csignal>

namespace lstm {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST_F(CommandLine, TrainsAndGoesOnBitForBit) {
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
    (void)notebook(
        {"train", untrained, "--steps", "100", "--seed", "2", "--out", path("part.json")});
    EXPECT_EQ(train(path("part.json"), "200", path("rest.json")).status, 0);
    EXPECT_FALSE(text_in(path("whole.json")).empty());
    EXPECT_EQ(text_in(path("rest.json")), text_in(path("whole.json")));
}

TEST_F(CommandLine, TrainsOnlyWhereThereIsSomethingToLearn) {
    const std::string out = path("out.json");
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
    const std::string out = path("out.json");
    const Finished train = notebook({"train", untrained, "--steps", "1", "--out", out});
    const Finished score = notebook({"score", out});
    EXPECT_THAT(score.out, HasSubstr("root mean squared error "));
    EXPECT_THAT(score.out, HasSubstr("\n  false alarms "));
    EXPECT_THAT(score.out, HasSubstr("\n  missing beat "));
    EXPECT_THAT(train.err, EndsWith(score.out));
}

TEST_F(CommandLine, ScoresOnlyWhereATaskGivesLessons) {
    expect_refusal(notebook({"score", "gomez"}),
                   "lstm-notebook: gomez: expected a task to draw lessons from, found none\n");
    expect_refusal(notebook({"score", "nosuch.json"}), HasSubstr("nosuch.json: "));
    expect_refusal(notebook({"score"}), HasSubstr("FILE is required"));
    for (const char* seed : {"-1", "x", "1.5", "", "99999999999"})
        expect_refusal(notebook({"score", "lag", "--seed", seed}), HasSubstr("--seed"));
    for (const char* sequences : {"0", "-3", "many", "1000001"})
        expect_refusal(notebook({"score", "lag", "--lessons", sequences}), HasSubstr("--lessons"));
}

TEST_F(CommandLine, SaysWhereAScoreIsNoNumber) {
    std::string text = text_in(LSTM_SOURCE_DIR "/assets/untrained/pulse.json");
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

/// What trains for years, and saves at `seconds`.
std::vector<std::string> long_training(const std::string& out, const char* seconds) {
    return {LSTM_PROGRAM,
            "train",
            LSTM_SOURCE_DIR "/assets/untrained/brackets.json",
            "--seed",
            "2",
            "--steps",
            "1000000000",
            "--save-every",
            seconds,
            "--out",
            out};
}

/// Expects `file` to hold what a training of as many steps ends with.
void expect_as_in_one_go(const std::string& file) {
    const std::string text = text_in(file);
    const std::string before = "\"steps\": ";
    ASSERT_NE(text.find(before), std::string::npos) << text;
    const std::string steps =
        std::to_string(std::stoi(text.substr(text.find(before) + before.size())));
    const std::string whole = file + ".whole";
    ASSERT_EQ(notebook({"train", LSTM_SOURCE_DIR "/assets/untrained/brackets.json", "--seed", "2",
                        "--steps", steps, "--quiet", "--out", whole})
                  .status,
              0);
    EXPECT_EQ(text, text_in(whole));
}

TEST_F(CommandLine, TriesItsOutputBeforeItTrains) {
    expect_refusal(run(long_training(path("no such folder") + "/x.json", "60")),
                   HasSubstr("no such folder/x.json: cannot be saved: "));
}

TEST_F(CommandLine, SavesTheLastGoodNetworkAtASignal) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        const std::string out = path("out.json");
        OnTerminal training(long_training(out, "86400"));
        ASSERT_TRUE(training.prints(" left")) << "it is at work: " << training.screen();
        kill(training.id(), signal);
        EXPECT_EQ(training.wait(), 128 + signal);
        EXPECT_THAT(
            training.screen(),
            HasSubstr(" of 1000000000; the network so far was saved, and can be trained on"));
        expect_as_in_one_go(out);
        std::filesystem::remove(out);
    }
}

TEST_F(CommandLine, SavesTheNetworkNowAndThenWhileItTrains) {
    const std::string out = path("out.json");
    {
        const Process training(long_training(out, "1"));
        EXPECT_TRUE(comes_true([&] { return std::filesystem::exists(out); }));
    }  // which kills it
    expect_as_in_one_go(out);
}

TEST_F(CommandLine, TrainsOnWhereItCannotSaveMeanwhile) {
    std::filesystem::create_directory(path("folder"));
    OnTerminal training(long_training(path("folder/out.json"), "1"));
    ASSERT_TRUE(training.prints(" left"));
    std::filesystem::remove_all(path("folder"));
    EXPECT_TRUE(training.prints("cannot be saved: No such file or directory (training goes on)"));
    std::filesystem::create_directory(path("folder"));
    kill(training.id(), SIGTERM);
    EXPECT_EQ(training.wait(), 128 + SIGTERM);
    expect_as_in_one_go(path("folder/out.json"));
}

TEST_F(CommandLine, TrainsOnWhenATerminalGoesThatItShallNotMind) {
    std::vector<std::string> command = long_training(path("out.json"), "86400");
    command.insert(command.begin(), {"/bin/sh", "-c", "trap '' HUP; exec \"$0\" \"$@\""});
    OnTerminal training(command);
    ASSERT_TRUE(training.prints(" left")) << training.screen();
    kill(training.id(), SIGHUP);
    kill(training.id(), SIGINT);
    EXPECT_EQ(training.wait(), 128 + SIGINT);
}

TEST_F(CommandLine, ShowsOnATerminalThatItTrains) {
    OnTerminal training(long_training(path("out.json"), "60"));
    // So early that no bar of forty parts would have moved.
    EXPECT_TRUE(training.prints("\r[..............................] ")) << training.screen();
    EXPECT_TRUE(training.prints("/1000000000  loss "));
    EXPECT_TRUE(training.prints(" left"));
}

TEST_F(CommandLine, TrainsInSilenceWhereAskedTo) {
    const std::vector<std::string> line{
        "train",         LSTM_SOURCE_DIR "/assets/untrained/brackets.json",
        "--steps",       "10",
        "--quiet",       "--out",
        path("out.json")};
    const Finished finished = notebook(line);
    EXPECT_EQ(finished.status, 0);
    EXPECT_EQ(finished.out + finished.err, "");
    std::vector<std::string> command{LSTM_PROGRAM};
    command.insert(command.end(), line.begin(), line.end());
    OnTerminal terminal(command);
    EXPECT_EQ(terminal.wait(), 0);
    EXPECT_EQ(terminal.screen(), "");
}

TEST_F(CommandLine, SaysWhereAllWeightsAreZeroThatUnitsStayAlike) {
    const std::vector<std::string> line{
        "train",   LSTM_SOURCE_DIR "/assets/untrained/brackets.json",
        "--steps", "10",
        "--out",   path("out.json")};
    const Finished zeros = notebook(line);
    EXPECT_EQ(zeros.status, 0);
    EXPECT_THAT(zeros.err, HasSubstr("brackets.json: all weights are zero, so all units learn the "
                                     "same and are as good as one; --seed N "));
    std::vector<std::string> seeded = line;
    seeded.insert(seeded.end(), {"--seed", "1"});
    EXPECT_THAT(notebook(seeded).err, Not(HasSubstr("zero")));
    EXPECT_THAT(notebook({"train", "gomez", "--steps", "1", "--out", path("out.json")}).err,
                Not(HasSubstr("zero")));
}

}  // namespace
}  // namespace lstm
