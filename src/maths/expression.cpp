/// Reading an expression from left to right, and its numbers digit by digit.
#include "maths/expression.h"

#include "maths/numbers.h"
#include "model/engine/rounding.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

namespace lstm {
namespace {

constexpr std::string_view minus = "−";

/// From here on a number is printed with a power of ten.
constexpr double too_long = 1e10;

/// A finite number as a programming language spells it: "-0.32", "9.38e-07".
std::string digits_of(const PrintedNumber& number) {
    const double value = number.value + 0.0;  // no −0
    if (number.decimals >= exact) return number_text(value);
    const bool vanishes = value != 0 && round_half_away(value, number.decimals) == 0;
    if (!vanishes && std::abs(value) < too_long) return fixed_text(value, number.decimals);
    // As many digits as say all of it, or those that are asked for.
    const std::string full = scientific_text(value);
    const std::string cut = scientific_text(value, number.decimals);
    return full.size() < cut.size() ? full : cut;
}

bool all_digits_shown(const Expression& expression) {
    if (const auto* number = std::get_if<PrintedNumber>(&expression.head)) return is_whole(*number);
    return std::all_of(expression.parts.begin(), expression.parts.end(), all_digits_shown);
}

/// Whether the parts of `expression` would fall apart as a factor or behind a minus sign.
bool needs_brackets(const Expression& expression) {
    const auto* head = std::get_if<MathOperator>(&expression.head);
    if (head == nullptr) return false;
    switch (*head) {
        case MathOperator::logarithm:
        case MathOperator::of:
        case MathOperator::square:
        case MathOperator::transposed:
        case MathOperator::concatenation:
        case MathOperator::element: return false;
        default: return true;
    }
}

bool is_product(const Expression& expression) {
    const auto* head = std::get_if<MathOperator>(&expression.head);
    return head != nullptr && (*head == MathOperator::product || *head == MathOperator::dot ||
                               *head == MathOperator::hadamard || *head == MathOperator::quotient);
}

/// Whether the first thing on the line would be a minus sign.
bool starts_with_minus(const Expression& expression) {
    if (const auto* number = std::get_if<PrintedNumber>(&expression.head))
        return printed(*number).letter.starts_with(minus);
    const auto* head = std::get_if<MathOperator>(&expression.head);
    if (head == nullptr) return false;
    if (*head == MathOperator::negative) return true;
    const bool of_factors = is_product(expression);
    if (of_factors && needs_brackets(expression.parts.front())) return false;
    return (of_factors || *head == MathOperator::sum) &&
           starts_with_minus(expression.parts.front());
}

/// Places one token after the other.
class Reader {
public:
    /// `after_sign`: a sign goes before, which a minus must not follow.
    void read(const Expression& expression, const Link& around, bool after_sign) {
        const bool linked = !std::holds_alternative<std::monostate>(expression.link);
        const Link& link = linked ? expression.link : around;
        if (const auto* symbol = std::get_if<MathSymbol>(&expression.head)) {
            tokens_.push_back({FormulaToken::Kind::symbol, *symbol, link});
        } else if (const auto* number = std::get_if<PrintedNumber>(&expression.head)) {
            read_number(*number, link, after_sign);
        } else if (const auto* function = std::get_if<Activation>(&expression.head)) {
            read_call(facts_of(*function).symbol, expression.parts, link);
        } else {
            read_operator(std::get<MathOperator>(expression.head), expression.parts, link,
                          after_sign);
        }
    }

    std::vector<FormulaToken> take() { return std::move(tokens_); }

private:
    void place(FormulaToken::Kind kind, std::string text, const Link& link,
               std::string subscript = {}) {
        tokens_.push_back({kind,
                           MathSymbol{std::move(text), SymbolAccent::plain, Typeface::upright,
                                      std::move(subscript)},
                           link});
    }

