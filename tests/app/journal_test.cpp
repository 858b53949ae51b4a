/// The journal: what is unsaved is on the disk soon, goes when it is saved, and is offered once.
#include "app/journal.h"

#include "formats/scenario/scenario_writer.h"
#include "sequences.h"
#include "platform/files.h"
#include "support/process.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace lstm {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Nothing is written before `flush` asks for it.
constexpr auto never = std::chrono::hours(1);

Snapshot document(int steps) {
    return std::make_shared<const Document>(sequence({2, 2}, steps));
}

class AJournal : public testing::Test {
protected:
    [[nodiscard]] std::vector<fs::path> files() const {
        std::error_code ignored;
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(folder, ignored))
            files.push_back(entry.path());
        return files;
    }

    TemporaryFolder home;
    fs::path folder = home.path() / "state";
    std::unique_ptr<Journal> journal = std::make_unique<Journal>(folder, never);
};

TEST_F(AJournal, LeavesNothingWhereNothingIsUnsaved) {
    journal->clear();
    journal->flush();
    EXPECT_FALSE(fs::exists(folder));
}

TEST_F(AJournal, OfAWindowThatIsNoMoreIsOffered) {
    journal->keep({document(3), "/a/file.json", FileStamp{7, 0xffffffffffffffff}, "gomez"});
    journal.reset();
    const auto orphans = orphans_in(folder);
    ASSERT_THAT(orphans, SizeIs(1));
    EXPECT_EQ(orphans[0].document(), sequence({2, 2}, 3));
    EXPECT_EQ(orphans[0].title, "A lesson");
    EXPECT_EQ(orphans[0].work.file, "/a/file.json");
    EXPECT_EQ(orphans[0].work.stamp, (FileStamp{7, 0xffffffffffffffff}));
    EXPECT_EQ(orphans[0].work.example, "gomez");
    EXPECT_GT(orphans[0].work.when, 1'700'000'000);
}

TEST_F(AJournal, HasTheNewestWork) {
    for (const int steps : {1, 2, 3}) {
        journal->keep({document(steps), ""});
        journal->flush();
        EXPECT_THAT(files(), SizeIs(2));  // the work, and its lock
    }
    journal->keep({document(4), ""});
    journal.reset();
    ASSERT_THAT(orphans_in(folder), SizeIs(1));
    EXPECT_EQ(orphans_in(folder)[0].document().steps(), 4);
}

TEST_F(AJournal, WritesByItself) {
    Journal soon(folder, 1ms);
    soon.keep({document(1), ""});
    for (int n = 0; n < 6000 && files().size() < 2; ++n) std::this_thread::sleep_for(10ms);
    EXPECT_THAT(files(), SizeIs(2));
}

TEST_F(AJournal, GoesWhenTheWorkIsSaved) {
    journal->keep({document(1), ""});
    journal->flush();
    journal->clear();
    journal->flush();
    EXPECT_THAT(files(), IsEmpty());
    journal->keep({document(2), ""});
    journal->flush();
    EXPECT_THAT(files(), SizeIs(2));
    journal->clear();
    journal.reset();
    EXPECT_THAT(files(), IsEmpty());
}

TEST_F(AJournal, OfAWindowThatIsOpenIsOfferedToNobody) {
    Journal another(folder, never);
    journal->keep({document(1), ""});
    another.keep({document(2), ""});
    journal->flush();
    another.flush();
    EXPECT_THAT(orphans_in(folder), IsEmpty());
    EXPECT_THAT(another.orphans(), IsEmpty());
    journal.reset();
    ASSERT_THAT(another.orphans(), SizeIs(1));
    EXPECT_EQ(another.orphans()[0].document().steps(), 1);
}

TEST_F(AJournal, IsOfferedToOneAtATime) {
    journal->keep({document(1), ""});
    journal.reset();
    const auto first = orphans_in(folder);
    ASSERT_THAT(first, SizeIs(1));
    EXPECT_THAT(orphans_in(folder), IsEmpty());
}

TEST_F(AJournal, IsGoneOnWithWhereItIsRecovered) {
    journal->keep({document(1), ""});
    journal.reset();
    Journal next(folder, never);
    next.adopt(std::move(orphans_in(folder).front()));
    EXPECT_THAT(files(), SizeIs(2));
    EXPECT_THAT(orphans_in(folder), IsEmpty());
    next.keep({document(2), ""});
    next.flush();
    EXPECT_THAT(files(), SizeIs(2));
    next.clear();
    next.flush();
    EXPECT_THAT(files(), IsEmpty());
}

TEST_F(AJournal, OffersTheNewestFirst) {
    for (const int when : {5, 7, 6}) {
        const WorkFiles files = WorkFiles::in(folder);
        Work work{document(1), std::to_string(when)};
        work.when = when;
        write_work(files.work, work);
    }
    const auto orphans = orphans_in(folder);
    ASSERT_THAT(orphans, SizeIs(3));
    EXPECT_EQ(orphans[0].work.file, "7");
    EXPECT_EQ(orphans[2].work.file, "5");
}

TEST_F(AJournal, LeavesAloneWhatItCannotRead) {
    fs::create_directories(folder);
    for (const char* text : {"", "{", "[]", "{}", "\xff", R"({"format": "lstm-notebook"})",
                             R"({"format": "lstm-notebook-work", "version": 2})"}) {
        save_file(folder / "1-2.work", text);
        EXPECT_THAT(orphans_in(folder), IsEmpty()) << text;
        EXPECT_EQ(load_file(folder / "1-2.work"), text);
    }
}

TEST_F(AJournal, IsNobodyElsesBusiness) {
    journal->keep({document(1), ""});
    journal->flush();
    EXPECT_EQ(fs::status(folder).permissions(), fs::perms::owner_all);
}

TEST_F(AJournal, TellsOnceWhyItCannotBeWrittenAndTriesAgain) {
    save_file(folder, "a file where the folder should be");
    for (int n = 1; n < 4; ++n) {
        journal->keep({document(n), ""});
        journal->flush();
        const auto trouble = journal->trouble();
        EXPECT_EQ(trouble.has_value(), n == 1);
        if (trouble) {
            EXPECT_THAT(*trouble, HasSubstr(folder.string()));
        }
    }
    fs::remove(folder);
    journal->keep({document(9), ""});
    journal->flush();
    EXPECT_THAT(files(), SizeIs(2));
    journal->clear();
    journal->flush();
    EXPECT_THAT(files(), IsEmpty());
}

TEST_F(AJournal, KeepsTheLastGoodWorkWhereTheNextCannotBeWritten) {
    journal->keep({document(1), ""});
    journal->flush();
    const auto all = files();
    const fs::path work = all.front().extension() == ".work" ? all.front() : all.back();
    const std::string text = load_file(work);
    // A folder in the place of the file cannot be written over.
    fs::rename(work, home.path() / "aside");
    fs::create_directory(work);
    journal->keep({document(2), ""});
    journal->flush();
    EXPECT_TRUE(journal->trouble());
    EXPECT_EQ(load_file(home.path() / "aside"), text);
}

TEST_F(AJournal, IsTheWindowsBusinessAlone) {
    const std::string picture = (home.path() / "picture.png").string();
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{LSTM_PROGRAM, "trace", "company-a"},
          {LSTM_PROGRAM, "render", "company-a", "--out", picture},
          {LSTM_PROGRAM, "export", "company-a", "--as", "csv"}}) {
        const auto finished = run(command, {.environment = {{"XDG_STATE_HOME", folder.string()}}});
        EXPECT_EQ(finished.status, 0) << finished.err;
        EXPECT_FALSE(fs::exists(folder)) << command[1];
    }
}

TEST_F(AJournal, WithoutAFolderKeepsNothing) {
    Journal none("");
    none.keep({document(1), ""});
    none.flush();
    EXPECT_FALSE(none.trouble());
    EXPECT_THAT(none.orphans(), IsEmpty());
}

}  // namespace
}  // namespace lstm
