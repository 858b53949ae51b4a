/// How a copied matrix becomes weights.
#pragma once

#include "document/edit.h"
#include "ui/state/view.h"

namespace lstm {

/// How copied numbers fit a parameter.
enum class MatrixFit {
    as_it_is,
    turned,         ///< only with rows and columns exchanged
    joined,         ///< they are W and U of the parameter's gate side by side
    joined_turned,  ///< the same with rows and columns exchanged
    not_at_all
};
[[nodiscard]] MatrixFit fit_of(const Document& document, const PastedMatrix& pasted);

/// The numbers in the parameter's place; a list that is a row or a column alike is a vector.
[[nodiscard]] SetParameters as_it_is(const Document& document, const PastedMatrix& pasted);
/// The same with rows and columns exchanged.
[[nodiscard]] SetParameters turned(const Document& document, const PastedMatrix& pasted);
/// Its columns shared out to W and U of the parameter's gate, which fits: those of U, which
/// multiply h₋, stand first (`h_first`) or last.
[[nodiscard]] SetParameters shared_out(const Document& document, const PastedMatrix& pasted,
                                       bool h_first);

}  // namespace lstm