    void read_number(const PrintedNumber& number, const Link& link, bool after_sign) {
        MathSymbol symbol = printed(number);
        const bool negative = symbol.letter.starts_with(minus);
        if (negative && minus_is_placed_) symbol.letter.erase(0, minus.size());
        const bool bracketed = negative && after_sign && !minus_is_placed_;
        minus_is_placed_ = false;
        if (bracketed) place(FormulaToken::Kind::open, "(", link);
        tokens_.push_back({FormulaToken::Kind::number, std::move(symbol), link});
        if (bracketed) place(FormulaToken::Kind::close, ")", link);
    }

    void read_operator(MathOperator head, const std::vector<Expression>& parts, const Link& link,
                       bool after_sign) {
        switch (head) {
            case MathOperator::sum: return read_sum(parts, link, after_sign);
            case MathOperator::product: return read_factors("", parts, link, after_sign);
            case MathOperator::dot: return read_factors("·", parts, link, after_sign);
            case MathOperator::hadamard: return read_factors("⊙", parts, link, after_sign);
            case MathOperator::quotient: return read_factors("/", parts, link, after_sign);
            case MathOperator::one_minus:
                place(FormulaToken::Kind::number, "1", link);
                place(FormulaToken::Kind::sign, std::string(minus), link);
                return read_factor(parts.front(), link, true);
            case MathOperator::logarithm: return read_call("ln", parts, link);
            case MathOperator::of:
                return read_call(std::get<MathSymbol>(parts.front().head).letter.c_str(),
                                 {parts.back()}, link);
            case MathOperator::over_steps:
                tokens_.push_back({FormulaToken::Kind::symbol,
                                   MathSymbol{"Σ", SymbolAccent::plain, Typeface::upright, "t"},
                                   link});
                return read_term(parts.front(), link);
            case MathOperator::negative: return read_negative(parts.front(), link, after_sign);
            case MathOperator::square: return read_raised(parts.front(), "2", link);
            case MathOperator::transposed: return read_raised(parts.front(), "T", link);
            case MathOperator::concatenation:
                read_list("[", parts, link);
                return place(FormulaToken::Kind::close, "]", link);
            case MathOperator::element:
                read_list("(", {parts.front()}, link);
                return place(FormulaToken::Kind::close, ")", link,
                             std::get<MathSymbol>(parts.back().head).letter);
            case MathOperator::equals: return read_chain(parts, link);
            case MathOperator::becomes:
                read(parts.front(), link, after_sign);
                place(FormulaToken::Kind::relation, "→", link);
                return read(parts.back(), link, false);
        }
    }

    void read_sum(const std::vector<Expression>& terms, const Link& link, bool after_sign) {
        read(terms.front(), link, after_sign);
        for (std::size_t k = 1; k < terms.size(); ++k) {
            const bool negative = starts_with_minus(terms[k]);
            place(FormulaToken::Kind::sign, std::string(negative ? minus : "+"), link);
            minus_is_placed_ = negative;
            read(terms[k], link, true);
        }
    }

    void read_factors(const char* sign, const std::vector<Expression>& factors, const Link& link,
                      bool after_sign) {
        read_factor(factors.front(), link, after_sign);
        for (std::size_t k = 1; k < factors.size(); ++k) {
            if (*sign != '\0') place(FormulaToken::Kind::sign, sign, link);
            read_factor(factors[k], link, true);
        }
    }

    void read_factor(const Expression& factor, const Link& link, bool after_sign) {
        if (!needs_brackets(factor)) return read(factor, link, after_sign);
        read_list("(", {factor}, link);
        place(FormulaToken::Kind::close, ")", link);
    }

    /// A sum that goes before may have placed the minus.
    void read_negative(const Expression& part, const Link& link, bool after_sign) {
        const bool bracketed = after_sign && !minus_is_placed_;
        if (bracketed) place(FormulaToken::Kind::open, "(", link);
        if (!minus_is_placed_) place(FormulaToken::Kind::sign, std::string(minus), link);
        minus_is_placed_ = false;
        read_term(part, link);
        if (bracketed) place(FormulaToken::Kind::close, ")", link);
    }

