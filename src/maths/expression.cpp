/// Reading an expression from left to right, and its numbers digit by digit.
#include "maths/expression.h"

#include "model/engine/rounding.h"

#include <algorithm>
#include <array>
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

template <class... Format>
std::string text_of(double value, Format... format) {
    std::array<char, 64> text;
    return {text.data(),
            std::to_chars(text.data(), text.data() + text.size(), value, format...).ptr};
}

/// A finite number as a programming language spells it: "-0.32", "9.38e-07".
std::string digits_of(const Number& number) {
    const double value = number.value + 0.0;  // no −0
    if (number.decimals >= exact) return text_of(value);
    const double rounded = round_half_away(value, number.decimals);
    if ((value != 0 && rounded == 0) || std::abs(value) >= too_long) {
        const std::string full = text_of(value, std::chars_format::scientific);
        const std::string cut = text_of(value, std::chars_format::scientific, number.decimals);
        return full.size() < cut.size() ? full : cut;
    }
    return text_of(rounded, std::chars_format::fixed, number.decimals);
}

bool all_digits_shown(const Expression& expression) {
    if (const auto* number = std::get_if<Number>(&expression.head)) return is_whole(*number);
    return std::all_of(expression.parts.begin(), expression.parts.end(), all_digits_shown);
}

/// Whether the parts of `expression` would fall apart as a factor or behind a minus sign.
bool needs_brackets(const Expression& expression) {
    const auto* head = std::get_if<Operator>(&expression.head);
    if (head == nullptr) return false;
    switch (*head) {
        case Operator::sigmoid:
        case Operator::tanh:
        case Operator::softmax:
        case Operator::logarithm:
        case Operator::square:
        case Operator::transposed:
        case Operator::concatenation:
        case Operator::element: return false;
        default: return true;
    }
}

bool is_product(const Expression& expression) {
    const auto* head = std::get_if<Operator>(&expression.head);
    return head != nullptr &&
           (*head == Operator::product || *head == Operator::dot || *head == Operator::hadamard);
}

/// Whether the first thing on the line would be a minus sign.
bool starts_with_minus(const Expression& expression) {
    if (const auto* number = std::get_if<Number>(&expression.head))
        return printed(*number).letter.starts_with(minus);
    const auto* head = std::get_if<Operator>(&expression.head);
    if (head == nullptr) return false;
    if (*head == Operator::negative) return true;
    const bool of_factors = is_product(expression);
    if (of_factors && needs_brackets(expression.parts.front())) return false;
    return (of_factors || *head == Operator::sum) && starts_with_minus(expression.parts.front());
}

/// Places one piece after the other.
class Reader {
public:
    /// `after_sign`: a sign goes before, which a minus must not follow.
    void read(const Expression& expression, const Link& around, bool after_sign) {
        const bool linked = !std::holds_alternative<std::monostate>(expression.link);
        const Link& link = linked ? expression.link : around;
        if (const auto* symbol = std::get_if<Symbol>(&expression.head)) {
            pieces_.push_back({Piece::Kind::symbol, *symbol, link});
        } else if (const auto* number = std::get_if<Number>(&expression.head)) {
            read_number(*number, link, after_sign);
        } else {
            read_operator(std::get<Operator>(expression.head), expression.parts, link, after_sign);
        }
    }

    std::vector<Piece> take() { return std::move(pieces_); }

private:
    void place(Piece::Kind kind, std::string text, const Link& link, std::string subscript = {}) {
        pieces_.push_back(
            {kind, Symbol{std::move(text), Accent::plain, Face::upright, std::move(subscript)},
             link});
    }

    void read_number(const Number& number, const Link& link, bool after_sign) {
        Symbol symbol = printed(number);
        const bool negative = symbol.letter.starts_with(minus);
        if (negative && minus_is_placed_) symbol.letter.erase(0, minus.size());
        const bool bracketed = negative && after_sign && !minus_is_placed_;
        minus_is_placed_ = false;
        if (bracketed) place(Piece::Kind::open, "(", link);
        pieces_.push_back({Piece::Kind::number, std::move(symbol), link});
        if (bracketed) place(Piece::Kind::close, ")", link);
    }

    void read_operator(Operator head, const std::vector<Expression>& parts, const Link& link,
                       bool after_sign) {
        switch (head) {
            case Operator::sum: return read_sum(parts, link, after_sign);
            case Operator::product: return read_factors("", parts, link, after_sign);
            case Operator::dot: return read_factors("·", parts, link, after_sign);
            case Operator::hadamard: return read_factors("⊙", parts, link, after_sign);
            case Operator::one_minus:
                place(Piece::Kind::number, "1", link);
                place(Piece::Kind::sign, std::string(minus), link);
                return read_factor(parts.front(), link, true);
            case Operator::sigmoid: return read_call("σ", parts, link);
            case Operator::tanh: return read_call("tanh", parts, link);
            case Operator::softmax: return read_call("softmax", parts, link);
            case Operator::logarithm: return read_call("ln", parts, link);
            case Operator::over_steps:
                pieces_.push_back(
                    {Piece::Kind::symbol, Symbol{"Σ", Accent::plain, Face::upright, "t"}, link});
                return read_term(parts.front(), link);
            case Operator::negative: return read_negative(parts.front(), link, after_sign);
            case Operator::square: return read_raised(parts.front(), "2", link);
            case Operator::transposed: return read_raised(parts.front(), "T", link);
            case Operator::concatenation:
                read_list("[", parts, link);
                return place(Piece::Kind::close, "]", link);
            case Operator::element:
                read_list("(", {parts.front()}, link);
                return place(Piece::Kind::close, ")", link,
                             std::get<Symbol>(parts.back().head).letter);
            case Operator::equals: return read_chain(parts, link);
            case Operator::becomes:
                read(parts.front(), link, after_sign);
                place(Piece::Kind::relation, "→", link);
                return read(parts.back(), link, false);
        }
    }

