/// Reading whole files and saving them so that no failure costs the old one.
#include "platform/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace lstm {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A folder of its own for each test.
class SafeSaving : public testing::Test {
protected:
    SafeSaving() {
        const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
        folder_ =
            fs::temp_directory_path() / ("lstm-" + name + std::to_string(std::random_device()()));
        fs::create_directory(folder_);
    }
    ~SafeSaving() override { fs::remove_all(folder_); }

    /// What stands in the folder, so that a test sees what was left behind.
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> result;
        for (const auto& entry : fs::directory_iterator(folder_))
            result.push_back(entry.path().filename().string());
        std::sort(result.begin(), result.end());
        return result;
    }

    fs::path folder_;
};

/// The sentence with which saving to `path` fails; empty if it does not.
std::string failure(const fs::path& path, const std::string& text = "new") {
    try {
        save_file(path, text);
    } catch (const FileError& error) {
        return error.what();
    }
    return "";
}

std::string load_failure(const fs::path& path) {
    try {
        (void)load_file(path);
    } catch (const FileError& error) {
        return error.what();
    }
    return "";
}

TEST_F(SafeSaving, WritesANewFileAndReplacesAnOldOne) {
    const fs::path file = folder_ / "a.json";
    save_file(file, "one");
    EXPECT_EQ(load_file(file), "one");
    const std::string large(3'000'000, 'x');
    save_file(file, large);
    EXPECT_EQ(load_file(file), large);
    save_file(file, "");
    EXPECT_EQ(load_file(file), "");
    EXPECT_EQ(names(), std::vector<std::string>{"a.json"});
}

TEST_F(SafeSaving, KeepsThePermissionsOfTheOldFile) {
    const fs::path file = folder_ / "a.json";
    save_file(file, "one");
    const fs::perms only_mine = fs::perms::owner_read | fs::perms::owner_write;
    fs::permissions(file, only_mine);
    save_file(file, "two");
    EXPECT_EQ(fs::status(file).permissions(), only_mine);
    EXPECT_EQ(load_file(file), "two");
}

TEST_F(SafeSaving, FollowsALinkAndLeavesItThere) {
    fs::create_directory(folder_ / "real");
    save_file(folder_ / "real" / "a.json", "one");
    fs::create_symlink("real/a.json", folder_ / "link");
    fs::create_symlink(folder_ / "link", folder_ / "link to link");
    save_file(folder_ / "link to link", "two");
    EXPECT_TRUE(fs::is_symlink(folder_ / "link to link"));
    EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
    EXPECT_EQ(load_file(folder_ / "real" / "a.json"), "two");
}

TEST_F(SafeSaving, MakesTheFileThatALinkPromises) {
    fs::create_symlink("b.json", folder_ / "link");
    save_file(folder_ / "link", "two");
    EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
    EXPECT_EQ(load_file(folder_ / "b.json"), "two");
}

TEST_F(SafeSaving, RefusesAFolder) {
    fs::create_directory(folder_ / "sub");
    EXPECT_EQ(failure(folder_ / "sub"),
              (folder_ / "sub").string() + ": cannot be saved: it is a folder");
    EXPECT_EQ(names(), std::vector<std::string>{"sub"});
}

TEST_F(SafeSaving, RefusesAMissingFolder) {
    const fs::path file = folder_ / "none" / "a.json";
    EXPECT_EQ(failure(file), file.string() + ": cannot be saved: No such file or directory");
    EXPECT_TRUE(names().empty());
}

TEST_F(SafeSaving, DoesNotReplaceADevice) {
    EXPECT_EQ(failure("/dev/full"), "/dev/full: cannot be saved: it is no file");
    EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST_F(SafeSaving, GivesUpOnLinksThatGoRound) {
    fs::create_symlink("b", folder_ / "a");
    fs::create_symlink("a", folder_ / "b");
    EXPECT_THAT(failure(folder_ / "a"), HasSubstr("cannot be saved: "));
    EXPECT_TRUE(fs::is_symlink(folder_ / "a"));
}

TEST_F(SafeSaving, LeavesTheOldFileWholeWhereWritingFails) {
    const fs::path file = folder_ / "a.json";
    save_file(file, "old");
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit full = before;
    full.rlim_cur = 1000;  // stands in for a disk that is full after 1,000 bytes
    std::signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &full);
    const std::string sentence = failure(file, std::string(100'000, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    EXPECT_EQ(sentence, file.string() + ": cannot be saved: File too large");
    EXPECT_EQ(load_file(file), "old");
    EXPECT_EQ(names(), std::vector<std::string>{"a.json"});
}

TEST_F(SafeSaving, RefusesANameThatIsTooLong) {
    EXPECT_THAT(failure(folder_ / std::string(300, 'n')),
                HasSubstr("cannot be saved: File name too long"));
    EXPECT_TRUE(names().empty());
}

TEST_F(SafeSaving, TakesANameThatIsAsLongAsNamesCanBe) {
    const fs::path file = folder_ / std::string(255, 'n');
    EXPECT_EQ(failure(file), "");
    EXPECT_EQ(load_file(file), "new");
}

TEST(FileReading, NamesTheFileAndWhatIsWrongWithIt) {
    EXPECT_EQ(load_failure("/nosuch/a.json"),
              "/nosuch/a.json: cannot be read: No such file or directory");
    EXPECT_EQ(load_failure("/tmp"), "/tmp: expected a file, found a folder");
    EXPECT_EQ(load_failure("two\nlines"), "two\\nlines: cannot be read: No such file or directory");
}

}  // namespace
}  // namespace lstm
