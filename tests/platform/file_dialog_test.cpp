/// The desktop's file dialogs, with scripts that stand in for the programs that show them.
#include "platform/file_dialog.h"

#include "platform/files.h"
#include "support/process.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

namespace lstm {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A user's desktop: what is installed there, and what the environment says.
class FileDialogs : public testing::Test {
protected:
    FileDialogs() {
        set("PATH", bin_.path().string() + ":/bin:/usr/bin");
        set("LSTM_FILE_DIALOG", "");
        set("XDG_CURRENT_DESKTOP", "");
    }
    ~FileDialogs() override {
        for (const auto& [name, value] : before_) setenv(name.c_str(), value.c_str(), 1);
    }

    void set(const std::string& name, const std::string& value) {
        const char* const before = std::getenv(name.c_str());
        before_.try_emplace(name, before == nullptr ? "" : before);
        setenv(name.c_str(), value.c_str(), 1);
    }
    /// Puts a script on the PATH that writes its arguments down before it does `what`.
    void install(const std::string& program, const std::string& what) const {
        const fs::path file = bin_.path() / program;
        save_file(file,
                  "#!/bin/sh\nprintf '%s\\n' \"$@\" > " + arguments_.string() + "\n" + what + "\n");
        fs::permissions(file, fs::perms::owner_all);
    }
    static FileAnswer wait_for_answer(FileDialog& dialog) {
        std::optional<FileAnswer> answer;
        EXPECT_TRUE(comes_true([&] { return (answer = dialog.answer()).has_value(); }));
        return answer.value_or(FileAnswer{});
    }

    TemporaryFolder bin_;
    fs::path arguments_ = bin_.path() / "arguments";
    const FileQuestion question_{FileQuestion::Purpose::save, "Save", "/somewhere/mine.json",
                                 "Scenarios", ".json"};

private:
    std::map<std::string, std::string> before_;
};

TEST_F(FileDialogs, GiveTheFileThatWasChosen) {
    install("zenity", "echo '/a folder/of mine.json'");
    const auto dialog = system_file_dialog();
    ASSERT_NE(dialog, nullptr);
    EXPECT_FALSE(dialog->answer()) << "nothing was asked";
    dialog->ask(question_);
    const FileAnswer answer = wait_for_answer(*dialog);
    EXPECT_EQ(answer.outcome, FileAnswer::Outcome::chosen);
    EXPECT_EQ(answer.file, "/a folder/of mine.json");
    EXPECT_FALSE(dialog->answer()) << "once";
    const std::string arguments = load_file(arguments_);
    for (const char* argument : {"--save\n", "--title=Save\n", "--filename=/somewhere/mine.json\n",
                                 "--file-filter=Scenarios | *.json\n"})
        EXPECT_THAT(arguments, HasSubstr(argument));
}

TEST_F(FileDialogs, SayWhereTheUserCancels) {
    install("zenity", "exit 1");
    const auto dialog = system_file_dialog();
    dialog->ask(question_);
    EXPECT_EQ(wait_for_answer(*dialog).outcome, FileAnswer::Outcome::cancelled);
}

TEST_F(FileDialogs, SayWhereTheyCannotBeShown) {
    install("zenity", "exit 255");
    const auto dialog = system_file_dialog();
    dialog->ask(question_);
    EXPECT_EQ(wait_for_answer(*dialog).outcome, FileAnswer::Outcome::failed);
    fs::remove(bin_.path() / "zenity");
    set("PATH", bin_.path().string());
    dialog->ask(question_);
    EXPECT_EQ(wait_for_answer(*dialog).outcome, FileAnswer::Outcome::failed);
}

TEST_F(FileDialogs, AreNotWaitedForAndCanBeGivenUp) {
    install("zenity", "exec sleep 1000");
    const auto dialog = system_file_dialog();
    dialog->ask(question_);
    EXPECT_FALSE(dialog->answer());
    dialog->give_up();
    EXPECT_FALSE(dialog->answer());
    install("zenity", "echo /second.json");
    dialog->ask(question_);
    EXPECT_EQ(wait_for_answer(*dialog).file, "/second.json");
}

TEST_F(FileDialogs, AreThoseOfTheDesktopOrTheOneThatIsWanted) {
    install("zenity", "echo zenity");
    install("kdialog", "echo kdialog");
    const auto shown = [this] {
        const auto dialog = system_file_dialog();
        if (!dialog) return std::string("none");
        dialog->ask(question_);
        return wait_for_answer(*dialog).file.string();
    };
    EXPECT_EQ(shown(), "zenity");
    set("XDG_CURRENT_DESKTOP", "KDE");
    EXPECT_EQ(shown(), "kdialog");
    EXPECT_THAT(load_file(arguments_), HasSubstr("--getsavefilename\n/somewhere/mine.json\n"));
    set("LSTM_FILE_DIALOG", "zenity");
    EXPECT_EQ(shown(), "zenity");
    set("LSTM_FILE_DIALOG", "own");
    EXPECT_EQ(shown(), "none");
}

}  // namespace
}  // namespace lstm
