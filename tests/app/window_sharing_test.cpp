/// Sharing a link, and opening one: in the window, with what is copied and what is typed.
#include "driver.h"

#include "app/loading.h"
#include "formats/link/link.h"
#include "support/documents.h"
#include "support/process.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <png.h>

#include <random>
#include <string>
#include <vector>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

const std::string page = "https://a.b/notebook/";

std::string copied() {
    return ImGui::GetClipboardText();
}

void paste(Driver& user, const std::string& text) {
    ImGui::SetClipboardText(text.c_str());
    user.press(ImGuiKey_V, ImGuiMod_Ctrl);
}

TEST(Sharing, CopiesALinkThatOpensTheSameNumbers) {
    Driver user("company-a");
    user.application().share_from(page);
    user.enter("diagram/x[0]", "0.123456789");
    user.press(ImGuiKey_K, ImGuiMod_Ctrl);
    ASSERT_TRUE(user.sees("share/link"));
    EXPECT_FALSE(user.sees("share/page")) << "this is the page";
    user.click("share/copy");
    EXPECT_EQ(user.shown("share/copy"), "Copied");
    EXPECT_EQ(copied(), user.shown("share/link"));
    EXPECT_THAT(copied(), StartsWith(page + "#s="));
    EXPECT_EQ(load_link(copied()).document, user.document());
}

TEST(Sharing, NamesAnExampleThatNobodyChanged) {
    Driver user("company-a");
    user.application().share_from(page);
    user.press(ImGuiKey_RightArrow);
    user.press(ImGuiKey_K, ImGuiMod_Ctrl);
    EXPECT_EQ(user.shown("share/link"), page + "#example=company-a&t=2&phase=speak&page=weights");
    user.click("share/start");
    EXPECT_EQ(user.shown("share/link"), page + "#example=company-a");
}

TEST(Sharing, AsksOnceWhereThePageIs) {
    Driver user("company-a");
    user.click("bar/share");
    EXPECT_THAT(user.shown("share/link"), StartsWith("#example=company-a"));
    user.click("share/page");
    user.type("https://school.example/lstm/#old");
    user.press(ImGuiKey_Enter);
    EXPECT_THAT(user.shown("share/link"),
                StartsWith("https://school.example/lstm/#example=company-a"));
    EXPECT_EQ(user.settings().page_address, "https://school.example/lstm/");
}

/// What a link to a document with a description of so many letters, all at random, is said to be.
class LongLink {
public:
    explicit LongLink(std::size_t letters) : user_(described(letters)) {
        user_.application().share_from(page);
        user_.click("bar/share");
    }
    [[nodiscard]] const Driver& user() const { return user_; }

private:
    static Document described(std::size_t letters) {
        std::mt19937 random(1);
        Document document = new_document();
        for (std::size_t k = 0; k < letters; ++k)
            document.description += static_cast<char>('a' + random() % 26);
        return document;
    }
    Driver user_;
};

TEST(Sharing, SaysHowLongALinkIs) {
    const LongLink usual(100);
    EXPECT_THAT(usual.user().shown("share/length"), testing::Not(HasSubstr("cut")));
    EXPECT_TRUE(usual.user().sees("share/code"));
}

TEST(Sharing, SaysWhereALinkMayBeCut) {
    const LongLink longer(5000);
    EXPECT_THAT(longer.user().shown("share/length"), HasSubstr("some programs cut links"));
    EXPECT_THAT(longer.user().shown("share/no_code"), HasSubstr("too long for a QR code"));
    EXPECT_FALSE(longer.user().sees("share/code"));
}

TEST(Sharing, SaysThatThereIsNoLinkToSoMuch) {
    const LongLink too_long(std::size_t{1} << 24);
    EXPECT_THAT(too_long.user().shown("share/trouble"), HasSubstr("at most 16 MiB"));
    EXPECT_FALSE(too_long.user().sees("share/link"));
}

TEST(OpeningALink, ShowsItsPlaceInACopyOfOnesOwn) {
    Driver user("gomez");
    paste(user, "https://a.b/#example=company-a&t=3&phase=forget&page=working");
    EXPECT_THAT(user.document().title, HasSubstr("company A"));
    EXPECT_EQ(user.view().cursor.t, 3);
    EXPECT_EQ(user.view().cursor.phase, Phase::forget);
    EXPECT_EQ(user.view().look.page, Page::derivation);
    EXPECT_THAT(user.shown("notice"), HasSubstr("copy of your own"));
    EXPECT_FALSE(user.session().unsaved());
    EXPECT_FALSE(user.application().file());
}

