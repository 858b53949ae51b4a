/// Tables of characters.
#include "formats/paper/latex_signs.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace lstm {
namespace {

struct Entry {
    std::string_view character;
    std::string_view latex;
};

/// Each needs maths around it.
constexpr Entry signs[]{
    {"−", "-"},
    {"·", "\\cdot"},
    {"×", "\\times"},
    {"÷", "\\div"},
    {"±", "\\pm"},
    {"⊙", "\\odot"},
    {"⊗", "\\otimes"},
    {"⊕", "\\oplus"},
    {"∘", "\\circ"},
    {"≈", "\\approx"},
    {"≠", "\\neq"},
    {"≤", "\\leq"},
    {"≥", "\\geq"},
    {"≪", "\\ll"},
    {"≫", "\\gg"},
    {"∼", "\\sim"},
    {"∝", "\\propto"},
    {"→", "\\to"},
    {"←", "\\leftarrow"},
    {"↔", "\\leftrightarrow"},
    {"↑", "\\uparrow"},
    {"↓", "\\downarrow"},
    {"⇒", "\\Rightarrow"},
    {"∈", "\\in"},
    {"∞", "\\infty"},
    {"∂", "\\partial"},
    {"∇", "\\nabla"},
    {"∑", "\\sum"},
    {"∏", "\\prod"},
    {"√", "\\surd"},
    {"∫", "\\int"},
    {"°", "^{\\circ}"},
    {"′", "^{\\prime}"},
    {"¬", "\\neg"},
    {"¹", "^{1}"},
    {"²", "^{2}"},
    {"³", "^{3}"},
    {"⁰", "^{0}"},
    {"⁴", "^{4}"},
    {"⁵", "^{5}"},
    {"⁶", "^{6}"},
    {"⁷", "^{7}"},
    {"⁸", "^{8}"},
    {"⁹", "^{9}"},
    {"⁺", "^{+}"},
    {"⁻", "^{-}"},
    {"₀", "_{0}"},
    {"₁", "_{1}"},
    {"₂", "_{2}"},
    {"₃", "_{3}"},
    {"₄", "_{4}"},
    {"₅", "_{5}"},
    {"₆", "_{6}"},
    {"₇", "_{7}"},
    {"₈", "_{8}"},
    {"₉", "_{9}"},
    {"₊", "_{+}"},
    {"₋", "_{-}"},
    {"½", "\\tfrac{1}{2}"},
    {"¼", "\\tfrac{1}{4}"},
    {"¾", "\\tfrac{3}{4}"},
    {"□", "\\blank"},
    {"α", "\\alpha"},
    {"β", "\\beta"},
    {"γ", "\\gamma"},
    {"δ", "\\delta"},
    {"ε", "\\varepsilon"},
    {"ζ", "\\zeta"},
    {"η", "\\eta"},
    {"θ", "\\theta"},
    {"ι", "\\iota"},
    {"κ", "\\kappa"},
    {"λ", "\\lambda"},
    {"μ", "\\mu"},
    {"µ", "\\mu"},
    {"ν", "\\nu"},
    {"ξ", "\\xi"},
    {"π", "\\pi"},
    {"ρ", "\\rho"},
    {"σ", "\\sigma"},
    {"ς", "\\varsigma"},
    {"τ", "\\tau"},
    {"υ", "\\upsilon"},
    {"φ", "\\varphi"},
    {"χ", "\\chi"},
    {"ψ", "\\psi"},
    {"ω", "\\omega"},
    {"Γ", "\\Gamma"},
    {"Δ", "\\Delta"},
    {"Θ", "\\Theta"},
    {"Λ", "\\Lambda"},
    {"Ξ", "\\Xi"},
    {"Π", "\\Pi"},
    {"Σ", "\\Sigma"},
    {"Φ", "\\Phi"},
    {"Ψ", "\\Psi"},
    {"Ω", "\\Omega"},
    {"<", "<"},
    {">", ">"},
    {"|", "|"},
};

/// Each stands among words.
constexpr Entry words[]{
    {"\\", "\\textbackslash{}"},
    {"{", "\\{"},
    {"}", "\\}"},
    {"$", "\\$"},
    {"&", "\\&"},
    {"#", "\\#"},
    {"_", "\\_"},
    {"%", "\\%"},
    {"~", "\\textasciitilde{}"},
    {"^", "\\textasciicircum{}"},
    {"\"", "''"},
    {"`", "{}`"},  // apart from a "?" or "!" before, which it would turn upside down
    {"\u00a0", "~"},
    {"\u00ad", "\\-"},
    {"\u200b", ""},
    {"\ufeff", ""},
    {"–", "--"},
    {"—", "---"},
    {"‐", "-"},
    {"‑", "-"},
    {"‘", "`"},
    {"’", "'"},
    {"‚", ","},
    {"“", "``"},
    {"”", "''"},
    {"„", ",,"},
    {"«", "``"},
    {"»", "''"},
    {"…", "\\dots{}"},
    {"•", "\\textbullet{}"},
    {"§", "\\S{}"},
    {"¶", "\\P{}"},
    {"©", "\\copyright{}"},
    {"£", "\\pounds{}"},
    {"€", "EUR"},
    {"¡", "!`"},
    {"¿", "?`"},
};

/// By the code points from U+0300 on; the fonts have no others.
constexpr Entry accents[]{
    {"\u0300", "\\`"}, {"\u0301", "\\'"}, {"\u0302", "\\^"}, {"\u0303", "\\~"},
    {"\u0304", "\\="}, {"\u0306", "\\u"}, {"\u0307", "\\."}, {"\u0308", "\\\""},
    {"\u030a", "\\r"}, {"\u030b", "\\H"}, {"\u030c", "\\v"}, {"\u0327", "\\c"},
};

/// Latin letters (U+00C0 to U+017F) that the standard fonts do not have.
constexpr std::string_view missing_letters = "ÐÞðþ×÷ĄąĐđĘęĦħĮįĸĿŀŉŊŋŦŧŲųſ";

template <std::size_t size>
const Entry* find(const Entry (&entries)[size], std::string_view character) {
    const auto* const entry =
        std::find_if(std::begin(entries), std::end(entries),
                     [&](const Entry& e) { return e.character == character; });
    return entry == std::end(entries) ? nullptr : entry;
}

bool is_plain_ascii(std::string_view character) {
    return character.size() == 1 &&
           std::isprint(static_cast<unsigned char>(character.front())) != 0;
}

bool is_latin_letter(std::string_view character) {
    return character.size() == 2 && character >= "\u00c0" && character <= "\u017f" &&
           missing_letters.find(character) == std::string_view::npos;
}

}  // namespace

std::string_view latex_sign(std::string_view character) {
    const Entry* entry = find(signs, character);
    return entry == nullptr ? std::string_view() : entry->latex;
}

std::string_view latex_accent(std::string_view character) {
    const Entry* entry = find(accents, character);
    return entry == nullptr ? std::string_view() : entry->latex;
}

std::string latex_character(std::string_view character) {
    if (const Entry* entry = find(words, character)) return std::string(entry->latex);
    if (character != "□" && !latex_sign(character).empty())
        return "\\ensuremath{" + std::string(latex_sign(character)) + "}";
    if (is_plain_ascii(character) || is_latin_letter(character)) return std::string(character);
    const bool control =
        character.size() == 1 && static_cast<unsigned char>(character.front()) < 0x80;
    return control ? " " : "?";
}

}  // namespace lstm
