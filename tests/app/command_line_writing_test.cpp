/// Where the command line writes, and over what it does not.
#include "decode_png.h"
#include "program.h"
#include "support/documents.h"
#include "support/terminal.h"

namespace lstm {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

TEST_F(CommandLine, SaysThatItsOutputCouldNotBeWritten) {
    for (const char* command : {"list", "trace gomez", "check gomez", "--help"}) {
        const Finished full = shell(std::string("\"$P\" ") + command + " > /dev/full");
        EXPECT_EQ(full.status, 2) << command;
        EXPECT_EQ(full.err, "lstm-notebook: standard output: cannot be written\n") << command;
        const Finished closed = shell(std::string("\"$P\" ") + command + " >&-");
        EXPECT_EQ(closed.status, 2) << command;
        EXPECT_EQ(closed.err, "lstm-notebook: standard output: cannot be written\n") << command;
    }
}

TEST_F(CommandLine, StopsWhenNobodyReadsOn) {
    // More than a pipe holds, so that the program still writes when head is gone.
    for (const char* command :
         {"trace hundred-steps --format json", "export hundred-steps --as latex",
          "export hundred-steps --as latex --out /dev/stdout"}) {
        const Finished finished =
            shell(std::string("{ \"$P\" ") + command + "; echo status $? >&2; } | head -c 1");
        EXPECT_EQ(finished.out.size(), 1);
        EXPECT_EQ(finished.err, "status 141\n") << "as that of yes | head, which SIGPIPE ends";
    }
}

TEST_F(CommandLine, WritesOverItsInputOnlyIfForced) {
    const std::string text = notebook({"show", "gomez"}).out;  // which can be trained
    const std::string input = file("a.json", text);
    std::filesystem::create_symlink(input, path("symlink.json"));
    std::filesystem::create_hard_link(input, path("hard link.json"));
    const std::vector<std::vector<std::string>> commands{{"export", "--as", "csv"},
                                                         {"render", "--size", "64x48"},
                                                         {"train", "--steps", "1", "--quiet"}};
    const auto refused = HasSubstr(
        ": --out: expected another file than the one that is read, found the same (--force writes "
        "over it)\n");
    for (std::vector<std::string> line : commands) {
        const std::string command = line.front();
        line.insert(line.begin() + 1, input);
        line.emplace_back("--out");
        for (const char* name : {"a.json", "./a.json", "symlink.json", "hard link.json"}) {
            line.push_back(path(name));
            expect_refusal(notebook(line), refused);
            line.pop_back();
        }
        expect_refusal(shell("\"$P\" " + command + " - " + line[2] + " " + line[3] + " --out " +
                             input + " < " + input),
                       refused);
        EXPECT_EQ(text_in(input), text) << command;
        line.insert(line.end(), {path("symlink.json"), "--force"});
        const Finished forced = notebook(line);
        EXPECT_EQ(forced.status, 0) << forced.err;
        EXPECT_NE(text_in(input), text) << command;
        (void)file("a.json", text);
        std::filesystem::remove(path("hard link.json"));
        std::filesystem::create_hard_link(input, path("hard link.json"));
    }
}

TEST_F(CommandLine, AppendsToItsInputOnlyIfForced) {
    const std::string input = scenario();
    expect_refusal(shell("\"$P\" export " + input + " --as csv >> " + input),
                   HasSubstr("expected another file than the one that is read"));
    EXPECT_EQ(text_in(input), full_scenario());
}

TEST_F(CommandLine, ReplacesAFileThatItDoesNotRead) {
    const std::string old = file("old.csv", "old");
    EXPECT_EQ(notebook({"export", "gomez", "--as", "csv", "--out", old}).status, 0);
    EXPECT_EQ(text_in(old), notebook({"export", "gomez", "--as", "csv"}).out);
}

TEST_F(CommandLine, WritesToStandardOutputByAnyOfItsNames) {
    const std::string csv = notebook({"export", "gomez", "--as", "csv"}).out;
    for (const char* name : {"-", "/dev/stdout", "/dev/fd/1"}) {
        const std::string out = std::string(" --out ") + name;
        EXPECT_EQ(shell("\"$P\" export gomez --as csv" + out).out, csv) << "into a file, " << name;
        EXPECT_EQ(shell("\"$P\" export gomez --as csv" + out + " | cat").out, csv) << name;
        EXPECT_EQ(decode_png(shell("\"$P\" render gomez --size 64x48" + out + " | cat").out).width,
                  64);
        EXPECT_THAT(shell("\"$P\" train gomez --steps 1 --quiet" + out + " | cat").out,
                    StartsWith("{\n  \"format\": \"lstm-notebook\""));
        EXPECT_THAT(shell("\"$P\" new" + out + " | cat").out, StartsWith("{\n"));
    }
    EXPECT_FALSE(std::filesystem::exists("-"));
}

TEST_F(CommandLine, WritesIntoPipesAndDevicesAsTheyAre) {
    const std::string pipe = path("pipe");
    EXPECT_EQ(shell("mkfifo " + pipe + "; cat " + pipe + " & \"$P\" export gomez --as csv --out " +
                    pipe + "; wait")
                  .out,
              notebook({"export", "gomez", "--as", "csv"}).out);
    EXPECT_TRUE(std::filesystem::is_fifo(pipe));
    EXPECT_EQ(notebook({"export", "gomez", "--as", "csv", "--out", "/dev/null"}).status, 0);
    expect_refusal(notebook({"export", "gomez", "--as", "csv", "--out", "/dev/full"}),
                   "lstm-notebook: standard output: cannot be written\n");
}

TEST_F(CommandLine, ShowsATerminalTextsButNoPictures) {
    for (const std::vector<std::string>& line :
         {std::vector<std::string>{"export", "gomez", "--as", "png"},
          {"export", "gomez", "--as", "png", "--out", "-"},
          {"render", "gomez", "--out", "-"},
          {"render", "gomez", "--out", "/dev/tty"}}) {
        std::vector<std::string> command{LSTM_PROGRAM};
        command.insert(command.end(), line.begin(), line.end());
        OnTerminal terminal(command);
        EXPECT_EQ(terminal.wait(), 2);
        EXPECT_THAT(terminal.screen(), StartsWith("lstm-notebook: --out: expected a file, as a "
                                                  "picture is nothing for a terminal"));
    }
    OnTerminal text({LSTM_PROGRAM, "export", "gomez", "--as", "csv", "--out", "-"});
    EXPECT_EQ(text.wait(), 0);
    EXPECT_THAT(text.screen(), StartsWith("t,label,"));
}

}  // namespace
}  // namespace lstm
