/// What the command line reads, and what it refuses to.
#include "program.h"
#include "support/documents.h"

#include <sys/stat.h>

namespace lstm {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

TEST_F(CommandLine, TakesAPathBeforeAnExample) {
    const std::string file = scenario("gomez");
    const Finished trace = shell("cd " + folder_.path().string() + " && \"$P\" trace gomez");
    EXPECT_THAT(trace.out, StartsWith("A title\n")) << file;
}

TEST_F(CommandLine, NamesFilePlaceAndWhatItFound) {
    const std::string file_with_true = changed("[1, 2], [3, 4]", "[1, 2], [3, true]");
    for (const char* command : {"trace", "check"}) {
        const Finished finished = notebook({command, file_with_true});
        EXPECT_EQ(finished.status, 2);
        EXPECT_EQ(finished.err, "lstm-notebook: " + file_with_true +
                                    ": /weights/forget/W/1/1: expected a number, found true\n");
    }
    expect_refusal(notebook({"trace", file("b.json", "{\n  \"a\": 01}")}),
                   "lstm-notebook: " + path("b.json") +
                       ": line 2, column 8: expected ',' or '}', found a number\n");
    expect_refusal(
        notebook({"trace", folder_.path().string()}),
        "lstm-notebook: " + folder_.path().string() + ": expected a file, found a folder\n");
    expect_refusal(notebook({"trace", "-"}, ""),
                   "lstm-notebook: standard input: line 1, column 1: expected a value, found the "
                   "end of the file\n");
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

TEST_F(CommandLine, ReadsAPipe) {
    EXPECT_THAT(shell("\"$P\" trace gomez --format csv | tail -n 1").out, StartsWith("2,"));
    const std::string file = scenario();
    EXPECT_THAT(shell("cat " + file + " | \"$P\" check /dev/stdin").out,
                EndsWith("\n2 passed, 0 failed\n"));
}

TEST_F(CommandLine, FindsAnExampleBehindAFolderOfItsName) {
    std::filesystem::create_directory(path("gomez"));
    std::filesystem::create_directory(path("mine"));
    const std::string there = "cd " + folder_.path().string() + " && ";
    EXPECT_EQ(shell(there + "\"$P\" trace gomez").out, notebook({"trace", "gomez"}).out);
    expect_refusal(shell(there + "\"$P\" trace mine"),
                   "lstm-notebook: mine: expected a file, found a folder\n");
}

TEST_F(CommandLine, WaitsForNoPipeAndReadsNoDevice) {
    ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
    std::filesystem::create_symlink(path("pipe"), path("link"));
    for (const char* pipe : {"pipe", "link"})
        expect_refusal(notebook({"trace", path(pipe)}),
                       HasSubstr(": expected a file, found a pipe"));
    for (const char* device : {"/dev/zero", "/dev/null", "/dev/full"})
        expect_refusal(notebook({"trace", device}), std::string("lstm-notebook: ") + device +
                                                        ": expected a file, found a device\n");
}

TEST_F(CommandLine, ReadsAGibibyteAtMost) {
    const std::string refused = ": expected at most 1 GiB, found more\n";
    expect_refusal(shell("\"$P\" trace - < /dev/zero"), "lstm-notebook: standard input" + refused);
    expect_refusal(shell("\"$P\" trace /dev/stdin < /dev/zero"),
                   "lstm-notebook: /dev/stdin" + refused);
    const std::string large = file("large.json", "");
    std::filesystem::resize_file(large, (std::uintmax_t{1} << 30) + 1);  // a hole: takes no room
    expect_refusal(notebook({"trace", large}), "lstm-notebook: " + large + refused);
}

TEST_F(CommandLine, ReadsWhatAShellPutsInThePlaceOfAFile) {
    const Finished finished =
        run({"/bin/bash", "-c", "\"$P\" trace <(\"$P\" show gomez) --format csv"},
            {.input = "", .environment = {{"P", LSTM_PROGRAM}}});
    EXPECT_EQ(finished.err, "");
    EXPECT_EQ(finished.out, notebook({"trace", "gomez", "--format", "csv"}).out);
}

}  // namespace
}  // namespace lstm
