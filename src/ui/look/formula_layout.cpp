/// Placing a formula's tokens: letters with accents, scripts, signs with their spaces, line breaks.
#include "ui/look/formula_layout.h"

#include "ui/widgets/widgets.h"
#include "ui/words/numbers.h"

#include <algorithm>
#include <vector>

namespace lstm {
namespace {

constexpr float line_height = 27;

/// A token that knows where it goes.
struct Placed {
    const FormulaToken* token;
    float x = 0;      ///< from the left end of the line
    float width = 0;  ///< without the space before it
    int line = 0;
};

ImFont* font_of(const Frame& frame, Typeface face) {
    switch (face) {
        case Typeface::italic: return frame.theme.fonts.maths;
        case Typeface::bold: return frame.theme.fonts.maths_bold;
        case Typeface::upright: return frame.theme.fonts.maths_upright;
    }
    return frame.theme.fonts.maths;
}

constexpr const char* derivative = "dL/d";

float derivative_width(const Frame& frame, const MathSymbol& symbol) {
    return symbol.derivative ? text_size(frame.theme.fonts.maths_upright, derivative).x : 0;
}

float width_of(const Frame& frame, const MathSymbol& symbol) {
    const float letter =
        derivative_width(frame, symbol) + text_size(font_of(frame, symbol.face), symbol.letter).x;
    const float scripts = std::max(text_size(frame.theme.fonts.script, symbol.subscript).x,
                                   text_size(frame.theme.fonts.script, symbol.superscript).x);
    return letter + (scripts > 0 ? scripts + frame.px(1) : 0);
}

/// How far a letter without scripts leans out of its own width, as f does: what follows keeps off.
float overhang(const Frame& frame, const MathSymbol& symbol) {
    if (!symbol.subscript.empty() || !symbol.superscript.empty() || symbol.letter.size() != 1)
        return 0;
    const ImFontGlyph* glyph =
        font_of(frame, symbol.face)->FindGlyph(static_cast<ImWchar>(symbol.letter.front()));
    return glyph == nullptr ? 0 : std::max(glyph->X1 - glyph->AdvanceX, 0.0F);
}

/// The space before a token, as textbooks have it: none, thin, around signs, around relations.
float space_before(const Frame& frame, const std::vector<FormulaToken>& tokens, std::size_t n) {
    using Kind = FormulaToken::Kind;
    if (n == 0) return 0;
    const Kind before = tokens[n - 1].kind;
    const Kind here = tokens[n].kind;
    if (here == Kind::relation || before == Kind::relation) return frame.px(7);
    if (here == Kind::sign || before == Kind::sign) return frame.px(4.5F);
    if (before == Kind::comma) return frame.px(4);
    const bool closed = before == Kind::close || before == Kind::symbol || before == Kind::number;
    if (closed && (here == Kind::symbol || here == Kind::function)) return frame.px(3);
    return 0;
}

std::vector<Placed> place(const Frame& frame, const std::vector<FormulaToken>& tokens,
                          float width) {
    std::vector<Placed> placed;
    const float indent = frame.px(18);
    float x = 0;
    int line = 0;
    for (std::size_t n = 0; n < tokens.size(); ++n) {
        float space = space_before(frame, tokens, n);
        // A line breaks before a sign or relation when what follows, up to the next of them, is too
        // long.
        const bool may_break = tokens[n].kind == FormulaToken::Kind::relation ||
                               tokens[n].kind == FormulaToken::Kind::sign;
        if (may_break) {
            float ahead = width_of(frame, tokens[n].symbol) + space;
            for (std::size_t m = n + 1; m < tokens.size(); ++m) {
                if (tokens[m].kind == FormulaToken::Kind::relation ||
                    tokens[m].kind == FormulaToken::Kind::sign)
                    break;
                ahead += space_before(frame, tokens, m) + width_of(frame, tokens[m].symbol);
            }
            if (x + ahead > width && x > indent) {
                x = indent;
                space = 0;
                ++line;
            }
        }
        const float own = width_of(frame, tokens[n].symbol);
        placed.push_back({&tokens[n], x + space, own, line});
        x += space + own + overhang(frame, tokens[n].symbol);
    }
    return placed;
}

void draw_symbol(Frame& frame, const MathSymbol& symbol, ImVec2 at, ImVec4 colour) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* font = font_of(frame, symbol.face);
    if (symbol.derivative) draw_text(list, frame.theme.fonts.maths_upright, at, colour, derivative);
    at.x += derivative_width(frame, symbol);
    draw_text(list, font, at, colour, symbol.letter);
    const float letter = text_size(font, symbol.letter).x;
    if (symbol.accent != SymbolAccent::plain)
        draw_text(list, frame.theme.fonts.maths_upright, {at.x + letter / 2 + frame.px(1), at.y},
                  colour, symbol.accent == SymbolAccent::tilde ? "\u02DC" : "\u02C6",
                  Align::centre);
    const float script = at.x + letter + frame.px(1);
    draw_text(list, frame.theme.fonts.script, {script, at.y + frame.px(6)}, colour,
              symbol.subscript);
    draw_text(list, frame.theme.fonts.script, {script, at.y - frame.px(6)}, colour,
              symbol.superscript);
}

/// The number that a link is about, or whose gradient.
const QuantityPlace* quantity_of(const Link& link) {
    if (const auto* gradient = std::get_if<GradientPlace>(&link)) return &gradient->of;
    return std::get_if<QuantityPlace>(&link);
}

/// The weight that a link is about, or whose gradient.
const ParameterPlace* weight_of(const Link& link) {
    if (const auto* gradient = std::get_if<ParameterGradientPlace>(&link)) return &gradient->of;
    return std::get_if<ParameterPlace>(&link);
}

/// The colour of what a token stands for, so that the eye finds it again in the diagram.
ImVec4 colour_of(const Frame& frame, const FormulaToken& token) {
    if (const auto* place = quantity_of(token.link))
        if (token.kind == FormulaToken::Kind::symbol || token.kind == FormulaToken::Kind::number)
            return frame.theme.quantity(frame.cell(), place->quantity);
    const bool quiet = token.kind == FormulaToken::Kind::sign ||
                       token.kind == FormulaToken::Kind::relation ||
                       token.kind == FormulaToken::Kind::comma;
    return quiet ? frame.theme->muted : frame.theme->ink;
}

/// Lights what has a link; returns whether it was clicked.
bool touch(Frame& frame, const FormulaToken& token, ImVec2 min, ImVec2 max) {
    if (std::holds_alternative<std::monostate>(token.link)) return false;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(min, max);
    bool lit = hovered;
    if (const QuantityPlace* place = quantity_of(token.link);
        place != nullptr && place->element != all) {
        const bool here = place->t == frame.view.cursor.t;
        if (here) lit |= link(frame, min, max, {place->quantity, place->element});
    }
    if (const ParameterPlace* place = weight_of(token.link)) {
        if (hovered) frame.view.input.hovered_weight_next = *place;
        lit |= frame.view.input.hovered_weight == *place;
    }
    if (lit)
        list.AddRectFilled({min.x - frame.px(2), min.y}, {max.x + frame.px(2), max.y},
                           packed(frame.theme->accent_soft), frame.px(4));
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
}

}  // namespace

