/// The signs that the window has. What it does not have is shown as U+FFFD.
///
/// The build for browsers cuts its fonts down to these ranges (cmake/subset_font.py, src/assets).
#pragma once

#include <imgui.h>

namespace lstm {

/// What texts are made of: pairs of first and last code point, closed by 0.
inline constexpr ImWchar glyphs[] = {
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

/// What is there in bold too. Of all else bold text has the usual signs.
inline constexpr ImWchar bold_glyphs[] = {
    0x0020, 0x024F,  // Latin
    0x0300, 0x036F,  // combining accents
    0x0370, 0x03FF,  // Greek
    0x2010, 0x2027,  // punctuation, as above
    0x202F, 0x2044,  //
    0x2070, 0x209C,  // raised and lowered digits and signs
    0x2190, 0x2193,  // arrows
    0x2212, 0x2212,  // −
    0x221E, 0x221E,  // ∞
    0x2248, 0x2248,  // ≈
    0x2295, 0x2299,  // ⊕ ⊙
    0x25A0, 0x25FF,  // shapes
    0xFFFD, 0xFFFD,  //
    0,
};

/// The letters that formulas set in italics.
inline constexpr ImWchar italic_letters[] = {0x0041, 0x005A, 0x0061, 0x007A, 0x0391, 0x03C9, 0};

/// What formulas need besides.
inline constexpr ImWchar maths_signs[] = {
    0x0020, 0x007E,  // letters, digits, brackets
    0x00A0, 0x00FF,  //
    0x02C6, 0x02DC,  // hat and tilde
    0x0391, 0x03C9,  // Greek
    0x2010, 0x2027,  // …
    0x2190, 0x21FF,  // arrows
    0x2200, 0x22FF,  // − ⊙ ≈ ∞
    0,
};

}  // namespace lstm
