/// One function for each field of the format.
#include "formats/scenario_reader.h"

#include "formats/expectation_reader.h"
#include "formats/fields.h"
#include "formats/force_reader.h"
#include "formats/json.h"

#include <utility>
#include <vector>

namespace lstm {
namespace {

std::string by(Eigen::Index rows, Eigen::Index columns) {
    return std::to_string(rows) + " × " + std::to_string(columns);
}

/// Throws unless `value` is a list; `expected` says of what.
void require_list(JsonValue value, const std::string& expected) {
    if (value.kind() != JsonValue::Kind::list) value.fail(expected);
}

/// `row` gets the numbers of `value`, a list of its length.
template <class Row>
void read_row(JsonValue value, Row&& row) {
    const std::string expected = "a list of " + std::to_string(row.size()) + " numbers";
    require_list(value, expected);
    if (value.size() != row.size()) value.fail(expected, std::to_string(value.size()) + " of them");
    JsonValue number = value.first();
    for (Eigen::Index k = 0; k < row.size(); ++k, number = number.next())
        row[k] = read_number(number);
}

Matrix read_matrix(JsonValue value, int rows, int columns) {
    const std::string expected = "a " + by(rows, columns) + " matrix, a list of rows";
    require_list(value, expected);
    JsonValue row = value.first();
    if (value.size() != rows) {
        const bool has_width = value.size() > 0 && row.kind() == JsonValue::Kind::list;
        value.fail(expected, has_width ? by(value.size(), row.size())
                                       : std::to_string(value.size()) + " rows");
    }
    Matrix matrix(rows, columns);
    for (int r = 0; r < rows; ++r, row = row.next()) read_row(row, matrix.row(r));
    return matrix;
}

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

Sizes read_cell(JsonValue value) {
    const Fields cell(value, {"kind", "input_size", "hidden_size"});
    const std::string expected = '"' + lstm_cell().kind + '"';
    const JsonValue kind = cell.at("kind", expected);
    if (read_string(kind) != lstm_cell().kind) kind.fail(expected);
    return {read_integer(cell.at("input_size", "a size"), 1, max_size),
            read_integer(cell.at("hidden_size", "a size"), 1, max_size)};
}

Network read_weights(JsonValue value, Sizes sizes) {
    Network network = zero_network(lstm_cell(), sizes);
    std::vector<std::string_view> gates;
    for (const Gate& gate : network.cell->gates) gates.push_back(gate.name);
    const Fields weights(value, std::move(gates));
    for (const Gate& gate : network.cell->gates) {
        const Fields fields(weights.at(gate.name, "the weights of this gate"), {"W", "U", "b"});
        const auto read = [&](const char* letter, ParameterId parameter) {
            Matrix& matrix = network.parameters[parameter].edit();
            matrix =
                read_matrix(fields.at(letter, "a " + by(matrix.rows(), matrix.cols()) + " matrix"),
                            static_cast<int>(matrix.rows()), static_cast<int>(matrix.cols()));
        };
        read("W", gate.W);
        read("U", gate.U);
        if (const auto b = fields.find("b")) read_row(*b, network.parameters[gate.b].edit().col(0));
    }
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
        if (const auto vector = fields.find(names[s])) read_row(*vector, initial[s]);
    return initial;
}

std::vector<Shared<Step>> read_sequence(JsonValue value, int input_size) {
    require_list(value, "a list of steps");
    std::vector<Shared<Step>> sequence;
    sequence.reserve(static_cast<std::size_t>(value.size()));
    JsonValue item = value.first();
    for (int t = 1; t <= value.size(); ++t, item = item.next()) {
        const Fields fields(item, {"x", "label"});
        Step step{Vector(input_size), ""};
        read_row(fields.at("x", "the input of this step"), step.x);
        if (const auto label = fields.find("label")) step.label = read_string(*label);
        sequence.emplace_back(std::move(step));
    }
    return sequence;
}

std::optional<int> read_rounding(std::optional<JsonValue> value) {
    if (!value) return {};
    const Fields fields(*value, {"decimals"});
    return read_integer(fields.at("decimals", "a number of decimals"), 0, max_decimals);
}

}  // namespace

Document read_scenario(std::string_view text, const std::string& file_name) {
    const JsonText json(text, file_name);
    read_header(json.root());
    const Fields fields(json.root(),
                        {"format", "version", "title", "description", "source", "cell", "weights",
                         "initial", "sequence", "rounding", "force", "expect"});
    const auto words = [&](const char* name) {
        const auto value = fields.find(name);
        return value ? read_string(*value) : "";
    };
    Document document;
    document.title = words("title");
    document.description = words("description");
    document.source = words("source");
    const Sizes sizes = read_cell(fields.at("cell", "the kind and the sizes of the cell"));
    document.network = read_weights(fields.at("weights", "the weights of the gates"), sizes);
    document.initial = read_initial(fields.find("initial"), document.network);
    document.sequence = read_sequence(fields.at("sequence", "a list of steps"), sizes.input);
    document.rounding = read_rounding(fields.find("rounding"));
    if (const auto force = fields.find("force")) document.forces = read_forces(*force, document);
    if (const auto expect = fields.find("expect"))
        document.expectations = read_expectations(*expect, document);
    return document;
}

}  // namespace lstm
