/// Moving sequences between a document's fields and its list.
#include "document/sequences.h"

#include <algorithm>
#include <utility>

namespace lstm {

int sequence_count(const Document& document) {
    return std::max(1, static_cast<int>(document.sequences->size()));
}

const std::string& sequence_name(const Document& document, int n) {
    static const std::string nameless;
    const std::vector<NamedSequence>& all = *document.sequences;
    return all.empty() ? nameless : all[static_cast<std::size_t>(n)].name;
}

std::optional<int> find_sequence(const Document& document, std::string_view name) {
    for (int n = 0; n < static_cast<int>(document.sequences->size()); ++n)
        if (sequence_name(document, n) == name) return n;
    return {};
}

NamedSequence sequence_at(const Document& document, int n) {
    if (n != document.shown) return (*document.sequences)[static_cast<std::size_t>(n)];
    return {sequence_name(document, n), document.initial, document.sequence, document.clamps,
            document.expectations};
}

void put_back(Document& document) {
    NamedSequence now = sequence_at(document, document.shown);
    document.sequences.edit()[static_cast<std::size_t>(document.shown)] = std::move(now);
}

void show(Document& document, int n) {
    NamedSequence& chosen = document.sequences.edit()[static_cast<std::size_t>(n)];
    document.initial = std::move(chosen.initial);
    document.sequence = std::move(chosen.steps);
    document.clamps = std::move(chosen.clamps);
    document.expectations = std::move(chosen.expectations);
    chosen = {std::move(chosen.name)};
    document.shown = n;
}

Document showing(const Document& document, int n) {
    Document other = document;
    if (n == document.shown) return other;
    put_back(other);
    show(other, n);
    return other;
}

}  // namespace lstm
