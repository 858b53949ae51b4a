/// No file is written over unasked: replacing, other versions on the disk, and the version before.
#include "driver.h"
#include "sequences.h"

#include "app/export_kinds.h"
#include "app/naming.h"
#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "platform/files.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace lstm {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

/// A user who has changed a file that he opened, in a folder where another lies.
class AFile : public testing::Test {
protected:
    AFile() {
        save_file(file, write_scenario(written));
        save_file(other, "somebody's work");
        user.application().open_file(file);
        user.frames(3);
        user.drag("weights/forget.b[0]", 10);
    }

    static void answer(Driver& user, const std::string& name) {
        user.press(ImGuiKey_A, ImGuiMod_Ctrl);
        user.type(name);
        user.press(ImGuiKey_Enter);
    }
    [[nodiscard]] static Document read(const fs::path& path) {
        return read_scenario(load_file(path), path.string());
    }
    [[nodiscard]] static std::string before(const fs::path& path) {
        return load_file(path.string() + "~");
    }
    /// What another program makes of the file.
    void change_on_disk() { save_file(file, write_scenario(theirs)); }
    [[nodiscard]] bool asks() const {
        return user.sees("dialog") && user.shown("dialog") == "Another version";
    }

    TemporaryFolder folder;
    Document written = sequence({2, 2}, 3);
    Document theirs = sequence({2, 2}, 5);
    fs::path file = folder.path() / "lesson.json";
    fs::path other = folder.path() / "other.json";
    Driver user{"company-a"};
};

TEST_F(AFile, ThatIsThereAlreadyIsReplacedOnlyWhenTheUserSaysSo) {
    user.click("bar/save_as");
    for (const char* name : {"other.json", "other"}) {
        answer(user, name);
        EXPECT_THAT(user.shown("files/told"),
                    AllOf(HasSubstr(other.string()), HasSubstr("written on "),
                          HasSubstr("15 bytes"), HasSubstr("Replace it?")));
        user.press(ImGuiKey_Enter);  // once more is no answer
        user.click("files/accept");
        EXPECT_EQ(load_file(other), "somebody's work");
        EXPECT_EQ(user.application().file(), file);
        EXPECT_EQ(user.shown("dialog"), "Save the scenario");
    }
    user.click("files/replace");
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_EQ(read(other), user.document());
    EXPECT_EQ(before(other), "somebody's work");
    EXPECT_EQ(user.application().file(), other);
}

TEST_F(AFile, ThatIsThereAlreadyStaysWhereAnotherNameIsTyped) {
    user.click("bar/save_as");
    answer(user, "other");
    ASSERT_TRUE(user.sees("files/replace"));
    answer(user, "third");
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_EQ(load_file(other), "somebody's work");
    EXPECT_EQ(read(folder.path() / "third.json"), user.document());
}

TEST_F(AFile, ThatIsClickedInTheListIsNotReplacedByADoubleClick) {
    user.click("bar/save_as");
    user.double_click("files/other.json");
    EXPECT_EQ(user.shown("dialog"), "Save the scenario");
    EXPECT_EQ(load_file(other), "somebody's work");
}

TEST_F(AFile, OfTheDocumentIsSavedUnderItsOwnNameWithoutAQuestion) {
    user.click("bar/save_as");
    answer(user, "lesson");
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_EQ(read(file), user.document());
}

TEST_F(AFile, IsReplacedByNoExportUnasked) {
    user.press(ImGuiKey_E, ImGuiMod_Ctrl);
    for (std::size_t k = 0; k < export_kinds().size(); ++k) {
        if (export_kinds()[k].medium == Medium::film) continue;
        user.click("export/" + std::to_string(k));
        user.click("export/path");
        answer(user, other.string());
        user.click("export/go");
        user.frames(5);
        EXPECT_THAT(user.shown("export/told"),
                    AllOf(HasSubstr(other.string()), HasSubstr("Replace it?")));
        EXPECT_EQ(load_file(other), "somebody's work");
    }
    user.click("export/0");
    user.click("export/path");
    answer(user, other.string());
    user.click("export/go");
    user.click("export/replace");
    user.frames(5);
    EXPECT_EQ(user.shown("export/told"), "Written: " + other.string());
    EXPECT_NE(load_file(other), "somebody's work");
    user.click("export/go");  // agreed to once is not agreed to for ever
    user.frames(5);
    EXPECT_THAT(user.shown("export/told"), HasSubstr("Replace it?"));
}

TEST_F(AFile, ThatAnotherProgramChangedIsAskedAbout) {
    change_on_disk();
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    ASSERT_TRUE(asks());
    EXPECT_THAT(user.shown("conflict/text"),
                AllOf(StartsWith(file.string()), HasSubstr("changed"), HasSubstr("written on ")));
    EXPECT_EQ(read(file), theirs);
    user.click("conflict/cancel");
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_EQ(read(file), theirs);
    EXPECT_TRUE(user.session().unsaved());
}

TEST_F(AFile, ThatAnotherProgramChangedIsKeptWhereItIsOverwritten) {
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    user.drag("weights/forget.b[0]", 10);
    change_on_disk();
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    ASSERT_TRUE(asks());
    user.click("conflict/overwrite");
    EXPECT_EQ(read(file), user.document());
    EXPECT_EQ(before(file), write_scenario(theirs));
    EXPECT_FALSE(user.session().unsaved());
    user.drag("weights/forget.b[0]", 10);
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);  // that is settled
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_EQ(before(file), write_scenario(theirs));
}

