/// What the window keeps while one works, and how the next one offers it.
#include "driver.h"
#include "sequences.h"

#include "app/journal.h"
#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/scenario_writer.h"
#include "platform/files.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace lstm {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class Recovery : public testing::Test {
protected:
    Recovery() {
        save_file(file, write_scenario(sequence({2, 2}, 3)));
        start();
    }

    /// Another window, as the first has died.
    void start() {
        user.reset();
        journal.reset();
        journal = std::make_unique<Journal>(folder, std::chrono::hours(1));
        user = std::make_unique<Driver>("company-a");
        user->application().keep_work_in(*journal);
        user->frames(3);
    }
    void open_and_change() {
        user->application().open_file(file);
        user->frames(3);
        user->drag("weights/forget.b[0]", 10);
        changed = user->document();
    }
    /// Whether anything is kept at this moment.
    [[nodiscard]] bool is_kept() {
        journal->flush();
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(folder, ignored))
            if (entry.path().extension() == ".work") return true;
        return false;
    }

    TemporaryFolder home;
    fs::path folder = home.path() / "state";
    fs::path file = home.path() / "lesson.json";
    std::unique_ptr<Journal> journal;
    std::unique_ptr<Driver> user;
    Document changed;
};

TEST_F(Recovery, HasNothingToOfferAtFirst) {
    EXPECT_FALSE(user->sees("dialog"));
    EXPECT_FALSE(is_kept());
}

TEST_F(Recovery, KeepsWhatIsUnsavedAndNothingElse) {
    user->press(ImGuiKey_RightArrow);
    EXPECT_FALSE(is_kept());
    open_and_change();
    EXPECT_TRUE(is_kept());
    user->press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_FALSE(is_kept());
    user->press(ImGuiKey_Y, ImGuiMod_Ctrl);
    EXPECT_TRUE(is_kept());
    user->press(ImGuiKey_S, ImGuiMod_Ctrl);
    EXPECT_FALSE(is_kept());
    user->drag("weights/forget.b[0]", 10);
    EXPECT_TRUE(is_kept());
    user->press(ImGuiKey_N, ImGuiMod_Ctrl);
    EXPECT_TRUE(is_kept());
    user->click("unsaved/discard");
    EXPECT_FALSE(is_kept());
}

TEST_F(Recovery, OffersWhatAndWhenAndGivesItBackUnsaved) {
    open_and_change();
    start();
    ASSERT_EQ(user->shown("dialog"), "Unsaved work was kept");
    EXPECT_THAT(user->shown("recover/0"),
                AllOf(HasSubstr("A lesson"), HasSubstr(file.string()), HasSubstr("20")));
    user->click("recover/0/recover");
    EXPECT_FALSE(user->sees("dialog"));
    EXPECT_EQ(user->document(), changed);
    EXPECT_TRUE(user->session().unsaved());
    EXPECT_EQ(user->application().file(), file);
    EXPECT_TRUE(is_kept());  // still
    user->press(ImGuiKey_S, ImGuiMod_Ctrl);
    EXPECT_FALSE(user->sees("dialog"));
    EXPECT_EQ(read_scenario(load_file(file), ""), changed);
    EXPECT_FALSE(is_kept());
}

TEST_F(Recovery, SurvivesTheNextDeathToo) {
    open_and_change();
    start();
    user->click("recover/0/recover");
    start();
    user->click("recover/0/recover");
    user->drag("weights/forget.b[0]", 10);
    changed = user->document();
    start();
    user->click("recover/0/recover");
    EXPECT_EQ(user->document(), changed);
}

