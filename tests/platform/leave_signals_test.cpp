/// Signals that ask the program to leave.
#include "platform/leave_signals.h"

#include "support/process.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>

namespace lstm {
namespace {

void nothing() {}

TEST(LeaveSignals, AreHeardAndWakeTheWindow) {
    for (const int signal : {SIGTERM, SIGHUP, SIGINT}) {
        const auto before = std::signal(signal, SIG_DFL);
        {
            std::atomic<bool> woken = false;
            const LeaveSignals signals([&] { woken = true; }, nothing);
            EXPECT_EQ(signals.heard(), 0);
            raise(signal);
            EXPECT_TRUE(comes_true([&] { return woken.load(); }));
            EXPECT_EQ(signals.heard(), signal);
        }
        std::signal(signal, before);
    }
}

TEST(LeaveSignals, AreAsTheyWereAfterwards) {
    const auto before = std::signal(SIGTERM, SIG_IGN);
    { const LeaveSignals signals(nothing, nothing); }
    EXPECT_EQ(std::signal(SIGTERM, before), SIG_IGN);
}

TEST(LeaveSignals, ThatWereIgnoredStayIgnored) {
    const auto before = std::signal(SIGHUP, SIG_IGN);
    {
        const LeaveSignals signals(nothing, nothing);
        raise(SIGHUP);
        raise(SIGTERM);
        EXPECT_TRUE(comes_true([&] { return signals.heard() != 0; }));
        EXPECT_EQ(signals.heard(), SIGTERM);
    }
    std::signal(SIGHUP, before);
}

TEST(LeaveSignals, SaveWhatCanBeSavedWhereTheWindowHangs) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_EXIT(
        {
            const LeaveSignals signals(nothing, [] { std::fputs("saved\n", stderr); });
            raise(SIGTERM);
            raise(SIGTERM);  // once more: nobody waits any longer
            for (;;) pause();
        },
        testing::ExitedWithCode(128 + SIGTERM), "saved");
}

}  // namespace
}  // namespace lstm
