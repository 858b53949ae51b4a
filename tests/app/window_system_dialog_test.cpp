/// Files that are asked for in the system's dialogs, with one that stands in for them.
#include "driver.h"
#include "sequences.h"

#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "platform/file_dialog.h"
#include "platform/files.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <utility>

namespace lstm {
namespace {

namespace fs = std::filesystem;
using Outcome = FileAnswer::Outcome;

/// A dialog that nobody sees, and that is answered by the test.
class StandIn : public FileDialog {
public:
    void ask(const FileQuestion& question) override { asked = question; }
    std::optional<FileAnswer> answer() override { return std::exchange(next, std::nullopt); }
    void give_up() override { asked.reset(); }

    std::optional<FileQuestion> asked;  ///< what is being asked
    std::optional<FileAnswer> next;
};

/// A user whose desktop has dialogs of its own, and a folder with a lesson.
class SystemDialog : public testing::Test {
protected:
    SystemDialog() {
        save_file(lesson_file, write_scenario(written));
        user.application().use_file_dialog(dialog);
    }

    void answer(Outcome outcome, const fs::path& file = {}) {
        dialog.next = {outcome, file};
        EXPECT_TRUE(user.application().work());
        user.frames(3);
    }
    [[nodiscard]] Document saved(const fs::path& file) const {
        return read_scenario(load_file(file), file.string());
    }

    TemporaryFolder folder;
    Document written = sequence({2, 2}, 3);
    fs::path lesson_file = folder.path() / "lesson.json";
    StandIn dialog;
    Driver user{"company-a"};
};

TEST_F(SystemDialog, OpensTheFileThatIsChosenThere) {
    user.click("bar/open");
    ASSERT_TRUE(dialog.asked);
    EXPECT_EQ(dialog.asked->purpose, FileQuestion::Purpose::open);
    EXPECT_EQ(dialog.asked->ending, ".json");
    EXPECT_TRUE(user.sees("files/here"));
    EXPECT_FALSE(user.sees("files/name"));
    EXPECT_LT(user.application().next_frame_in(), 1) << "it is asked now and then";
    EXPECT_FALSE(user.application().work());
    answer(Outcome::chosen, lesson_file);
    EXPECT_EQ(user.document(), written);
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_FALSE(dialog.asked);
}

TEST_F(SystemDialog, SavesUnderTheNameThatIsChosenThere) {
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    ASSERT_TRUE(dialog.asked);
    EXPECT_EQ(dialog.asked->purpose, FileQuestion::Purpose::save);
    EXPECT_EQ(dialog.asked->start.filename(), "company-a.json");
    const fs::path mine = folder.path() / "mine.json";
    answer(Outcome::chosen, mine);
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_EQ(saved(mine), user.document());
    EXPECT_EQ(user.application().file(), mine);
}

TEST_F(SystemDialog, ReplacesWhatTheUserAgreedToReplaceThere) {
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    answer(Outcome::chosen, lesson_file);
    EXPECT_EQ(saved(lesson_file), user.document());
}

TEST_F(SystemDialog, AsksBeforeItReplacesAFileWhoseNameWasNotTypedInFull) {
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    answer(Outcome::chosen, folder.path() / "lesson");
    EXPECT_EQ(saved(lesson_file), written);
    EXPECT_TRUE(user.sees("files/replace"));
    EXPECT_EQ(user.shown("files/name"), "lesson.json");
    user.click("files/replace");
    EXPECT_EQ(saved(lesson_file), user.document());
}

TEST_F(SystemDialog, SaysInTheWindowWhyAFileCannotBeSaved) {
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    answer(Outcome::chosen, folder.path() / "no such folder" / "mine.json");
    EXPECT_THAT(user.shown("files/told"), testing::HasSubstr("no such folder/mine.json"));
    EXPECT_TRUE(user.sees("files/name")) << "where another can be typed";
}

TEST_F(SystemDialog, ThatIsCancelledIsGone) {
    user.click("bar/open");
    answer(Outcome::cancelled);
    EXPECT_FALSE(user.sees("dialog"));
    user.click("bar/open");
    EXPECT_TRUE(dialog.asked) << "once more";
    user.click("files/cancel");
    EXPECT_FALSE(dialog.asked) << "taken away, where the user cancels in the window";
}

TEST_F(SystemDialog, ThatFailsOrIsNotWantedLeavesItToTheWindowsOwn) {
    user.click("bar/open");
    answer(Outcome::failed);
    EXPECT_TRUE(user.sees("files/name"));
    user.click("files/cancel");
    user.click("bar/open");
    user.click("files/here");
    EXPECT_FALSE(dialog.asked);
    EXPECT_TRUE(user.sees("files/name"));
}

TEST_F(SystemDialog, SavesBeforeUnsavedWorkIsLost) {
    user.drag("weights/forget.b[0]", 10);
    user.application().open_file(lesson_file);
    user.frames(4);  // until the dialog has its size
    user.click("unsaved/save");
    ASSERT_TRUE(dialog.asked);
    const Document changed = user.document();
    answer(Outcome::chosen, folder.path() / "mine.json");
    EXPECT_EQ(saved(folder.path() / "mine.json"), changed);
    EXPECT_EQ(user.document(), written) << "and then opens what was to be opened";
}

}  // namespace
}  // namespace lstm
