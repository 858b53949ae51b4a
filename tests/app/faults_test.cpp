/// Every call that a save makes fails once: the old file or the new one is there, whole and alone.
#include "app/export_kinds.h"
#include "app/settings.h"
#include "driver.h"
#include "formats/scenario/scenario_writer.h"
#include "sequences.h"
#include "platform/atomic_file.h"
#include "platform/files.h"
#include "support/process.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace lstm {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// What the system or the old file has names for.
enum class Naming { nameless, named, linked };

/// A command that writes one file, run again and again.
class Faults {
public:
    /// `command` writes `file`, the only one in its folder; `text`: what stands there before.
    Faults(std::vector<std::string> command, fs::path file, std::optional<std::string> text,
           Naming naming = Naming::nameless)
        : command_(std::move(command)),
          file_(std::move(file)),
          old_(std::move(text)),
          naming_(naming) {}

    Surroundings surroundings;
    int refused = 2;     ///< the status with which it ends where the file was not written
    bool writes = true;  ///< the file itself; another program does so for films

    /// Lets each call fail in turn, until there is none that has not.
    void run_all() {
        EXPECT_EQ(run_with(0).status, 0) << outcome_.err;
        const std::optional<std::string> fresh = found();
        ASSERT_TRUE(fresh && fresh != old_) << "it writes the file";
        std::set<std::string> failed;
        constexpr int most = 500;
        for (int call = 1; call <= most; ++call) {
            const std::string fault = run_with(call).fault;
            if (fault.empty()) break;
            ASSERT_LT(call, most);
            failed.insert(fault);
            SCOPED_TRACE(fault + ", call " + std::to_string(call));
            look(*fresh);
        }
        for (const char* call : {"open", "fsync", "close"})
            EXPECT_TRUE(failed.contains(call)) << call;
        EXPECT_EQ(failed.contains("write"), writes);
        EXPECT_EQ(failed.contains("linkat") || failed.contains("rename"),
                  naming_ != Naming::linked);
    }

private:
    struct Outcome {
        int status = 0;
        std::string err;
        std::string fault;  ///< which call failed
    };

    const Outcome& run_with(int call) {
        fs::remove(file_);
        if (old_) save_file(file_, *old_);
        fs::remove(reports_.path() / "link");
        if (naming_ == Naming::linked) fs::create_hard_link(file_, reports_.path() / "link");
        const fs::path report = reports_.path() / "report";
        fs::remove(report);
        Surroundings with = surroundings;
        with.environment["LD_PRELOAD"] = LSTM_FAULTS;
        with.environment["FAULTS_FOLDER"] = file_.parent_path().string();
        with.environment["FAULTS_CALL"] = std::to_string(call);
        with.environment["FAULTS_REPORT"] = report.string();
        if (naming_ == Naming::named) with.environment["FAULTS_NAMED"] = "1";
        // The sanitizer wants to be the first library, and the leaks of others are no matter here.
        with.environment["ASAN_OPTIONS"] = "verify_asan_link_order=0:detect_leaks=0";
        const Finished finished = run(command_, with);
        outcome_ = {finished.status, finished.err + finished.out,
                    fs::exists(report) ? load_file(report) : ""};
        return outcome_;
    }

    [[nodiscard]] std::optional<std::string> found() const {
        if (!fs::exists(file_)) return {};
        return load_file(file_);
    }

    void look(const std::string& fresh) const {
        for (const auto& entry : fs::directory_iterator(file_.parent_path()))
            EXPECT_TRUE(entry.path() == file_ || entry.path() == file_.string() + "~")
                << entry.path();
        EXPECT_GE(outcome_.status, 0) << "it hangs";
        if (found() == old_) {
            EXPECT_THAT(outcome_.err,
                        HasSubstr(file_.string() + ": cannot be saved: Input/output error"));
            EXPECT_EQ(outcome_.status, refused);
        } else {
            EXPECT_EQ(found(), fresh);
            EXPECT_EQ(outcome_.status, 0) << outcome_.err;
        }
    }

    std::vector<std::string> command_;
    fs::path file_;
    std::optional<std::string> old_;
    Naming naming_;
    Outcome outcome_;
    TemporaryFolder reports_;
};

/// What an export writes into an old file, or where there was none.
class FaultyExport : public testing::TestWithParam<std::string> {
protected:
    [[nodiscard]] std::vector<std::string> command() const {
        std::vector<std::string> words{LSTM_PROGRAM, "export",   "company-a",
                                       "--as",       GetParam(), "--t",
                                       "1",          "--out",    file_.string()};
        const Medium medium = export_kind(GetParam()).medium;
        if (medium != Medium::text) words.insert(words.end(), {"--size", "64x48"});
        if (medium == Medium::film) words.insert(words.end(), {"--by", "step"});
        return words;
    }
    void run_all(std::optional<std::string> old, Naming naming) const {
        Faults faults(command(), file_, std::move(old), naming);
        faults.surroundings.environment = {{"DISPLAY", {}}, {"WAYLAND_DISPLAY", {}}};
        faults.writes = export_kind(GetParam()).medium != Medium::film;
        faults.run_all();
    }

