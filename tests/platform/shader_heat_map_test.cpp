/// The pixels of heat maps.
#include "platform/graphics/shader_heat_map.h"

#include "platform/desktop/graphics/offscreen_context.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <imgui.h>

#include <limits>
#include <vector>

namespace lstm {
namespace {

using testing::Each;
using Pixel = std::array<std::uint8_t, 3>;

constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float infinity = std::numeric_limits<float>::infinity();

// Colours that eight bits hold exactly.
constexpr Pixel negative{0, 51, 204}, zero{255, 255, 255}, positive{204, 102, 0},
    not_finite{153, 0, 153};

Rgba colour(const Pixel& pixel) {
    const auto share = [](std::uint8_t value) { return static_cast<float>(value) / 255; };
    return {share(pixel[0]), share(pixel[1]), share(pixel[2]), 1};
}

/// A painter with all that it needs.
class HeatMapPicture : public testing::Test {
protected:
    HeatMapPicture() {
        unsigned char* pixels = nullptr;
        ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, nullptr, nullptr);
        ImGui::GetIO().DisplaySize = ImVec2(100, 100);
        ImGui::GetIO().IniFilename = nullptr;  // nothing is left behind
    }
    ~HeatMapPicture() override { ImGui::DestroyContext(gui_); }

    static HeatMap map_of(const std::vector<float>& values, int rows, int columns) {
        return {.key = 1,
                .revision = 1,
                .values = values.data(),
                .rows = rows,
                .columns = columns,
                .limit = 2,
                .negative = colour(negative),
                .zero = colour(zero),
                .positive = colour(positive),
                .not_finite = colour(not_finite)};
    }

    GLuint texture(const HeatMap& map, int width, int height) {
        return static_cast<GLuint>(painter_.paint(map, width, height));
    }

    Picture paint(const HeatMap& map, int width, int height) {
        glBindTexture(GL_TEXTURE_2D, texture(map, width, height));
        GLint real_width = 0, real_height = 0;
        glGetTexLevelParameteriv(GL_TEXTURE_2D, 0, GL_TEXTURE_WIDTH, &real_width);
        glGetTexLevelParameteriv(GL_TEXTURE_2D, 0, GL_TEXTURE_HEIGHT, &real_height);
        Picture picture{real_width, real_height, {}};
        picture.rgb.resize(3 * static_cast<std::size_t>(real_width) * real_height);
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        // Not turned over: Dear ImGui draws a texture's first row on top.
        glGetTexImage(GL_TEXTURE_2D, 0, GL_RGB, GL_UNSIGNED_BYTE, picture.rgb.data());
        return picture;
    }

    /// How many pixels of the picture, from `left` to `right`, have `wanted`'s colour.
    static int count(const Picture& picture, int left, int right, const Pixel& wanted) {
        int found = 0;
        for (int y = 0; y < picture.height; ++y) {
            for (int x = left; x < right; ++x) found += picture.pixel(x, y) == wanted ? 1 : 0;
        }
        return found;
    }

