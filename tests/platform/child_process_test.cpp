/// Programs beside this one.
#include "platform/child_process.h"

#include "support/process.h"

#include <gtest/gtest.h>

#include <csignal>
#include <string_view>
#include <system_error>

namespace lstm {
namespace {

using std::chrono::milliseconds;

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

int wait_for(ChildProcess& process) {
    std::optional<int> status;
    EXPECT_TRUE(comes_true([&] { return (status = process.status()).has_value(); }));
    return status.value_or(-2);
}

TEST(ChildProcess, TakesWhatIsWrittenAndSaysWhatItPrints) {
    ChildProcess process({"/bin/sh", "-c", "cat; echo trouble >&2; exit 3"});
    EXPECT_EQ(process.write(bytes_of("hello"), milliseconds(0)), 5U);
    EXPECT_EQ(process.status(), std::nullopt);
    process.end_input();
    EXPECT_EQ(wait_for(process), 3);
    EXPECT_EQ(process.status(), 3) << "and still";
    EXPECT_EQ(process.output(), "hello");
    EXPECT_EQ(process.errors(), "trouble\n");
}

TEST(ChildProcess, ThatReadsNothingKeepsNobodyWaiting) {
    ChildProcess process({"sleep", "1000"});
    const std::string much(1 << 20, 'x');  // more than a pipe takes
    EXPECT_LT(process.write(bytes_of(much), milliseconds(1)), much.size());
    EXPECT_EQ(process.write(bytes_of(much), milliseconds(1)), 0U);
}

TEST(ChildProcess, ThatReadsNoMoreIsTold) {
    const auto before = std::signal(SIGPIPE, SIG_IGN);
    ChildProcess process({"/bin/sh", "-c", "exit 0"});
    EXPECT_EQ(wait_for(process), 0);
    EXPECT_EQ(process.write(bytes_of("hello"), milliseconds(0)), std::nullopt);
    std::signal(SIGPIPE, before);
}

TEST(ChildProcess, EndedByASignalHasNoStatusOfItsOwn) {
    ChildProcess process({"/bin/sh", "-c", "kill -9 $$"});
    EXPECT_EQ(wait_for(process), -1);
}

TEST(ChildProcess, HearsTheSignalsThatWeIgnore) {
    const auto before = std::signal(SIGTERM, SIG_IGN);
    ChildProcess process({"/bin/sh", "-c", "kill -TERM $$; exit 5"});
    EXPECT_EQ(wait_for(process), -1);
    std::signal(SIGTERM, before);
}

TEST(ChildProcess, ThatIsNotInstalledIsTold) {
    try {
        ChildProcess process({"no-such-program-at-all"});
        ADD_FAILURE() << "it was started";
    } catch (const std::system_error& error) {
        EXPECT_EQ(error.code(), std::errc::no_such_file_or_directory);
    }
}

}  // namespace
}  // namespace lstm
