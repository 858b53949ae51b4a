/// Work in the background: the newest counts, and what goes wrong is told.
#include "platform/background.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace lstm {
namespace {

using namespace std::chrono_literals;

/// Nothing is done before somebody asks for it.
constexpr std::chrono::milliseconds never = 1h;

TEST(Background, DoesTheNewestTaskAlone) {
    std::vector<int> done;
    const auto background = open_background(never);
    EXPECT_FALSE(background->used());
    for (const int number : {1, 2, 3})
        background->give(
            [&done, number] {
                done.push_back(number);
                return std::string();
            },
            false);
    background->flush();
    EXPECT_TRUE(background->used());
    EXPECT_EQ(done, std::vector<int>{3});
    background->flush();
    EXPECT_EQ(done, std::vector<int>{3});
}

TEST(Background, DoesWhatIsLeftWhenItGoes) {
    bool done = false;
    open_background(never)->give(
        [&done] {
            done = true;
            return std::string();
        },
        false);
    EXPECT_TRUE(done);
}

TEST(Background, TellsWhyTheLastTaskFailed) {
    const auto background = open_background(never);
    background->give([] { return std::string("no room"); }, true);
    background->flush();
    EXPECT_EQ(background->failure(), "no room");
    background->give([] { return std::string(); }, true);
    background->flush();
    EXPECT_EQ(background->failure(), "");
}

}  // namespace
}  // namespace lstm