    /// The power stands at a letter, a plain number or a function's name; else behind brackets.
    void read_raised(const Expression& part, const char* power, const Link& link) {
        const std::size_t first = tokens_.size();
        read(part, link, false);
        FormulaToken& token = tokens_[first];
        const bool alone = tokens_.size() == first + 1 && token.symbol.superscript.empty() &&
                           !token.symbol.letter.starts_with(minus) && !token.symbol.derivative;
        if (alone || token.kind == FormulaToken::Kind::function) {
            token.symbol.superscript = power;
            return;
        }
        tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                       {FormulaToken::Kind::open,
                        MathSymbol{"(", SymbolAccent::plain, Typeface::upright}, link});
        place(FormulaToken::Kind::close, ")", link);
        tokens_.back().symbol.superscript = power;
    }

    /// What stands behind a sign that binds less than a product does.
    void read_term(const Expression& part, const Link& link) {
        if (is_product(part)) return read(part, link, true);
        read_factor(part, link, true);
    }

    void read_call(const char* function, const std::vector<Expression>& argument,
                   const Link& link) {
        place(FormulaToken::Kind::function, function, link);
        read_list("(", argument, link);
        place(FormulaToken::Kind::close, ")", link);
    }

    void read_list(const char* bracket, const std::vector<Expression>& parts, const Link& link) {
        place(FormulaToken::Kind::open, bracket, link);
        for (std::size_t k = 0; k < parts.size(); ++k) {
            if (k > 0) place(FormulaToken::Kind::comma, ",", link);
            read(parts[k], link, false);
        }
    }

    void read_chain(const std::vector<Expression>& parts, const Link& link) {
        read(parts.front(), link, false);
        for (std::size_t k = 1; k < parts.size(); ++k) {
            const bool same = all_digits_shown(parts[k - 1]) && all_digits_shown(parts[k]);
            place(FormulaToken::Kind::relation, same ? "=" : "≈", link);
            read(parts[k], link, false);
        }
    }

    std::vector<FormulaToken> tokens_;
    bool minus_is_placed_ = false;  ///< the next number's minus stands there as a sign already
};

}  // namespace

bool nearly_equal(double a, double b) {
    constexpr double slack = 4 * std::numeric_limits<double>::epsilon();
    return a == b || (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= slack * std::abs(a);
}

std::vector<FormulaToken> tokens_of(const Expression& expression) {
    Reader reader;
    reader.read(expression, Link{}, false);
    return reader.take();
}

bool look_alike(const Expression& vectors, const Expression& elements) {
    const std::vector<FormulaToken> a = tokens_of(vectors);
    const std::vector<FormulaToken> b = tokens_of(elements);
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](const FormulaToken& x, const FormulaToken& y) {
            return x.kind == y.kind &&
                   (x.kind == FormulaToken::Kind::sign || x.symbol.letter == y.symbol.letter) &&
                   x.symbol.subscript == y.symbol.subscript;
        });
}

MathSymbol printed(const PrintedNumber& number) {
    MathSymbol symbol{"", SymbolAccent::plain, Typeface::upright};
    if (std::isnan(number.value)) {
        symbol.letter = "NaN";
    } else if (std::isinf(number.value)) {
        symbol.letter = number.value > 0 ? "∞" : "−∞";
    } else {
        std::string digits = digits_of(number);
        if (const std::size_t e = digits.find('e'); e != std::string::npos) {
            int power = 0;
            const char* first = digits.data() + e + (digits[e + 1] == '+' ? 2 : 1);
            std::from_chars(first, digits.data() + digits.size(), power);
            if (power < 0) symbol.superscript = minus;
            symbol.superscript += std::to_string(std::abs(power));
            digits.replace(e, std::string::npos, "·10");
        }
        if (digits.starts_with('-')) digits.replace(0, 1, minus);
        symbol.letter = std::move(digits);
    }
    return symbol;
}

PrintedNumber number_of(double value, int decimals) {
    if (decimals < exact && std::abs(value) < too_long)
        for (int fewer = 0; fewer < decimals; ++fewer)
            if (nearly_equal(value, round_half_away(value, fewer))) return {value, fewer};
    return {value, decimals};
}

bool is_whole(const PrintedNumber& number) {
    if (!std::isfinite(number.value)) return true;
    const std::string digits = digits_of(number);
    double shown = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), shown);
    return nearly_equal(number.value, shown);
}

}  // namespace lstm
