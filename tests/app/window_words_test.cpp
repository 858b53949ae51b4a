/// Words of others, however many and whatever is in them, leave the window as it is.
#include "driver.h"
#include "sequences.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace lstm {
namespace {

std::string repeated(const std::string& part, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += part;
    return text;
}

constexpr std::size_t megabyte = 1 << 20;

/// What somebody might write into a scenario, and a name for each; the last can only be the name of
/// a file.
const std::vector<std::pair<const char*, std::string>>& hostile_words() {
    static const std::vector<std::pair<const char*, std::string>> words{
        {"a megabyte without a blank", repeated("a", megabyte)},
        {"a megabyte of words", repeated("What to look at. ", megabyte)},
        {"a megabyte of lines", repeated("a\n", megabyte)},
        {"a thousand empty lines", repeated("\n", 1000) + "the end"},
        {"blanks", repeated(" ", megabyte)},
        {"accents on one letter", "e" + repeated("\u0301", megabyte)},
        {"controls", repeated("\t\r\u0007\u0085\u2028\u2029", 5000)},
        {"signs that turn the writing", repeated("\u202Eabc\u2066", 5000)},
        {"bytes that are no text", repeated("\xC3(\xFF\xE2\x82", 5000)},
    };
    return words;
}

Document in_the_words_of(const std::string& words) {
    Document document = sequence({1, 2}, 6);
    document.title = document.description = document.source = words;
    for (Shared<Step>& step : document.sequence.edit()) step.edit().label = words;
    document.sequence.edit().back().edit().target = Vector::Constant(2, 0.5);
    Expectation expectation;
    expectation.quantity = document.cell().at("h");
    expectation.t = 1;
    expectation.decimals = 2;
    document.expectations.edit().push_back(expectation);
    return document;
}

class WindowMessages : public testing::TestWithParam<std::size_t> {
protected:
    static const std::string& words() { return hostile_words()[GetParam()].second; }
};

class WindowWords : public WindowMessages {
protected:
    static Document document() { return in_the_words_of(words()); }
};

void expect_inside_the_window(const Driver& user, const std::string& id) {
    ASSERT_TRUE(user.sees(id)) << id;
    const Region& region = user.region(id);
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    EXPECT_GE(region.min.x, 0) << id;
    EXPECT_GE(region.min.y, 0) << id;
    EXPECT_LE(region.max.x, size.x) << id;
    EXPECT_LE(region.max.y, size.y) << id;
}

/// Corners of what was drawn in the last frame: whoever draws a megabyte has millions.
int corners() {
    return ImGui::GetDrawData()->TotalVtxCount;
}
constexpr int most_corners = 60'000;

TEST_P(WindowWords, AreShownInTheRoomThatThereIsOnEveryPage) {
    Driver user(document());
    for (const Page page : {Page::weights, Page::inputs, Page::derivation, Page::gradients,
                            Page::training, Page::what_if, Page::published, Page::about}) {
        user.application().view().look.page = page;
        user.frames(2);
        EXPECT_LT(corners(), most_corners) << static_cast<int>(page);
    }
    user.move_to("timeline/axis");  // with the label in its tip
    user.frames(2);
    EXPECT_LT(corners(), most_corners);
    user.move_to(ImVec2{300, 70});  // the description above the diagram
    user.frames(40);
    EXPECT_LT(corners(), most_corners);
    user.application().view().look.presenter = true;
    user.frames(2);
    EXPECT_LT(corners(), most_corners);
    EXPECT_LT(user.application().window_title().size(), 2000U);
    EXPECT_EQ(user.application().window_title().find('\n'), std::string::npos);
}

TEST_P(WindowWords, LeaveEveryControlOfTheUnsavedDialogInTheWindow) {
    Driver user(document(), {640, 480});
    user.application().view().look.page = Page::weights;
    user.resize(Driver::usual_size);
    user.drag("weights/forget.W[0][0]", 20);
    user.resize({640, 480});
    user.application().ask_to_close();
    user.frames(3);
    for (const char* id : {"dialog", "unsaved/save", "unsaved/discard", "unsaved/cancel"})
        expect_inside_the_window(user, id);
    EXPECT_LT(corners(), most_corners);
}

TEST_P(WindowMessages, LeaveEveryControlInTheWindow) {
    Driver user("company-a", {640, 480});
    user.application().view().dialogs.message = words();
    user.application().view().dialogs.open = Dialog::message;
    user.frames(3);
    for (const char* id : {"dialog", "message/text", "message/close"})
        expect_inside_the_window(user, id);
    EXPECT_LT(corners(), most_corners);
}

TEST_P(WindowMessages, AndNamesOfFilesLeaveEveryControlOfDialogsInTheWindow) {
    Driver user("company-a");
    user.settings().recent_files.assign(3, "/" + words());
    View& view = user.application().view();
    view.dialogs.open = Dialog::exporting;
    user.frames(3);
    view.dialogs.exporting.path = "/nowhere/" + words();
    user.frames(3);
    user.click("export/go");  // there is no such folder, and that is told
    for (const char* id : {"dialog", "export/path", "export/told", "export/go", "export/close"})
        expect_inside_the_window(user, id);
    EXPECT_LT(corners(), most_corners);
    view.dialogs.open = Dialog::closed;
    user.frames(3);
    view.dialogs.open = Dialog::open;
    user.frames(3);
    for (const char* id : {"dialog", "files/name", "files/accept", "files/cancel", "recent/0"})
        expect_inside_the_window(user, id);
    EXPECT_LT(corners(), most_corners);
}

TEST_P(WindowWords, AreAllThereWhenTheyAreEdited) {
    Driver user(document());
    user.application().view().look.page = Page::about;
    user.frames(3);
    const std::string before = user.document().description;
    user.click("about/description");
    user.press(ImGuiKey_End, ImGuiMod_Ctrl);
    user.type("!");
    user.press(ImGuiKey_Enter, ImGuiMod_Ctrl);
    user.move_away();
    user.frames(3);
    EXPECT_EQ(user.document().description.size(), before.size() + 1);
    EXPECT_EQ(user.document().title, before);
    user.application().view().look.page = Page::inputs;
    user.frames(3);
    user.click("inputs/2/label");
    user.press(ImGuiKey_End);
    user.type("!");
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.document().step(2).label.size(), before.size() + 1);
    EXPECT_EQ(user.document().step(1).label, before);
}

TEST_P(WindowWords, AreNotTouchedByAClickThatChangesNothing) {
    const Document before = document();
    Driver user(before);
    user.application().view().look.page = Page::about;
    user.frames(3);
    for (const char* id : {"about/title", "about/description", "about/source", "about/title"})
        user.click(id);
    user.press(ImGuiKey_Escape);
    user.move_away();
    user.frames(3);
    EXPECT_EQ(user.document(), before);
    EXPECT_FALSE(user.history().can_undo());
}

INSTANTIATE_TEST_SUITE_P(Hostile, WindowWords,
                         testing::Range<std::size_t>(0, hostile_words().size() - 1));
INSTANTIATE_TEST_SUITE_P(Hostile, WindowMessages,
                         testing::Range<std::size_t>(0, hostile_words().size()));

}  // namespace
}  // namespace lstm
