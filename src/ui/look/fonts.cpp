/// Rasterising the fonts with the signs that lessons use.
#include "ui/look/glyph_ranges.h"
#include "ui/look/theme.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace lstm {
namespace {

enum class Mode { own, merged };

/// How finely glyphs are drawn into the atlas. The finest is what one wants to see.
struct Grain {
    int width = 0;      ///< of the atlas; 0: as Dear ImGui likes it
    int across = 2;     ///< samples a pixel from left to right
    float density = 1;  ///< pixels drawn for one that is shown
};

class Builder {
public:
    Builder(const FontFiles& files, const Grain& grain) : files_(files), grain_(grain) {
        atlas_.Clear();
        atlas_.TexDesiredWidth = grain.width;
        atlas_.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
    }

    Fonts build(const TypeSizes& type, float scale) {
        Fonts fonts;
        fonts.text = add(files_.regular, type.text * scale);  // the first is ImGui's default
        fonts.small = add(files_.regular, type.small * scale);
        fonts.bold = add_bold(type.text * scale);
        fonts.large = add(files_.regular, type.large * scale);
        fonts.title = add_bold(type.title * scale);
        fonts.maths = add_maths(18 * scale);
        fonts.script = add_maths(12 * scale);
        fonts.maths_upright = add(files_.maths_upright, 18 * scale, maths_signs);
        add(files_.regular, 18 * scale, maths_signs, Mode::merged);
        fonts.maths_bold = add(files_.maths_bold, 18 * scale, maths_signs);
        add(files_.bold, 18 * scale, maths_signs, Mode::merged);
        add(files_.regular, 18 * scale, maths_signs, Mode::merged);
        atlas_.Build();
        return fonts;
    }

private:
    ImFont* add(std::span<const std::byte> file, float size, const ImWchar* ranges = glyphs,
                Mode mode = Mode::own) {
        ImFontConfig config;
        config.MergeMode = mode == Mode::merged;
        config.FontDataOwnedByAtlas = false;
        config.OversampleH = grain_.across;
        config.RasterizerDensity = grain_.density;
        config.PixelSnapH = false;
        // ImGui does not write to a font that it does not own.
        void* bytes =
            const_cast<std::byte*>(file.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
        return atlas_.AddFontFromMemoryTTF(bytes, static_cast<int>(file.size()), size, &config,
                                           ranges);
    }

    ImFont* add_bold(float size) {
        ImFont* font = add(files_.bold, size, bold_glyphs);
        add(files_.regular, size, glyphs, Mode::merged);
        return font;
    }

    /// A glyph is taken from the first file that has it.
    ImFont* add_maths(float size) {
        ImFont* font = add(files_.maths_italic, size, italic_letters);
        add(files_.maths_upright, size, maths_signs, Mode::merged);
        add(files_.regular, size, maths_signs, Mode::merged);
        return font;
    }

    const FontFiles& files_;
    Grain grain_;
    ImFontAtlas& atlas_ = *ImGui::GetIO().Fonts;
};

/// A coarser grain than `grain`, whose atlas did not fit: wider first, then with fewer samples,
/// then with fewer pixels, of which about as many fit.
Grain coarser(const Grain& grain, int limit) {
    const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    const float texels = static_cast<float>(atlas.TexWidth) * static_cast<float>(atlas.TexHeight);
    const float room = static_cast<float>(limit) * static_cast<float>(limit);
    if (grain.width == 0 && texels < room) return {limit, grain.across, grain.density};
    if (grain.across > 1) return {limit, 1, grain.density};
    return {limit, 1, grain.density * std::min(0.9F * std::sqrt(room / texels), 0.9F)};
}

}  // namespace

Fonts build_fonts(const FontFiles& files, const TypeSizes& type, float scale, int texture_limit) {
    // In less room than this there is nothing to read; no graphics card has less.
    const int limit = std::max(texture_limit, 1024);
    const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    Grain grain;
    Fonts fonts = Builder(files, grain).build(type, scale);
    while (atlas.TexWidth > limit || atlas.TexHeight > limit) {
        grain = coarser(grain, limit);
        fonts = Builder(files, grain).build(type, scale);
    }
    return fonts;
}

}  // namespace lstm
