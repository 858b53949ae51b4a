/// How formulas are written: the reader's choice of letters and of matrices, which changes no
/// number.
#pragma once

#include "maths/expression.h"

namespace lstm {

/// The reader's choice.
struct Notation {
    /// The candidate's letter. Where it is z, pre-activations, otherwise z, are "net" (as
    /// Hochreiter & Schmidhuber 1997 have it).
    enum class Candidate { c_tilde, c_hat, g, z, a };
    /// W x + U h₋, or W · [h₋, x] with W = [W_h, W_x].
    enum class Matrices { separate, concatenated };

    Candidate candidate = Candidate::c_tilde;
    Matrices matrices = Matrices::separate;
    int decimals = 4;  ///< digits behind the point, 2 to 17; 17: as many as read back bit for bit

    friend bool operator==(const Notation&, const Notation&) = default;
};

/// Whether `quantity` has a name of its own that other formulas use: inputs, states and their last
/// values, gates' values; and y.
[[nodiscard]] bool is_named(const Cell& cell, QuantityId quantity);

/// Whether `quantity` has a letter: it is named, or a gate's z.
[[nodiscard]] bool has_letter(const Cell& cell, QuantityId quantity);

/// The letter of `quantity`, which has one: bold for `all`, otherwise with the index of `element`
/// where there are several. Elements count from 0, as in files.
[[nodiscard]] MathSymbol symbol_of(const Cell& cell, Sizes sizes, QuantityId quantity, int element,
                                   const Notation& notation);

/// The letter of `parameter`, which multiplies `vector` (none: nothing), with the indices of `row`
/// and `column` where there are several; bold for `all`.
[[nodiscard]] MathSymbol symbol_of(const Cell& cell, Sizes sizes, ParameterId parameter,
                                   QuantityId vector, int row, int column,
                                   const Notation& notation);

/// The letter of all matrices of a gate side by side, of which `parameter` is one: W_f.
[[nodiscard]] MathSymbol joined_matrix(const Cell& cell, ParameterId parameter,
                                       const Notation& notation);

}  // namespace lstm
