/// The real window, on a virtual display: does it open, hear keys, and close?
#include "app/loading.h"
#include "driver.h"
#include "support/process.h"
#include "support/temporary_folder.h"
#include "virtual_display.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <functional>
#include <memory>
#include <thread>

namespace lstm {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

/// Whether `condition` comes true before our patience ends.
bool comes_true(const std::function<bool()>& condition) {
    using namespace std::chrono_literals;
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(50ms);
    }
    return true;
}

/// A window on the example statquest-one-step.
class RealWindow : public testing::Test {
protected:
    void SetUp() override {
        if (run({"Xvfb", "-help"}).status == 127 || run({"xdotool", "version"}).status == 127) {
            GTEST_SKIP() << "Xvfb or xdotool is not installed";
        }
        display_ = std::make_unique<VirtualDisplay>();
        // Away from the window: what hovers would change the picture.
        display_->xdotool({"mousemove", "1279", "799"});
        open("statquest-one-step");
    }

    void open(const std::string& scenario) {
        program_ = std::make_unique<Process>(
            std::vector<std::string>{LSTM_PROGRAM, scenario},
            Surroundings{.environment = {{"DISPLAY", display_->name()},
                                         {"WAYLAND_DISPLAY", {}},
                                         {"XDG_CONFIG_HOME", home_.path().string()}}});
        ASSERT_TRUE(comes_true([this] {
            window_ = display_->xdotool({"search", "--onlyvisible", "--class", "lstm-notebook"});
            return !window_.empty();
        })) << program_->err();
        display_->xdotool({"windowfocus", "--sync", window_});
    }

    [[nodiscard]] std::string title() const {
        return display_->xdotool({"getwindowname", window_});
    }

    void press(const std::string& key) const { display_->xdotool({"key", key}); }

    /// The screen once it has come to rest.
    [[nodiscard]] std::vector<std::uint8_t> picture() const {
        using namespace std::chrono_literals;
        std::vector<std::uint8_t> last, now = display_->pixels();
        do {
            last = std::move(now);
            std::this_thread::sleep_for(700ms);  // longer than the window waits for a last look
            now = display_->pixels();
        } while (now != last);
        return now;
    }

    TemporaryFolder home_;
    std::unique_ptr<VirtualDisplay> display_;
    std::unique_ptr<Process> program_;
    std::string window_;
};

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
    open(file.string());
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
    open("statquest-one-step");
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
}

}  // namespace
}  // namespace lstm
