/// The diagram, the notebook and the working of four scenarios, and the diagrams of other cells,
/// against pictures of earlier builds.
///
/// tests/golden/RENDERER holds them, as other renderers draw other edges. A renderer that has none
/// is held against llvmpipe's more loosely. tools/golden draws them anew; look at what changed
/// before committing it.
#include "app/export_kinds.h"
#include "app/offscreen_renderer.h"
#include "app/png.h"
#include "compare_pictures.h"
#include "decode_png.h"
#include "document/edit.h"
#include "platform/desktop/graphics/offscreen_context.h"
#include "platform/files.h"

#include <glad/gl.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <tuple>

namespace lstm {
namespace {

namespace fs = std::filesystem;

/// "llvmpipe" of "llvmpipe (LLVM 15.0.6, 256 bits)".
std::string renderer() {
    const OffscreenContext context;
    const auto* const name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    std::string word(name);
    word = word.substr(0, word.find_first_of(" /("));
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return word;
}

/// A moment of an example.
struct Moment {
    const char* example;
    int t;
    Phase phase;
    const char* kind = nullptr;  ///< of cell, with random weights, in the place of its own
};
constexpr Moment moments[] = {
    {"statquest-one-step", 1, Phase::speak},
    {"statquest-as-printed", 1, Phase::speak},
    {"company-b", 4, Phase::update},
    {"ai-by-hand", 3, Phase::write},
};
/// Whose diagram alone is another.
constexpr Moment other_cells[] = {
    {"gradient-vanishing", 10, Phase::speak},
    {"company-b", 3, Phase::speak, "rnn"},
    {"company-b", 3, Phase::speak, "gru_reset_before"},
    {"company-b", 3, Phase::speak, "gru_reset_after"},
};

/// "company-b-rnn"
std::string name_of(const Moment& moment) {
    return moment.example + (moment.kind == nullptr ? "" : std::string("-") + moment.kind);
}

class Golden : public testing::TestWithParam<std::tuple<Moment, const char*>> {};

Picture drawn(const Moment& moment, const std::string& panel) {
    Loaded scenario = load_scenario(moment.example);
    if (moment.kind != nullptr)
        scenario.document = edited(edited(scenario.document, SetCell{moment.kind}), Randomise{7});
    const PictureLook look = usual_look(export_kind("png-" + panel), scenario.document, View{});
    return open_pictures_offscreen(scenario, look)->draw(moment.t, moment.phase);
}

TEST_P(Golden, PictureIsAsItWas) {
    const auto& [moment, panel] = GetParam();
    const std::string file = name_of(moment) + "-" + panel + ".png";
    const fs::path golden = fs::path(LSTM_SOURCE_DIR) / "tests" / "golden";
    const std::string here = renderer();
    const Picture seen = drawn(moment, panel);
    if (std::getenv("LSTM_DRAW_GOLDEN") != nullptr) {
        fs::create_directories(golden / here);
        save_file(golden / here / file, encode_png(seen));
        GTEST_SKIP() << "drawn anew for " << here;
    }
    const bool own = fs::exists(golden / here);
    const fs::path expected = golden / (own ? here : "llvmpipe") / file;
    const PictureComparison comparison =
        compare(decode_png(load_file(expected)), seen, own ? Likeness{} : structural);
    if (!own)
        std::cout << "No pictures of the renderer " << here
                  << ": compared loosely with llvmpipe's. tools/golden draws them.\n";
    if (comparison.alike) return;
    const fs::path failures = fs::path(LSTM_PROGRAM).parent_path() / "golden";
    fs::create_directories(failures);
    save_file(failures / ("seen-" + file), encode_png(seen));
    save_file(failures / ("difference-" + file), encode_png(comparison.difference));
    ADD_FAILURE() << file << " on " << here << ": " << comparison.sentence
                  << "\nexpected:   " << expected.string()
                  << "\nseen:       " << (failures / ("seen-" + file)).string()
                  << "\ndifference: " << (failures / ("difference-" + file)).string()
                  << "\nIf it is meant to look so, tools/golden draws the pictures anew.";
}

std::string test_name(const testing::TestParamInfo<Golden::ParamType>& test) {
    std::string name = name_of(std::get<0>(test.param)) + "_" + std::get<1>(test.param);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Pictures, Golden,
                         testing::Combine(testing::ValuesIn(moments),
                                          testing::Values("diagram", "notebook", "working")),
                         test_name);
INSTANTIATE_TEST_SUITE_P(OtherCells, Golden,
                         testing::Combine(testing::ValuesIn(other_cells),
                                          testing::Values("diagram")),
                         test_name);

TEST(ComparedPictures, AreAlikeWhereNothingOrOnlyAnEdgeChanged) {
    const Picture picture = drawn(moments[0], "diagram");
    EXPECT_TRUE(compare(picture, picture).alike);
    Picture noisy = picture;
    for (std::size_t k = 0; k < noisy.rgb.size(); k += 7) noisy.rgb[k] ^= 8U;
    EXPECT_TRUE(compare(picture, noisy).alike);
}

TEST(ComparedPictures, DifferByABlockOfPixels) {
    const Picture picture = drawn(moments[0], "diagram");
    Picture changed = picture;
    for (int y = 100; y < 106; ++y)
        for (int x = 200; x < 206; ++x)
            changed.rgb[3 * (static_cast<std::size_t>(y) * picture.width + x) + 1] ^= 128U;
    const PictureComparison comparison = compare(picture, changed);
    EXPECT_FALSE(comparison.alike) << comparison.sentence;
    EXPECT_EQ(comparison.difference.pixel(202, 102), (std::array<std::uint8_t, 3>{220, 0, 0}));
    EXPECT_NE(comparison.difference.pixel(10, 10), (std::array<std::uint8_t, 3>{220, 0, 0}));
}

TEST(ComparedPictures, DifferByOneDigitAndBySize) {
    const Picture one = drawn({"company-b", 1, Phase::speak}, "notebook");
    EXPECT_FALSE(compare(one, drawn({"company-b", 2, Phase::speak}, "notebook")).alike);
    EXPECT_FALSE(compare(one, drawn({"ai-by-hand", 2, Phase::speak}, "notebook")).alike);
}

TEST(ComparedPictures, DifferInStructureWhereAPanelIsEmpty) {
    const Picture one = drawn(moments[2], "diagram");
    Picture empty = one;
    std::fill(empty.rgb.begin(), empty.rgb.end(), one.rgb[0]);
    EXPECT_FALSE(compare(one, empty, structural).alike);
    EXPECT_TRUE(compare(one, one, structural).alike);
}

}  // namespace
}  // namespace lstm
