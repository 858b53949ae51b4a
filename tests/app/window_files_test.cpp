/// Opening and saving: files, examples, what goes wrong, and that nothing is lost when it does.
#include "driver.h"
#include "sequences.h"

#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "platform/files.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace lstm {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A user with a folder in which lies a lesson.
class Files : public testing::Test {
protected:
    Files() { save_file(lesson_file, write_scenario(written)); }

    [[nodiscard]] fs::path path(const std::string& name) const { return folder.path() / name; }
    [[nodiscard]] static Document read(const fs::path& file) {
        return read_scenario(load_file(file), file.string());
    }
    /// Types `name` into the dialog that is open, and presses Enter.
    static void answer(Driver& user, const std::string& name) {
        user.press(ImGuiKey_A, ImGuiMod_Ctrl);
        user.type(name);
        user.press(ImGuiKey_Enter);
    }
    static void open(Driver& user, const fs::path& file) {
        user.press(ImGuiKey_O, ImGuiMod_Ctrl);
        answer(user, file.string());
    }
    static void change(Driver& user) { user.drag("weights/forget.b[0]", 10); }

    TemporaryFolder folder;
    Document written = sequence({2, 2}, 3);
    fs::path lesson_file = folder.path() / "lesson.json";
};

TEST_F(Files, AreOpenedByTypingTheirPath) {
    Driver user("company-a");
    user.press(ImGuiKey_RightArrow);
    open(user, lesson_file);
    EXPECT_EQ(user.document(), written);
    EXPECT_EQ(user.application().file(), lesson_file);
    EXPECT_EQ(user.shown("bar/title"), "A lesson");
    EXPECT_EQ(user.shown("transport/place"), "step 1 of 3");
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_FALSE(user.history().can_undo());
}

TEST_F(Files, AreOpenedByTheButtonAndByDoubleClick) {
    Driver user(lesson_file.string());
    save_file(path("other.json"), write_scenario(sequence({1, 1}, 9)));
    user.click("bar/open");
    EXPECT_TRUE(user.sees("files/lesson.json"));  // the folder of the file that is open
    user.click("files/other.json");
    EXPECT_EQ(user.shown("files/name"), "other.json");
    user.click("files/accept");
    EXPECT_EQ(user.document().steps(), 9);

    user.click("bar/open");
    user.double_click("files/lesson.json");
    EXPECT_EQ(user.document(), written);
    EXPECT_FALSE(user.sees("dialog"));
}

TEST_F(Files, AreFoundAmongTheRecentOnes) {
    Driver user(lesson_file.string());
    open(user, LSTM_SOURCE_DIR "/assets/examples/gomez.json");
    ASSERT_EQ(user.document().steps(), 2);
    user.press(ImGuiKey_O, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("recent/0"), LSTM_SOURCE_DIR "/assets/examples/gomez.json");
    EXPECT_EQ(user.shown("recent/1"), lesson_file);
    user.click("recent/1");
    EXPECT_EQ(user.document(), written);
    EXPECT_EQ(user.settings().recent_files.front(), lesson_file);
    EXPECT_EQ(user.settings().recent_files.size(), 2U);
}

TEST_F(Files, AreOpenedByDroppingThem) {
    Driver user("company-a");
    user.application().open_file(lesson_file);
    user.frames(2);
    EXPECT_EQ(user.document(), written);
    EXPECT_EQ(user.shown("bar/title"), "A lesson");
}

TEST_F(Files, FoldersAreGoneInto) {
    fs::create_directory(path("inner"));
    save_file(path("inner/deep.json"), write_scenario(sequence({1, 1}, 1)));
    Driver user(lesson_file.string());
    open(user, path("inner"));
    EXPECT_EQ(user.shown("dialog"), "Open a scenario");
    EXPECT_TRUE(user.sees("files/deep.json"));
    EXPECT_FALSE(user.sees("files/lesson.json"));
    user.double_click("files/deep.json");
    EXPECT_EQ(user.document().steps(), 1);
}

TEST_F(Files, ThatAreBrokenAreToldByPlaceAndTheOldOneStays) {
    save_file(path("broken.json"), R"({"format": "lstm-notebook", "version": 1, "cell": 7})");
    save_file(path("cut.json"), "{\n  \"format\": ");
    Driver user("company-a");
    const Document before = user.document();
    change(user);
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    for (const auto& [file, place] :
         {std::pair{"broken.json", "/cell"}, std::pair{"cut.json", "line 2"},
          std::pair{"missing.json", "missing.json"}}) {
        open(user, path(file));
        EXPECT_THAT(user.shown("message/text"), HasSubstr(path(file).string()));
        EXPECT_THAT(user.shown("message/text"), HasSubstr(place));
        EXPECT_EQ(user.document(), before);
        EXPECT_TRUE(user.history().can_redo());  // not even its history is lost
        user.click("message/close");
        EXPECT_FALSE(user.sees("dialog"));
        EXPECT_EQ(user.shown("notebook/c[0]"), "−0.201");
    }
    EXPECT_TRUE(user.settings().recent_files.empty());
}

TEST_F(Files, AreNotOpenedByCancelling) {
    Driver user("company-a");
    const Document before = user.document();
    for (const bool by_key : {true, false}) {
        user.press(ImGuiKey_O, ImGuiMod_Ctrl);
        user.type(lesson_file.string());
        if (by_key) {
            user.press(ImGuiKey_Escape);
        } else {
            user.click("files/cancel");
        }
        EXPECT_FALSE(user.sees("dialog"));
        EXPECT_EQ(user.document(), before);
    }
}

