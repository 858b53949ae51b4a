/// Making documents from nothing.
#include "support/documents.h"

#include "document/edit.h"
#include "support/random_form.h"

#include <bit>
#include <cmath>
#include <random>
#include <span>

namespace lstm {
namespace {

/// Draws the parts of a document.
class Dice {
public:
    Dice(std::uint32_t seed, bool wild) : random_(seed), wild_(wild) {}

    int between(int low, int high) { return std::uniform_int_distribution(low, high)(random_); }
    bool chance() { return between(0, 1) == 1; }

    double number() {
        if (!wild_) return std::uniform_real_distribution(-2.0, 2.0)(random_);
        double value;
        do {
            value = std::bit_cast<double>(random_());
        } while (!std::isfinite(value));
        // Simple numbers take other ways through the parser.
        return chance() ? value : (between(-8, 8) + 0.0) / (chance() ? 1 : -4);
    }

    std::string text() {
        if (!wild_) return chance() ? "" : "step " + std::to_string(between(1, 99));
        static const std::string pieces[] = {"a",  "\n", "\t", "\"", "\\",         "\x01",
                                             "é",  "σ",  "∂",  "/",  "\U0001f4d3", "\x7f",
                                             "{}", ",",  " ",  "~",  "\r"};
        std::string result;
        for (int k = between(0, 8); k > 0; --k)
            result += pieces[between(0, static_cast<int>(std::size(pieces)) - 1)];
        return result;
    }

    /// Words for all of them, or none.
    std::vector<std::string> labels(int count) {
        std::vector<std::string> labels(chance() ? static_cast<std::size_t>(count) : 0);
        for (std::string& label : labels) label = text() + "w";
        return labels;
    }

    /// Any kind, with a read-out or without.
    const Cell& cell() {
        const std::span<const Cell* const> kinds = cells();
        return *find_cell(kinds[between(0, static_cast<int>(kinds.size()) - 1)]->kind, chance());
    }

    template <class Numbers>
    void fill(Numbers&& numbers) {
        for (double& value : numbers.reshaped()) value = number();
    }

private:
    std::mt19937_64 random_;
    bool wild_;
};

bool is_state(const Cell& cell, QuantityId quantity) {
    for (const State& state : cell.states)
        if (state.now == quantity) return true;
    return false;
}

/// Targets at some of the steps.
void set_targets(Document& document, Dice& dice) {
    const int outputs = document.outputs();
    for (Shared<Step>& step : document.sequence.edit()) {
        if (dice.chance()) continue;
        Vector& target = step.edit().target;
        if (document.loss == LossKind::cross_entropy) {
            target = Vector::Constant(1, dice.between(0, outputs - 1));
        } else {
            target.resize(outputs);
            dice.fill(target);
            if (document.loss == LossKind::binary_cross_entropy)
                for (double& share : target) share = std::abs(share) < 1 ? std::abs(share) : 1;
        }
    }
}

}  // namespace

std::string full_scenario() {
    return R"({
  "format": "lstm-notebook", "version": 1,
  "title": "A title",
  "description": "What to look at.",
  "source": "A book",
  "cell": { "kind": "lstm", "input_size": 2, "hidden_size": 3 },
  "weights": {
    "forget":    { "W": [[1, 2], [3, 4], [5, 6]], "U": [[1, 0, 0], [0, 1, 0], [0, 0, 1]], "b": [1, 1, 1] },
    "input":     { "W": [[1, 2], [3, 4], [5, 6]], "U": [[1, 0, 0], [0, 1, 0], [0, 0, 1]], "b": [1, 1, 1] },
    "candidate": { "W": [[1, 2], [3, 4], [5, 6]], "U": [[1, 0, 0], [0, 1, 0], [0, 0, 1]], "b": [1, 1, 1] },
    "output":    { "W": [[1, 2], [3, 4], [5, 6]], "U": [[1, 0, 0], [0, 1, 0], [0, 0, 1]], "b": [1, 1, 1] }
  },
  "initial": { "h": [1, 2, 3], "c": [4, 5, 6] },
  "sequence": [ { "x": [0.5, -1], "label": "day 1" }, { "x": [2, 3], "label": "day 2" } ],
  "rounding": { "decimals": 4 },
  "force": [
    { "quantity": "forget.value", "from": 1, "to": 2, "value": 1 },
    { "quantity": "candidate.value[0]", "from": 2, "to": 2, "value": -0.5 }
  ],
  "expect": [
    { "t": 1, "quantity": "candidate.z[2]", "value": 0.45, "tolerance": 0.1 },
    { "t": 0, "quantity": "c[0]", "value": 4, "decimals": 2 }
  ]
}
)";
}

