/// The colours of the three themes. A test holds them to their contrasts, for every kind of eye.
#include "ui/look/theme.h"

namespace lstm {
namespace {

constexpr ImVec4 rgb(unsigned hex) {
    return {static_cast<float>(hex >> 16 & 0xffU) / 255.0F,
            static_cast<float>(hex >> 8 & 0xffU) / 255.0F, static_cast<float>(hex & 0xffU) / 255.0F,
            1.0F};
}

constexpr Palette light{
    .desk = rgb(0xeeeae1),
    .paper = rgb(0xfffdf8),
    .sunken = rgb(0xf4f0e6),
    .rule = rgb(0xd9d2c3),
    .ink = rgb(0x22252b),
    .muted = rgb(0x66635b),
    .accent = rgb(0x1f5fa8),
    .accent_soft = rgb(0xdfe9f5),
    .good = rgb(0x1c6f3c),
    .bad = rgb(0xb3261e),
    .negative = rgb(0x5e3c99),
    .positive = rgb(0xcf6c0a),
    .tint = 0.34F,
    .forget = rgb(0xa23900),
    .input = rgb(0x05694f),
    .candidate = rgb(0x7f2464),
    .output = rgb(0x0060a8),
    .forget_mark = {Shape::circle},
    .input_mark = {Shape::square},
    .candidate_mark = {Shape::triangle},
    .output_mark = {Shape::diamond},
    .ruling = rgb(0xc3d3e6),
    .margin = rgb(0xe5a9a0),
    .highlight = rgb(0xffe680),
    .memory = rgb(0x3b3f4a),
    .hidden_state = rgb(0x5c4c00),
    .dark = false,
    .outlined = false,
};

constexpr Palette dark{
    .desk = rgb(0x101317),
    .paper = rgb(0x1a1e24),
    .sunken = rgb(0x242a32),
    .rule = rgb(0x39414c),
    .ink = rgb(0xe8e6e1),
    .muted = rgb(0xa3a8b0),
    .accent = rgb(0x7ab4f5),
    .accent_soft = rgb(0x263a52),
    .good = rgb(0x6fcf8d),
    .bad = rgb(0xff8a80),
    .negative = rgb(0xa48be0),
    .positive = rgb(0xf0963c),
    .tint = 0.42F,
    .forget = rgb(0xf08a3e),
    .input = rgb(0x6fe3ae),
    .candidate = rgb(0xe08fb2),
    .output = rgb(0x5ab4fb),
    .forget_mark = {Shape::circle},
    .input_mark = {Shape::square},
    .candidate_mark = {Shape::triangle},
    .output_mark = {Shape::diamond},
    .ruling = rgb(0x2c3e52),
    .margin = rgb(0x6b3a3a),
    .highlight = rgb(0x6e6420),
    .memory = rgb(0xd6d9e0),
    .hidden_state = rgb(0xf0e442),
    .dark = true,
    .outlined = false,
};

// No paper but the sheet's own, and no more toner than letters and lines take.
constexpr Palette print{
    .desk = rgb(0xffffff),
    .paper = rgb(0xffffff),
    .sunken = rgb(0xffffff),
    .rule = rgb(0xa0a0a0),
    .ink = rgb(0x000000),
    .muted = rgb(0x4d4d4d),
    .accent = rgb(0x000000),
    .accent_soft = rgb(0xffffff),
    .good = rgb(0x005c2b),
    .bad = rgb(0xa30000),
    .negative = rgb(0x4c2a87),
    .positive = rgb(0xb85a00),
    .tint = 0,
    .forget = rgb(0xa53700),
    .input = rgb(0x006a47),
    .candidate = rgb(0x701a55),
    .output = rgb(0x0060a8),
    .forget_mark = {Shape::circle},
    .input_mark = {Shape::square, 7, 3},
    .candidate_mark = {Shape::triangle, 12, 4},
    .output_mark = {Shape::diamond, 2, 3},
    .ruling = rgb(0xb8c4d0),
    .margin = rgb(0xd8a8a4),
    .highlight = rgb(0xe6e6e6),
    .memory = rgb(0x000000),
    .hidden_state = rgb(0x4a3d00),
    .dark = false,
    .outlined = true,
};

}  // namespace

const Palette& palette_of(ThemeName theme) {
    switch (theme) {
        case ThemeName::light: return light;
        case ThemeName::dark: return dark;
        case ThemeName::print: return print;
    }
    return light;
}

}  // namespace lstm