    TemporaryFolder folder_;
    fs::path file_ = folder_.path() / "run";
};

TEST_P(FaultyExport, LeavesTheOldFileOrTheNewOne) {
    run_all("old", Naming::nameless);
}

TEST_P(FaultyExport, LeavesTheNewFileOrNone) {
    if (export_kind(GetParam()).medium == Medium::film)
        return;  // slow, and written as the others are
    run_all({}, Naming::nameless);
}

TEST_P(FaultyExport, LeavesTheOldFileOrTheNewOneWhereEachFileHasAName) {
    if (export_kind(GetParam()).medium == Medium::film) return;
    run_all("old", Naming::named);
}

std::vector<std::string> names_of_kinds() {
    std::vector<std::string> names;
    for (const ExportKind& kind : export_kinds()) names.push_back(kind.name);
    return names;
}

INSTANTIATE_TEST_SUITE_P(OfEveryKind, FaultyExport, testing::ValuesIn(names_of_kinds()),
                         [](const auto& kind) {
                             std::string name = kind.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(FaultyRewriting, OfAFileWithSeveralNamesLeavesTheOldTextOrTheNewOne) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "run.csv";
    Faults({LSTM_PROGRAM, "export", "company-a", "--as", "csv", "--out", file.string()}, file,
           std::string(100'000, 'x'), Naming::linked)
        .run_all();
}

TEST(KilledExport, BetweenTwoCallsLeavesTheNewFileAlone) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "run.csv";
    save_file(file, "old");
    if (!AtomicFile(file).path().string().starts_with("/proc/"))
        GTEST_SKIP() << "here a file has a name as long as it is written";
    Surroundings with;
    with.environment = {{"LD_PRELOAD", LSTM_FAULTS},
                        {"FAULTS_FOLDER", folder.path().string()},
                        {"FAULTS_KILL", "1"},
                        {"ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0"}};
    EXPECT_EQ(
        run({LSTM_PROGRAM, "export", "gomez", "--as", "csv", "--out", file.string()}, with).status,
        128 + SIGKILL);
    const auto alone = [&] {
        return std::distance(fs::directory_iterator(folder.path()), {}) == 1;
    };
    for (int k = 0; k < 1000 && !alone(); ++k)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_TRUE(alone());
    EXPECT_EQ(load_file(file), run({LSTM_PROGRAM, "export", "gomez", "--as", "csv"}).out);
}

TEST(FaultyTraining, LeavesTheOldFileOrTheNewOne) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "trained.json";
    Faults({LSTM_PROGRAM, "train", "brackets", "--steps", "2", "--out", file.string()}, file, {})
        .run_all();
}

/// This program again, to do one thing where calls fail.
std::vector<std::string> myself(const std::string& test) {
    return {fs::read_symlink("/proc/self/exe").string(), "--gtest_also_run_disabled_tests",
            "--gtest_brief=1", "--gtest_filter=Faulty.DISABLED_" + test};
}

TEST(FaultySave, LeavesTheOldFileOrTheNewOne) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lesson.json";
    Faults faults(myself("Saves"), file, write_scenario(sequence({2, 2}, 3)));
    faults.surroundings.environment["FAULTY_FILE"] = file.string();
    faults.run_all();
}

TEST(FaultySettings, LeaveTheOldFileOrTheNewOne) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lstm-notebook" / "settings.json";
    fs::create_directory(file.parent_path());
    for (const Naming naming : {Naming::nameless, Naming::named}) {
        Faults faults(myself("Remembers"), file, "{}", naming);
        faults.surroundings.environment["XDG_CONFIG_HOME"] = folder.path().string();
        faults.refused = 0;
        faults.run_all();
    }
}

// What the two above do, each in a process of its own.

TEST(Faulty, DISABLED_Saves) {
    const char* const file = std::getenv("FAULTY_FILE");
    ASSERT_NE(file, nullptr);
    Driver user{std::string(file)};
    user.drag("weights/forget.b[0]", 10);
    user.press(ImGuiKey_S, ImGuiMod_Ctrl);
    if (!user.session().unsaved()) std::exit(0);
    std::fputs(user.shown("message/text").c_str(), stderr);
    std::exit(2);
}

TEST(Faulty, DISABLED_Remembers) {
    Settings settings;
    settings.zoom = 1.5F;
    save_settings(settings);
    std::exit(0);
}

}  // namespace
}  // namespace lstm
