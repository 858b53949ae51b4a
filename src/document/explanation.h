/// Which arithmetic an author used, as far as what he published tells.
#pragma once

#include "document/document.h"

#include <optional>
#include <vector>

namespace lstm {

/// A way to compute with which everything that is expected comes out.
struct Explanation {
    std::optional<Rounding> rounding;  ///< nothing: exactly
};

/// The simplest way other than the document's own with which all that it expects comes out:
/// exactly, or rounded to as many decimals as are published, or to others; half away from zero,
/// half to even or cut off; all numbers, or only those that are published, or the states, or the
/// gates. Nothing where all comes out as it is computed now, or none of them explains it. Of a long
/// run only the first few ways are tried, of a very long one none.
[[nodiscard]] std::optional<Explanation> explanation_of(const Document& document);

/// The ways that it tries, in their order.
[[nodiscard]] std::vector<std::optional<Rounding>> ways_to_try(const Document& document);

}  // namespace lstm
