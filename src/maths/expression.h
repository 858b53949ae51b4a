/// Maths as a textbook prints it: a tree whose parts know what they stand for, to be set by the
/// screen and by documents alike.
#pragma once

#include "model/cells/cell.h"

#include <string>
#include <variant>
#include <vector>

namespace lstm {

/// As an element, row or column: all of them.
inline constexpr int all = -1;

/// One element of a quantity at a timestep; `all`: the vector.
struct QuantityPlace {
    QuantityId quantity = none;
    int element = all;
    int t = 0;  ///< 0 for an initial state

    friend bool operator==(const QuantityPlace&, const QuantityPlace&) = default;
};

/// One number of a parameter; `all`: the matrix or vector.
struct ParameterPlace {
    ParameterId parameter = none;
    int row = all;
    int column = all;

    friend bool operator==(const ParameterPlace&, const ParameterPlace&) = default;
};

/// dL/dq, the gradient of what stands at a place.
struct GradientPlace {
    QuantityPlace of;

    friend bool operator==(const GradientPlace&, const GradientPlace&) = default;
};

/// dL/dp of one number of a parameter, summed over all steps.
struct ParameterGradientPlace {
    ParameterPlace of;

    friend bool operator==(const ParameterGradientPlace&, const ParameterGradientPlace&) = default;
};

/// What a part of an expression stands for: of a run, of its parameters or of their gradients, or
/// nothing of theirs.
using Link = std::variant<std::monostate, QuantityPlace, ParameterPlace, GradientPlace,
                          ParameterGradientPlace>;

enum class SymbolAccent { plain, tilde, hat };

/// Italic for numbers, bold for vectors and matrices, upright for words and figures.
enum class Typeface { italic, bold, upright };

/// A letter or word with what is set around it.
struct MathSymbol {
    std::string letter;  ///< UTF-8: "f", "W", "net"
    SymbolAccent accent = SymbolAccent::plain;
    Typeface face = Typeface::italic;
    std::string subscript{};  ///< "f,01", "−,1"
    std::string superscript{};
    bool derivative = false;  ///< it is dL by what is described here

    friend bool operator==(const MathSymbol&, const MathSymbol&) = default;
};

/// As `decimals`: as many digits as read back bit for bit.
inline constexpr int exact = 17;

/// A number to be printed.
struct PrintedNumber {
    double value = 0;
    int decimals = exact;  ///< digits behind the point; see `printed`

    friend bool operator==(const PrintedNumber&, const PrintedNumber&) = default;
};

/// What joins the parts of an expression.
enum class MathOperator {
    sum,       ///< a + b + …; "− 2" and "− 2 · x" where a term begins with a negative number
    product,   ///< a b: matrix × vector, or two symbols
    dot,       ///< a · b: numbers, or a matrix × [a, b]
    hadamard,  ///< a ⊙ b: elementwise
    quotient,  ///< a / b
    one_minus,      ///< 1 − a
    logarithm,      ///< ln(a)
    of,             ///< f(a): a symbol, then what it is applied to
    over_steps,     ///< Σₜ a
    negative,       ///< −a
    square,         ///< a²
    transposed,     ///< aᵀ
    concatenation,  ///< [a, b]: one vector below the other, or one matrix beside the other
    element,        ///< (a)ₖ: an element of a vector without a name; its parts are a and k
    equals,         ///< a = b = c; "≈" before a number of which not all digits are shown
    becomes,        ///< a → b: a is what comes out, b what the document makes of it
};

/// A leaf (MathSymbol, PrintedNumber), or an operator or activation with its parts: σ(a),
/// softmax(a, b, …).
struct Expression {
    std::variant<MathSymbol, PrintedNumber, MathOperator, Activation> head;
    std::vector<Expression> parts{};  ///< none under a leaf, else one or more
    /// What it stands for; of an operator other than equals and becomes, a quantity that the
    /// document rounds once it is worked out.
    Link link{};

    friend bool operator==(const Expression&, const Expression&) = default;
};

/// One thing on the line that an expression is set as. There is nothing above or below the line but
/// accents, subscripts and superscripts.
struct FormulaToken {
    enum class Kind {
        symbol,  ///< a letter; after another symbol or a closing bracket, a thin space goes before
        number,  ///< digits, with their sign where one belongs to them
        function,  ///< σ, tanh, ln: an opening bracket follows
        sign,      ///< + − · ⊙: spaces around it
        relation,  ///< = ≈ →: wider spaces around it, the best place to break a long line before
        open,      ///< ( [
        close,     ///< ) ], perhaps with a subscript
        comma,     ///< a space after it
    };
    Kind kind;
    MathSymbol symbol;
    Link link{};  ///< of the innermost part that it belongs to and that has one
};

/// `expression` from left to right: the brackets and signs that reading it takes are decided here,
/// so that whoever sets maths only places one piece after the other.
[[nodiscard]] std::vector<FormulaToken> tokens_of(const Expression& expression);

/// Whether both read the same, but for bold letters and "·" for "⊙".
[[nodiscard]] bool look_alike(const Expression& vectors, const Expression& elements);

/// `number` as it is printed, upright: "−0.32", or "9.38·10" with the superscript "−7" where so few
/// digits behind the point would hide it or it has ten before the point; "∞", "−∞", "NaN".
[[nodiscard]] MathSymbol printed(const PrintedNumber& number);

/// `value` to be printed with at most `decimals` digits behind the point: with fewer where these
/// say all of it, up to the last few bits that binary arithmetic operands.
[[nodiscard]] PrintedNumber number_of(double value, int decimals);

/// Whether `printed(number)` says all of it, up to those bits.
[[nodiscard]] bool is_whole(const PrintedNumber& number);

/// Whether the two differ by no more than those bits.
[[nodiscard]] bool nearly_equal(double a, double b);

}  // namespace lstm
