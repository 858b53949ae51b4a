/// Colours, fonts and measures: the whole look of the window stands here.
#pragma once

#include "model/cells/cell.h"
#include "ui/look/theme_name.h"

#include <imgui.h>

#include <cstddef>
#include <span>
#include <string_view>

namespace lstm {

/// What tells a gate's curve apart where colour cannot.
enum class Shape { circle, square, triangle, diamond };
struct CurveMark {
    Shape shape;              ///< of its points
    float dash = 0, gap = 0;  ///< of its line, at scale 1; 0: a solid one
};

/// Colours of one theme.
struct Palette {
    ImVec4 desk;                ///< behind everything
    ImVec4 paper;               ///< cards
    ImVec4 sunken;              ///< fields and wells on a card
    ImVec4 rule;                ///< hairlines and borders
    ImVec4 ink;                 ///< text
    ImVec4 muted;               ///< secondary text, still at least 4.5:1 on paper
    ImVec4 accent;              ///< what is selected or can be clicked
    ImVec4 accent_soft;         ///< its background
    ImVec4 good, bad;           ///< pass and fail
    ImVec4 negative, positive;  ///< ends of the diverging scale for signed values
    float tint;                 ///< how much of them a cell takes at most, with text on it
    ImVec4 forget, input, candidate, output;  ///< after Okabe & Ito, as text and lines
    CurveMark forget_mark, input_mark, candidate_mark, output_mark;
    ImVec4 ruling;     ///< lines of the notebook page
    ImVec4 margin;     ///< its margins
    ImVec4 highlight;  ///< the reader's mark
    ImVec4 memory;     ///< the cell state, the notebook
    ImVec4 hidden_state;
    bool dark;
    bool outlined;  ///< controls have a hairline, as they have no background
};

[[nodiscard]] const Palette& palette_of(ThemeName theme);

/// Sizes of type at scale 1, in pixels.
struct TypeSizes {
    float small, text, large, title;

    friend bool operator==(const TypeSizes&, const TypeSizes&) = default;
};
inline constexpr TypeSizes usual_type{12, 14, 20, 17};
/// For the back row, at a scale of 2.5 on a screen of 1920 × 1080: nothing under 30, values 40 or
/// more.
inline constexpr TypeSizes presenter_type{12, 16, 20, 18};

/// Fonts at the sizes in use.
struct Fonts {
    ImFont* small = nullptr;
    ImFont* text = nullptr;
    ImFont* bold = nullptr;   ///< as large as `text`
    ImFont* large = nullptr;  ///< key values
    ImFont* title = nullptr;  ///< bold
    // Formulas, in the faces of a textbook.
    ImFont* maths = nullptr;          ///< 18: letters italic, everything else upright
    ImFont* maths_upright = nullptr;  ///< 18
    ImFont* maths_bold = nullptr;     ///< 18: vectors and matrices
    ImFont* script = nullptr;         ///< 12: raised and lowered, as `maths`
};

/// The bytes of the font files; they must live as long as the theme.
struct FontFiles {
    std::span<const std::byte> regular;
    std::span<const std::byte> bold;
    std::span<const std::byte> maths_italic;
    std::span<const std::byte> maths_upright;
    std::span<const std::byte> maths_bold;
};

/// The look of a frame.
struct Theme {
    const Palette* palette = nullptr;
    Fonts fonts;
    TypeSizes type = usual_type;
    float scale = 1;
    bool touch = false;  ///< controls are as large as a finger needs them

    /// A length given for scale 1, in pixels of this screen.
    [[nodiscard]] float px(float length) const { return length * scale; }
    [[nodiscard]] const Palette* operator->() const { return palette; }

    /// The colour of all that does `role`: what does the same work has the same colour in every
    /// cell. Of what is neither a gate's nor a state it is ink.
    [[nodiscard]] ImVec4 role(Role role) const;
    /// The colour in which a gate is named and drawn.
    [[nodiscard]] ImVec4 gate(const Gate& gate) const { return role(gate.role); }
    /// The shape and dashes of a gate's curve.
    [[nodiscard]] CurveMark mark(const Gate& gate) const;
    /// The colour of a quantity: of its gate, of the notebook, of the hidden state, or ink.
    [[nodiscard]] ImVec4 quantity(const Cell& cell, QuantityId quantity) const;
    /// The diverging scale: −limit to +limit, 0 is paper.
    [[nodiscard]] ImVec4 signed_colour(double value, double limit) const;
};

/// Fills ImGui's font atlas for `scale`; call it between frames only. The atlas is no wider or
/// higher than `texture_limit`, at least 1024: where glyphs would need more, they are drawn
/// coarser, as large as ever.
[[nodiscard]] Fonts build_fonts(const FontFiles& files, const TypeSizes& type, float scale,
                                int texture_limit);

/// Sets ImGui's and ImPlot's styles for `theme`, from a fresh base each time.
void apply_style(const Theme& theme);

/// `colour` with its opacity multiplied.
[[nodiscard]] ImVec4 faded(ImVec4 colour, float opacity);
/// A blend from `a` (0) to `b` (1).
[[nodiscard]] ImVec4 blended(const ImVec4& a, const ImVec4& b, float share);
[[nodiscard]] ImU32 packed(const ImVec4& colour);
/// The contrast of two opaque colours, 1 to 21 (WCAG 2.1, "contrast ratio").
[[nodiscard]] double contrast(const ImVec4& a, const ImVec4& b);

}  // namespace lstm
