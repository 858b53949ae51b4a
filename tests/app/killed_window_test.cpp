/// The real window is ended in every way that there is while somebody works: his work is offered.
#include "real_window.h"

#include "app/kept_work.h"
#include "app/loading.h"
#include "formats/scenario/scenario_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <ostream>
#include <random>
#include <string>
#include <thread>

namespace lstm {
namespace {

namespace fs = std::filesystem;

/// A user who has changed a number in the real window.
class KilledWindow : public RealWindow {
protected:
    void SetUp() override {
        RealWindow::SetUp();
        if (!display_) return;
        // To the first number, and one up: where Tab is at something else, that changes nothing.
        for (int stops = 0; stops < 100 && !unsaved(); ++stops) {
            press("Tab");
            press("Up");
            for (int looks = 0; looks < 10 && !unsaved(); ++looks)
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        ASSERT_TRUE(comes_true([this] { return unsaved(); })) << title();
    }

    [[nodiscard]] bool unsaved() const { return title().starts_with("●"); }
    [[nodiscard]] fs::path folder() const { return home_.path() / "lstm-notebook"; }
    /// How many windows have kept work.
    [[nodiscard]] int kept() const {
        std::error_code none;
        int count = 0;
        for (const auto& entry : fs::directory_iterator(folder(), none))
            count += entry.path().extension() == ".work" ? 1 : 0;
        return count;
    }
    /// What the next window would offer. Throws std::out_of_range where that is nothing.
    [[nodiscard]] Document offered() const { return orphans_in(folder()).at(0).document(); }
    void expect_it_is_recovered() {
        EXPECT_NE(offered(), opened);
        start();
        ASSERT_TRUE(comes_true([this] { return title().starts_with("StatQuest"); })) << title();
        press("Tab");
        press("Return");  // Recover
        EXPECT_TRUE(comes_true([this] { return unsaved(); }));
        EXPECT_EQ(kept(), 1);
    }

    const Document opened = load_scenario("statquest-one-step").document;
};

struct Ending {
    int signal;
    int status;
};

void PrintTo(const Ending& ending, std::ostream* out) {
    *out << "signal " << ending.signal;
}

class EndedWindow : public KilledWindow, public testing::WithParamInterface<Ending> {};

TEST_P(EndedWindow, KeepsTheWorkAndOffersIt) {
    const auto& [signal, status] = GetParam();
    // Nothing else can be done about that one.
    if (signal == SIGKILL) {
        ASSERT_TRUE(comes_true([this] { return kept() == 1; }));
    }
    kill(program_->id(), signal);
    EXPECT_EQ(program_->wait(), status) << program_->err();
    expect_it_is_recovered();
}

INSTANTIATE_TEST_SUITE_P(By, EndedWindow,
                         testing::Values(Ending{SIGKILL, 128 + SIGKILL},
                                         Ending{SIGTERM, 128 + SIGTERM},
                                         Ending{SIGHUP, 128 + SIGHUP},
                                         Ending{SIGINT, 128 + SIGINT}));

TEST_F(KilledWindow, KeepsTheWorkWhereTheDisplayDies) {
    display_.reset();
    EXPECT_EQ(program_->wait(), 1);
    EXPECT_THAT(program_->err(), testing::HasSubstr("the display is gone"));
    display_ = std::make_unique<VirtualDisplay>();
    expect_it_is_recovered();
}

TEST_F(KilledWindow, KeepsAStateThatThereWasWhateverTheMoment) {
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 dice(seed);
    ASSERT_TRUE(comes_true([this] { return kept() == 1; }));
    const int presses = std::uniform_int_distribution(0, 60)(dice);
    for (int k = 0; k < presses; ++k) press("Up");
    kill(program_->id(), SIGKILL);
    EXPECT_EQ(program_->wait(), 128 + SIGKILL);
    const Document work = offered();  // whole, or it could not be read
    EXPECT_NE(work, opened);
    EXPECT_EQ(work.title, opened.title);
    EXPECT_EQ(work.steps(), opened.steps());
    EXPECT_EQ(work.expectations, opened.expectations);
}

TEST_F(KilledWindow, KeepsWhatIsBeingTypedWhereItIsAskedToLeave) {
    for (const char* key : {"7", "5", "3", "1"}) press(key);
    kill(program_->id(), SIGTERM);
    EXPECT_EQ(program_->wait(), 128 + SIGTERM) << program_->err();
    const Document work = offered();
    EXPECT_THAT(write_scenario(work), testing::HasSubstr("7531"));
}

TEST_F(KilledWindow, LeavesNothingBehindWhereTheWorkIsDiscarded) {
    ASSERT_TRUE(comes_true([this] { return kept() == 1; }));
    display_->close(window_);
    // "Unsaved changes": Save first, Do not save
    for (const char* key : {"Tab", "Tab", "Return"}) press(key);
    EXPECT_EQ(program_->wait(), 0) << program_->err();
    EXPECT_EQ(kept(), 0);
}

}  // namespace
}  // namespace lstm
