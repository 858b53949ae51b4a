/// The window's export dialog: every kind, with progress and a way back.
#include "app/export_kinds.h"
#include "app/loading.h"
#include "driver.h"
#include "sequences.h"
#include "platform/files.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <string>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class ExportDialog : public testing::Test {
protected:
    ExportDialog() : ExportDialog(load_scenario("company-a").document) {}
    explicit ExportDialog(Document document) : user_(std::move(document)) {
        std::signal(SIGPIPE, SIG_IGN);  // as the program does
        user_.press(ImGuiKey_E, ImGuiMod_Ctrl);
        user_.frames(2);
    }

    void choose(const std::string& kind) {
        const auto& kinds = export_kinds();
        for (std::size_t k = 0; k < kinds.size(); ++k)
            if (kinds[k].name == kind) user_.click("export/" + std::to_string(k));
    }
    /// Names the file beside nothing else.
    std::filesystem::path name(const std::string& file) {
        const std::filesystem::path path = folder_.path() / file;
        user_.click("export/path");
        user_.press(ImGuiKey_A, ImGuiMod_Ctrl);
        user_.type(path.string());
        user_.press(ImGuiKey_Enter);
        return path;
    }
    void wait() {
        for (int k = 0; k < 600 && !user_.sees("export/told"); ++k) user_.frames(1);
    }

    TemporaryFolder folder_;
    Driver user_;
};

TEST_F(ExportDialog, OffersEveryKind) {
    for (std::size_t k = 0; k < export_kinds().size(); ++k)
        EXPECT_TRUE(user_.inside("export/" + std::to_string(k), "dialog"))
            << export_kinds()[k].name;
}

TEST_F(ExportDialog, WritesText) {
    choose("csv");
    const auto path = name("run.csv");
    user_.click("export/go");
    wait();
    EXPECT_EQ(user_.shown("export/told"), "Written: " + path.string());
    EXPECT_THAT(load_file(path), StartsWith("t,label,x[0],"));
}

TEST_F(ExportDialog, WritesThatOfSomeSteps) {
    choose("csv");
    const auto path = name("run.csv");
    user_.enter("export/first", "3");
    user_.click("export/go");
    wait();
    EXPECT_THAT(load_file(path), HasSubstr("\n3,"));
    EXPECT_EQ(load_file(path).find("\n2,"), std::string::npos);
}

TEST_F(ExportDialog, WritesPictures) {
    choose("png-diagram");
    const auto path = name("run.png");
    user_.click("export/go");
    wait();
    EXPECT_THAT(load_file(path), StartsWith("\x89PNG"));
}

TEST_F(ExportDialog, WritesFilmsWhileTheWindowLives) {
    choose("gif");
    const auto path = name("run.gif");
    user_.click("export/go");
    wait();
    EXPECT_EQ(user_.shown("export/told"), "Written: " + path.string());
    EXPECT_THAT(load_file(path), StartsWith("GIF89a"));
}

/// A run whose derivation is long.
class LongExport : public ExportDialog {
protected:
    LongExport() : ExportDialog(sequence({2, 16}, 1000)) {}
};

TEST_F(LongExport, OfTextTellsHowFarItIsAndIsCancelled) {
    choose("latex");
    name("run.tex");
    user_.click("export/go");
    ASSERT_TRUE(user_.sees("export/progress")) << "it is not done in one frame";
    const int done = user_.application().exporting().done;
    for (int k = 0; k < 600 && user_.application().exporting().done <= done; ++k) user_.frames(1);
    EXPECT_GT(user_.application().exporting().done, done);
    EXPECT_THAT(user_.shown("export/progress"), testing::EndsWith(" %"));
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
    user_.click("export/cancel");
    EXPECT_THAT(user_.shown("export/told"), StartsWith("Cancelled"));
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(ExportDialog, CancelsFilms) {
    user_.application().view().dialogs.exporting.by_phase = true;
    choose("mp4");
    name("run.mp4");
    user_.click("export/go");
    if (user_.sees("export/cancel")) user_.click("export/cancel");
    wait();
    EXPECT_THAT(user_.shown("export/told"), StartsWith("Cancelled"));
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST(Export, OfANewDocumentIsNotAimedAtTheFileOfTheLast) {
    Driver user("company-a");
    user.press(ImGuiKey_E, ImGuiMod_Ctrl);
    user.frames(2);
    user.click("export/path");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.type("/somewhere/of-the-last.txt");
    user.press(ImGuiKey_Enter);
    ASSERT_THAT(user.shown("export/path"), HasSubstr("of-the-last"));
    user.press(ImGuiKey_Escape);
    user.press(ImGuiKey_N, ImGuiMod_Ctrl);
    user.press(ImGuiKey_E, ImGuiMod_Ctrl);
    user.frames(2);
    EXPECT_THAT(user.shown("export/path"), testing::Not(HasSubstr("of-the-last")));
}

TEST(Export, WhileANetworkTrainsShowsTheNetworkOfThatMomentInEveryPicture) {
    Driver user("gradient-steady");
    user.click("inspector/training");
    user.click("training/run");
    ASSERT_TRUE(user.application().training().running);
    const Document document = user.document();
    const View view = user.view().for_picture();
    Settings settings;
    BlindPainter painter;
    Application picture({document, "", {}}, settings, painter);
    picture.view() = view;
    for (int k = 0; k < 5; ++k) {
        (void)picture.prepare(1);
        picture.frame();
    }
    EXPECT_EQ(picture.session().document(), document);
    EXPECT_FALSE(picture.session().unsaved());
}

TEST_F(ExportDialog, CancelsWhatNobodyWaitsFor) {
    choose("mp4");
    name("run.mp4");
    user_.click("export/go");
    user_.press(ImGuiKey_Escape);
    user_.frames(3);
    EXPECT_FALSE(user_.sees("dialog"));
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(ExportDialog, SaysPlainlyWhatWentWrong) {
    choose("csv");
    name("no such folder/run.csv");
    user_.click("export/go");
    wait();
    EXPECT_THAT(user_.shown("export/told"), HasSubstr("No such file or directory"));
    EXPECT_TRUE(user_.application().exporting().failed);
}

TEST_F(ExportDialog, GivesTheFileTheEndingOfItsKind) {
    choose("latex");
    EXPECT_THAT(user_.shown("export/path"), testing::EndsWith(".tex"));
    choose("gif");
    EXPECT_THAT(user_.shown("export/path"), testing::EndsWith(".gif"));
}

TEST_F(ExportDialog, IsAllReachedByTab) {
    choose("gif");
    for (const char* id :
         {"export/first", "export/by_step", "export/path", "export/go", "export/close"}) {
        for (int n = 0; n < 60 && user_.view().input.focus.id != id; ++n) user_.press(ImGuiKey_Tab);
        EXPECT_EQ(user_.view().input.focus.id, id);
    }
}

}  // namespace
}  // namespace lstm
