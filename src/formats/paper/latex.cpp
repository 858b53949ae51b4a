/// Setting one piece after the other, and one character after the other.
#include "formats/paper/latex.h"

#include "formats/paper/latex_signs.h"
#include "platform/text.h"

#include <algorithm>
#include <cctype>

namespace lstm {
namespace {

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// The character at `text[at]`, or the byte where none begins; empty at the end.
std::string_view character_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    return text.substr(at, std::max<std::size_t>(character_length(text, at), 1));
}

/// A letter, digits or a sign in maths: "σ" → "\sigma".
std::string maths(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view character = character_at(text, at);
        const std::string_view sign = latex_sign(character);
        result += sign.empty() ? character : sign;
        at += character.size();
        // A letter right behind a command would become part of its name.
        if (!sign.empty() && at < text.size() && is_letter(text[at])) result += ' ';
    }
    return result;
}

std::string maths(const Symbol& symbol) {
    std::string text = maths(symbol.letter);
    const bool word = symbol.face == Face::upright && is_letter(symbol.letter.front());
    if (word) text = "\\mathrm{" + text + "}";
    if (symbol.face == Face::bold)
        text = (is_letter(symbol.letter.front()) ? "\\mathbf{" : "\\boldsymbol{") + text + "}";
    if (symbol.accent == Accent::tilde) text = "\\tilde{" + text + "}";
    if (symbol.accent == Accent::hat) text = "\\hat{" + text + "}";
    if (!symbol.subscript.empty()) text += "_{" + maths(symbol.subscript) + "}";
    if (!symbol.superscript.empty()) text += "^{" + maths(symbol.superscript) + "}";
    if (symbol.derivative) text = "\\frac{\\mathrm{d}L}{\\mathrm{d}" + text + "}";
    return text;
}

std::string function(const Symbol& symbol) {
    const std::string power =
        symbol.superscript.empty() ? "" : "^{" + maths(symbol.superscript) + "}";
    if (symbol.letter == "tanh") return "\\tanh" + power;
    if (is_letter(symbol.letter.front())) return "\\operatorname{" + symbol.letter + "}" + power;
    return maths(symbol.letter) + power;
}

std::string maths(const Piece& piece, Commas commas) {
    switch (piece.kind) {
        case Piece::Kind::function: return function(piece.symbol);
        case Piece::Kind::sign:
        case Piece::Kind::relation: return ' ' + maths(piece.symbol.letter) + ' ';
        case Piece::Kind::comma: return commas == Commas::break_lines ? ",\\allowbreak " : ", ";
        default: return maths(piece.symbol);
    }
}

}  // namespace

std::string latex_maths(const Expression& expression, Commas commas) {
    std::string text;
    bool touches = false;  // whether a symbol that follows would touch this piece
    for (const Piece& piece : pieces_of(expression)) {
        const bool symbol = piece.kind == Piece::Kind::symbol;
        if (symbol && touches) text += ' ';
        text += maths(piece, commas);
        touches = symbol || piece.kind == Piece::Kind::close;
    }
    return text;
}

std::string latex_text(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view character = character_at(text, at);
        at += character.size();
        const std::string_view accent = latex_accent(character_at(text, at));
        if (!accent.empty() && is_letter(character.front())) {
            result.append(accent).append("{").append(character).append("}");
            at += character_at(text, at).size();
        } else {
            result += latex_character(character);
        }
    }
    return result;
}

}  // namespace lstm
