/// Rasterising the fonts with the signs that lessons use.
#include "panels/theme.h"

#include <imgui.h>

namespace lstm {
namespace {

// Pairs of first and last code point, closed by 0.
constexpr ImWchar glyphs[] = {
    0x0020, 0x024F,  // Latin
    0x0300, 0x036F,  // combining accents: the tilde of c̃
    0x0370, 0x03FF,  // Greek
    0x0400, 0x04FF,  // Cyrillic
    0x1D40, 0x1D7F,  // raised and lowered letters
    0x2010, 0x2027,  // punctuation; not the signs that turn the direction of writing,
    0x202F, 0x2044,  // which are shown as U+FFFD
    0x2070, 0x209C,  // raised and lowered digits and signs
    0x20AC, 0x20AC,  // €
    0x2100, 0x214F,  // ℝ and its like
    0x2190, 0x21FF,  // arrows
    0x2200, 0x22FF,  // mathematics
    0x23E9, 0x23FA,  // transport
    0x25A0, 0x25FF,  // shapes
    0x2713, 0x2717,  // ✓ ✗
    0xFFFD, 0xFFFD,  // what is not among them
    0,
};

// The letters that formulas set in italics.
constexpr ImWchar italic_letters[] = {0x0041, 0x005A, 0x0061, 0x007A, 0x0391, 0x03C9, 0};

// What formulas need besides.
constexpr ImWchar maths_signs[] = {
    0x0020, 0x007E,  // letters, digits, brackets
    0x00A0, 0x00FF,  //
    0x02C6, 0x02DC,  // hat and tilde
    0x0391, 0x03C9,  // Greek
    0x2010, 0x2027,  // …
    0x2190, 0x21FF,  // arrows
    0x2200, 0x22FF,  // − ⊙ ≈ ∞
    0,
};

enum class Mode { own, merged };

ImFont* add(std::span<const std::byte> file, float size, const ImWchar* ranges = glyphs,
            Mode mode = Mode::own) {
    ImFontConfig config;
    config.MergeMode = mode == Mode::merged;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = 2;
    config.PixelSnapH = false;
    // ImGui does not write to a font that it does not own.
    void* bytes =
        const_cast<std::byte*>(file.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes, static_cast<int>(file.size()), size,
                                                      &config, ranges);
}

}  // namespace

Fonts build_fonts(const FontFiles& files, const TypeSizes& type, float scale) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.TexDesiredWidth = 0;
    Fonts fonts;
    fonts.text = add(files.regular, type.text * scale);  // the first is ImGui's default
    fonts.small = add(files.regular, type.small * scale);
    fonts.bold = add(files.bold, type.text * scale);
    fonts.large = add(files.regular, type.large * scale);
    fonts.title = add(files.bold, type.title * scale);
    // A glyph is taken from the first file that has it.
    const auto add_maths = [&](float size) {
        ImFont* font = add(files.maths_italic, size, italic_letters);
        add(files.maths_upright, size, maths_signs, Mode::merged);
        add(files.regular, size, maths_signs, Mode::merged);
        return font;
    };
    fonts.maths = add_maths(18 * scale);
    fonts.script = add_maths(12 * scale);
    fonts.maths_upright = add(files.maths_upright, 18 * scale, maths_signs);
    add(files.regular, 18 * scale, maths_signs, Mode::merged);
    fonts.maths_bold = add(files.maths_bold, 18 * scale, maths_signs);
    add(files.bold, 18 * scale, maths_signs, Mode::merged);
    atlas.Build();
    return fonts;
}

}  // namespace lstm
