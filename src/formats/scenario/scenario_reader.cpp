/// One function for each field of the format.
#include "formats/scenario/scenario_reader.h"

#include "document/sequences.h"
#include "formats/json/json.h"
#include "formats/scenario/cell_reader.h"
#include "formats/scenario/clamp_reader.h"
#include "formats/scenario/expectation_reader.h"
#include "formats/scenario/fields.h"
#include "formats/scenario/loss_reader.h"
#include "formats/scenario/matrix_reader.h"
#include "formats/scenario/training_reader.h"

#include <utility>
#include <vector>

namespace lstm {
namespace {

/// Refuses what is no scenario, or one of the future, before anything else is said about it.
void read_header(JsonValue root) {
    if (root.kind() != JsonValue::Kind::object) root.fail("an object with a scenario in it");
    std::optional<JsonValue> format;
    std::optional<JsonValue> version;
    JsonValue name = root.first();
    for (int k = 0; k < root.size(); ++k, name = name.next().next()) {
        if (name.string() == "format") format = name.next();
        if (name.string() == "version") version = name.next();
    }
    static const std::string expected_format = "\"lstm-notebook\"";
    if (!format) root.fail_without("format", expected_format);
    if (read_string(*format) != "lstm-notebook") format->fail(expected_format);
    const std::string expected_version = "version " + std::to_string(scenario_version);
    if (!version) root.fail_without("version", expected_version);
    if (read_number(*version, expected_version) != scenario_version)
        version->fail(expected_version);
}

/// Refuses a W that is as wide as x and h together.
void require_split(JsonValue W, Sizes sizes) {
    if (W.kind() != JsonValue::Kind::list || W.size() == 0) return;
    const JsonValue row = W.first();
    if (row.kind() != JsonValue::Kind::list || row.size() != sizes.input + sizes.hidden) return;
    W.fail(a_matrix(sizes.hidden, sizes.input),
           std::to_string(row.size()) +
               " columns: one matrix on [h, x]? Those for x are W, those "
               "for h are U");
}

/// The weights of one gate. Matrices must be there; vectors are zero where they are not.
void read_gate(JsonValue value, const Gate& gate, Network& network) {
    std::vector<std::string_view> letters;
    for (const ParameterId p : gate.parameters)
        letters.push_back(network.cell->parameters[p].letter);
    const Fields fields(value, letters);
    for (const ParameterId p : gate.parameters) {
        const Parameter& parameter = network.cell->parameters[p];
        Matrix& numbers = network.parameters[p].edit();
        if (parameter.columns == Extent::input)
            if (const auto W = fields.find(parameter.letter)) require_split(*W, network.sizes);
        if (parameter.columns != Extent::one)
            numbers =
                read_matrix(fields.at(parameter.letter, a_matrix(numbers.rows(), numbers.cols())),
                            numbers.rows(), numbers.cols());
        else if (const auto vector = fields.find(parameter.letter))
            numbers.col(0) = read_vector(*vector, numbers.rows());
    }
}

Network read_weights(JsonValue value, const Cell& cell, Sizes sizes) {
    Network network = zero_network(cell, sizes);
    std::vector<std::string_view> names;
    for (const Gate& gate : cell.gates)
        if (!gate.parameters.empty()) names.push_back(gate.name);
    const Fields weights(value, std::move(names));
    for (const Gate& gate : cell.gates)
        if (!gate.parameters.empty())
            read_gate(weights.at(gate.name, "the weights of this gate"), gate, network);
    return network;
}

std::vector<Vector> read_initial(std::optional<JsonValue> value, const Network& network) {
    const Cell& cell = *network.cell;
    std::vector<Vector> initial(cell.states.size(), Vector::Zero(network.sizes.hidden));
    if (!value) return initial;
    std::vector<std::string_view> names;
    for (const State& state : cell.states) names.push_back(cell.quantities[state.now].name);
    const Fields fields(*value, names);
    for (std::size_t s = 0; s < names.size(); ++s)
        if (const auto vector = fields.find(names[s]))
            initial[s] = read_vector(*vector, network.sizes.hidden);
    return initial;
}

std::vector<Shared<Step>> read_steps(JsonValue value, int input_size) {
    require_list(value, "a list of steps");
    std::vector<Shared<Step>> sequence;
    sequence.reserve(static_cast<std::size_t>(value.size()));
    JsonValue item = value.first();
    for (int t = 1; t <= value.size(); ++t, item = item.next()) {
        const Fields fields(item, {"x", "label"});
        Step step{read_vector(fields.at("x", "the input of this step"), input_size), ""};
        if (const auto label = fields.find("label")) step.label = read_string(*label);
        sequence.emplace_back(std::move(step));
    }
    return sequence;
}

/// Steps, and what belongs to them, of a sequence whose other fields are among `fields`.
void read_sequence(const Fields& fields, JsonValue steps, Document& document) {
    document.initial = read_initial(fields.find("initial"), document.network);
    document.sequence = read_steps(steps, document.sizes().input);
    if (const auto targets = fields.find("targets")) read_targets(*targets, document);
}

/// What is held and what is expected.
void read_what_is_said(const Fields& fields, Document& document) {
    document.clamps = std::vector<Clamp>();
    document.expectations = std::vector<Expectation>();
    if (const auto clamp = fields.find("force")) document.clamps = read_clamps(*clamp, document);
    if (const auto expect = fields.find("expect"))
        document.expectations = read_expectations(*expect, document);
}

/// A file says of its only sequence, or of each of several, what is its own.
void refuse_beside_sequences(const Fields& fields) {
    for (const char* name : {"sequence", "initial", "targets", "force", "expect"})
        if (const auto found = fields.find(name))
            found->fail("no \"" + std::string(name) +
                        "\" beside \"sequences\", each of which has "
                        "its own");
}

void read_sequences(JsonValue value, Document& document) {
    const std::string expected = "a list of 1 to " + std::to_string(max_sequences) + " sequences";
    require_list(value, expected);
    if (!bounds_of(Rule::sequence_count).hold(value.size()))
        value.fail(expected, std::to_string(value.size()) + " of them");
    std::vector<NamedSequence> all;
    JsonValue item = value.first();
    for (int n = 0; n < value.size(); ++n, item = item.next()) {
        const Fields fields(item, {"name", "steps", "initial", "targets", "force", "expect"});
        const JsonValue name = fields.at("name", "the name of this sequence");
        const std::string called = read_string(name);
        if (called.empty()) name.fail("a name that is not empty");
        for (const NamedSequence& other : all)
            if (other.name == called) name.fail("a name that no other sequence has");
        read_sequence(fields, fields.at("steps", "a list of steps"), document);
        read_what_is_said(fields, document);
        all.push_back(
            {called, document.initial, document.sequence, document.clamps, document.expectations});
    }
    set_sequences(document, std::move(all));
}

RoundingMode read_rounding_mode(JsonValue value) {
    const std::string expected = "\"half_away\", \"half_even\" or \"truncate\"";
    if (value.kind() != JsonValue::Kind::string) value.fail(expected);
    const auto mode = rounding_mode_named(value.string());
    if (!mode) value.fail(expected);
    return *mode;
}

std::vector<QuantityId> read_rounded_quantities(JsonValue value, const Cell& cell) {
    const std::string expected = "a list of quantities that are computed, such as \"h\"";
    require_list(value, expected);
    if (value.size() == 0) value.fail(expected, "none");
    std::vector<QuantityId> quantities;
    JsonValue item = value.first();
    for (int k = 0; k < value.size(); ++k, item = item.next()) {
        const std::string name = read_string(item);
        const QuantityId quantity = cell.find(name);
        const bool computed = quantity != none &&
                              cell.quantities[static_cast<std::size_t>(quantity)].equation != none;
        if (!computed) item.fail("the name of a quantity that is computed, such as \"h\"");
        quantities.push_back(quantity);
    }
    return quantities;
}

std::optional<Rounding> read_rounding(std::optional<JsonValue> value, const Cell& cell) {
    if (!value) return {};
    const Fields fields(*value, {"decimals", "mode", "quantities"});
    Rounding rounding(
        read_integer(fields.at("decimals", "a number of decimals"), bounds_of(Rule::rounding)));
    if (const auto mode = fields.find("mode")) rounding.mode = read_rounding_mode(*mode);
    if (const auto quantities = fields.find("quantities"))
        rounding.quantities = read_rounded_quantities(*quantities, cell);
    return rounding;
}

}  // namespace

Document read_scenario(std::string_view text, const std::string& file_name) {
    const JsonText json(text, file_name);
    read_header(json.root());
    const Fields fields(
        json.root(), {"format", "version", "title", "description", "source", "cell", "weights",
                      "initial", "sequence", "sequences", "rounding", "force", "readout", "targets",
                      "loss", "training", "task", "expect"});
    const auto words = [&](const char* name) {
        const auto value = fields.find(name);
        return value ? read_string(*value) : "";
    };
    Document document;
    document.title = words("title");
    document.description = words("description");
    document.source = words("source");
    if (const auto loss = fields.find("loss")) document.loss = read_loss(*loss);
    const auto readout = fields.find("readout");
    std::optional<Activation> activation;
    if (readout) activation = read_readout_activation(*readout, document.loss);
    auto [cell, sizes, input_labels] =
        read_cell(fields.at("cell", "the kind and the sizes of the cell"), activation);
    document.input_labels = std::move(input_labels);
    if (readout) sizes.output = read_outputs(*readout);
    document.network = read_weights(fields.at("weights", "the weights of the gates"), *cell, sizes);
    if (readout) read_readout(*readout, document);
    const auto sequences = fields.find("sequences");
    // What a loss is compared with comes before what learns from it.
    if (!sequences) read_sequence(fields, fields.at("sequence", "a list of steps"), document);
    if (const auto training = fields.find("training")) read_training(*training, document);
    if (const auto task = fields.find("task")) document.task = read_task(*task, document);
    document.rounding = read_rounding(fields.find("rounding"), *cell);
    if (sequences) {
        refuse_beside_sequences(fields);
        read_sequences(*sequences, document);
    } else {
        read_what_is_said(fields, document);
    }
    return document;
}

}  // namespace lstm
