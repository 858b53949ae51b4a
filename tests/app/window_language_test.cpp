/// The window in another language.
#include "driver.h"
#include "sequences.h"

#include "formats/scenario/scenario_writer.h"
#include "ui/commands/command.h"
#include "ui/words/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::Not;

const Language german = *language_named("de");

TEST(WindowLanguage, IsChosenOnTheHelpPageAndChangesWhatIsSaid) {
    Driver user("company-a");
    EXPECT_EQ(user.shown("bar/open"), "Open");
    user.press(ImGuiKey_F1);
    user.click("help/language");
    user.frames(4);
    EXPECT_EQ(user.view().look.language, german);
    EXPECT_EQ(user.shown("dialog"), "Tasten");
    user.click("help/close");
    EXPECT_EQ(user.shown("bar/open"), "Öffnen");
    EXPECT_EQ(user.shown("transport/forget"), "vergessen");
    user.press(ImGuiKey_F1);
    user.click("help/language");
    user.frames(4);
    user.click("help/close");
    EXPECT_EQ(user.shown("bar/open"), "Open");
}

TEST(WindowLanguage, HasDecimalCommasOnTheScreenAndPointsInTheFile) {
    Driver user("company-a");
    user.application().view().look.language = german;
    user.frames(2);
    EXPECT_EQ(user.shown("weights/forget.W[0][0]"), "1,63");
    EXPECT_THAT(user.shown("diagram/c[0]"), HasSubstr(","));
    EXPECT_THAT(user.shown("notebook/sentence"), HasSubstr("Zeile 0: "));
    user.enter("weights/forget.W[0][0]", "-0,125");
    EXPECT_EQ(user.weight("forget.W", 0, 0), -0.125);
    EXPECT_EQ(user.shown("weights/forget.W[0][0]"), "−0,125");
    const std::string file = write_scenario(user.document());
    EXPECT_THAT(file, HasSubstr("-0.125"));
    EXPECT_THAT(file, Not(HasSubstr("0,125")));
}

TEST(WindowLanguage, SaysNothingInKeysOrOpenHoles) {
    for (const Language language : languages()) {
        Driver user(sequence({2, 2}, 4));
        user.application().view().look.language = language;
        for (const Page page : pages) {
            user.application().view().look.page = page;
            user.frames(2);
            for (int n = 0; n < 3; ++n) user.press(ImGuiKey_PageUp);
            for (const auto& [id, region] : user.application().regions().all()) {
                EXPECT_THAT(region.shown, Not(testing::MatchesRegex("[a-z_]+\\.[a-z_.]+")))
                    << id << " in " << name_of(language);
                EXPECT_THAT(region.shown, Not(HasSubstr("{"))) << id;
            }
        }
    }
}

}  // namespace
}  // namespace lstm
