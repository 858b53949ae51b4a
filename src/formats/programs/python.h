/// Numbers and formulas as Python.
#pragma once

#include "maths/expression.h"
#include "maths/numbers.h"
#include "model/engine/network.h"
#include "model/engine/rounding.h"

#include <optional>
#include <string>

namespace lstm {

/// "1.0", "1e-300": a float, never an int, that reads back bit for bit. `value` is finite.
[[nodiscard]] std::string python_number(double value);

/// "[1.0, 2.0]"
template <class Numbers>
[[nodiscard]] std::string python_list(const Numbers& numbers) {
    std::string text = "[";
    for (int k = 0; k < static_cast<int>(numbers.size()); ++k)
        text += (k > 0 ? ", " : "") + python_number(numbers[k]);
    return text + "]";
}

/// What an activation is called: "np.tanh", or its own name where a program has to define it; empty
/// of the identity.
[[nodiscard]] std::string python_function(Activation activation);

/// The variable for `symbol`, a letter with at most a subscript: "W_f" for W of f, "b_u_g" for b of
/// u and g, "h" for h and h₋ alike, since the one takes the other's place.
[[nodiscard]] std::string python_name(const MathSymbol& symbol);

/// `expression`, between vectors and without `equals`, as NumPy computes it. `rounding`: calls the
/// function `rounded` for every quantity on the way that is rounded.
[[nodiscard]] std::string python_formula(const Expression& expression,
                                         const std::optional<Rounding>& rounding = {});

}  // namespace lstm
