/// Unsaved work: how it is marked, and the question before it would be lost.
#include "driver.h"
#include "sequences.h"

#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "platform/files.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <imgui_internal.h>

#include <filesystem>
#include <string>

namespace lstm {
namespace {

namespace fs = std::filesystem;
using testing::StartsWith;

/// A user who has opened a file and changed it.
class Unsaved : public testing::Test {
protected:
    Unsaved() {
        save_file(file, write_scenario(written));
        user.application().open_file(file);
        user.frames(2);
        user.drag("weights/forget.b[0]", 10);
        changed = user.document();
    }

    [[nodiscard]] static Document read(const fs::path& path) {
        return read_scenario(load_file(path), path.string());
    }
    [[nodiscard]] bool asks() const {
        return user.sees("dialog") && user.shown("dialog") == "Unsaved changes";
    }
    void answer(const char* choice) { user.click(std::string("unsaved/") + choice); }

    TemporaryFolder folder;
    Document written = sequence({2, 2}, 3);
    fs::path file = folder.path() / "lesson.json";
    Driver user{"company-a"};
    Document changed;
};

TEST_F(Unsaved, WorkIsMarkedInBothTitles) {
    EXPECT_EQ(user.shown("bar/title"), "● A lesson");
    EXPECT_EQ(user.application().window_title(), "● A lesson – LSTM Notebook");
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("bar/title"), "A lesson");
    EXPECT_EQ(user.application().window_title(), "A lesson – LSTM Notebook");
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("bar/title"), "● A lesson");
    user.press(ImGuiKey_Y, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("bar/title"), "A lesson");
}

TEST_F(Unsaved, WorkIsNoneOnceItIsUndone) {
    user.press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("bar/title"), "A lesson");
    user.press(ImGuiKey_N, ImGuiMod_Ctrl);
    EXPECT_FALSE(asks());
    EXPECT_EQ(user.document(), new_document());
}

TEST_F(Unsaved, WorkIsNoneOnceTheValueIsTypedBack) {
    user.enter("weights/forget.b[0]", "1");
    EXPECT_EQ(user.document(), written);
    EXPECT_EQ(user.shown("bar/title"), "A lesson");
}

TEST_F(Unsaved, WorkIsAskedAboutInADialogWithoutAScrollbarAtAnyScale) {
    for (int larger = 0; larger < 4; ++larger) {
        user.press(ImGuiKey_N, ImGuiMod_Ctrl);
        user.frames(3);
        ASSERT_TRUE(asks());
        const ImGuiWindow* dialog = ImGui::FindWindowByName("###dialog");
        ASSERT_NE(dialog, nullptr);
        EXPECT_FALSE(dialog->ScrollbarX || dialog->ScrollbarY) << "zoom " << user.view().look.zoom;
        answer("cancel");
        user.press(ImGuiKey_Equal, ImGuiMod_Ctrl);
    }
}

TEST_F(Unsaved, WorkIsAskedAboutBeforeANewScenario) {
    user.press(ImGuiKey_N, ImGuiMod_Ctrl);
    ASSERT_TRUE(asks());
    EXPECT_EQ(user.document(), changed);
    answer("discard");
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_EQ(user.document(), new_document());
    EXPECT_EQ(read(file), written);
}

TEST_F(Unsaved, WorkIsAskedAboutBeforeAnExample) {
    user.click("bar/examples");
    user.click("gallery/statquest-one-step");
    ASSERT_TRUE(asks());
    EXPECT_EQ(user.document(), changed);
    answer("discard");
    EXPECT_EQ(user.document().title, "StatQuest: one step of an LSTM");
}

TEST_F(Unsaved, WorkIsAskedAboutBeforeAFile) {
    const fs::path other = folder.path() / "other.json";
    save_file(other, write_scenario(new_document()));
    user.press(ImGuiKey_O, ImGuiMod_Ctrl);
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("other.json");
    user.press(ImGuiKey_Enter);
    ASSERT_TRUE(asks());
    EXPECT_EQ(user.document(), changed);
    answer("discard");
    EXPECT_EQ(user.document(), new_document());
    EXPECT_EQ(user.application().file(), other);
}

TEST_F(Unsaved, WorkIsAskedAboutBeforeADroppedFile) {
    user.application().open_file(LSTM_SOURCE_DIR "/assets/examples/gomez.json");
    user.frames(3);
    ASSERT_TRUE(asks());
    answer("discard");
    EXPECT_EQ(user.document().title, "Gomez: two inputs, two steps");
}

