/// Several sequences on one network: which there are, and which one is shown.
#pragma once

#include "document/document.h"

#include <optional>
#include <string_view>

namespace lstm {

/// How many there are: 1 or more.
[[nodiscard]] int sequence_count(const Document& document);
/// The name of sequence `n`, 0 ≤ n < count; empty of the only one that has none.
[[nodiscard]] const std::string& sequence_name(const Document& document, int n);
/// The sequence that is called so, if any is.
[[nodiscard]] std::optional<int> find_sequence(const Document& document, std::string_view name);

/// The same document with sequence `n` shown.
[[nodiscard]] Document showing(const Document& document, int n);
/// Sequence `n` with everything that is its own.
[[nodiscard]] NamedSequence sequence_at(const Document& document, int n);

/// Puts what is shown among the others, so that `sequences` holds all of all; `show` comes next.
void put_back(Document& document);
/// Makes sequence `n` of `sequences` the one that is shown, after `put_back`.
void show(Document& document, int n);

}  // namespace lstm