namespace {

/// The sequence that is shown, and all that is its own.
void fill_sequence(Document& document, Dice& dice, const RandomDocumentLimits& limits) {
    const Cell& cell = document.cell();
    const Sizes sizes = document.sizes();
    document.sequence = std::vector<Shared<Step>>();
    document.clamps = std::vector<Clamp>();
    document.expectations = std::vector<Expectation>();
    document.initial.resize(cell.states.size());
    for (Vector& state : document.initial) {
        state.resize(sizes.hidden);
        dice.fill(state);
    }
    for (int t = dice.between(0, limits.max_steps); t > 0; --t) {
        Step step{Vector(sizes.input), dice.text()};
        dice.fill(step.x);
        document.sequence.edit().emplace_back(std::move(step));
    }
    if (dice.chance()) set_targets(document, dice);
    for (int k = dice.between(0, 5); k > 0; --k) {
        Expectation e;
        e.quantity = dice.between(0, static_cast<int>(cell.quantities.size()) - 1);
        e.element = dice.between(0, sizes.of(cell.quantities[e.quantity].extent) - 1);
        const int first = is_state(cell, e.quantity) ? 0 : 1;
        if (document.steps() < first) continue;
        e.t = dice.between(first, document.steps());
        e.value = dice.number();
        if (dice.chance()) {
            e.tolerance = std::abs(dice.number());
        } else {
            e.decimals = dice.between(0, max_decimals);
        }
        document.expectations.edit().push_back(e);
    }
    for (int k = dice.between(0, limits.max_clamps); k > 0 && document.steps() > 0; --k) {
        const Gate& gate = cell.gates[dice.between(0, static_cast<int>(cell.gates.size()) - 1)];
        Clamp clamp{gate.value, {}, dice.between(1, document.steps())};
        if (dice.chance()) clamp.element = dice.between(0, sizes.hidden - 1);
        clamp.to = dice.between(clamp.from, document.steps());
        clamp.value = dice.number();
        document.clamps.edit().push_back(clamp);
    }
}

}  // namespace

Document random_document(std::uint32_t seed, RandomDocumentLimits limits) {
    Dice dice(seed, limits.wild);
    const Cell& any = dice.cell();
    RandomNumbers random(seed);  // every second one as its kind has it
    const Cell& formed =
        seed % 2 == 0 ? any : *find_cell(random_form(random, any.kind, any.has_readout(), true));
    const Cell& cell = limits.cell != nullptr ? *limits.cell : formed;
    const Sizes sizes{dice.between(1, limits.max_size), dice.between(1, limits.max_size),
                      cell.has_readout() ? dice.between(1, limits.max_size) : 0};
    Document document;
    document.title = dice.text();
    document.description = dice.text();
    document.source = dice.text();
    document.network = zero_network(cell, sizes);
    for (Shared<Matrix>& parameter : document.network.parameters) dice.fill(parameter.edit());
    document.input_labels = dice.labels(sizes.input);
    document.output_labels = dice.labels(sizes.output);
    if (dice.chance()) {
        do {
            document.loss = losses()[static_cast<std::size_t>(
                dice.between(0, static_cast<int>(losses().size()) - 1))];
        } while (!allows(document.loss, cell.form.readout_activation));
    }
    if (dice.chance()) document.rounding = dice.between(0, max_decimals);
    fill_sequence(document, dice, limits);
    for (int n = limits.max_sequences > 1 ? dice.between(-1, limits.max_sequences - 1) : 0; n > 0;
         --n) {
        document = edited(document, AddSequence{});
        fill_sequence(document, dice, limits);
    }
    return document;
}

}  // namespace lstm
