/// Laying a scenario out by hand: short things on one line, a step or a matrix row a line
/// otherwise.
#include "formats/scenario/scenario_writer.h"

#include "formats/json/json_text.h"
#include "formats/scenario/scenario_reader.h"
#include "formats/scenario/training_writer.h"

#include <algorithm>
#include <vector>

namespace lstm {
namespace {

constexpr int longest_line = 100;

/// "[1, 2]"
template <class Numbers>
std::string list(const Numbers& numbers) {
    std::string out;
    append_list(out, numbers, ", ");
    return out;
}

/// "[[1, 2], [3, 4]]", with `separator` between the rows.
std::string matrix(const Matrix& matrix, const std::string& open, const std::string& separator,
                   const std::string& close) {
    std::string out = open;
    for (Eigen::Index r = 0; r < matrix.rows(); ++r) {
        if (r > 0) out += separator;
        out += list(matrix.row(r));
    }
    return out + close;
}

/// Parameter `p` as a list of numbers, or of rows that stand between what is given.
std::string parameter(const Network& network, ParameterId p, const std::string& open,
                      const std::string& separator, const std::string& close) {
    const Matrix& numbers = *network.parameters[p];
    return network.cell->parameters[p].columns == Extent::one
               ? list(numbers.col(0))
               : matrix(numbers, open, separator, close);
}

/// A gate on one line, its name padded so that those of all gates stand in columns.
std::string gate_line(const Network& network, const Gate& gate, std::size_t width) {
    std::string line = "    " + json_string(gate.name) + ":";
    line.resize(std::max(line.size(), width), ' ');
    const char* separator = " { ";
    for (const ParameterId p : gate.parameters) {
        line += separator + json_string(network.cell->parameters[p].letter) + ": " +
                parameter(network, p, "[", ", ", "]");
        separator = ", ";
    }
    return line + " }";
}

/// A gate with a line for each row of its matrices.
std::string gate_block(const Network& network, const Gate& gate) {
    std::string block = "    " + json_string(gate.name) + ": {";
    const char* separator = "\n      ";
    for (const ParameterId p : gate.parameters) {
        block += separator + json_string(network.cell->parameters[p].letter) + ": " +
                 parameter(network, p, "[\n        ", ",\n        ", "\n      ]");
        separator = ",\n      ";
    }
    return block + "\n    }";
}

/// The gates that have weights of their own.
std::vector<const Gate*> weighted_gates(const Cell& cell) {
    std::vector<const Gate*> gates;
    for (const Gate& gate : cell.gates)
        if (!gate.parameters.empty()) gates.push_back(&gate);
    return gates;
}

/// All gates on a line each; nothing where one of them would be too long for that.
std::vector<std::string> gate_lines(const Network& network) {
    std::vector<std::string> lines;
    if (network.sizes.hidden * (network.sizes.hidden + network.sizes.input) > longest_line)
        return {};
    std::size_t width = 0;
    const std::vector<const Gate*> gates = weighted_gates(*network.cell);
    for (const Gate* gate : gates)
        width = std::max(width, gate->name.size() + std::string_view("    \"\":").size());
    for (const Gate* gate : gates) {
        lines.push_back(gate_line(network, *gate, width));
        if (lines.back().size() > std::size_t{longest_line}) return {};
    }
    return lines;
}

void append_weights(std::string& out, const Network& network) {
    const std::vector<std::string> lines = gate_lines(network);
    const char* separator = ",\n  \"weights\": {\n";
    const std::vector<const Gate*> gates = weighted_gates(*network.cell);
    for (std::size_t g = 0; g < gates.size(); ++g) {
        out += separator;
        out += lines.empty() ? gate_block(network, *gates[g]) : lines[g];
        separator = ",\n";
    }
    out += "\n  }";
}

void append_initial(std::string& out, const Document& document) {
    out += ",\n  \"initial\": {";
    for (std::size_t s = 0; s < document.initial.size(); ++s) {
        const QuantityId state = document.cell().states[s].now;
        out += (s > 0 ? ", " : " ") + json_string(document.cell().quantities[state].name) + ": ";
        append_list(out, document.initial[s], ", ");
    }
    out += " }";
}

void append_sequence(std::string& out, const Document& document) {
    out += ",\n  \"sequence\": [";
    for (int t = 1; t <= document.steps(); ++t) {
        const Step& step = document.step(t);
        out += t > 1 ? ",\n    { \"x\": " : "\n    { \"x\": ";
        append_list(out, step.x, ", ");
        if (!step.label.empty()) out += ", \"label\": " + json_string(step.label);
        out += " }";
    }
    out += document.steps() > 0 ? "\n  ]" : "]";
}

void append_readout(std::string& out, const Network& network) {
    if (!network.cell->has_readout()) return;
    const auto [W, b, y] = network.cell->readout;
    out += ",\n  \"readout\": { \"W\": " + parameter(network, W, "[", ", ", "]") +
           ", \"b\": " + parameter(network, b, "", "", "") + " }";
}

void append_targets(std::string& out, const Document& document) {
    if (document.has_targets() || document.loss != LossKind::squared_error)
        out += ",\n  \"loss\": " + json_string(name_of(document.loss));
    if (!document.has_targets()) return;
    out += ",\n  \"targets\": [";
    for (int t = 1; t <= document.steps(); ++t) {
        const Vector& target = document.step(t).target;
        if (t > 1) out += ", ";
        if (target.size() == 0)
            out += "null";
        else if (document.loss == LossKind::cross_entropy)
            append_number(out, target[0]);
        else
            append_list(out, target, ", ");
    }
    out += "]";
}

void append_clamps(std::string& out, const Document& document) {
    if (document.clamps->empty()) return;
    const char* separator = ",\n  \"force\": [\n    ";
    for (const Clamp& clamp : *document.clamps) {
        const std::string name = clamp.element
                                     ? element_name(document.cell(), clamp.quantity, *clamp.element)
                                     : document.cell().quantities[clamp.quantity].name;
        out += separator;
        out += "{ \"quantity\": " + json_string(name) +
               ", \"from\": " + std::to_string(clamp.from) +
               ", \"to\": " + std::to_string(clamp.to) + ", \"value\": ";
        append_number(out, clamp.value);
        out += " }";
        separator = ",\n    ";
    }
    out += "\n  ]";
}

/// Whether no step is named: a sum over all of them, or what comes after them.
bool is_of_all_steps(const Expectation& e) {
    return e.t == 0 && e.subject != ExpectationSubject::quantity &&
           e.subject != ExpectationSubject::gradient;
}

void append_expectations(std::string& out, const Document& document) {
    if (document.expectations->empty()) return;
    const char* separator = ",\n  \"expect\": [\n    ";
    for (const Expectation& e : *document.expectations) {
        out += separator;
        out += "{ ";
        if (!is_of_all_steps(e)) out += "\"t\": " + std::to_string(e.t) + ", ";
        out += "\"quantity\": " + json_string(name_of(document.cell(), e)) + ", \"value\": ";
        append_number(out, e.value);
        if (e.tolerance) {
            out += ", \"tolerance\": ";
            append_number(out, *e.tolerance);
        } else {
            out += ", \"decimals\": " + std::to_string(e.decimals.value_or(max_decimals));
        }
        out += " }";
        separator = ",\n    ";
    }
    out += "\n  ]";
}

}  // namespace

std::string write_scenario(const Document& document) {
    std::string out =
        "{\n  \"format\": \"lstm-notebook\", \"version\": " + std::to_string(scenario_version);
    out += ",\n  \"title\": " + json_string(document.title);
    out += ",\n  \"description\": " + json_string(document.description);
    out += ",\n  \"source\": " + json_string(document.source);
    out += ",\n  \"cell\": { \"kind\": " + json_string(document.cell().kind) +
           ", \"input_size\": " + std::to_string(document.sizes().input) +
           ", \"hidden_size\": " + std::to_string(document.sizes().hidden) + " }";
    append_weights(out, document.network);
    append_readout(out, document.network);
    append_initial(out, document);
    append_sequence(out, document);
    append_targets(out, document);
    append_training(out, document);
    if (document.rounding)
        out += ",\n  \"rounding\": { \"decimals\": " + std::to_string(*document.rounding) + " }";
    append_clamps(out, document);
    append_expectations(out, document);
    return out + "\n}\n";
}

}  // namespace lstm
