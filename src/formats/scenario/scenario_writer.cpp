/// Laying a scenario out by hand: short things on one line, a step or a matrix row a line
/// otherwise.
#include "formats/scenario/scenario_writer.h"

#include "document/sequences.h"
#include "formats/json/json_writer.h"
#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/training_writer.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace lstm {
namespace {

using Layout = JsonWriter::Layout;

constexpr std::size_t longest_line = 100;

/// The numbers of a parameter: a list, or rows that stand as `layout` says.
void write_parameter(JsonWriter& json, const Network& network, ParameterId p, Layout layout) {
    const Matrix& numbers = *network.parameters[p];
    if (network.cell->parameters[p].columns == Extent::one)
        json.numbers(numbers.col(0), Layout::one_line);
    else
        json.rows(numbers, layout, Layout::one_line);
}

/// A gate on one line, or with a line for each row of its matrices.
void write_gate(JsonWriter& json, const Network& network, const Gate& gate, Layout layout) {
    json.object(layout);
    for (const ParameterId p : gate.parameters) {
        json.key(network.cell->parameters[p].letter);
        write_parameter(json, network, p, layout);
    }
    json.end();
}

/// The gates that have weights of their own.
std::vector<const Gate*> weighted_gates(const Cell& cell) {
    std::vector<const Gate*> gates;
    for (const Gate& gate : cell.gates)
        if (!gate.parameters.empty()) gates.push_back(&gate);
    return gates;
}

/// Whether every gate has room on a line, where their names and values stand in columns.
bool have_room_on_lines(const Network& network, std::size_t longest_name) {
    const auto [input, hidden, output] = network.sizes;
    if (hidden * (hidden + input) > static_cast<int>(longest_line)) return false;
    const std::vector<const Gate*> gates = weighted_gates(*network.cell);
    return std::all_of(gates.begin(), gates.end(), [&](const Gate* gate) {
        std::string line;
        JsonWriter json(line);
        write_gate(json, network, *gate, Layout::one_line);
        return std::string_view("    \"\": ").size() + longest_name + line.size() <= longest_line;
    });
}

/// What the gates and c go through; only what is not the kind's own.
void write_activations(JsonWriter& json, const Cell& cell) {
    const CellForm& form = cell.form;
    if (form.activations.empty() && form.squash == Activation::tanh) return;
    const Cell& own = *find_cell(form.kind);
    json.key("activations").object(Layout::one_line);
    // One name for all that squash to shares, where one does for most of them: the output gate,
    // whose name is that of what is applied to c, has no other.
    const auto chosen = [&](const Gate& gate) {
        const auto found = form.activations.find(gate.name);
        return found == form.activations.end() ? gate.activation : found->second;
    };
    std::optional<Activation> common;
    for (const Gate& gate : own.gates) {
        if (gate.opposite || gate.role == Role::candidate) continue;
        if (gate.role == Role::expose) {
            common = chosen(gate);
            break;
        }
        if (!common) common = chosen(gate);
        if (common != chosen(gate)) common = Activation::sigmoid;
    }
    if (common && *common != Activation::sigmoid) json.key("gates").value(name_of(*common));
    for (const Gate& gate : own.gates) {
        if (gate.opposite) continue;
        const bool is_share = gate.role != Role::candidate;
        if (chosen(gate) != (is_share ? common.value_or(gate.activation) : gate.activation))
            json.key(gate.name).value(name_of(chosen(gate)));
    }
    if (form.squash != Activation::tanh) json.key(squash_name).value(name_of(form.squash));
    json.end();
}

/// A list of words, where there are any.
void write_labels(JsonWriter& json, const char* key, const std::vector<std::string>& labels) {
    if (labels.empty()) return;
    json.key(key).list(Layout::one_line);
    for (const std::string& label : labels) json.value(label);
    json.end();
}

void write_cell(JsonWriter& json, const Document& document) {
    const CellForm& form = document.cell().form;
    const CellForm own = own_form(form.kind);
    json.key("cell").object(Layout::one_line).key("kind").value(form.kind);
    json.key("input_size").value(document.sizes().input);
    json.key("hidden_size").value(document.sizes().hidden);
    write_labels(json, "input_labels", document.input_labels);
    write_activations(json, document.cell());
    if (form.biases != own.biases) json.key("biases").value(form.biases);
    if (form.update_gate != own.update_gate) json.key("update_gate").value("renews");
    if (form.peepholes != own.peepholes) json.key("peepholes").value(form.peepholes);
    json.end();
}

void write_weights(JsonWriter& json, const Network& network) {
    const std::vector<const Gate*> gates = weighted_gates(*network.cell);
    std::size_t longest_name = 0;
    for (const Gate* gate : gates) longest_name = std::max(longest_name, gate->name.size());
    const bool on_lines = have_room_on_lines(network, longest_name);
    json.key("weights").object(Layout::lines);
    for (const Gate* gate : gates) {
        json.key(gate->name, on_lines ? longest_name - gate->name.size() : 0);
        write_gate(json, network, *gate, on_lines ? Layout::one_line : Layout::lines);
    }
    json.end();
}

void write_readout(JsonWriter& json, const Document& document) {
    const Network& network = document.network;
    const Cell& cell = document.cell();
    if (!cell.has_readout()) return;
    json.key("readout").object(Layout::one_line);
    const Activation activation = cell.form.readout_activation;
    if (activation != own_activation(document.loss))
        json.key("activation").value(name_of(activation));
    write_labels(json, "labels", document.output_labels);
    for (const ParameterId parameter : {cell.readout.W, cell.readout.b}) {
        json.key(cell.parameters[parameter].letter);
        write_parameter(json, network, parameter, Layout::one_line);
    }
    json.end();
}

void write_initial(JsonWriter& json, const Document& document) {
    json.key("initial").object(Layout::one_line);
    for (std::size_t s = 0; s < document.initial.size(); ++s) {
        const QuantityId state = document.cell().states[s].now;
        json.key(document.cell().quantities[state].name);
        json.numbers(document.initial[s], Layout::one_line);
    }
    json.end();
}

void write_steps(JsonWriter& json, const char* key, const Document& document) {
    json.key(key).list(Layout::lines);
    for (int t = 1; t <= document.steps(); ++t) {
        const Step& step = document.step(t);
        json.object(Layout::one_line).key("x").numbers(step.x, Layout::one_line);
        if (!step.label.empty()) json.key("label").value(step.label);
        json.end();
    }
    json.end();
}

/// Whether any sequence has a target.
bool any_targets(const Document& document) {
    for (int n = 0; n < sequence_count(document); ++n)
        if (showing(document, n).has_targets()) return true;
    return false;
}

void write_loss(JsonWriter& json, const Document& document) {
    if (any_targets(document) || document.loss != LossKind::squared_error)
        json.key("loss").value(name_of(document.loss));
}

void write_targets(JsonWriter& json, const Document& document) {
    if (!document.has_targets()) return;
    json.key("targets").list(Layout::one_line);
    for (int t = 1; t <= document.steps(); ++t) {
        const Vector& target = document.step(t).target;
        if (target.size() == 0)
            json.null();
        else if (document.loss == LossKind::cross_entropy)
            json.value(target[0]);
        else
            json.numbers(target, Layout::one_line);
    }
    json.end();
}

void write_rounding(JsonWriter& json, const Document& document) {
    if (!document.rounding) return;
    const Rounding& rounding = *document.rounding;
    json.key("rounding").object(Layout::one_line).key("decimals").value(rounding.decimals);
    if (rounding.mode != RoundingMode::half_away) json.key("mode").value(name_of(rounding.mode));
    if (!rounding.quantities.empty()) {
        json.key("quantities").list(Layout::one_line);
        for (const QuantityId quantity : rounding.quantities)
            json.value(document.cell().quantities[static_cast<std::size_t>(quantity)].name);
        json.end();
    }
    json.end();
}

void write_clamps(JsonWriter& json, const Document& document) {
    if (document.clamps->empty()) return;
    json.key("force").list(Layout::lines);
    for (const Clamp& clamp : *document.clamps) {
        const std::string name = clamp.element
                                     ? element_name(document.cell(), clamp.quantity, *clamp.element)
                                     : document.cell().quantities[clamp.quantity].name;
        json.object(Layout::one_line).key("quantity").value(name);
        json.key("from").value(clamp.from).key("to").value(clamp.to);
        json.key("value").value(clamp.value).end();
    }
    json.end();
}

/// Whether no step is named: a sum over all of them, or what comes after them.
bool is_of_all_steps(const Expectation& e) {
    return e.t == 0 && e.subject != ExpectationSubject::quantity &&
           e.subject != ExpectationSubject::gradient;
}

void write_expectations(JsonWriter& json, const Document& document) {
    if (document.expectations->empty()) return;
    json.key("expect").list(Layout::lines);
    for (const Expectation& e : *document.expectations) {
        json.object(Layout::one_line);
        if (!is_of_all_steps(e)) json.key("t").value(e.t);
        json.key("quantity").value(name_of(document.cell(), e)).key("value").value(e.value);
        if (e.tolerance)
            json.key("tolerance").value(*e.tolerance);
        else
            json.key("decimals").value(e.decimals.value_or(max_decimals));
        json.end();
    }
    json.end();
}

/// Several sequences, each with what is its own.
void write_sequences(JsonWriter& json, const Document& document) {
    json.key("sequences").list(Layout::lines);
    for (int n = 0; n < sequence_count(document); ++n) {
        const Document one = showing(document, n);
        json.object(Layout::lines).key("name").value(sequence_name(document, n));
        write_steps(json, "steps", one);
        write_initial(json, one);
        write_targets(json, one);
        write_clamps(json, one);
        write_expectations(json, one);
        json.end();
    }
    json.end();
}

}  // namespace

std::string write_scenario(const Document& document) {
    std::string out;
    JsonWriter json(out);
    json.object(Layout::lines).key("format").value("lstm-notebook");
    json.beside().key("version").value(scenario_version);
    json.key("title").value(document.title);
    json.key("description").value(document.description);
    json.key("source").value(document.source);
    write_cell(json, document);
    write_weights(json, document.network);
    write_readout(json, document);
    const bool several = !document.sequences->empty();
    if (several) {
        write_sequences(json, document);
    } else {
        write_initial(json, document);
        write_steps(json, "sequence", document);
    }
    write_loss(json, document);
    if (!several) write_targets(json, document);
    write_training(json, document);
    write_rounding(json, document);
    if (!several) {
        write_clamps(json, document);
        write_expectations(json, document);
    }
    json.end();
    return out + '\n';
}

}  // namespace lstm