TEST_F(Unsaved, WorkIsAskedAboutBeforeTheWindowCloses) {
    user.application().ask_to_close();
    user.frames(3);
    EXPECT_FALSE(user.application().closed());
    ASSERT_TRUE(asks());
    answer("discard");
    EXPECT_TRUE(user.application().closed());
    EXPECT_EQ(read(file), written);
}

TEST_F(Unsaved, WorkIsKeptByCancelling) {
    for (const bool by_key : {false, true}) {
        user.application().ask_to_close();
        user.frames(3);
        ASSERT_TRUE(asks());
        if (by_key) {
            user.press(ImGuiKey_Escape);
        } else {
            answer("cancel");
        }
        EXPECT_FALSE(user.sees("dialog"));
        EXPECT_FALSE(user.application().closed());
        EXPECT_EQ(user.document(), changed);
        EXPECT_TRUE(user.session().unsaved());
    }
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);  // what was cancelled does not happen later
    EXPECT_FALSE(user.application().closed());
    EXPECT_EQ(read(file), changed);
}

TEST_F(Unsaved, WorkIsSavedFirstWhereTheUserWantsThat) {
    user.press(ImGuiKey_N, ImGuiMod_Ctrl);
    answer("save");
    EXPECT_EQ(read(file), changed);
    EXPECT_EQ(user.document(), new_document());
    EXPECT_FALSE(user.sees("dialog"));
}

TEST_F(Unsaved, WorkIsSavedBeforeTheWindowCloses) {
    user.application().ask_to_close();
    user.frames(3);
    answer("save");
    EXPECT_EQ(read(file), changed);
    EXPECT_TRUE(user.application().closed());
}

TEST_F(Unsaved, WorkIsNotDroppedWhereSavingItFails) {
    fs::remove(file);
    fs::create_directory(file);
    user.application().ask_to_close();
    user.frames(3);
    answer("save");
    EXPECT_TRUE(user.sees("message/text"));
    EXPECT_FALSE(user.application().closed());
    EXPECT_EQ(user.document(), changed);
    user.press(ImGuiKey_Escape);
    EXPECT_FALSE(user.application().closed());
    EXPECT_TRUE(user.session().unsaved());
}

/// The same user, with an example that has no file yet.
class UnsavedExample : public Unsaved {
protected:
    UnsavedExample() {
        user.press(ImGuiKey_S, ImGuiMod_Ctrl);
        user.click("bar/examples");
        user.click("gallery/statquest-one-step");
        user.drag("weights/forget.b[0]", 10);
        changed = user.document();
    }
};

TEST_F(UnsavedExample, IsSavedUnderANameBeforeTheRestHappens) {
    user.press(ImGuiKey_N, ImGuiMod_Ctrl);
    ASSERT_TRUE(asks());
    answer("save");
    EXPECT_EQ(user.shown("dialog"), "Save the scenario");
    EXPECT_EQ(user.document(), changed);
    const fs::path mine = folder.path() / "mine.json";
    user.type(mine.string());
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(read(mine), changed);
    EXPECT_EQ(user.document(), new_document());
}

TEST_F(UnsavedExample, StaysWhereItsNameIsNotGiven) {
    user.application().ask_to_close();
    user.frames(3);
    answer("save");
    user.click("files/cancel");
    EXPECT_FALSE(user.sees("dialog"));
    EXPECT_FALSE(user.application().closed());
    EXPECT_EQ(user.document(), changed);
    EXPECT_TRUE(user.session().unsaved());
}

TEST_F(UnsavedExample, IsOnlySavedWhereClosingWasGivenUpBefore) {
    user.application().ask_to_close();
    user.frames(3);
    answer("save");
    user.press(ImGuiKey_Escape);  // gives no name, and so stays

    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    user.type((folder.path() / "mine").string());
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(read(folder.path() / "mine.json"), changed);
    EXPECT_FALSE(user.application().closed());
}

TEST(SavedWork, IsNotAskedAbout) {
    Driver user("company-a");
    user.application().ask_to_close();
    EXPECT_TRUE(user.application().closed());
}

TEST(SavedWork, IsNotChangedByLookingAround) {
    Driver user("company-a");
    user.press(ImGuiKey_End);
    user.click("bar/theme");
    user.click("inspector/inputs");
    user.press(ImGuiKey_F5);
    EXPECT_FALSE(user.session().unsaved());
    EXPECT_THAT(user.application().window_title(), StartsWith("StatQuest"));
}

}  // namespace
}  // namespace lstm
