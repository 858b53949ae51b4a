/// Trying one rounding after the other.
#include "document/explanation.h"

#include "document/divergence.h"
#include "document/results.h"

#include <algorithm>

namespace lstm {
namespace {

using Quantities = std::vector<QuantityId>;

/// Numbers of all runs that are tried, at most: some hundredths of a second.
constexpr double most_numbers = 2e6;

/// How many decimals an author may have kept: first as many as are published, the most frequent
/// first.
std::vector<int> decimals_to_try(const Document& document) {
    constexpr int fewest = 1, most = 6;
    std::vector<int> decimals;
    const auto add = [&](int count) {
        if (std::ranges::find(decimals, count) == decimals.end()) decimals.push_back(count);
    };
    if (const auto published = published_decimals(document)) add(*published);
    for (const Expectation& e : *document.expectations)
        if (e.decimals) add(*e.decimals);
    for (int count = fewest; count <= most; ++count) add(count);
    return decimals;
}

/// What alone an author may have rounded, but for everything.
std::vector<Quantities> quantities_to_try(const Document& document) {
    const Cell& cell = document.cell();
    std::vector<Quantities> sets;
    const auto add = [&](Quantities set) {
        std::sort(set.begin(), set.end());
        set.erase(std::unique(set.begin(), set.end()), set.end());
        if (!set.empty() && std::ranges::find(sets, set) == sets.end()) sets.push_back(set);
    };
    Quantities published, states, gates;
    for (const Expectation& e : *document.expectations)
        if (e.subject == ExpectationSubject::quantity &&
            cell.quantities[static_cast<std::size_t>(e.quantity)].equation != none)
            published.push_back(e.quantity);
    add(published);
    for (const State& state : cell.states) add({state.now});
    for (const State& state : cell.states) states.push_back(state.now);
    add(states);
    for (const Gate& gate : cell.gates) gates.push_back(gate.value);
    add(gates);
    gates.insert(gates.end(), states.begin(), states.end());
    add(gates);
    return sets;
}

Rounding rounding(int decimals, RoundingMode mode, Quantities quantities = {}) {
    Rounding result(decimals);
    result.mode = mode;
    result.quantities = std::move(quantities);
    return result;
}

}  // namespace

std::vector<std::optional<Rounding>> ways_to_try(const Document& document) {
    std::vector<std::optional<Rounding>> ways{std::nullopt};
    const std::vector<int> counts = decimals_to_try(document);
    const std::vector<Quantities> sets = quantities_to_try(document);
    for (const int decimals : counts)
        for (const RoundingMode mode : rounding_modes) ways.push_back(rounding(decimals, mode));
    for (const int decimals : counts)
        for (const RoundingMode mode : rounding_modes)
            for (const Quantities& only : sets) ways.push_back(rounding(decimals, mode, only));
    return ways;
}

std::optional<Explanation> explanation_of(const Document& document) {
    if (document.expectations->empty() || document.steps() == 0) return {};
    double numbers = 0;
    for (const Shared<Matrix>& matrix : document.network.parameters)
        numbers += static_cast<double>(matrix->size());
    const double a_run = (numbers + 100) * document.steps();
    if (a_run > most_numbers) return {};
    Results results(document);
    if (results.all_pass()) return {};
    std::vector<std::optional<Rounding>> ways = ways_to_try(document);
    const auto affordable = static_cast<std::size_t>(std::clamp(most_numbers / a_run, 4.0, 1000.0));
    ways.resize(std::min(ways.size(), affordable));
    Document now = document;
    for (const std::optional<Rounding>& way : ways) {
        if (way == document.rounding) continue;
        Document next = now;
        next.rounding = way;
        results.update(now, next);
        now = std::move(next);
        if (results.all_pass()) return Explanation{way};
    }
    return {};
}

}  // namespace lstm
