/// Several sequences on one network: which there are, and which one is shown.
#pragma once

#include "document/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lstm {

/// How many there are: 1 or more.
[[nodiscard]] int sequence_count(const Document& document);
/// The name of sequence `n`, 0 ≤ n < count; empty of the only one that has none.
[[nodiscard]] const std::string& sequence_name(const Document& document, int n);
/// `wanted`, or where it is empty "sequence", with the first number behind it that makes it no
/// other's: "May 2".
[[nodiscard]] std::string free_name(const Document& document, const std::string& wanted);
/// The sequence that is called so, if any is.
[[nodiscard]] std::optional<int> find_sequence(const Document& document, std::string_view name);

/// The same document with sequence `n` shown.
[[nodiscard]] Document showing(const Document& document, int n);
/// Sequence `n` with everything that is its own.
[[nodiscard]] NamedSequence sequence_at(const Document& document, int n);

/// `sequences`, of which there are some, in the place of those that there are; the first is shown.
void set_sequences(Document& document, std::vector<NamedSequence> sequences);

// Changes that whoever asks for them has seen to be allowed:

/// A copy of what is shown, with nothing held or expected, behind it; it is shown then. The first
/// gets a name if it had none.
void add_sequence(Document& document);
/// The same with `steps` instead of those of the copy; `name` is no other's.
void add_sequence(Document& document, const std::string& name, std::vector<Shared<Step>> steps);
void rename_sequence(Document& document, int n, const std::string& name);
/// One of several goes; of the others the one is shown that was, or a neighbour.
void erase_sequence(Document& document, int n);
/// The same one stays shown.
void move_sequence(Document& document, int from, int to);

}  // namespace lstm
