/// Formulas on one line of plain text.
#pragma once

#include "maths/expression.h"
#include "maths/formula.h"

#include <string>

namespace lstm {

/// `expression` as a person reads it: "f₀ ≈ σ(0.5 · 2 − 1.5)". What Unicode has no small letters
/// for stands behind "_" or "^": "W_f,00"; bold letters look like all others.
[[nodiscard]] std::string formula_text(const Expression& expression);

/// What is on the right side of the equation that computes `quantity` between vectors, with bare
/// letters: "σ(W x + U h₋ + b)", or to the depth of one equation "σ(z)".
[[nodiscard]] std::string right_side_text(const Cell& cell, QuantityId quantity,
                                          FormulaDepth depth);

}  // namespace lstm