TEST_F(AFile, ThatAnotherProgramChangedCanBeReloadedAndThatBeUndone) {
    const Document mine = user.document();
    change_on_disk();
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    user.click("conflict/reload");
    EXPECT_EQ(user.document(), theirs);
    EXPECT_FALSE(user.session().unsaved());
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.document(), mine);
    EXPECT_TRUE(user.session().unsaved());
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    EXPECT_FALSE(asks());
    EXPECT_EQ(read(file), mine);
}

TEST_F(AFile, ThatAnotherProgramChangedIsLeftAloneBySavingElsewhere) {
    change_on_disk();
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    user.click("conflict/save_as");
    EXPECT_EQ(user.shown("dialog"), "Save the scenario");
    answer(user, "mine");
    EXPECT_EQ(read(file), theirs);
    EXPECT_EQ(read(folder.path() / "mine.json"), user.document());
}

TEST_F(AFile, ThatWasOnlyCopiedOverItselfIsNoOtherVersion) {
    save_file(file, write_scenario(written));
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    EXPECT_FALSE(user.sees("dialog"));
}

TEST_F(AFile, ThatVanishedIsAskedAbout) {
    fs::remove(file);
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    ASSERT_TRUE(asks());
    EXPECT_THAT(user.shown("conflict/text"), HasSubstr("is not there any more"));
    EXPECT_FALSE(user.sees("conflict/reload"));
    EXPECT_FALSE(fs::exists(file));
    user.click("conflict/overwrite");
    EXPECT_EQ(read(file), user.document());
}

TEST_F(AFile, ThatAnotherProgramChangedHoldsUpWhatSavingWasFor) {
    change_on_disk();
    user.application().ask_to_close();
    user.frames(3);
    user.click("unsaved/save");
    ASSERT_TRUE(asks());
    EXPECT_FALSE(user.application().closed());
    user.click("conflict/overwrite");
    EXPECT_TRUE(user.application().closed());
    EXPECT_EQ(read(file), user.document());
}

TEST_F(AFile, IsKeptAsItWasBeforeTheFirstSaveOfASession) {
    EXPECT_FALSE(fs::exists(file.string() + "~"));
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    for (int saves = 0; saves < 3; ++saves) {
        user.press(ImGuiKey_S, ImGuiMod_Ctrl);
        user.drag("weights/forget.b[0]", 10);
    }
    EXPECT_EQ(before(file), write_scenario(written));
    EXPECT_EQ(fs::status(file.string() + "~").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(AFile, IsSavedEvenWhereTheVersionBeforeCannotBeKept) {
    fs::create_directory(file.string() + "~");
    save_file(fs::path(file.string() + "~") / "full", "");
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    EXPECT_EQ(read(file), user.document());
    EXPECT_THAT(user.shown("notice"), HasSubstr("lesson.json~"));
}

TEST_F(AFile, ThatCouldNotBeSavedIsSavedUnderTheNextNameAndTheWindowCloses) {
    user.click("bar/examples");
    user.click("gallery/statquest-one-step");
    user.click("unsaved/discard");
    user.drag("weights/forget.b[0]", 10);
    user.application().ask_to_close();
    user.frames(3);
    user.click("unsaved/save");
    answer(user, "/dev/null/x");
    EXPECT_THAT(user.shown("files/told"), HasSubstr("/dev/null/x.json"));
    EXPECT_FALSE(user.application().closed());
    answer(user, (folder.path() / "mine").string());
    EXPECT_TRUE(user.application().closed());
}

TEST_F(AFile, IsFoundByTheNameUnderWhichItWasSaved) {
    user.click("bar/save_as");
    answer(user, "gomez");
    const Document saved = user.document();
    user.press(ImGuiKey_N, ImGuiMod_Ctrl);
    user.press(ImGuiKey_O, ImGuiMod_Ctrl);
    answer(user, (folder.path() / "gomez").string());
    EXPECT_EQ(user.application().file(), folder.path() / "gomez.json");
    EXPECT_EQ(user.document(), saved);
}

TEST_F(AFile, ForWorkThatHasNoneIsNamedAfterItsTitle) {
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    user.press(ImGuiKey_N, ImGuiMod_Ctrl);
    user.click("inspector/about");
    user.enter("about/title", " of mine: ½");
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("files/name"), file_name_for(user.document().title));
    EXPECT_NE(user.document().title, new_document().title);
}

TEST(FileNames, AreMadeOfTitles) {
    EXPECT_EQ(file_name_for("StatQuest: one step"), "StatQuest one step.json");
    EXPECT_EQ(file_name_for("../a\\b|c?\n“d” \xff"), "abc“d”.json");
    for (const char* nothing : {"", " ", "...", "/"})
        EXPECT_EQ(file_name_for(nothing), "untitled.json");
    const std::string name = file_name_for(std::string(100'000, '0') + "é");
    EXPECT_EQ(name, std::string(60, '0') + ".json");
}

TEST_F(AFile, OfAFullFolderCostsNothingFrameByFrame) {
    for (int n = 0; n < 3000; ++n) std::ofstream(folder.path() / (std::to_string(n) + ".json"));
    user.click("bar/save_as");
    const auto& listing = user.view().dialogs.chooser.listing;
    ASSERT_EQ(listing.files.size(), 3002U);
    const std::string* const first = listing.files.data();
    user.frames(5);
    EXPECT_EQ(listing.files.data(), first);  // it is not listed again
    std::size_t lines = 0;
    for (const auto& [name, region] : user.application().regions().all())
        if (name.starts_with("files/")) ++lines;
    EXPECT_LT(lines, 60U);  // of which what is in sight is drawn

    save_file(folder.path() / "!new.json", "");
    user.frames(2);
    EXPECT_TRUE(user.sees("files/!new.json"));
}

}  // namespace
}  // namespace lstm