    OffscreenContext context_;
    ImGuiContext* gui_ = ImGui::CreateContext();
    ShaderHeatMap painter_;
};

TEST_F(HeatMapPicture, HasTheColoursOfTheScaleInEachCell) {
    const std::vector<float> values{-2, 0, 2,  //
                                    1,  5, -infinity};
    const Picture picture = paint(map_of(values, 2, 3), 30, 20);
    ASSERT_EQ(picture.width, 30);
    ASSERT_EQ(picture.height, 20);
    EXPECT_EQ(picture.pixel(5, 5), negative);
    EXPECT_EQ(picture.pixel(15, 5), zero);
    EXPECT_EQ(picture.pixel(25, 5), positive);
    const Pixel half = picture.pixel(5, 15);
    for (int channel = 0; channel < 3; ++channel) {
        // Drivers round the middle of two bytes either way.
        EXPECT_NEAR(half[channel], (zero[channel] + positive[channel]) / 2.0, 1);
    }
    EXPECT_EQ(picture.pixel(15, 15), positive) << "what is beyond the limit is drawn as the limit";
}

TEST_F(HeatMapPicture, HatchesWhatIsNotFinite) {
    const std::vector<float> values{nan, 0, infinity};
    const Picture picture = paint(map_of(values, 1, 3), 60, 20);
    for (const int left : {0, 40}) {
        EXPECT_GT(count(picture, left, left + 20, not_finite), 120);
        EXPECT_GT(count(picture, left, left + 20, zero), 120);
    }
    EXPECT_EQ(count(picture, 20, 40, not_finite), 0);
}

TEST_F(HeatMapPicture, MarksWhatIsNotFiniteInCellsOfOnePixelToo) {
    std::vector<float> values(64, 0.0f);
    values[17] = nan;
    EXPECT_EQ(paint(map_of(values, 1, 64), 64, 1).pixel(17, 0), not_finite);
}

TEST_F(HeatMapPicture, LosesNoExtremeWhereThereAreMoreCellsThanPixels) {
    for (const int place : {0, 1, 49'999, 99'998, 99'999}) {
        std::vector<float> values(2 * 100'000, 0.1f);
        values[100'000 + place] = -2;
        HeatMap map = map_of(values, 2, 100'000);
        map.key = static_cast<std::uint64_t>(place);
        const Picture picture = paint(map, 333, 2);
        int found = 0;
        for (int x = 0; x < picture.width; ++x) found += picture.pixel(x, 1) == negative ? 1 : 0;
        EXPECT_EQ(found, 1) << place;
        EXPECT_EQ(picture.pixel(static_cast<int>(place * 333LL / 100'000), 1), negative) << place;
    }
}

TEST_F(HeatMapPicture, IsDrawnAgainWhenItsRevisionChanges) {
    std::vector<float> values{-2};
    HeatMap map = map_of(values, 1, 1);
    EXPECT_EQ(paint(map, 4, 4).pixel(0, 0), negative);
    values[0] = 2;
    EXPECT_EQ(paint(map, 4, 4).pixel(0, 0), negative) << "the same revision, so nobody looked";
    map.revision = 2;
    EXPECT_EQ(paint(map, 4, 4).pixel(0, 0), positive);
}

TEST_F(HeatMapPicture, FollowsSizeAndColours) {
    const std::vector<float> values{-2};
    HeatMap map = map_of(values, 1, 1);
    EXPECT_EQ(paint(map, 4, 4).width, 4);
    EXPECT_EQ(paint(map, 7, 4).width, 7);
    map.negative = colour(positive);
    EXPECT_EQ(paint(map, 7, 4).pixel(0, 0), positive);
}

TEST_F(HeatMapPicture, IsOneForEachKey) {
    const std::vector<float> low{-2}, high{2};
    HeatMap second = map_of(high, 1, 1);
    second.key = 2;
    const GLuint first_texture = texture(map_of(low, 1, 1), 4, 4);
    EXPECT_NE(texture(second, 4, 4), first_texture);
    EXPECT_EQ(texture(map_of(low, 1, 1), 4, 4), first_texture);
}

TEST_F(HeatMapPicture, MayBeOfNothingAndOfNoSize) {
    const std::vector<float> none;
    EXPECT_EQ(paint(map_of(none, 0, 0), 3, 3).width, 3);
    EXPECT_EQ(paint(map_of(none, 4, 0), 0, -5).width, 1);
    const std::vector<float> some{1, 2, 3};
    EXPECT_EQ(paint(map_of(some, 3, 1), 0, 0).height, 1);
    EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));
}

TEST_F(HeatMapPicture, GivesItsTextureBackWhenNobodyWantsItForLong) {
    const std::vector<float> values{1};
    HeatMap other = map_of(values, 1, 1);
    other.key = 2;
    const GLuint unused = texture(map_of(values, 1, 1), 4, 4);
    for (int frame = 0; frame < 400; ++frame) {
        ImGui::NewFrame();
        texture(other, 4, 4);
        ImGui::EndFrame();
    }
    EXPECT_EQ(glIsTexture(unused), GL_FALSE);
    EXPECT_EQ(glIsTexture(texture(other, 4, 4)), GL_TRUE);
}

TEST_F(HeatMapPicture, IsTheSameWhateverWasDrawnBefore) {
    const std::vector<float> values{2, -2, 2, -2};
    HeatMap map = map_of(values, 2, 2);
    const Picture usual = paint(map, 8, 8);
    const Framebuffer target(8, 8);
    glViewport(1, 2, 3, 4);
    glScissor(1, 1, 2, 2);
    for (const GLenum effect : {GL_SCISSOR_TEST, GL_BLEND, GL_DEPTH_TEST, GL_CULL_FACE})
        glEnable(effect);
    glActiveTexture(GL_TEXTURE3);
    glBindTexture(GL_TEXTURE_2D, target.texture());
    ++map.revision;
    EXPECT_EQ(paint(map, 8, 8), usual);
}

TEST_F(HeatMapPicture, ComesBackWhenTheGraphicsWereLost) {
    const std::vector<float> values{2, -2, 2, -2};
    const Picture before = paint(map_of(values, 2, 2), 8, 8);
    painter_.restore();
    EXPECT_EQ(paint(map_of(values, 2, 2), 8, 8), before);
}

}  // namespace
}  // namespace lstm
