/// The program as a process, for tests of its command line.
#pragma once

#include "support/process.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace lstm {

/// Runs the program with `arguments`.
[[nodiscard]] Finished notebook(std::vector<std::string> arguments, const std::string& input = "");

/// Runs a line of shell in which $P is the program.
[[nodiscard]] Finished shell(const std::string& line);

/// Expects exit status 2, nothing on stdout, and `message` as the only line on stderr.
void expect_refusal(const Finished& finished, const testing::Matcher<std::string>& message);

/// All of a file; empty where there is none.
[[nodiscard]] std::string text_in(const std::filesystem::path& file);

/// A folder with files for one test.
class CommandLine : public testing::Test {
protected:
    /// Where a file of that name stands, or would.
    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder_.path() / name).string();
    }
    /// A file with that text.
    [[nodiscard]] std::string file(const std::string& name, const std::string& text) const;
    /// The full scenario with `from` replaced by `to`, in a file.
    [[nodiscard]] std::string changed(const std::string& from, const std::string& to) const;
    /// The full scenario in a file.
    [[nodiscard]] std::string scenario(const std::string& name = "a.json") const;

    TemporaryFolder folder_;
};

}  // namespace lstm