TEST_F(Files, AreSavedInPlace) {
    Driver user(lesson_file.string());
    change(user);
    EXPECT_EQ(read(lesson_file), written);
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_EQ(read(lesson_file), user.document());
    EXPECT_NE(read(lesson_file), written);
    EXPECT_FALSE(user.session().unsaved());
    EXPECT_TRUE(user.history().can_undo());

    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_TRUE(user.session().unsaved());
    user.click("bar/save");
    EXPECT_EQ(read(lesson_file), written);
}

TEST_F(Files, AreSavedUnderANameThatGetsItsEnding) {
    Driver user(lesson_file.string());
    change(user);
    user.click("bar/save_as");
    EXPECT_EQ(user.shown("files/name"), "lesson.json");
    answer(user, "another");
    EXPECT_EQ(read(path("another.json")), user.document());
    EXPECT_EQ(read(lesson_file), written);
    EXPECT_EQ(user.application().file(), path("another.json"));
    EXPECT_EQ(user.settings().recent_files.front(), path("another.json"));
    EXPECT_FALSE(user.session().unsaved());

    change(user);
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);  // from now on, there
    EXPECT_EQ(read(path("another.json")), user.document());
}

TEST_F(Files, OfExamplesAreAskedFor) {
    Driver user("company-a");
    EXPECT_EQ(user.application().file(), std::nullopt);
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("files/name"), "company-a.json");
    answer(user, path("mine.json").string());
    EXPECT_EQ(read(path("mine.json")), user.document());
    EXPECT_EQ(user.application().file(), path("mine.json"));
}

TEST_F(Files, AreNotSavedWithoutAName) {
    Driver user("company-a");
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.press(ImGuiKey_Backspace);
    user.press(ImGuiKey_Enter);
    user.click("files/accept");
    EXPECT_EQ(user.shown("dialog"), "Save the scenario");
}

TEST_F(Files, AreNotSavedOverAFolder) {
    fs::create_directory(path("inner"));
    Driver user(lesson_file.string());
    user.click("bar/save_as");
    answer(user, "inner");
    EXPECT_EQ(user.shown("dialog"), "Save the scenario");
    EXPECT_TRUE(fs::is_directory(path("inner")));
}

TEST_F(Files, ThatCannotBeSavedAreToldAndNothingIsLost) {
    Driver user(lesson_file.string());
    change(user);
    const Document changed = user.document();
    for (const fs::path& nowhere : {path("no folder/x.json"), fs::path("/dev/null/x.json")}) {
        user.click("bar/save_as");
        answer(user, nowhere.string());
        EXPECT_THAT(user.shown("files/told"), HasSubstr(nowhere.string()));
        EXPECT_EQ(user.shown("files/name"), nowhere.string());  // to be corrected
        user.press(ImGuiKey_Escape);
        EXPECT_EQ(user.document(), changed);
        EXPECT_TRUE(user.session().unsaved());
        EXPECT_EQ(user.application().file(), lesson_file);
        EXPECT_EQ(read(lesson_file), written);
    }
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    EXPECT_EQ(read(lesson_file), changed);
}

TEST_F(Files, ThatBecameAFolderCannotBeSavedTo) {
    Driver user(lesson_file.string());
    change(user);
    fs::remove(lesson_file);
    fs::create_directory(lesson_file);
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    EXPECT_THAT(user.shown("message/text"), HasSubstr("folder"));
    EXPECT_TRUE(user.session().unsaved());
}

TEST_F(Files, AreReadAgainAsTheyWereSaved) {
    Driver user("hundred-steps");
    user.click("inspector/about");
    user.click("about/title");
    user.type(" “½” \\ \"x\"");
    user.press(ImGuiKey_Enter);
    user.click("inspector/weights");
    user.enter("weights/forget.W[0][0]", "1/3");
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    answer(user, path("again").string());
    const Document saved = user.document();
    user.press(ImGuiKey_N, ImGuiMod_Ctrl);
    open(user, path("again.json"));
    EXPECT_EQ(user.document(), saved);
    EXPECT_EQ(user.weight("forget.W"), 1.0 / 3);
}

TEST(TheGallery, OpensAnExample) {
    Driver user("company-a");
    user.click("bar/examples");
    EXPECT_EQ(user.shown("dialog"), "Worked examples");
    for (const Example& example : examples())
        EXPECT_TRUE(user.sees("gallery/" + example.name)) << example.name;
    EXPECT_EQ(user.shown("gallery/statquest-one-step"), "StatQuest: one step of an LSTM");
    user.click("gallery/statquest-one-step");
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_EQ(user.document().title, "StatQuest: one step of an LSTM");
    EXPECT_EQ(user.shown("notebook/c[0]"), "2.948");
    EXPECT_EQ(user.application().file(), std::nullopt);
}

TEST(TheGallery, IsClosedByEscapeAndByAClickBesideIt) {
    Driver user("company-a");
    user.click("bar/examples");
    user.press(ImGuiKey_Escape);
    EXPECT_FALSE(user.sees("dialog"));
    user.click("bar/examples");
    user.click(ImVec2(10, 700));
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_EQ(user.document().title, "StatQuest: four days of company A");
}

}  // namespace
}  // namespace lstm
