/// The render command, as a process with no display.
#include "decode_png.h"
#include "platform/files.h"
#include "support/process.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lstm {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class Render : public testing::Test {
protected:
    /// Renders an example of one timestep into the file `out_`.
    [[nodiscard]] Finished render(std::vector<std::string> options) const {
        std::vector<std::string> command{LSTM_PROGRAM, "render", "statquest-one-step", "--out",
                                         out_};
        command.insert(command.end(), options.begin(), options.end());
        return run(command, {.environment = {{"DISPLAY", {}}, {"WAYLAND_DISPLAY", {}}}});
    }

    /// The file that `render` makes.
    [[nodiscard]] std::string rendered(const std::vector<std::string>& options) const {
        const Finished finished = render(options);
        EXPECT_EQ(finished.status, 0) << finished.err;
        EXPECT_THAT(finished.out, IsEmpty());
        return load_file(out_);
    }

    TemporaryFolder folder_;
    std::string out_ = (folder_.path() / "window.png").string();
};

TEST_F(Render, MakesAPictureOfTheSizeAskedFor) {
    const Picture usual = decode_png(rendered({}));
    EXPECT_EQ(usual.width, 1280);
    EXPECT_EQ(usual.height, 720);
    const Picture other = decode_png(rendered({"--size", "641x479"}));
    EXPECT_EQ(other.width, 641);
    EXPECT_EQ(other.height, 479);
}

TEST_F(Render, MakesTheSameBytesEachTime) {
    const std::vector<std::string> options{"--size", "640x360", "--t", "1", "--phase", "forget"};
    EXPECT_EQ(rendered(options), rendered(options));
}

TEST_F(Render, ShowsADifferenceForEachOption) {
    const std::string plain = rendered({"--size", "640x360"});
    EXPECT_NE(rendered({"--size", "640x360", "--phase", "read"}), plain);
    EXPECT_NE(rendered({"--size", "640x360", "--theme", "dark"}), plain);
    EXPECT_NE(rendered({"--size", "640x360", "--scale", "0.5"}), plain);
    EXPECT_NE(rendered({"--size", "640x360", "--presenter"}), plain);
    const std::string rnn = rendered({"--size", "640x360", "--beside", "rnn"});
    EXPECT_NE(rnn, plain);
    EXPECT_NE(rendered({"--size", "640x360", "--beside", "gru_reset_after"}), rnn);
}

TEST_F(Render, RefusesToShowACellBesideItself) {
    const Finished finished = render({"--beside", "lstm"});
    EXPECT_EQ(finished.status, 2);
    EXPECT_THAT(finished.err, HasSubstr("--beside: expected another kind of cell than the "
                                        "scenario's, found lstm\n"));
    EXPECT_FALSE(std::filesystem::exists(out_));
}

TEST_F(Render, CanDrawAWindowOfOnePixel) {
    EXPECT_EQ(decode_png(rendered({"--size", "1x1"})).rgb.size(), 3);
}

TEST_F(Render, RefusesAStepThatIsNotThere) {
    for (const char* t : {"0", "2"}) {
        const Finished finished = render({"--t", t});
        EXPECT_EQ(finished.status, 2);
        EXPECT_THAT(finished.err,
                    HasSubstr("--t: expected 1 to 1, found " + std::string(t) + "\n"));
        EXPECT_FALSE(std::filesystem::exists(out_));
    }
}

TEST_F(Render, SaysWhereThePictureCannotBeWritten) {
    out_ = (folder_.path() / "no such folder" / "window.png").string();
    const Finished finished = render({});
    EXPECT_EQ(finished.status, 2);
    EXPECT_THAT(finished.err, HasSubstr("no such folder/window.png: "));
}

}  // namespace
}  // namespace lstm
