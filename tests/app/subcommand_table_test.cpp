/// What is made from the table of commands: help, the manual page, completions; and the README,
/// which is held against it.
#include "app/command_line/subcommand.h"
#include "app/command_line/subcommands/subcommands.h"
#include "program.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string printed(std::vector<std::string> line) {
    const Finished finished = notebook(std::move(line));
    EXPECT_EQ(finished.status, 0);
    EXPECT_EQ(finished.err, "");
    return finished.out;
}

/// The lines of `text` that begin with `start`, joined.
std::string lines_with(const std::string& text, const std::string& start) {
    std::istringstream all(text);
    std::string found;
    for (std::string line; std::getline(all, line);)
        if (line.starts_with(start)) found += line + "\n";
    return found;
}

TEST(CommandTable, StandsInTheReadmeWithEveryOption) {
    const std::string readme = text_in(LSTM_SOURCE_DIR "/README.md");
    for (const Subcommand& command : subcommands()) {
        if (command.name.empty()) continue;
        const std::string row = lines_with(readme, "| `./run " + command.name);
        ASSERT_NE(row, "") << command.name;
        for (const Option& option : command.options)
            EXPECT_THAT(row, HasSubstr(option.name)) << command.name;
    }
}

TEST(CommandTable, HasNoOptionInTheReadmeThatThereIsNot) {
    const std::string readme = text_in(LSTM_SOURCE_DIR "/README.md");
    for (const Subcommand& command : subcommands()) {
        if (command.name.empty()) continue;
        const std::string row = lines_with(readme, "| `./run " + command.name);
        for (std::size_t at = row.find("--"); at != std::string::npos;
             at = row.find("--", at + 2)) {
            const std::string name =
                row.substr(at, row.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at) - at);
            const bool known =
                std::any_of(command.options.begin(), command.options.end(),
                            [&](const Option& option) { return option.name == name; });
            EXPECT_TRUE(known) << command.name << " " << name;
        }
    }
}

TEST(CommandTable, GivesEachCommandAHelpWithEveryOption) {
    const std::string all = printed({"--help"});
    for (const Subcommand& command : subcommands()) {
        if (command.name.empty()) continue;
        EXPECT_THAT(all, HasSubstr("\n  " + command.name + " "));
        const std::string help = printed({command.name, "--help"});
        EXPECT_THAT(help, StartsWith(command.help));
        for (const Option& option : command.options) {
            EXPECT_THAT(help, HasSubstr("\n  " + option.name));
            for (const std::string& choice : option.choices) EXPECT_THAT(help, HasSubstr(choice));
        }
        for (const Sample& sample : command.samples)
            EXPECT_THAT(help, HasSubstr("\n  lstm-notebook " + sample.line + "\n"));
    }
}

TEST(CommandTable, ShowsOnlyExamplesThatItUnderstands) {
    for (const Subcommand& command : subcommands())
        for (const Sample& sample : command.samples) {
            // As far as to the help that stands at its end: options are read before that.
            const std::string line = sample.line.substr(0, sample.line.find_first_of("|>"));
            EXPECT_EQ(shell("\"$P\" " + line + " --help").status, 0) << sample.line;
        }
}

TEST(CommandTable, MakesAManualPageThatGroffDoesNotMind) {
    const TemporaryFolder folder;
    const std::string page = printed({"man"});
    EXPECT_TRUE(std::all_of(page.begin(), page.end(), [](char c) { return c > 0; })) << "ASCII";
    const std::string file = (folder.path() / "lstm-notebook.1").string();
    std::ofstream(file) << page;
    const Finished checked = run({"groff", "-man", "-ww", "-z", file});
    EXPECT_EQ(checked.status, 0);
    EXPECT_EQ(checked.err, "");
    // As one reads it, without bold type; groff breaks lines, and words at hyphens.
    std::string read = run({"groff", "-man", "-Tascii", "-P-c", "-P-b", "-P-o", "-P-u", file}).out;
    for (const Subcommand& command : subcommands()) {
        EXPECT_THAT(read,
                    HasSubstr("\n   " + (command.name.empty() ? "The window" : command.name)));
        for (const Option& option : command.options)
            EXPECT_THAT(read, HasSubstr("\n       " + option.name));
    }
    EXPECT_THAT(read, HasSubstr("\nEXIT STATUS\n"));
}

/// What bash proposes for the last of `words`, in the folder `there`.
std::string completed(const std::string& there, const std::string& words) {
    const Finished finished = shell(
        "cd " + there + " && \"$P\" completions bash > c && bash -c 'source ./c; COMP_WORDS=(" +
        words +
        "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _lstm_notebook; echo \"${COMPREPLY[*]}\"'");
    EXPECT_EQ(finished.err, "");
    return finished.out;
}

TEST(CommandTable, CompletesInBash) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "go here.json") << "";
    const std::string there = folder.path().string();
    EXPECT_EQ(completed(there, "lstm-notebook tr"), "trace train\n");
    EXPECT_EQ(completed(there, "lstm-notebook trace go"), "gomez gomez-as-printed go here.json\n");
    EXPECT_EQ(completed(there, "lstm-notebook show go"), "gomez gomez-as-printed\n");
    EXPECT_EQ(completed(there, "lstm-notebook trace gomez --f"), "--format\n");
    EXPECT_EQ(completed(there, "lstm-notebook trace gomez --format \"\""), "table csv json\n");
    EXPECT_EQ(completed(there, "lstm-notebook trace gomez --format ="), "table csv json\n");
    EXPECT_EQ(completed(there, "lstm-notebook export x --as = python-k"), "python-keras\n");
    EXPECT_EQ(completed(there, "lstm-notebook render x --out go"), "go here.json\n");
    EXPECT_EQ(completed(there, "lstm-notebook completions \"\""), "bash zsh fish\n");
    EXPECT_EQ(completed(there, "lstm-notebook trace gomez --digits \"\""), "\n");
}

TEST(CommandTable, CompletesInFish) {
    const TemporaryFolder folder;
    const Finished finished =
        shell("cd " + folder.path().string() +
              " && \"$P\" completions fish > f && fish --no-config -c \"source f; complete -C "
              "'lstm-notebook tra'; complete -C 'lstm-notebook export gomez --as python-'\"");
    EXPECT_EQ(finished.err, "");
    for (const char* word : {"trace", "train", "python-numpy", "python-pytorch", "python-keras"})
        EXPECT_THAT(finished.out, HasSubstr(word));
    EXPECT_THAT(finished.out, Not(HasSubstr("latex")));
}

TEST(CommandTable, CompletesWithScriptsThatTheirShellsCanRead) {
    for (const char* name : {"bash", "zsh"}) {
        const Finished finished =
            shell(std::string("\"$P\" completions ") + name + " | " + name + " -n");
        EXPECT_EQ(finished.status, 0) << name;
        EXPECT_EQ(finished.err, "") << name;
    }
}

}  // namespace
}  // namespace lstm
