/// How well a network does, in words.
#pragma once

#include "document/document.h"

#include <cstdint>
#include <iosfwd>

namespace lstm {

/// The seed of lessons that `document`, which has a task, is not trained on.
[[nodiscard]] std::uint64_t fresh_seed(const Document& document);

/// Prints how `document`, which has a task, does on `lessons` lessons of the series that `seed`
/// begins: exactly, with nothing held. Returns whether all that came out were finite numbers.
bool print_score(std::ostream& out, const Document& document, std::uint64_t seed, int lessons);

}  // namespace lstm
