/// The real window, on a virtual display: does it open, hear keys, and close?
#include "app/loading.h"
#include "driver.h"
#include "real_window.h"

#include <GLFW/glfw3.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <csignal>
#include <filesystem>

namespace lstm {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(RealWindow, OpensUnderItsTitleAndClosesWhenAsked) {
    EXPECT_TRUE(comes_true([this] { return title().ends_with("– LSTM Notebook"); })) << title();
    EXPECT_THAT(title(), HasSubstr("StatQuest"));
    display_->close(window_);
    EXPECT_EQ(program_->wait(), 0) << program_->err();
    EXPECT_THAT(program_->err(), IsEmpty());
}

TEST_F(RealWindow, HearsKeysAndDrawsOnlyWhatTheyChange) {
    const auto before = picture();
    press("Up");  // one phase back: the hidden state is not spoken yet
    EXPECT_TRUE(comes_true([&] { return display_->pixels() != before; }));
    press("Down");
    EXPECT_TRUE(comes_true([&] { return display_->pixels() == before; }));
    press("ctrl+n");
    EXPECT_TRUE(comes_true([this] { return !title().starts_with("StatQuest"); })) << title();
    display_->close(window_);
    EXPECT_EQ(program_->wait(), 0) << program_->err();
}

TEST_F(RealWindow, TakesTheNumberThatWasTypedWhileItCouldNotDraw) {
    display_->close(window_);
    ASSERT_EQ(program_->wait(), 0) << program_->err();
    const std::filesystem::path file = home_.path() / "mine.json";
    std::filesystem::copy_file(LSTM_SOURCE_DIR "/assets/examples/statquest-one-step.json", file);
    start(file.string());
    const ImVec2 place = Driver(file.string()).region("weights/forget.W[0][0]").centre();
    (void)picture();
    kill(program_->id(), SIGSTOP);
    display_->xdotool({"mousemove", std::to_string(std::lround(place.x)),
                       std::to_string(std::lround(place.y)), "click", "1"});
    display_->xdotool({"type", "--delay", "1", "0.46"});
    press("Return");
    press("ctrl+s");
    kill(program_->id(), SIGCONT);
    EXPECT_TRUE(comes_true([&] {
        return (*load_scenario(file.string()).document.network.parameters[0])(0, 0) == 0.46;
    }));
    EXPECT_FALSE(title().starts_with("●"));
    display_->close(window_);
    EXPECT_EQ(program_->wait(), 0) << program_->err();
}

TEST_F(RealWindow, ComesBackToWhereItWas) {
    const auto geometry = [this] {
        return display_->xdotool({"getwindowgeometry", "--shell", window_});
    };
    display_->xdotool({"windowsize", "--sync", window_, "900", "600"});
    display_->xdotool({"windowmove", "--sync", window_, "130", "70"});
    const std::string before = geometry();
    EXPECT_THAT(before, HasSubstr("X=130\nY=70\nWIDTH=900\nHEIGHT=600"));
    display_->close(window_);
    ASSERT_EQ(program_->wait(), 0) << program_->err();
    start();
    EXPECT_THAT(geometry(), HasSubstr("X=130\nY=70\nWIDTH=900\nHEIGHT=600"));
}

TEST(NoWindow, IsToldInASentenceThatSaysWhatToDo) {
    const TemporaryFolder home;
    const Finished finished = run(
        {LSTM_PROGRAM},
        {.environment = {
             {"DISPLAY", {}}, {"WAYLAND_DISPLAY", {}}, {"XDG_CONFIG_HOME", home.path().string()}}});
    EXPECT_EQ(finished.status, 1);
    EXPECT_THAT(finished.out, IsEmpty());
    EXPECT_THAT(finished.err, testing::AllOf(HasSubstr("DISPLAY"),
                                             HasSubstr("lstm-notebook render"), EndsWith("\n")));
    EXPECT_THAT(finished.err, testing::Not(HasSubstr("graphics driver")));
}

TEST(NoWindow, NamesTheLibraryThatSpeaksToWaylandWhereThatIsAllThereIs) {
    const TemporaryFolder home;
    const Finished finished =
        run({LSTM_PROGRAM}, {.environment = {{"DISPLAY", {}},
                                             {"WAYLAND_DISPLAY", "wayland-of-nobody"},
                                             {"XDG_RUNTIME_DIR", home.path().string()},
                                             {"XDG_CONFIG_HOME", home.path().string()}}});
    EXPECT_EQ(finished.status, 1);
    const bool speaks_wayland = std::string(glfwGetVersionString()).find("Wayland") < 1000;
    EXPECT_THAT(finished.err, HasSubstr(speaks_wayland ? "WAYLAND_DISPLAY" : "libglfw3-wayland"));
    EXPECT_THAT(finished.err, testing::Not(HasSubstr("graphics driver")));
}

}  // namespace
}  // namespace lstm
