/// lstm-notebook export, as a process: every kind, to standard output and to files.
#include "formats/scenario/scenario_writer.h"
#include "sequences.h"
#include "support/documents.h"
#include "support/process.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <sstream>
#include <string>

namespace lstm {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

Finished notebook(std::vector<std::string> arguments, const std::string& input = "") {
    arguments.insert(arguments.begin(), LSTM_PROGRAM);
    return run(arguments, {.input = input, .environment = {}});
}

std::string text_in(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

void expect_refusal(const Finished& finished, const testing::Matcher<std::string>& message) {
    EXPECT_EQ(finished.status, 2);
    EXPECT_EQ(finished.out, "");
    EXPECT_THAT(finished.err, message);
    EXPECT_EQ(std::count(finished.err.begin(), finished.err.end(), '\n'), 1) << finished.err;
}

TEST(Export, WritesEveryKindToStandardOutput) {
    const std::pair<const char*, const char*> beginnings[] = {
        {"csv", "t,label,x[0],"},
        {"markdown", "# StatQuest: four days of company B"},
        {"latex", "\\documentclass"},
        {"worksheet", "\\documentclass"},
        {"python-numpy", "# -*- coding: utf-8 -*-\n# Written by lstm-notebook."},
        {"python-pytorch", "# -*- coding: utf-8 -*-\n# Written by lstm-notebook."},
        {"python-keras", "# -*- coding: utf-8 -*-\n# Written by lstm-notebook."},
    };
    for (const auto& [kind, beginning] : beginnings) {
        const Finished finished = notebook({"export", "company-b", "--as", kind});
        EXPECT_EQ(finished.status, 0) << kind << finished.err;
        EXPECT_EQ(finished.err, "") << kind;
        EXPECT_THAT(finished.out, StartsWith(beginning)) << kind;
    }
}

TEST(Export, TellsGradientsWhereAsked) {
    EXPECT_EQ(notebook({"export", "gomez", "--as", "csv", "--backward"}).out,
              notebook({"trace", "gomez", "--format", "csv", "--backward"}).out);
    for (const char* kind : {"markdown", "latex", "worksheet"}) {
        const std::string text = notebook({"export", "gomez", "--as", kind, "--backward"}).out;
        EXPECT_THAT(text, HasSubstr("Going back: Step 1")) << kind;
        EXPECT_THAT(text, HasSubstr("\\frac{\\mathrm{d}L}{\\mathrm{d}\\mathbf{h}} = \\mathbf{h} - "
                                    "\\mathrm{target}"))
            << kind;
        EXPECT_THAT(notebook({"export", "gomez", "--as", kind}).out, Not(HasSubstr("Going back")));
    }
    expect_refusal(notebook({"export", "company-a", "--as", "markdown", "--backward"}),
                   HasSubstr("company-a: /sequence: expected a target at some step"));
    expect_refusal(notebook({"export", "gomez", "--as", "python-numpy", "--backward"}),
                   HasSubstr("--backward"));
}

TEST(Export, WritesTheCsvThatTraceWrites) {
    EXPECT_EQ(notebook({"export", "gomez", "--as", "csv"}).out,
              notebook({"trace", "gomez", "--format", "csv"}).out);
}

TEST(Export, TakesOnlyTheStepsAskedFor) {
    const std::string text =
        notebook({"export", "company-b", "--as", "markdown", "--t", "2:3"}).out;
    EXPECT_THAT(text, Not(HasSubstr("## Step 1")));
    EXPECT_THAT(text, HasSubstr("## Step 2"));
    EXPECT_THAT(text, HasSubstr("## Step 3"));
    EXPECT_THAT(text, Not(HasSubstr("## Step 4")));
    EXPECT_THAT(notebook({"export", "company-b", "--as", "csv", "--t", "4"}).out,
                HasSubstr("\n4,"));
}

TEST(Export, WritesToAFileWhatItWouldPrint) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "derivation.tex";
    std::ofstream(file) << "the old one";
    const Finished finished =
        notebook({"export", "-", "--as", "latex", "--out", file.string()}, full_scenario());
    EXPECT_EQ(finished.status, 0) << finished.err;
    EXPECT_EQ(finished.out, "");
    EXPECT_EQ(text_in(file), notebook({"export", "-", "--as", "latex"}, full_scenario()).out);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST(Export, NamesTheKindsWhereItDoesNotKnowOne) {
    const Finished unknown = notebook({"export", "gomez", "--as", "word"});
    expect_refusal(unknown, HasSubstr("--as: word not in {csv,markdown,latex,worksheet,"
                                      "python-numpy,python-pytorch,python-keras"));
    expect_refusal(notebook({"export", "gomez"}), HasSubstr("--as is required"));
}

TEST(Export, RefusesStepsAndFilesThatAreNotThere) {
    expect_refusal(notebook({"export", "gomez", "--as", "csv", "--t", "3"}),
                   HasSubstr("gomez: --t: expected steps from 1 to 2, found 3"));
    expect_refusal(notebook({"export", "no-such-file", "--as", "csv"}), HasSubstr("no-such-file"));
    expect_refusal(notebook({"export", "gomez", "--as", "csv", "--out", "/no-such-folder/a.csv"}),
                   HasSubstr("/no-such-folder/a.csv: cannot be saved"));
}

/// Whether the program has a file in `folder` open.
bool is_at_work(const Process& program, const fs::path& folder) {
    const fs::path open = "/proc/" + std::to_string(program.id()) + "/fd";
    std::error_code ignored;
    const fs::directory_iterator files(open, ignored);
    return std::any_of(begin(files), end(files), [&](const fs::directory_entry& file) {
        return fs::read_symlink(file, ignored).string().starts_with(folder.string());
    });
}

TEST(Export, LeavesNothingWhereItIsInterrupted) {
    const TemporaryFolder folder, other;
    const fs::path scenario = other.path() / "long.json";
    std::ofstream(scenario) << write_scenario(sequence({2, 64}, 1000));
    for (const char* kind : {"markdown", "latex", "worksheet"})
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGKILL}) {
            Process program({LSTM_PROGRAM, "export", scenario.string(), "--as", kind, "--out",
                             (folder.path() / "run").string()});
            EXPECT_TRUE(comes_true([&] { return is_at_work(program, folder.path()); }));
            kill(program.id(), signal);
            EXPECT_EQ(program.wait(), 128 + signal);
            EXPECT_EQ(program.err(),
                      signal == SIGKILL ? "" : "lstm-notebook: interrupted, nothing was written\n");
            EXPECT_TRUE(fs::is_empty(folder.path()));
        }
}

TEST(Export, SaysWhereStandardOutputIsFull) {
    const Finished full =
        run({"/bin/sh", "-c", "\"$P\" export hundred-steps --as latex >/dev/full"},
            {.input = "", .environment = {{"P", LSTM_PROGRAM}}});
    expect_refusal(full, HasSubstr("standard output: cannot be written"));
}

}  // namespace
}  // namespace lstm
