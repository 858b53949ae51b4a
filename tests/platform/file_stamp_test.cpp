/// Whether a file is what it was, and the version before a save.
#include "platform/file_stamp.h"

#include "platform/files.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>

namespace lstm {
namespace {

namespace fs = std::filesystem;

class StampedFile : public testing::Test {
protected:
    StampedFile() { save_file(file, "one"); }

    TemporaryFolder folder;
    fs::path file = folder.path() / "file";
    FileStamp stamp = stamp_of("one");
};

TEST_F(StampedFile, IsTheSameWhateverItsDate) {
    EXPECT_EQ(state_of(file, stamp), FileState::same);
    fs::last_write_time(file, fs::file_time_type::min());
    EXPECT_EQ(state_of(file, stamp), FileState::same);
    save_file(file, "one");
    EXPECT_EQ(state_of(file, stamp), FileState::same);
}

TEST_F(StampedFile, HasChangedThoughSizeAndDateAreTheSame) {
    const auto date = fs::last_write_time(file);
    for (const char* text : {"two", "onE", "eno", "", "one\n"}) {
        save_file(file, text);
        fs::last_write_time(file, date);
        EXPECT_EQ(state_of(file, stamp), FileState::changed) << text;
    }
}

TEST_F(StampedFile, HasGone) {
    fs::remove(file);
    EXPECT_EQ(state_of(file, stamp), FileState::gone);
    fs::create_symlink(folder.path() / "nowhere", file);
    EXPECT_EQ(state_of(file, stamp), FileState::gone);
}

TEST_F(StampedFile, IsNoFolder) {
    fs::remove(file);
    fs::create_directory(file);
    EXPECT_THROW((void)state_of(file, stamp), FileError);
}

TEST_F(StampedFile, IsDescribedByDateAndSize) {
    setenv("TZ", "UTC", 1);
    tzset();
    EXPECT_EQ(date_and_time(1'700'000'000), "14 November 2023, 22:13");
    EXPECT_THAT(date_and_size(file), testing::MatchesRegex("written on [0-9]+ .*, 3 bytes"));
    save_file(file, std::string(2100, 'x'));
    EXPECT_THAT(date_and_size(file), testing::EndsWith(", 2.1 kB"));
    save_file(file, std::string(1'234'567, 'x'));
    EXPECT_THAT(date_and_size(file), testing::EndsWith(", 1.2 MB"));
    EXPECT_EQ(date_and_size(folder.path() / "none"), "");
}

TEST_F(StampedFile, IsKeptAsThePreviousVersion) {
    fs::permissions(file, fs::perms::owner_read);
    keep_previous_version(file);
    EXPECT_EQ(load_file(folder.path() / "file~"), "one");
    EXPECT_EQ(fs::status(folder.path() / "file~").permissions(), fs::perms::owner_read);
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    save_file(file, "two");
    keep_previous_version(file);
    EXPECT_EQ(load_file(folder.path() / "file~"), "two");
}

TEST_F(StampedFile, IsKeptWithoutWritingThroughALink) {
    save_file(folder.path() / "other", "not ours");
    fs::create_symlink(folder.path() / "other", folder.path() / "file~");
    keep_previous_version(file);
    EXPECT_EQ(load_file(folder.path() / "file~"), "one");
    EXPECT_EQ(load_file(folder.path() / "other"), "not ours");
}

TEST_F(StampedFile, IsNotKeptWhereThereIsNone) {
    fs::remove(file);
    keep_previous_version(file);
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST_F(StampedFile, ThatCannotBeKeptIsTold) {
    fs::create_directories(folder.path() / "file~/full");
    EXPECT_THROW(keep_previous_version(file), FileError);
    EXPECT_EQ(load_file(file), "one");
}

}  // namespace
}  // namespace lstm