TEST_F(Recovery, CanBeUndoneToWhatIsInTheFile) {
    open_and_change();
    start();
    user->click("recover/0/recover");
    user->press(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(user->document(), sequence({2, 2}, 3));
    EXPECT_FALSE(user->session().unsaved());
    EXPECT_FALSE(is_kept());
}

TEST_F(Recovery, AsksWhereTheFileHasChangedMeanwhile) {
    open_and_change();
    save_file(file, write_scenario(sequence({2, 2}, 7)));
    start();
    user->click("recover/0/recover");
    user->press(ImGuiKey_S, ImGuiMod_Ctrl);
    EXPECT_EQ(user->shown("dialog"), "Another version");
    EXPECT_EQ(read_scenario(load_file(file), ""), sequence({2, 2}, 7));
}

TEST_F(Recovery, GivesBackWorkWhoseFileIsGone) {
    open_and_change();
    fs::remove(file);
    start();
    user->click("recover/0/recover");
    EXPECT_EQ(user->document(), changed);
    EXPECT_TRUE(user->session().unsaved());
    EXPECT_EQ(user->application().file(), file);
}

TEST_F(Recovery, GivesBackWorkOnAnExample) {
    user->drag("weights/forget.b[0]", 10);
    changed = user->document();
    start();
    user->click("recover/0/recover");
    EXPECT_EQ(user->document(), changed);
    EXPECT_EQ(user->application().file(), std::nullopt);
    user->press(ImGuiKey_S, ImGuiMod_Ctrl);
    EXPECT_EQ(user->shown("files/name"), "company-a.json");
}

TEST_F(Recovery, WaitsForTheNextStartWhereItIsPutOff) {
    open_and_change();
    start();
    for (const bool by_key : {false, true}) {
        if (by_key) {
            user->press(ImGuiKey_Escape);
        } else {
            user->click("recover/later");
        }
        EXPECT_FALSE(user->sees("dialog"));
        EXPECT_FALSE(user->session().unsaved());
        EXPECT_TRUE(is_kept());
        start();
        ASSERT_TRUE(user->sees("recover/0"));
    }
}

TEST_F(Recovery, IsForgottenWhereItIsDiscarded) {
    open_and_change();
    start();
    user->click("recover/0/discard");
    EXPECT_FALSE(user->sees("dialog"));
    EXPECT_FALSE(is_kept());
    start();
    EXPECT_FALSE(user->sees("dialog"));
}

TEST_F(Recovery, OffersTheWorkOfEachWindow) {
    open_and_change();
    {
        Journal other(folder, std::chrono::hours(1));
        other.keep({std::make_shared<const Document>(sequence({1, 1}, 9)), ""});
        other.flush();
        start();
        EXPECT_FALSE(user->sees("recover/1"));  // that one is at work
        user->click("recover/later");
    }
    start();
    ASSERT_TRUE(user->sees("recover/1"));
    user->click("recover/1/discard");
    EXPECT_TRUE(user->sees("recover/0"));
    EXPECT_FALSE(user->sees("recover/1"));
    user->click("recover/0/recover");
    EXPECT_FALSE(user->sees("dialog"));
    EXPECT_TRUE(user->session().unsaved());
}

TEST_F(Recovery, TellsWhereWorkCannotBeRead) {
    open_and_change();
    journal->flush();
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".work") continue;
        std::string text = load_file(entry.path());
        text.resize(text.size() / 2);
        save_file(entry.path(), text);
    }
    journal.reset();
    user.reset();
    start();
    user->click("recover/0/recover");
    EXPECT_THAT(user->shown("message/text"), HasSubstr(folder.string()));
    EXPECT_FALSE(user->session().unsaved());
}

TEST_F(Recovery, TellsOnceWhereNothingCanBeKept) {
    save_file(folder, "no folder");
    open_and_change();
    journal->flush();
    user->frames(2);
    EXPECT_THAT(user->shown("notice"), HasSubstr(folder.string()));
    user->application().view().dialogs.notice = {};
    user->drag("weights/forget.b[0]", 10);
    journal->flush();
    user->frames(2);
    EXPECT_FALSE(user->sees("notice"));
}

TEST_F(Recovery, KeepsWhatIsTrained) {
    user->application().open_file(LSTM_SOURCE_DIR "/assets/examples/gradient-steady.json");
    user->frames(3);
    user->click("inspector/training");
    user->click("training/run");
    user->frames(3);
    EXPECT_TRUE(is_kept());
    user->click("training/run");
    changed = user->document();
    start();
    user->click("recover/0/recover");
    EXPECT_EQ(user->document(), changed);
}

}  // namespace
}  // namespace lstm
