/// One token after the other.
#include "maths/formula_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace lstm {
namespace {

using Kind = FormulaToken::Kind;
using Small = std::pair<std::string_view, std::string_view>;

constexpr std::array<Small, 13> subscripts{{{"0", "₀"},
                                            {"1", "₁"},
                                            {"2", "₂"},
                                            {"3", "₃"},
                                            {"4", "₄"},
                                            {"5", "₅"},
                                            {"6", "₆"},
                                            {"7", "₇"},
                                            {"8", "₈"},
                                            {"9", "₉"},
                                            {"−", "₋"},
                                            {"t", "ₜ"},
                                            {"u", "ᵤ"}}};
constexpr std::array<Small, 12> superscripts{{{"0", "⁰"},
                                              {"1", "¹"},
                                              {"2", "²"},
                                              {"3", "³"},
                                              {"4", "⁴"},
                                              {"5", "⁵"},
                                              {"6", "⁶"},
                                              {"7", "⁷"},
                                              {"8", "⁸"},
                                              {"9", "⁹"},
                                              {"−", "⁻"},
                                              {"T", "ᵀ"}}};

/// `text` in small letters, all of which `small` must have.
std::optional<std::string> in_small(std::string_view text, std::span<const Small> small) {
    std::string result;
    while (!text.empty()) {
        const auto found = std::find_if(small.begin(), small.end(), [&](const Small& each) {
            return text.starts_with(each.first);
        });
        if (found == small.end()) return {};
        result += found->second;
        text.remove_prefix(found->first.size());
    }
    return result;
}

std::string text_of(const MathSymbol& symbol) {
    std::string text = (symbol.derivative ? "dL/d" : "") + symbol.letter;
    if (symbol.accent == SymbolAccent::tilde) text += "\u0303";
    if (symbol.accent == SymbolAccent::hat) text += "\u0302";
    text += in_small(symbol.subscript, subscripts).value_or("_" + symbol.subscript);
    return text + in_small(symbol.superscript, superscripts).value_or("^" + symbol.superscript);
}

/// Whether the brackets that begin at `at` belong to a named function and hold only one letter:
/// "tanh c" reads better than "tanh(c)".
bool needs_no_brackets(const std::vector<FormulaToken>& tokens, std::size_t at) {
    return at > 0 && at + 2 < tokens.size() && tokens[at - 1].kind == Kind::function &&
           tokens[at - 1].symbol.letter.size() > std::string_view("σ").size() &&
           tokens[at + 1].kind == Kind::symbol && tokens[at + 2].kind == Kind::close &&
           tokens[at + 2].symbol.superscript.empty();
}

/// The letters of a cell as they are, without a gate's index.
class BareSymbols : public FormulaOperands {
public:
    explicit BareSymbols(const Cell& cell) : cell_(cell) {}

    [[nodiscard]] Expression quantity(QuantityId id, int /*element*/) const override {
        return {MathSymbol{cell_.quantities[static_cast<std::size_t>(id)].symbol}};
    }
    [[nodiscard]] Expression parameter(ParameterId id, QuantityId /*vector*/, int /*row*/,
                                       int /*column*/) const override {
        return {MathSymbol{cell_.parameters[static_cast<std::size_t>(id)].letter}};
    }
    [[nodiscard]] std::vector<Expression> elements(QuantityId id, int) const override {
        return {quantity(id, all)};
    }
    [[nodiscard]] MathOperator times() const override { return MathOperator::product; }

private:
    const Cell& cell_;
};

}  // namespace

std::string formula_text(const Expression& expression) {
    const std::vector<FormulaToken> tokens = tokens_of(expression);
    std::string text;
    for (std::size_t n = 0; n < tokens.size(); ++n) {
        const FormulaToken& token = tokens[n];
        const std::string part = text_of(token.symbol);
        const Kind before = n == 0 ? Kind::open : tokens[n - 1].kind;
        const bool touches = before == Kind::symbol || before == Kind::close;
        switch (token.kind) {
            case Kind::sign:
                text += n == 0 || before == Kind::relation || before == Kind::open
                            ? part
                            : " " + part + " ";
                break;
            case Kind::relation: text += " " + part + " "; break;
            case Kind::comma: text += part + " "; break;
            case Kind::open:
                if (needs_no_brackets(tokens, n)) {
                    text += " " + text_of(tokens[n + 1].symbol);
                    n += 2;
                    break;
                }
                text += before == Kind::symbol ? " " + part : part;
                break;
            case Kind::symbol:
            case Kind::function: text += touches ? " " + part : part; break;
            case Kind::number:
            case Kind::close: text += part; break;
        }
    }
    return text;
}

std::string right_side_text(const Cell& cell, QuantityId quantity, FormulaDepth depth) {
    const Notation notation;
    const BareSymbols symbols(cell);
    return formula_text(
        FormulaBuilder(cell, Sizes{}, notation, symbols).right_side(quantity, all, depth));
}

}  // namespace lstm
