/// One function for each field of "cell".
#include "formats/scenario/cell_reader.h"

#include "document/validate.h"
#include "formats/scenario/fields.h"
#include "platform/text.h"

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace lstm {
namespace {

/// "lstm", "rnn" or …
std::string all_kinds() {
    std::string kinds;
    for (const Cell* cell : cells()) kinds += (kinds.empty() ? "\"" : ", \"") + cell->kind + '"';
    return kinds;
}

/// Refuses a kind that there is not, and names those that begin like it.
[[noreturn]] void fail_for_kind(JsonValue value) {
    const std::string found = read_string(value);
    std::string lower, meant;
    for (const char c : found)
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (const Cell* cell : cells()) {
        const bool near =
            !lower.empty() && (cell->kind == lower || cell->kind.starts_with(lower + '_') ||
                               lower.starts_with(cell->kind));
        if (near) meant += (meant.empty() ? "did you mean \"" : " or \"") + cell->kind + '"';
        if (cell->kind == lower) break;
    }
    const std::string text = '"' + on_one_line(found, 60) + '"';
    value.fail("one of " + all_kinds(), meant.empty() ? text : text + ": " + meant + '?');
}

/// Those that a cell may have: all but softmax.
Activation read_activation(JsonValue value) {
    std::string expected;
    for (const ActivationFacts& each : activations())
        if (each.activation != Activation::softmax)
            expected += (expected.empty() ? "one of \"" : ", \"") + std::string(each.name) + '"';
    if (value.kind() != JsonValue::Kind::string) value.fail(expected);
    const auto activation = activation_named(value.string());
    if (!activation || *activation == Activation::softmax) value.fail(expected);
    return *activation;
}

/// `cell`: the kind's own.
void read_activations(JsonValue value, const Cell& cell, CellForm& form) {
    std::vector<std::string_view> names{"gates"};
    bool has_gates = false;
    for (const Gate& gate : cell.gates) {
        if (gate.opposite) continue;
        if (gate.role != Role::candidate) has_gates = true;
        // "output" is what c goes through; the gate of that name is one of "gates".
        if (gate.role != Role::expose) names.push_back(gate.name);
    }
    if (!has_gates) names.erase(names.begin());
    if (cell.squashed != none) names.push_back(squash_name);
    const Fields fields(value, names);
    for (const Gate& gate : cell.gates) {
        if (gate.opposite) continue;
        const bool is_share = gate.role != Role::candidate;
        if (const auto all = is_share ? fields.find("gates") : std::nullopt)
            form.activations[gate.name] = read_activation(*all);
        if (gate.role == Role::expose) continue;
        if (const auto own = fields.find(gate.name))
            form.activations[gate.name] = read_activation(*own);
    }
    if (cell.squashed == none) return;
    if (const auto output = fields.find(squash_name)) form.squash = read_activation(*output);
}

UpdateGate read_update_gate(JsonValue value, const Cell& cell) {
    const std::string expected = "\"keeps\" or \"renews\"";
    if (!takes_update_gate(cell)) value.fail("no update_gate, which only a GRU has");
    if (value.kind() != JsonValue::Kind::string) value.fail(expected);
    if (value.string() == "keeps") return UpdateGate::keeps;
    if (value.string() != "renews") value.fail(expected);
    return UpdateGate::renews;
}

bool read_peepholes(JsonValue value, const Cell& cell) {
    if (!takes_peepholes(cell)) value.fail("no peepholes, which only an LSTM has");
    if (value.kind() != JsonValue::Kind::boolean) value.fail("true or false");
    return value.number() != 0;
}

}  // namespace

CellAndSizes read_cell(JsonValue value, std::optional<Activation> readout) {
    const Fields fields(value, {"kind", "input_size", "hidden_size", "input_labels", "activations",
                                "biases", "update_gate", "peepholes"});
    const JsonValue kind = fields.at("kind", "one of " + all_kinds());
    CellForm form = own_form(read_string(kind), readout.has_value());
    if (readout) form.readout_activation = *readout;
    const Cell* const own = find_cell(form);
    if (own == nullptr) fail_for_kind(kind);
    if (const auto activations = fields.find("activations"))
        read_activations(*activations, *own, form);
    if (const auto biases = fields.find("biases"))
        form.biases = read_integer(*biases, bounds_of(Rule::biases));
    if (const auto update_gate = fields.find("update_gate"))
        form.update_gate = read_update_gate(*update_gate, *own);
    if (const auto peepholes = fields.find("peepholes"))
        form.peepholes = read_peepholes(*peepholes, *own);
    CellAndSizes read{
        find_cell(form),
        {read_integer(fields.at("input_size", "a size"), bounds_of(Rule::input_size)),
         read_integer(fields.at("hidden_size", "a size"), bounds_of(Rule::hidden_size))},
        {}};
    if (const auto labels = fields.find("input_labels"))
        read.input_labels = read_labels(*labels, read.sizes.input, "an input");
    return read;
}

}  // namespace lstm
