/// What survives a save, and what a killed one leaves behind: nothing.
#include "platform/atomic_file.h"
#include "platform/files.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

namespace lstm {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

/// A file "a.json" that holds "old", alone in a folder.
class OldFile : public testing::Test {
protected:
    OldFile() { std::ofstream(file_) << "old"; }
    ~OldFile() override { fs::permissions(folder_.path(), fs::perms::owner_all); }

    [[nodiscard]] Names names() const {
        Names result;
        for (const auto& entry : fs::directory_iterator(folder_.path()))
            result.push_back(entry.path().filename().string());
        std::sort(result.begin(), result.end());
        return result;
    }
    [[nodiscard]] struct stat seen() const {
        struct stat result {};
        EXPECT_EQ(::stat(file_.c_str(), &result), 0);
        return result;
    }

    TemporaryFolder folder_;
    fs::path file_ = folder_.path() / "a.json";
};

/// Does without what the administrator may, where the tests are run as one.
class AsNobody {
public:
    AsNobody() { EXPECT_EQ(user_ == 0 ? ::seteuid(65534) : 0, 0); }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;
    ~AsNobody() { EXPECT_EQ(user_ == 0 ? ::seteuid(0) : 0, 0); }

private:
    uid_t user_ = ::geteuid();
};

TEST_F(OldFile, StaysUntilTheNewOneIsKept) {
    {
        AtomicFile file(file_);
        file.out() << "new" << std::flush;
        EXPECT_EQ(load_file(file.path()), "new");
        EXPECT_EQ(load_file(file_), "old");
    }
    EXPECT_EQ(load_file(file_), "old");
    EXPECT_EQ(names(), Names{"a.json"});
}

TEST_F(OldFile, IsReplacedByWhatAnotherProgramWrote) {
    AtomicFile file(file_);
    std::ofstream(file.path()) << "new";
    file.keep();
    EXPECT_EQ(load_file(file_), "new");
    EXPECT_EQ(names(), Names{"a.json"});
}

TEST_F(OldFile, KeepsItsOtherNames) {
    fs::create_hard_link(file_, folder_.path() / "b.json");
    save_file(file_, "new");
    EXPECT_EQ(load_file(folder_.path() / "b.json"), "new");
    EXPECT_EQ(fs::hard_link_count(file_), 2);
    save_file(file_, "n");
    EXPECT_EQ(load_file(folder_.path() / "b.json"), "n") << "a shorter text too";
    EXPECT_EQ(names(), (Names{"a.json", "b.json"}));
}

TEST_F(OldFile, KeepsItsAttributes) {
    if (::setxattr(file_.c_str(), "user.from", "a friend", 8, 0) != 0)
        GTEST_SKIP() << "this file system has no attributes";
    save_file(file_, "new");
    char value[20] = "";
    EXPECT_EQ(::getxattr(file_.c_str(), "user.from", value, sizeof value), 8);
    EXPECT_STREQ(value, "a friend");
    EXPECT_EQ(load_file(file_), "new");
}

TEST_F(OldFile, KeepsItsOwnerWhereTheAdministratorSaves) {
    if (::geteuid() != 0) GTEST_SKIP() << "only the administrator can give a file away";
    ASSERT_EQ(::chown(file_.c_str(), 1234, 4321), 0);
    save_file(file_, "new");
    EXPECT_EQ(seen().st_uid, 1234U);
    EXPECT_EQ(seen().st_gid, 4321U);
    EXPECT_EQ(load_file(file_), "new");
}

TEST_F(OldFile, KeepsItsOwnerWhereAnotherSaves) {
    if (::geteuid() != 0) GTEST_SKIP() << "there is nobody else";
    fs::permissions(folder_.path(), fs::perms::all);
    fs::permissions(file_, fs::perms(0666));
    {
        const AsNobody nobody;
        save_file(file_, "new");
    }
    EXPECT_EQ(seen().st_uid, 0U);
    EXPECT_EQ(load_file(file_), "new");
    EXPECT_EQ(names(), Names{"a.json"});
}

TEST_F(OldFile, IsSavedInAFolderThatTakesNoNewFiles) {
    fs::permissions(file_, fs::perms(0666));
    fs::permissions(folder_.path(), fs::perms(0555));
    {
        const AsNobody nobody;
        save_file(file_, "new");
        EXPECT_EQ(load_file(file_), "new");
        save_file(file_, "a longer one");
        EXPECT_EQ(load_file(file_), "a longer one");
        EXPECT_THROW(save_file(folder_.path() / "b.json", "new"), FileError);
    }
    EXPECT_EQ(names(), Names{"a.json"});
}

TEST_F(OldFile, ThatMayNotBeWrittenIsNotReplaced) {
    fs::permissions(folder_.path(), fs::perms::all);
    fs::permissions(file_, fs::perms(0444));
    const AsNobody nobody;
    EXPECT_THROW(save_file(file_, "new"), FileError);
    EXPECT_EQ(load_file(file_), "old");
}

TEST_F(OldFile, IsWholeAndAloneAfterASaveThatWasKilled) {
    const pid_t child = fork();
    if (child == 0) {
        AtomicFile file(file_);
        file.out() << "half" << std::flush;
        ::_exit(0);  // as if it were killed: nothing is tidied up
    }
    waitpid(child, nullptr, 0);
    EXPECT_EQ(load_file(file_), "old");
    save_file(file_, "new");
    EXPECT_EQ(load_file(file_), "new");
    EXPECT_EQ(names(), Names{"a.json"});
}

TEST_F(OldFile, IsSavedBesideAnyNumberOfLeftovers) {
    for (int k = 0; k < 150; ++k)
        std::ofstream(folder_.path() / (".lstm-notebook-" + std::to_string(k) + ".tmp")) << "left";
    save_file(file_, "new");
    EXPECT_EQ(load_file(file_), "new");
    EXPECT_EQ(names(), Names{"a.json"});
}

TEST_F(OldFile, IsSavedBesideWhatAnotherProgramIsWriting) {
    const fs::path other = folder_.path() / ".lstm-notebook-0123456789abcdef.tmp";
    const int held = ::open(other.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    ASSERT_EQ(::flock(held, LOCK_EX), 0);
    save_file(file_, "new");
    EXPECT_TRUE(fs::exists(other));
    ::close(held);
    save_file(file_, "newer");
    EXPECT_EQ(names(), Names{"a.json"}) << "nobody needs it any more";
}

}  // namespace
}  // namespace lstm
