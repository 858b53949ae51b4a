/// A calculator for intervals: a sum of products of factors.
#include "printed_formula.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace lstm {
namespace {

constexpr std::string_view minus = "−";
constexpr std::string_view times_ten = "·10";

/// Wider by what the arithmetic of doubles leaves of numbers of `size`.
Range widened(double low, double high, double size) {
    const double room = 1e-14 * size;
    return {low - room, high + room};
}

Range widened(double low, double high) {
    return widened(low, high, std::max(std::abs(low), std::abs(high)));
}

Range operator+(Range a, Range b) {
    const double size = std::max(std::max(std::abs(a.low), std::abs(a.high)),
                                 std::max(std::abs(b.low), std::abs(b.high)));
    return widened(a.low + b.low, a.high + b.high, size);
}

Range operator-(Range a) {
    return {-a.high, -a.low};
}

Range operator*(Range a, Range b) {
    const auto [low, high] =
        std::minmax({a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high});
    return widened(low, high);
}

Range squared(Range a) {
    const double most = std::max(a.low * a.low, a.high * a.high);
    const double least = a.low <= 0 && a.high >= 0 ? 0 : std::min(a.low * a.low, a.high * a.high);
    return widened(least, most);
}

Range number(const MathSymbol& symbol, int decimals) {
    std::string digits = symbol.letter;
    double scale = 1;
    if (digits.ends_with(times_ten)) {
        digits.erase(digits.size() - times_ten.size());
        std::string power = symbol.superscript;
        if (power.starts_with(minus)) power.replace(0, minus.size(), "-");
        scale = std::stod("1e" + power);
    }
    if (digits.starts_with(minus)) digits.replace(0, minus.size(), "-");
    const std::size_t point = digits.find('.');
    const int shown = point == std::string::npos ? 0 : static_cast<int>(digits.size() - point) - 1;
    std::size_t read = 0;
    const double value = std::stod(digits, &read);
    if (read != digits.size()) throw std::runtime_error("no number: " + symbol.letter);
    const double room = shown >= decimals ? 0.5000001 * std::pow(10.0, -shown) : 0;
    return widened((value - room) * scale, (value + room) * scale);
}

class Calculator {
public:
    Calculator(const std::vector<FormulaToken>& pieces, int decimals)
        : pieces_(pieces), decimals_(decimals) {}

    Range all() {
        const Range range = sum();
        if (at_ != pieces_.size()) throw std::runtime_error("something follows the formula");
        return range;
    }

private:
    [[nodiscard]] bool next_is(std::string_view letter) const {
        return at_ < pieces_.size() && pieces_[at_].symbol.letter == letter;
    }

    bool take(std::string_view letter) {
        if (!next_is(letter)) return false;
        ++at_;
        return true;
    }

    Range sum() {
        const bool first_negative = take(minus);
        Range range = product();
        if (first_negative) range = -range;
        while (next_is("+") || next_is(minus)) {
            const bool negative = pieces_[at_++].symbol.letter == minus;
            range = range + (negative ? -product() : product());
        }
        return range;
    }

    Range product() {
        Range range = factor();
        while (take("·")) range = range * factor();
        return range;
    }

    Range factor() {
        if (take("σ")) {
            const Range z = bracket();
            return widened(1 / (1 + std::exp(-z.low)), 1 / (1 + std::exp(-z.high)));
        }
        if (take("tanh")) {
            const Range z = bracket();
            return widened(std::tanh(z.low), std::tanh(z.high));
        }
        if (next_is("(")) return bracket();
        if (at_ == pieces_.size() || pieces_[at_].kind != FormulaToken::Kind::number)
            throw std::runtime_error("a number is missing");
        const MathSymbol& symbol = pieces_[at_++].symbol;
        if (symbol.superscript != "2" || symbol.letter.ends_with(times_ten))
            return number(symbol, decimals_);
        MathSymbol base = symbol;
        base.superscript.clear();
        return squared(number(base, decimals_));
    }

    Range bracket() {
        if (!take("(")) throw std::runtime_error("no (");
        const Range range = sum();
        if (!take(")")) throw std::runtime_error("no )");
        return pieces_[at_ - 1].symbol.superscript == "2" ? squared(range) : range;
    }

    const std::vector<FormulaToken>& pieces_;
    int decimals_;
    std::size_t at_ = 0;
};

}  // namespace

Range range_of(const std::vector<FormulaToken>& pieces, int decimals) {
    return Calculator(pieces, decimals).all();
}

std::string text_of(const Expression& expression) {
    std::string text;
    bool touches = false;
    for (const FormulaToken& piece : tokens_of(expression)) {
        std::string part = (piece.symbol.derivative ? "dL/d" : "") + piece.symbol.letter;
        if (piece.symbol.accent == SymbolAccent::tilde) part += "\u0303";
        if (piece.symbol.accent == SymbolAccent::hat) part += "\u0302";
        if (!piece.symbol.subscript.empty()) part += "_" + piece.symbol.subscript;
        if (!piece.symbol.superscript.empty()) part += "^" + piece.symbol.superscript;
        const bool apart =
            piece.kind == FormulaToken::Kind::sign || piece.kind == FormulaToken::Kind::relation;
        if (apart) part = " " + part + " ";
        if (piece.kind == FormulaToken::Kind::comma) part += " ";
        if (piece.kind == FormulaToken::Kind::symbol && touches) text += " ";
        text += part;
        touches =
            piece.kind == FormulaToken::Kind::symbol || piece.kind == FormulaToken::Kind::close;
    }
    return text;
}

}  // namespace lstm
