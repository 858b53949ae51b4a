/// Setting one token after the other, and one character after the other.
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
std::string to_latex(std::string_view text) {
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

std::string to_latex(const MathSymbol& symbol) {
    std::string text = to_latex(symbol.letter);
    const bool word = symbol.face == Typeface::upright && is_letter(symbol.letter.front());
    if (word) text = "\\mathrm{" + text + "}";
    if (symbol.face == Typeface::bold)
        text = (is_letter(symbol.letter.front()) ? "\\mathbf{" : "\\boldsymbol{") + text + "}";
    if (symbol.accent == SymbolAccent::tilde) text = "\\tilde{" + text + "}";
    if (symbol.accent == SymbolAccent::hat) text = "\\hat{" + text + "}";
    if (!symbol.subscript.empty()) text += "_{" + to_latex(symbol.subscript) + "}";
    if (!symbol.superscript.empty()) text += "^{" + to_latex(symbol.superscript) + "}";
    if (symbol.derivative) text = "\\frac{\\mathrm{d}L}{\\mathrm{d}" + text + "}";
    return text;
}

std::string function(const MathSymbol& symbol) {
    const std::string power =
        symbol.superscript.empty() ? "" : "^{" + to_latex(symbol.superscript) + "}";
    constexpr std::string_view prime = "′";
    if (symbol.letter.ends_with(prime)) {
        MathSymbol plain = symbol;
        plain.letter.erase(plain.letter.size() - prime.size());
        return function(plain) + "'";
    }
    for (const ActivationFacts& each : activations())
        if (symbol.letter == each.symbol) return each.latex + power;
    if (is_letter(symbol.letter.front())) return "\\operatorname{" + symbol.letter + "}" + power;
    return to_latex(symbol.letter) + power;
}

std::string to_latex(const FormulaToken& token, Commas commas) {
    switch (token.kind) {
        case FormulaToken::Kind::function: return function(token.symbol);
        case FormulaToken::Kind::sign:
        case FormulaToken::Kind::relation: return ' ' + to_latex(token.symbol.letter) + ' ';
        case FormulaToken::Kind::comma:
            return commas == Commas::break_lines ? ",\\allowbreak " : ", ";
        default: return to_latex(token.symbol);
    }
}

}  // namespace

std::string latex_maths(const Expression& expression, Commas commas) {
    std::string text;
    bool touches = false;  // whether a symbol that follows would touch this token
    for (const FormulaToken& token : tokens_of(expression)) {
        const bool symbol = token.kind == FormulaToken::Kind::symbol;
        if (symbol && touches) text += ' ';
        text += to_latex(token, commas);
        touches = symbol || token.kind == FormulaToken::Kind::close;
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
