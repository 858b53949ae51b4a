/// Starting the program on a display of its own.
#include "real_window.h"

#include <chrono>
#include <thread>

namespace lstm {

void RealWindow::SetUp() {
    if (run({"Xvfb", "-help"}).status == 127 || run({"xdotool", "version"}).status == 127) {
        GTEST_SKIP() << "Xvfb or xdotool is not installed";
    }
    display_ = std::make_unique<VirtualDisplay>();
    start();
}

void RealWindow::start(const std::string& scenario) {
    // Away from the window: what hovers would change the picture.
    display_->xdotool({"mousemove", "1279", "799"});
    program_ = std::make_unique<Process>(
        std::vector<std::string>{LSTM_PROGRAM, scenario},
        Surroundings{.environment = {{"DISPLAY", display_->name()},
                                     {"WAYLAND_DISPLAY", {}},
                                     {"LSTM_FILE_DIALOG", "own"},
                                     {"XDG_STATE_HOME", home_.path().string()},
                                     {"XDG_CONFIG_HOME", home_.path().string()}}});
    ASSERT_TRUE(comes_true([this] {
        window_ = display_->xdotool({"search", "--onlyvisible", "--class", "lstm-notebook"});
        return !window_.empty();
    })) << program_->err();
    display_->xdotool({"windowfocus", "--sync", window_});
}

std::vector<std::uint8_t> RealWindow::picture() const {
    using namespace std::chrono_literals;
    std::vector<std::uint8_t> last, now = display_->pixels();
    do {
        last = std::move(now);
        std::this_thread::sleep_for(700ms);  // longer than the window waits for a last look
        now = display_->pixels();
    } while (now != last);
    return now;
}

}  // namespace lstm
