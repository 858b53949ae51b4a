/// Pictures and films of a run, as a process with no display.
#include "decode_png.h"
#include "platform/files.h"
#include "platform/film_encoder.h"
#include "support/process.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <string>

namespace lstm {
namespace {

namespace fs = std::filesystem;
using testing::EndsWith;
using testing::HasSubstr;

class ExportedRun : public testing::Test {
protected:
    [[nodiscard]] std::vector<std::string> command(const std::string& example,
                                                   const std::string& kind,
                                                   std::vector<std::string> options = {}) const {
        std::vector<std::string> words{LSTM_PROGRAM, "export", example, "--as",
                                       kind,         "--out",  out_};
        words.insert(words.end(), options.begin(), options.end());
        return words;
    }
    [[nodiscard]] Finished take(const std::string& example, const std::string& kind,
                                std::vector<std::string> options = {}) const {
        return run(command(example, kind, std::move(options)), no_display_);
    }
    [[nodiscard]] Picture picture(const std::string& example, const std::string& kind,
                                  std::vector<std::string> options = {}) const {
        const Finished finished = take(example, kind, std::move(options));
        EXPECT_EQ(finished.status, 0) << finished.err;
        EXPECT_EQ(finished.err, "");
        return decode_png(load_file(out_));
    }
    /// "width,height,frames" as ffprobe counts them by decoding all.
    [[nodiscard]] std::string probed() const {
        const Finished finished =
            run({"ffprobe", "-v", "error", "-count_frames", "-show_entries",
                 "stream=width,height,nb_read_frames", "-of", "csv=p=0", out_});
        EXPECT_EQ(finished.err, "");
        return finished.out.substr(0, finished.out.find('\n'));
    }
    /// Until it tells that the first pictures are drawn.
    static void wait_until_at_work(const Process& film) {
        EXPECT_TRUE(comes_true([&] { return film.err().find("pictures") != std::string::npos; }));
    }
    [[nodiscard]] bool folder_is_empty() const { return fs::is_empty(folder_.path()); }

    TemporaryFolder folder_;
    std::string out_ = (folder_.path() / "run").string();
    Surroundings no_display_{.environment = {{"DISPLAY", {}}, {"WAYLAND_DISPLAY", {}}}};
};

TEST_F(ExportedRun, AsPngIsTheWindow) {
    const Picture window = picture("company-a", "png", {"--t", "2"});
    EXPECT_EQ(window.width, 1280);
    EXPECT_EQ(window.height, 720);
    const std::string rendered = (folder_.path() / "rendered").string();
    ASSERT_EQ(run({LSTM_PROGRAM, "render", "company-a", "--t", "2", "--out", rendered}, no_display_)
                  .status,
              0);
    EXPECT_EQ(window, decode_png(load_file(rendered)));
}

TEST_F(ExportedRun, AsPngOfAPanelFollowsWhatItShows) {
    EXPECT_NE(picture("company-a", "png-diagram", {"--t", "2"}),
              picture("company-a", "png-diagram", {"--t", "3"}));
    EXPECT_NE(picture("ai-by-hand", "png-diagram", {}),
              picture("ai-by-hand", "png-diagram", {"--all-units"}));
    const Picture one = picture("company-a", "png-notebook");
    const Picture two = picture("ai-by-hand", "png-notebook");
    EXPECT_GT(two.height, one.height) << "a line a slot";
    EXPECT_EQ(picture("company-a", "png-notebook", {"--scale", "2"}).width, 2 * one.width);
    EXPECT_EQ(picture("company-a", "png-working", {"--size", "400x300"}).height, 300);
}

TEST_F(ExportedRun, AsPngGoesToStandardOutput) {
    const Finished finished =
        run({LSTM_PROGRAM, "export", "company-a", "--as", "png-diagram"}, no_display_);
    EXPECT_EQ(finished.status, 0) << finished.err;
    EXPECT_GT(decode_png(finished.out).width, 100);
}

TEST_F(ExportedRun, AsGifHasAPictureAPhase) {
    const Finished finished = take("company-a", "gif", {"--t", "2:3", "--size", "321x201"});
    EXPECT_EQ(finished.status, 0) << finished.err;
    EXPECT_EQ(finished.out, "");
    EXPECT_THAT(finished.err, EndsWith("12 of 12 pictures\n"));
    EXPECT_EQ(probed(), "321,201,12");
}

TEST_F(ExportedRun, AsGifHasAPictureAStepWhereAskedFor) {
    ASSERT_EQ(take("company-a", "gif", {"--by", "step", "--size", "320x200"}).status, 0);
    EXPECT_EQ(probed(), "320,200,4");
}

TEST_F(ExportedRun, AsMp4PlaysAtAUsualRateInEvenSizes) {
    ASSERT_EQ(take("company-a", "mp4", {"--by", "step", "--size", "321x201"}).status, 0);
    EXPECT_EQ(probed(), "322,202,60") << "4 steps of 0.6 s at 25 a second";
}

TEST_F(ExportedRun, AsWebmPlaysAtAUsualRate) {
    ASSERT_EQ(take("company-a", "webm", {"--by", "step", "--size", "321x201"}).status, 0);
    EXPECT_EQ(probed(), "321,201,60") << "4 steps of 0.6 s at 25 a second";
}

TEST_F(ExportedRun, AsFilmTakesThePlaceOfAnOldOne) {
    save_file(out_, "old");
    ASSERT_EQ(take("company-a", "gif", {"--by", "step", "--size", "64x48"}).status, 0);
    EXPECT_EQ(probed(), "64,48,4");
}

TEST_F(ExportedRun, AsFilmSaysThatFfmpegIsMissing) {
    Surroundings without = no_display_;
    without.environment["PATH"] = folder_.path().string();
    for (const char* kind : {"gif", "mp4", "webm"}) {
        const Finished finished = run(command("company-a", kind), without);
        EXPECT_EQ(finished.status, 2);
        EXPECT_THAT(finished.err, HasSubstr("needs ffmpeg, which is not installed"));
        EXPECT_EQ(std::count(finished.err.begin(), finished.err.end(), '\n'), 1);
        EXPECT_TRUE(folder_is_empty());
    }
}

TEST_F(ExportedRun, AsFilmSaysWhatFfmpegComplainsOf) {
    // Stands in for an ffmpeg that gives up at once.
    const fs::path stand_in = folder_.path() / "bin" / "ffmpeg";
    fs::create_directory(stand_in.parent_path());
    save_file(stand_in, "#!/bin/sh\necho Unknown encoder >&2\nexit 1\n");
    fs::permissions(stand_in, fs::perms::owner_all);
    Surroundings with = no_display_;
    with.environment["PATH"] = stand_in.parent_path().string() + ":/bin:/usr/bin";
    const Finished finished = run(command("company-a", "mp4", {"--size", "640x480"}), with);
    EXPECT_EQ(finished.status, 2);
    EXPECT_THAT(finished.err, HasSubstr("ffmpeg gave up: Unknown encoder"));
    EXPECT_FALSE(fs::exists(out_));
}

TEST_F(ExportedRun, AsFilmWantsAFileAndSteps) {
    const Finished nowhere = run({LSTM_PROGRAM, "export", "company-a", "--as", "gif"}, no_display_);
    EXPECT_EQ(nowhere.status, 2);
    EXPECT_THAT(nowhere.err, HasSubstr("--out PATH"));
    out_ = (folder_.path() / "no such folder" / "run.gif").string();
    const Finished finished = take("company-a", "gif");
    EXPECT_EQ(finished.status, 2);
    EXPECT_THAT(finished.err, HasSubstr("no such folder/run.gif: "));
}

TEST_F(ExportedRun, LeavesNothingWhereItIsInterrupted) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        Process film(command("hundred-steps", "mp4", {"--by", "phase"}), no_display_);
        wait_until_at_work(film);
        kill(film.id(), signal);
        EXPECT_EQ(film.wait(), 128 + signal);
        EXPECT_THAT(film.err(), HasSubstr("interrupted, nothing was written"));
        EXPECT_TRUE(folder_is_empty());
    }
}

