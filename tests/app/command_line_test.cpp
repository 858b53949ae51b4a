/// The command line, as a process: what it prints, where, and with which exit status.
#include "program.h"
#include "support/documents.h"

#include <sstream>

namespace lstm {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST_F(CommandLine, ListsTheExamplesTheEasiestFirst) {
    const Finished list = notebook({"list"});
    EXPECT_EQ(list.status, 0);
    EXPECT_EQ(list.err, "");
    EXPECT_THAT(list.out, StartsWith("statquest-one-step    "));
    EXPECT_THAT(list.out,
                HasSubstr("\ngomez                 2 steps    2 inputs  1 unit    16 parameters    Gomez: "));
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
                   "lstm-notebook: gomez: --t: expected steps from 1 to 2, found 3\n");
    expect_refusal(notebook({"trace", "gomez", "--t", "1:9"}),
                   "lstm-notebook: gomez: --t: expected steps from 1 to 2, found 9\n");
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

TEST_F(CommandLine, GoesOnCheckingBehindAnUnreadableFile) {
    const Finished check =
        notebook({"check", "nosuch.json", changed("0.45", "9.5"), "-", "gomez"}, "{}");
    EXPECT_EQ(check.status, 2);
    EXPECT_EQ(
        check.err,
        "lstm-notebook: nosuch.json: expected a file or an example's name, found neither\n"
        "lstm-notebook: standard input: /format: expected \"lstm-notebook\", found nothing\n");
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

TEST_F(CommandLine, RefusesWhatMakesNoSenseInOneLine) {
    const auto usage = [](std::vector<std::string> arguments, const std::string& message) {
        expect_refusal(notebook(std::move(arguments)),
                       testing::AllOf(StartsWith("lstm-notebook: "), HasSubstr(message),
                                      EndsWith(" (see lstm-notebook --help)\n")));
    };
    expect_refusal(notebook({"trace", "list"}),
                   "lstm-notebook: list: expected a file or an example's name, found neither\n");
    usage({"trace"}, "FILE is required");
    usage({"check"}, "FILE is required");
    usage({"render", "gomez"}, "--out is required");
    usage({"export", "gomez", "--as", "csv", "--out", ""}, "--out: expected a path");
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
    render("--scale", "nan");
    render("--scale", "-nan");
    render("--scale", "inf");
    render("--scale", "1x");
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
    for (const char* status : {"\n  0 ", "\n  1 ", "\n  2 ", "\n  130, 143, 129  ", "\n  141 "})
        EXPECT_THAT(help.out, HasSubstr(status));
    EXPECT_THAT(help.out, HasSubstr("For example:\n  lstm-notebook gomez\n"));
    const Finished trace = notebook({"trace", "--help"});
    EXPECT_EQ(trace.status, 0);
    EXPECT_THAT(trace.out, StartsWith("Print every quantity of every step.\n\nUsage: lstm-notebook "
                                      "trace FILE [--format NAME] "));
    EXPECT_THAT(trace.out, HasSubstr("half away from zero"));
    EXPECT_THAT(trace.out, Not(HasSubstr("--beside")));
    const Finished version = notebook({"--version"});
    EXPECT_EQ(version.status, 0);
    EXPECT_THAT(version.out, testing::MatchesRegex("lstm-notebook [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST_F(CommandLine, LetsTheLastOfRepeatedOptionsWin) {
    EXPECT_EQ(
        notebook({"trace", "gomez", "--format", "json", "--t", "1", "--format=csv", "--t=2"}).out,
        notebook({"trace", "gomez", "--format", "csv", "--t", "2"}).out);
    EXPECT_EQ(notebook({"trace", "gomez", "--backward", "--backward"}).out,
              notebook({"trace", "gomez", "--backward"}).out);
}

TEST_F(CommandLine, NamesItselfBeforeEveryMessage) {
    const std::string nowhere = path("no such folder") + "/x";
    for (const std::vector<std::string>& line : std::vector<std::vector<std::string>>{
             {"nosuch"},
             {"trace", "nosuch"},
             {"trace", "gomez", "--t", "9"},
             {"check", "nosuch"},
             {"score", "gomez"},
             {"train", "company-a", "--steps", "1", "--out", path("x.json")},
             {"train", "gomez", "--steps", "1", "--out", nowhere},
             {"render", "gomez", "--out", path("x.png"), "--t", "9"},
             {"export", "gomez", "--as", "gif"},
             {"export", "gomez", "--as", "python-numpy", "--backward"},
             {"export", changed("\"lstm\"", "\"lstm_peephole\""), "--as", "python-pytorch"},
             {"show", "nosuch"},
             {"new", "--out", nowhere}}) {
        const Finished finished = notebook(line);
        EXPECT_EQ(finished.status, 2) << line.front();
        EXPECT_THAT(finished.err, StartsWith("lstm-notebook: "));
        EXPECT_THAT(finished.err.substr(1), Not(HasSubstr("lstm-notebook: ")));
    }
}

TEST_F(CommandLine, SuggestsWhatWasMeant) {
    const auto meant = [](std::vector<std::string> line, const std::string& suggestion) {
        expect_refusal(notebook(std::move(line)), HasSubstr("; did you mean " + suggestion + "?"));
    };
    meant({"trase", "gomez"}, "trace");
    meant({"epxort"}, "export");
    meant({"trace", "gomes"}, "gomez");
    meant({"trace", "statquest"}, "statquest-one-step");
    meant({"show", "ai-by-hnad"}, "ai-by-hand");
    meant({"trace", "gomez", "--formta", "csv"}, "--format");
    meant({"trace", "gomez", "--form=csv"}, "--format");
    meant({"export", "gomez", "--as", "latx"}, "latex");
    meant({"render", "gomez", "--out", path("x.png"), "--page", "wieghts"}, "weights");
    meant({"render", "gomez", "--out", path("x.png"), "--phase", "forgt"}, "forget");
    meant({"render", "gomez", "--out", path("x.png"), "--beside", "rrn"}, "rnn");
    meant({"new", "--kind", "gru_reset_befor"}, "gru_reset_before");
    for (const char* far : {"zebra", "x", "list of things"})
        EXPECT_THAT(notebook({"trace", far}).err, Not(HasSubstr("did you mean")));
}

TEST_F(CommandLine, ShowsTheFileOfAnExample) {
    EXPECT_EQ(notebook({"show", "gomez"}).out,
              text_in(LSTM_SOURCE_DIR "/assets/examples/gomez.json"));
    expect_refusal(notebook({"show", scenario()}), HasSubstr("expected an example's name"));
}

TEST_F(CommandLine, MakesANewScenario) {
    const Finished plain = notebook({"new"});
    EXPECT_EQ(plain.status, 0);
    EXPECT_EQ(plain.err, "");
    EXPECT_THAT(plain.out, HasSubstr(R"("kind": "lstm", "input_size": 1, "hidden_size": 1)"));
    const std::vector<std::string> line{"new",     "--kind", "gru_reset_after", "--inputs", "2",
                                        "--units", "3",      "--seed",          "7"};
    const Finished random = notebook(line);
    EXPECT_THAT(random.out,
                HasSubstr(R"("kind": "gru_reset_after", "input_size": 2, "hidden_size": 3)"));
    EXPECT_EQ(notebook(line).out, random.out) << "the same seed";
    std::vector<std::string> other = line;
    other.back() = "8";
    EXPECT_NE(notebook(other).out, random.out);
    other = line;
    other.insert(other.end(), {"--out", path("new.json")});
    EXPECT_EQ(notebook(other).out, "");
    EXPECT_NE(text_in(path("new.json")), "");
    EXPECT_EQ(notebook({"trace", "-"}, random.out).status, 0);
    for (const char* size : {"0", "-1", "1025", "x"}) {
        expect_refusal(notebook({"new", "--inputs", size}), HasSubstr("--inputs"));
        expect_refusal(notebook({"new", "--units", size}), HasSubstr("--units"));
    }
}

#if defined(__x86_64__)
TEST(Kernels, ThatThereAreNotAreRefusedByName) {
    const Finished finished = shell("LSTM_KERNELS=v9 \"$P\" trace company-a");
    expect_refusal(finished,
                   testing::AllOf(HasSubstr("LSTM_KERNELS"), HasSubstr("\"v9\""), HasSubstr("v2")));
}

TEST(Kernels, ThatAreNamedGiveTheSameTrace) {
    const Finished own = notebook({"trace", "gomez", "--format", "json", "--backward"});
    EXPECT_EQ(own.status, 0);
    const Finished narrow = shell("LSTM_KERNELS=v2 \"$P\" trace gomez --format json --backward");
    EXPECT_EQ(narrow.out, own.out);
}
#endif

}  // namespace
}  // namespace lstm
