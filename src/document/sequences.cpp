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

namespace {

/// Puts what is shown among the others, so that `sequences` holds all of all; `show` comes next.
void put_back(Document& document) {
    NamedSequence now = sequence_at(document, document.shown);
    document.sequences.edit()[static_cast<std::size_t>(document.shown)] = std::move(now);
}

/// Makes sequence `n` of `sequences` the one that is shown, after `put_back`.
void show(Document& document, int n) {
    NamedSequence& chosen = document.sequences.edit()[static_cast<std::size_t>(n)];
    document.initial = std::move(chosen.initial);
    document.sequence = std::move(chosen.steps);
    document.clamps = std::move(chosen.clamps);
    document.expectations = std::move(chosen.expectations);
    chosen = {std::move(chosen.name)};
    document.shown = n;
}

/// Where there is one sequence without a name, it gets one, which is not `taken`.
void name_the_first(Document& document, const std::string& taken = {}) {
    if (!document.sequences->empty()) return;
    const std::string name = "sequence 1";
    document.sequences.edit().push_back({name == taken ? name + " (first)" : name});
}

/// Of several, one more behind the one that is shown, and shown instead.
void add_behind(Document& document, NamedSequence added) {
    put_back(document);
    const int place = document.shown + 1;
    auto& all = document.sequences.edit();
    all.insert(all.begin() + place, std::move(added));
    show(document, place);
}

}  // namespace

Document showing(const Document& document, int n) {
    Document other = document;
    if (n == document.shown) return other;
    put_back(other);
    show(other, n);
    return other;
}

void set_sequences(Document& document, std::vector<NamedSequence> sequences) {
    document.sequences = std::move(sequences);
    show(document, 0);
}

std::string free_name(const Document& document, const std::string& wanted) {
    if (!wanted.empty() && !find_sequence(document, wanted)) return wanted;
    const std::string begin = (wanted.empty() ? "sequence" : wanted) + ' ';
    // The only one, which has no name yet, becomes sequence 1.
    for (int n = wanted.empty() && !document.sequences->empty() ? 1 : 2;; ++n) {
        std::string name = begin + std::to_string(n);
        if (!find_sequence(document, name)) return name;
    }
}

void add_sequence(Document& document) {
    name_the_first(document);
    add_behind(document, {free_name(document, ""), document.initial, document.sequence});
}

void add_sequence(Document& document, const std::string& name, std::vector<Shared<Step>> steps) {
    name_the_first(document, name);
    add_behind(document, {name, document.initial, std::move(steps)});
}

void rename_sequence(Document& document, int n, const std::string& name) {
    if (document.sequences->empty()) document.sequences.edit().emplace_back();
    document.sequences.edit()[static_cast<std::size_t>(n)].name = name;
}

void erase_sequence(Document& document, int n) {
    put_back(document);
    auto& all = document.sequences.edit();
    all.erase(all.begin() + n);
    const int last = static_cast<int>(all.size()) - 1;
    show(document, std::min(document.shown > n ? document.shown - 1 : document.shown, last));
}

void move_sequence(Document& document, int from, int to) {
    if (from == to) return;
    const std::string shown = sequence_name(document, document.shown);
    put_back(document);
    auto& all = document.sequences.edit();
    NamedSequence moved = std::move(all[static_cast<std::size_t>(from)]);
    all.erase(all.begin() + from);
    all.insert(all.begin() + to, std::move(moved));
    show(document, *find_sequence(document, shown));
}

}  // namespace lstm