TEST_F(ExportedRun, LeavesNothingWhereItIsKilled) {
    Process film(command("hundred-steps", "gif", {"--by", "phase"}), no_display_);
    wait_until_at_work(film);
    kill(film.id(), SIGKILL);
    EXPECT_EQ(film.wait(), 128 + SIGKILL);
    EXPECT_TRUE(folder_is_empty());
}

/// Stands in for an ffmpeg that is there, and does nothing.
class Stalled : public ExportedRun {
protected:
    Stalled() {
        const fs::path stand_in = bin_.path() / "ffmpeg";
        save_file(stand_in, "#!/bin/sh\nexec sleep 1000\n");
        fs::permissions(stand_in, fs::perms::owner_all);
        no_display_.environment["PATH"] = bin_.path().string() + ":/bin:/usr/bin";
    }
    TemporaryFolder bin_;
};

TEST_F(Stalled, FfmpegDoesNotKeepTheProgramFromBeingInterrupted) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        Process film(command("company-a", "mp4", {"--size", "640x480"}), no_display_);
        wait_until_at_work(film);
        kill(film.id(), signal);
        EXPECT_EQ(film.wait(), 128 + signal);
        EXPECT_TRUE(folder_is_empty());
    }
}

TEST_F(Stalled, FfmpegIsGivenUp) {
    const std::string path = std::getenv("PATH");
    setenv("PATH", no_display_.environment["PATH"]->c_str(), 1);
    const std::size_t large = 640 * 480 * 3;  // more than a pipe takes
    for (const std::size_t bytes : {large, std::size_t{0}}) {
        const auto encoder =
            open_film_encoder({"gif", 640, 480, 100, std::chrono::milliseconds(1)}, out_);
        encoder->give({640, 480, std::vector<std::uint8_t>(bytes)});
        try {
            while (!encoder->finished()) {
            }
            ADD_FAILURE() << "finished";
        } catch (const FilmError& error) {
            EXPECT_STREQ(error.what(), "ffmpeg was given up: it did nothing for 0.001 seconds");
        }
    }
    setenv("PATH", path.c_str(), 1);
}

}  // namespace
}  // namespace lstm