SetFormula set_formula(Frame& frame, const Expression& expression, ImVec2 at, float width,
                       const std::string& prefix) {
    std::vector<FormulaToken> tokens = tokens_of(expression);
    for (FormulaToken& token : tokens)
        if (token.kind == FormulaToken::Kind::number)
            token.symbol.letter = with_decimal_sign(token.symbol.letter);
    const std::vector<Placed> placed = place(frame, tokens, width);
    SetFormula result;
    const float height = frame.px(line_height);
    for (std::size_t n = 0; n < placed.size(); ++n) {
        const Placed& one = placed[n];
        const ImVec2 left{at.x + one.x, at.y + height * (static_cast<float>(one.line) + 0.5F)};
        const ImVec2 min{left.x, left.y - height * 0.44F};
        const ImVec2 max{left.x + one.width, left.y + height * 0.44F};
        if (touch(frame, *one.token, min, max)) result.clicked = one.token->link;
        if (!std::holds_alternative<std::monostate>(one.token->link))
            frame.regions.add(prefix + "/" + std::to_string(n), min, max, one.token->symbol.letter);
        draw_symbol(frame, one.token->symbol, left, colour_of(frame, *one.token));
    }
    result.height = placed.empty() ? 0 : height * static_cast<float>(placed.back().line + 1);
    return result;
}

}  // namespace lstm