TEST(OpeningALink, AsksBeforeWorkIsLost) {
    Driver user("gomez");
    user.enter("diagram/x[0]", "0.25");
    const Document mine = user.document();
    paste(user, "#example=company-a");
    ASSERT_TRUE(user.sees("unsaved/cancel"));
    user.click("unsaved/cancel");
    EXPECT_EQ(user.document(), mine);
    paste(user, "#example=company-a");
    user.click("unsaved/discard");
    EXPECT_THAT(user.document().title, HasSubstr("company A"));
}

TEST(OpeningALink, LeavesEverythingWhereItIsBroken) {
    Driver user("gomez");
    const Document mine = user.document();
    paste(user, "#s=AAAA");
    EXPECT_THAT(user.shown("message/text"), HasSubstr("cut off"));
    user.click("message/close");
    EXPECT_EQ(user.document(), mine);
}

TEST(Pasting, OpensAScenarioThatWasCopied) {
    Driver user("gomez");
    paste(user, full_scenario());
    EXPECT_EQ(user.document().title, "A title");
    paste(user, "{\"format\":");
    EXPECT_THAT(user.shown("message/text"), HasSubstr("clipboard: line 1"));
    user.click("message/close");
    paste(user, "milk, eggs");
    EXPECT_THAT(user.shown("notice"), HasSubstr("a link, a scenario, or a table"));
    EXPECT_EQ(user.document().title, "A title");
}

TEST(Pasting, IntoAFieldIsTyping) {
    Driver user("gomez");
    ImGui::SetClipboardText("0.75");
    user.double_click("diagram/x[0]");
    user.press(ImGuiKey_A, ImGuiMod_Ctrl);
    user.press(ImGuiKey_V, ImGuiMod_Ctrl);
    user.press(ImGuiKey_Enter);
    EXPECT_EQ(user.document().step(user.view().cursor.t).x[0], 0.75);
}

/// Black and white triangles of the frame that was drawn last, inside the region `id`, as a PNG.
void picture_of(const Driver& user, const std::string& id, const std::string& file) {
    const Region& region = user.region(id);
    const auto width = static_cast<unsigned>(region.max.x - region.min.x);
    const auto height = static_cast<unsigned>(region.max.y - region.min.y);
    std::vector<png_byte> grey(std::size_t{width} * height, 255);
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
        for (int k = 0; k + 5 < list->IdxBuffer.Size; k += 3) {
            // Each rectangle is two triangles; the first has three of its corners.
            const auto corner = [&](int n) {
                return list->VtxBuffer[static_cast<int>(list->IdxBuffer[k + n])];
            };
            if (corner(0).col != IM_COL32_BLACK || corner(2).col != IM_COL32_BLACK) continue;
            const ImVec2 a = corner(0).pos, b = corner(2).pos;
            for (float y = std::min(a.y, b.y); y < std::max(a.y, b.y); ++y)
                for (float x = std::min(a.x, b.x); x < std::max(a.x, b.x); ++x)
                    if (x >= region.min.x && x < region.max.x && y >= region.min.y &&
                        y < region.max.y)
                        grey[static_cast<std::size_t>(y - region.min.y) * width +
                             static_cast<std::size_t>(x - region.min.x)] = 0;
        }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = PNG_FORMAT_GRAY;
    ASSERT_NE(png_image_write_to_file(&image, file.c_str(), 0, grey.data(), 0, nullptr), 0);
}

TEST(QrCode, IsReadByAnotherProgramAsTheLink) {
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "code.png").string();
    Driver user("company-a");
    user.application().share_from(page);
    user.press(ImGuiKey_K, ImGuiMod_Ctrl);
    for (const char* where : {"share/start", "share/here"}) {
        user.click(where);
        user.frames(2);
        picture_of(user, "share/code", file);
        const Finished finished = run({"zbarimg", "--quiet", "--raw", file});
        EXPECT_EQ(finished.out, user.shown("share/link") + "\n") << finished.err;
    }
}

}  // namespace
}  // namespace lstm