    void read_sum(const std::vector<Expression>& terms, const Link& link, bool after_sign) {
        read(terms.front(), link, after_sign);
        for (std::size_t k = 1; k < terms.size(); ++k) {
            const bool negative = starts_with_minus(terms[k]);
            place(Piece::Kind::sign, std::string(negative ? minus : "+"), link);
            minus_is_placed_ = negative;
            read(terms[k], link, true);
        }
    }

    void read_factors(const char* sign, const std::vector<Expression>& factors, const Link& link,
                      bool after_sign) {
        read_factor(factors.front(), link, after_sign);
        for (std::size_t k = 1; k < factors.size(); ++k) {
            if (*sign != '\0') place(Piece::Kind::sign, sign, link);
            read_factor(factors[k], link, true);
        }
    }

    void read_factor(const Expression& factor, const Link& link, bool after_sign) {
        if (!needs_brackets(factor)) return read(factor, link, after_sign);
        read_list("(", {factor}, link);
        place(Piece::Kind::close, ")", link);
    }

    /// A sum that goes before may have placed the minus.
    void read_negative(const Expression& part, const Link& link, bool after_sign) {
        const bool bracketed = after_sign && !minus_is_placed_;
        if (bracketed) place(Piece::Kind::open, "(", link);
        if (!minus_is_placed_) place(Piece::Kind::sign, std::string(minus), link);
        minus_is_placed_ = false;
        read_term(part, link);
        if (bracketed) place(Piece::Kind::close, ")", link);
    }

    /// The power stands at a letter, a plain number or a function's name; else behind brackets.
    void read_raised(const Expression& part, const char* power, const Link& link) {
        const std::size_t first = pieces_.size();
        read(part, link, false);
        Piece& piece = pieces_[first];
        const bool alone = pieces_.size() == first + 1 && piece.symbol.superscript.empty() &&
                           !piece.symbol.letter.starts_with(minus) && !piece.symbol.derivative;
        if (alone || piece.kind == Piece::Kind::function) {
            piece.symbol.superscript = power;
            return;
        }
        pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(first),
                       {Piece::Kind::open, Symbol{"(", Accent::plain, Face::upright}, link});
        place(Piece::Kind::close, ")", link);
        pieces_.back().symbol.superscript = power;
    }

    /// What stands behind a sign that binds less than a product does.
    void read_term(const Expression& part, const Link& link) {
        if (is_product(part)) return read(part, link, true);
        read_factor(part, link, true);
    }

    void read_call(const char* function, const std::vector<Expression>& argument,
                   const Link& link) {
        place(Piece::Kind::function, function, link);
        read_list("(", argument, link);
        place(Piece::Kind::close, ")", link);
    }

    void read_list(const char* bracket, const std::vector<Expression>& parts, const Link& link) {
        place(Piece::Kind::open, bracket, link);
        for (std::size_t k = 0; k < parts.size(); ++k) {
            if (k > 0) place(Piece::Kind::comma, ",", link);
            read(parts[k], link, false);
        }
    }

    void read_chain(const std::vector<Expression>& parts, const Link& link) {
        read(parts.front(), link, false);
        for (std::size_t k = 1; k < parts.size(); ++k) {
            const bool same = all_digits_shown(parts[k - 1]) && all_digits_shown(parts[k]);
            place(Piece::Kind::relation, same ? "=" : "≈", link);
            read(parts[k], link, false);
        }
    }

    std::vector<Piece> pieces_;
    bool minus_is_placed_ = false;  ///< the next number's minus stands there as a sign already
};

}  // namespace

bool nearly_equal(double a, double b) {
    constexpr double slack = 4 * std::numeric_limits<double>::epsilon();
    return a == b || (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= slack * std::abs(a);
}

std::vector<Piece> pieces_of(const Expression& expression) {
    Reader reader;
    reader.read(expression, Link{}, false);
    return reader.take();
}

bool look_alike(const Expression& vectors, const Expression& elements) {
    const std::vector<Piece> a = pieces_of(vectors);
    const std::vector<Piece> b = pieces_of(elements);
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Piece& x, const Piece& y) {
        return x.kind == y.kind &&
               (x.kind == Piece::Kind::sign || x.symbol.letter == y.symbol.letter) &&
               x.symbol.subscript == y.symbol.subscript;
    });
}

Symbol printed(const Number& number) {
    Symbol symbol{"", Accent::plain, Face::upright};
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

Number number_of(double value, int decimals) {
    if (decimals < exact && std::abs(value) < too_long)
        for (int fewer = 0; fewer < decimals; ++fewer)
            if (nearly_equal(value, round_half_away(value, fewer))) return {value, fewer};
    return {value, decimals};
}

bool is_whole(const Number& number) {
    if (!std::isfinite(number.value)) return true;
    const std::string digits = digits_of(number);
    double shown = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), shown);
    return nearly_equal(number.value, shown);
}

}  // namespace lstm
