/// The font atlas fits the graphics card, and everything can still be written.
#include "driver.h"

#include <gtest/gtest.h>

#include <imgui_internal.h>

namespace lstm {
namespace {

/// As on a screen of 3840 × 2160 in presenter mode, with textures up to `limit`.
class FontAtlas : public testing::TestWithParam<int> {};

/// Widths of some words in every font.
std::vector<float> widths() {
    std::vector<float> widths;
    for (ImFont* font : ImGui::GetIO().Fonts->Fonts)
        for (const char* words : {"0.123", "h = o ⊙ tanh c", "−12"})
            widths.push_back(font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, words).x);
    return widths;
}

TEST_P(FontAtlas, FitsTheGraphicsCardWhichEverySignIsStillDrawnBy) {
    Driver user("company-a", {3840, 2160});
    user.application().view().look.presenter = true;
    ASSERT_TRUE(user.application().prepare(2, 1 << 20));
    const std::vector<float> as_wished = widths();
    const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    EXPECT_GT(std::max(atlas.TexWidth, atlas.TexHeight), 4096);  // that there is something to fit

    user.application().view().look.presenter = false;
    ASSERT_TRUE(user.application().prepare(2, GetParam()));
    user.application().view().look.presenter = true;
    ASSERT_TRUE(user.application().prepare(2, GetParam()));
    EXPECT_LE(atlas.TexWidth, GetParam());
    EXPECT_LE(atlas.TexHeight, GetParam());
    // Coarser, but not smaller: nothing moves.
    const std::vector<float> now = widths();
    ASSERT_EQ(now.size(), as_wished.size());
    for (std::size_t n = 0; n < now.size(); ++n) EXPECT_NEAR(now[n], as_wished[n], 1);
    for (const ImFont* font : atlas.Fonts)
        for (const ImWchar sign : {0x61, 0x3c3, 0x2212, 0x2299}) {  // a σ − ⊙
            const ImFontGlyph* glyph = font->FindGlyphNoFallback(sign);
            ASSERT_NE(glyph, nullptr) << sign;
            EXPECT_LT(glyph->U0, glyph->U1) << sign;
            EXPECT_LE(glyph->V1, 1) << sign;
        }
}

INSTANTIATE_TEST_SUITE_P(Limits, FontAtlas, testing::Values(16384, 8192, 4096, 2048, 1024));

}  // namespace
}  // namespace lstm
